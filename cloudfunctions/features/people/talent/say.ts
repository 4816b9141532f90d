import type { talent as contract } from '../../../../core/people/talent/contract'
import { saySaid } from '../../../../core/people/talent/notices'
import { askAgainAt, everyDay } from '../../../../core/people/talent/rules'
import { isUsualSkill, MOST_SKILLS } from '../../../../core/people/talent/skills'
import { Failure } from '../../../kernel/failure'
import { settle } from '../../../kernel/settle'
import { type Member, Members, Organizations } from '../documents'
import { VOLUNTEERS } from '../identity/volunteers'
import type { Context, Handlers } from '../use-case'
import { skillsAbove } from './books'
import { Advisories, Talents } from './documents'
import { sayTalent } from './item'
import { standingAt } from './rows'

/** More groups than one person advises in. */
const MOST = 20

/** The person it is about: oneself, an elder one acts for, or a member of the branch whose secretary the caller is; and whether it is their own word. */
const whose = async (
  { store, people, person, holds }: Pick<Context<'talent.get'>, 'store' | 'people' | 'person' | 'holds'>,
  memberId: string | undefined,
): Promise<{ member: Member; own: boolean }> => {
  const own = memberId === undefined ? person : people.find(one => one._id === memberId)
  if (own) return { member: own, own: true }
  const member = memberId === undefined ? null : await store.table(Members).get(memberId)
  if (member?.state !== 'active' || !holds(['secretary'], member.path)) throw new Failure('FORBIDDEN')
  return { member, own: false }
}

export const say: Handlers<Pick<typeof contract, 'talent.set' | 'talent.confirm' | 'talent.get'>> = {
  async 'talent.set'({ memberId, skills: said, note = '', levels = [], days = everyDay, agreed }, context) {
    const { store, actor, now, audit, tell, checkText, fail, commandId } = context
    const { member, own } = await whose(context, memberId)
    if (member.branchId === VOLUNTEERS) return fail('FORBIDDEN')
    const table = store.table(Talents)
    const skills = [...new Set(said)]
    if (skills.length === 0) {
      if ((await table.remove({ _id: member._id })) > 0) audit(member._id, 'talent.set')
      return {}
    }
    if (!skills.every(isUsualSkill)) {
      const book = await skillsAbove(store, member.path)
      if (skills.some(code => book.nameOf(code) === '')) return fail('INVALID_INPUT', { paths: ['skills'] })
    }
    await checkText(note)
    const holdsNow = own || agreed === true
    const word = {
      ...{ skills, note, levels: [...new Set(levels)], days: [...new Set(days)].toSorted((one, other) => one - other) },
      ...{ confirmedAt: holdsNow ? now : 0, askAt: askAgainAt(now), saidBy: actor, saidAt: now },
    }
    const unchanged = await settle(async () => {
      const row = await table.get(member._id)
      const same =
        row !== null &&
        JSON.stringify([row.skills, row.note, row.levels, row.days]) === JSON.stringify([skills, note, word.levels, word.days])
      // What the person confirmed stands when an officer says the same once more.
      if (same && !holdsNow) return true
      const next = standingAt(member, { ...word, version: (row?.version ?? 0) + 1 })
      const written = row ? await table.swap(row, next) : (await table.add(next)) === 'added'
      return written ? same : undefined
    })
    if (!unchanged) audit(member._id, 'talent.set')
    if (!holdsNow && !unchanged) {
      const branch = await store.table(Organizations).get(member.branchId)
      await tell([member._id], saySaid({ branchName: branch?.name ?? '', round: commandId, at: now }))
    }
    return {}
  },

  async 'talent.confirm'(_, { store, person, now }) {
    const word = { confirmedAt: now, askAt: askAgainAt(now) }
    await store.table(Talents).update({ _id: person._id }, { set: word, inc: { version: 1 } })
    return {}
  },

  async 'talent.get'({ memberId }, context) {
    const { store, now } = context
    const { member } = await whose(context, memberId)
    const [row, groups, book] = await Promise.all([
      store.table(Talents).get(member._id),
      store.table(Advisories).find({ party: member._id }, { limit: MOST }),
      skillsAbove(store, member.path),
    ])
    return {
      memberId: member._id,
      name: member.name,
      talent: row ? sayTalent(row, now, book.nameOf) : null,
      suggested: row
        ? []
        : book
            .within(member.skills)
            .slice(0, MOST_SKILLS)
            .map(code => ({ code, name: book.nameOf(code) })),
      advisories: groups.map(({ _id, field, orgName }) => ({ advisoryId: _id, field, orgName })),
    }
  },
}
