import type { talent as contract } from '../../../../core/people/talent/contract'
import { sayAnswer, sayAsk } from '../../../../core/people/talent/notices'
import { mayAnswer, opensNumber } from '../../../../core/people/talent/rules'
import { byNumber, pageBy } from '../../../kernel/keyset'
import { settleRow } from '../../../kernel/settle'
import { Members, Organizations } from '../documents'
import type { Handlers } from '../use-case'
import { TalentAsks, Talents, type TalentAsk } from './documents'

const PAGE = 20
const byDay = byNumber('at', 'desc')
const officers = ['secretary', 'street', 'bureau'] as const
/** How often one account may ask, of all people and of one: an elder is not besieged. */
const ASKED = { max: 30, windowMs: 60 * 60_000 } as const
const ASKED_ONE = { max: 3, windowMs: 24 * 60 * 60_000 } as const
/** Numbers shown to one account in an hour. */
const NUMBERS = { max: 30, windowMs: 60 * 60_000 } as const

const sayAsking = ({ _id, what, at, state, answeredAt, words }: TalentAsk) => ({
  ...{ askId: _id, what, at, state, words },
  ...(answeredAt === undefined ? {} : { answeredAt }),
})

type Asking = Pick<typeof contract, 'talent.ask' | 'talent.asks' | 'talent.asked' | 'talent.answer' | 'talent.phone'>

export const ask: Handlers<Asking> = {
  async 'talent.ask'({ memberId, what }, context) {
    const { store, subject: member, person, openid, commandId, now, holds, tell, limitCommands, checkText, fail } = context
    const table = store.table(TalentAsks)
    const [row, before] = await Promise.all([store.table(Talents).get(memberId), table.get(commandId)])
    // Who is on no list of talents, or only takes part here, is asked by other ways.
    if (!row || member.state !== 'active' || !holds(officers, member.path)) return fail('NOT_FOUND')
    // The same command about another person is none of ours.
    if (before && before.memberId !== memberId) return fail('NOT_FOUND')
    const grant = person.grants.find(one => officers.some(role => role === one.role) && member.path.startsWith(one.path))
    const org = await store.table(Organizations).get(grant?.orgId ?? person.branchId)
    if (!before) {
      await limitCommands(`talent:${openid}`, ASKED.max, ASKED.windowMs)
      await limitCommands(`talent:${openid}:${memberId}`, ASKED_ONE.max, ASKED_ONE.windowMs)
      await checkText(what)
      await table.add({
        ...{
          _id: commandId,
          memberId,
          party: [memberId],
          name: member.name,
          path: member.path,
          askerId: person._id,
          askerName: person.name,
        },
        ...{ orgName: org?.name ?? '', what, at: now, state: 'waiting', words: '', answers: 0 },
      })
    }
    const asked = before ?? { at: now, what, orgName: org?.name ?? '' }
    await tell([memberId], sayAsk({ askId: commandId, by: person.name, ...asked }))
    return { askId: commandId }
  },

  async 'talent.asks'({ cursor }, { store, person }) {
    const page = await pageBy(store.table(TalentAsks), { askerId: person._id }, byDay, { size: PAGE, cursor })
    return { items: page.items.map(one => ({ ...sayAsking(one), memberId: one.memberId, name: one.name })), cursor: page.cursor }
  },

  async 'talent.asked'({ cursor }, { store, person }) {
    const page = await pageBy(store.table(TalentAsks), { memberId: person._id }, byDay, { size: PAGE, cursor })
    return { items: page.items.map(one => ({ ...sayAsking(one), by: one.askerName, orgName: one.orgName })), cursor: page.cursor }
  },

  async 'talent.answer'({ askId, answer, words = '' }, { store, subject: seen, person, actor, now, tell, checkText, fail }) {
    const table = store.table(TalentAsks)
    // An officer over the person does not answer for them.
    if (seen.memberId !== person._id) return fail('FORBIDDEN')
    await checkText(words)
    const answered = await settleRow<TalentAsk | null, TalentAsk>(
      seen,
      () => table.get(askId),
      async row => {
        if (!row) return fail('CONFLICT')
        if (row.state === answer && row.words === words) return row
        if (!mayAnswer(row.state)) return fail('CONFLICT')
        const next: TalentAsk = { ...row, state: answer, words, answeredAt: now, answeredBy: actor, answers: row.answers + 1 }
        return (await table.swap(row, next)) ? next : undefined
      },
    )
    const { name, what, askerId, answers: times, answeredAt: at = now } = answered
    await tell([askerId], sayAnswer({ askId, name, agreed: opensNumber(answered.state), what, words: answered.words, at, times }))
    return { state: answered.state }
  },

  async 'talent.phone'(_, { store, subject: asked, person, openid, audit, limit, fail }) {
    // The person agreed to this officer alone.
    if (asked.askerId !== person._id || !opensNumber(asked.state)) return fail('NOT_AGREED')
    await limit(`number:${openid}`, NUMBERS.max, NUMBERS.windowMs)
    const member = await store.table(Members).get(asked.memberId)
    if (member?.state !== 'active') return fail('NOT_AGREED')
    audit(member._id, 'talent.phone', asked._id)
    return { name: member.name, phones: member.phones }
  },
}
