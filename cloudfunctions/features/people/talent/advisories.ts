import type { talent as contract } from '../../../../core/people/talent/contract'
import { sayCame } from '../../../../core/people/talent/notices'
import { dateOf } from '../../../../core/shared/calendar'
import { byNumber, byText, pageBy } from '../../../kernel/keyset'
import { settleRow } from '../../../kernel/settle'
import type { Store } from '../../../kernel/store'
import { Members } from '../documents'
import type { Context, Handlers } from '../use-case'
import { Advices, Advisories, type Advice, type Advisory } from './documents'

const PAGE = 20
const officers = ['street', 'bureau'] as const
const byDay = byNumber('at', 'desc')

const namesOf = async (store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map((ids.length === 0 ? [] : await store.table(Members).getMany([...new Set(ids)])).map(one => [one._id, one.name]))
const named = (ids: readonly string[], names: ReadonlyMap<string, string>) =>
  ids.map(memberId => ({ memberId, name: names.get(memberId) ?? '' }))

const sayGroup = ({ _id, orgId, orgName, field, party }: Advisory, names: ReadonlyMap<string, string>) => ({
  ...{ advisoryId: _id, orgId, orgName, field },
  members: named(party, names),
})
const sayAdvice = ({ _id, text, on, unit, memberIds, came }: Advice, names: ReadonlyMap<string, string>) => ({
  ...{ adviceId: _id, text, on, unit, members: named(memberIds, names) },
  came: came ? { verdict: came.verdict, words: came.words, at: came.at } : null,
})

/** May the caller write down what the group advised: as one of it, or as an officer over it? */
const mayAdvise = (group: Advisory, { person, holds }: Pick<Context<'advisory.advise'>, 'person' | 'holds'>) =>
  group.party.includes(person._id) || holds(officers, group.path)

type Advising = Pick<typeof contract, 'advisory.save' | 'advisory.list' | 'advisory.get' | 'advisory.advise' | 'advisory.outcome'>

export const advisories: Handlers<Advising> = {
  async 'advisory.save'({ orgId, field, memberIds }, { store, subject: org, actor, now, audit, fail }) {
    const party = [...new Set(memberIds)]
    const table = store.table(Advisories)
    const _id = `${orgId}:${field}`
    const [people, before] = await Promise.all([store.table(Members).getMany(party), table.get(_id)])
    const here = (one: { path: string; affiliates: readonly { path: string }[] }) =>
      [one, ...one.affiliates].some(place => place.path.startsWith(org.path))
    if (people.filter(one => one.state === 'active' && here(one)).length !== party.length)
      return fail('INVALID_INPUT', { paths: ['memberIds'] })
    const group: Advisory = { _id, orgId, orgName: org.name, path: org.path, field, party, savedBy: actor, savedAt: now }
    if ((await table.add(group)) === 'exists')
      await table.update({ _id }, { set: { party, orgName: org.name, savedBy: actor, savedAt: now } })
    for (const memberId of party) if (!before?.party.includes(memberId)) audit(memberId, 'advisory.named', _id)
    return { advisoryId: _id }
  },

  async 'advisory.list'({ cursor }, { store, subject: org, may }) {
    const page = await pageBy(store.table(Advisories), { path: { startsWith: org.path } }, byText('path'), { size: PAGE, cursor })
    const names = await namesOf(store, page.items.flatMap(one => one.party)) // prettier-ignore
    return { items: page.items.map(one => sayGroup(one, names)), cursor: page.cursor, may: may('save', 'export') }
  },

  async 'advisory.get'({ advisoryId, cursor }, { store, subject: group, person, holds, may }) {
    const page = await pageBy(store.table(Advices), { advisoryId }, byDay, { size: PAGE, cursor })
    const names = await namesOf(store, [...group.party, ...page.items.flatMap(one => one.memberIds)])
    return {
      advisory: sayGroup(group, names),
      items: page.items.map(one => sayAdvice(one, names)),
      cursor: page.cursor,
      may: [...(mayAdvise(group, { person, holds }) ? (['advise'] as const) : []), ...may('outcome')],
    }
  },

  async 'advisory.advise'({ advisoryId, text, on, unit, memberIds }, context) {
    const { store, subject: group, actor: by, commandId, now, checkText, fail } = context
    if (!mayAdvise(group, context)) return fail('FORBIDDEN')
    const whose = [...new Set(memberIds ?? group.party)]
    if (!whose.every(one => group.party.includes(one))) return fail('INVALID_INPUT', { paths: ['memberIds'] })
    if (on > dateOf(now)) return fail('INVALID_INPUT', { paths: ['on'] })
    await checkText(text, unit)
    await store.table(Advices).add({ _id: commandId, advisoryId, text, on, unit, memberIds: whose, at: now, by, history: [] })
    return { adviceId: commandId }
  },

  async 'advisory.outcome'({ advisoryId, adviceId, verdict, words }, { store, actor: by, now, tell, checkText, fail }) {
    const table = store.table(Advices)
    const seen = await table.get(adviceId)
    if (seen?.advisoryId !== advisoryId) return fail('NOT_FOUND')
    await checkText(words)
    const after = await settleRow<Advice | null, Advice>(
      seen,
      () => table.get(adviceId),
      async row => {
        if (!row) return fail('NOT_FOUND')
        if (row.came?.verdict === verdict && row.came.words === words) return row
        const next: Advice = { ...row, came: { verdict, words, at: now, by }, history: [...row.history, ...(row.came ? [row.came] : [])] }
        return (await table.swap(row, next)) ? next : undefined
      },
    )
    const times = after.history.length
    await tell(after.memberIds, sayCame({ adviceId, advisoryId, unit: after.unit, verdict, words, at: after.came?.at ?? now, times }))
    return {}
  },
}
