import { nameKey } from '../../../../core/people/names/names'
import type { liaisons as contract } from '../../../../core/people/liaisons/contract'
import { sayNamed } from '../../../../core/people/liaisons/notices'
import { dateOf } from '../../../../core/shared/calendar'
import type { DateText } from '../../../../core/shared/operation'
import { scopesOf } from '../../../../core/shared/scopes'
import { grouped } from '../../../../core/shared/grouped'
import { markCoverage } from '../coverage/marks'
import { Members, Organizations, type Member } from '../documents'
import type { Handlers } from '../use-case'
import { BranchDuties, type BranchDuty } from './documents'
import { settleDuty } from './duty'

/** People that are offered, and branches that are looked through for liaisons who are there already. */
const OFFERED = 30
const LOOKED_THROUGH = 500

/** The row with another liaison, or with none; the one before stays in its history. */
export const withLiaison = (row: BranchDuty, memberId: string | undefined, today: DateText): BranchDuty => {
  if (row.memberId === memberId) return row
  const { memberId: before, takenOn, ...rest } = row
  const former = before === undefined ? row.former : [...row.former, { memberId: before, from: takenOn ?? row.since, until: today }]
  return { ...rest, former, ...(memberId === undefined ? {} : { memberId, takenOn: today }) }
}

/** Whether a member belongs, by their branch or by an office, below anything the officer holds an office over. */
const isWithin = ({ path, affiliates, grants }: Member, officer: Member): boolean =>
  [{ path }, ...affiliates, ...grants].some(place => officer.grants.some(grant => place.path.startsWith(grant.path)))

export const assign: Handlers<Pick<typeof contract, 'liaison.assign' | 'liaison.candidates'>> = {
  async 'liaison.assign'({ branchId, memberId }, context) {
    const { store, subject: branch, person, now, tell, audit, fail } = context
    if (branch.kind !== 'branch') return fail('INVALID_INPUT', { paths: ['branchId'] })
    if (branch.closedAt !== undefined) return fail('CONFLICT')
    const member = await store.table(Members).get(memberId)
    if (member?.state !== 'active' || !isWithin(member, person)) return fail('NOT_FOUND')
    const before = await store.table(BranchDuties).get(branchId)
    await settleDuty(context, branch, row => withLiaison(row, memberId, dateOf(now)))
    await markCoverage(context, [branchId])
    if (before?.memberId === memberId) return {}
    audit(memberId, 'liaison.named', `of ${branchId}`)
    await tell([memberId], sayNamed({ branchId, name: branch.name, at: now }))
    return {}
  },

  async 'liaison.candidates'({ name }, { store, subject: branch, person }) {
    const scopes = scopesOf(branch.path)
    const [near, named] = await Promise.all([
      store.table(BranchDuties).find({ scopes: scopes.at(-2) ?? branch._id, memberId: { exists: true } }, { limit: LOOKED_THROUGH }),
      name === undefined
        ? store.table(Members).find({ 'grants.orgId': { in: scopes } }, { limit: OFFERED })
        : store.table(Members).find({ nameKey: { startsWith: nameKey(name) } }, { limit: OFFERED * 3 }),
    ])
    const counts = new Map([...grouped(near, row => row.memberId)].map(([memberId, rows]) => [memberId, rows.length]))
    const known = name === undefined ? await store.table(Members).getMany([...counts.keys()].flatMap(id => id ?? []).slice(0, OFFERED)) : []
    const people = [...new Map([...known, ...named].map(one => [one._id, one])).values()]
      .filter(one => one.state === 'active' && isWithin(one, person))
      .slice(0, OFFERED)
    const homes = await store.table(Organizations).getMany([...new Set(people.map(one => one.branchId))])
    return {
      items: people.map(one => ({
        memberId: one._id,
        name: one.name,
        branchName: homes.find(home => home._id === one.branchId)?.name ?? '',
        branches: counts.get(one._id) ?? 0,
      })),
    }
  },
}
