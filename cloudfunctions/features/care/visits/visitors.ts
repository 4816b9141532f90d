import type { Elder, Visitor } from '../../../../core/care/visits/owed'
import type { Role } from '../../../../core/shared/operation'
import type { Store } from '../../../kernel/store'
import { type Member, Members } from '../../people/public'
import { helpersOf, type PairedHelper } from '../pairings/helpers'

/** More officers than a branch and its groups have together. */
const MOST_OFFICERS = 500

/** Several holders of one office share the elders evenly; each elder has the same one first every time. */
const turned = (all: readonly Visitor[], memberId: string): Visitor[] => {
  if (all.length < 2) return [...all]
  const start = Array.from(memberId).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % all.length
  return [...all.slice(start), ...all.slice(0, start)]
}

type Elderly = Pick<Member, '_id' | 'name' | 'path' | 'branchId' | 'groupId' | 'birthday' | 'bereaved'>

/** Elders with their visitors in order: paired members, the group's liaison and leader, the branch's liaison, the secretary. */
export const withVisitors = (
  members: readonly Elderly[],
  helpers: ReadonlyMap<string, readonly Pick<PairedHelper, 'memberId' | 'name' | 'partner'>[]>,
  officers: readonly Pick<Member, '_id' | 'name' | 'grants' | 'state'>[],
): Elder[] => {
  const holders = new Map<string, Visitor[]>()
  for (const { _id: memberId, name, grants, state } of [...officers].sort((one, other) => (one._id < other._id ? -1 : 1)))
    for (const { role, orgId } of state === 'active' ? grants : []) {
      const key = `${role} ${orgId}`
      holders.set(key, [...(holders.get(key) ?? []), { memberId, name }])
    }
  const of = (role: Role, orgId: string | null) => (orgId === null ? [] : (holders.get(`${role} ${orgId}`) ?? []))
  return members.map(({ _id: memberId, name, path, branchId, groupId, birthday, bereaved = [] }) => {
    const paired = (helpers.get(memberId) ?? []).filter(one => !one.partner).map(one => ({ memberId: one.memberId, name: one.name }))
    const offices = [of('liaison', groupId), of('leader', groupId), of('liaison', branchId), of('secretary', branchId)]
    const all = [...paired, ...offices.flatMap(one => turned(one, memberId))]
    const visitors = [...new Map(all.filter(one => one.memberId !== memberId).map(one => [one.memberId, one])).values()]
    const until = bereaved
      .map(one => one.until)
      .sort()
      .at(-1)
    return { memberId, name, path, visitors, ...(birthday ? { birthday } : {}), ...(until === undefined ? {} : { mourningUntil: until }) }
  })
}

/** The same, with pairings and offices as they are now. One wave. */
export const eldersWithVisitors = async (store: Store, members: readonly Elderly[]): Promise<Elder[]> => {
  const orgIds = [...new Set(members.flatMap(({ branchId, groupId }) => [branchId, ...(groupId === null ? [] : [groupId])]))]
  const [helpers, officers] = await Promise.all([
    helpersOf(
      store,
      members.map(one => one._id),
    ),
    store.table(Members).find({ 'grants.orgId': { in: orgIds } }, { limit: MOST_OFFICERS }),
  ])
  return withVisitors(members, helpers, officers)
}
