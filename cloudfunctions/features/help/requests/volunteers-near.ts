import type { Case } from '../../../../core/help/requests/case'
import type { Settings } from '../../../../core/help/requests/contract-views'
import { metresBetween } from '../../../../core/shared/places'
import { pointOf, type StoredPoint } from '../../../kernel/geo'
import type { Store } from '../../../kernel/store'
import { type Member, Members, VOLUNTEERS } from '../../people/public'
import { isOffered, Teams } from '../../service/public'

/** Volunteers that are looked at; the least loaded of them are asked. */
const MOST_NEAR = 40
/** Teams near that are looked at for members without a home on the map. */
const MOST_TEAMS = 20

type Volunteer = Member & { metres: number }
type Wanted = Pick<Case, 'point' | 'kind' | 'branchId'>
type Spot = NonNullable<Case['point']>

const metres = (from: Spot, to: StoredPoint) => Math.round(metresBetween(from, pointOf(to)))

/**
 * Volunteers who offer that kind of help and are known to a branch or vouched for, the nearest first, with their distance in metres. A quarter of the radius is searched first, so
 * that a crowded city costs no more than a village. A volunteer without a home counts from the point of their nearest team.
 */
export const volunteersNear = async (store: Store, { point, kind, branchId }: Wanted, settings: Settings): Promise<Volunteer[]> => {
  const members = store.table(Members)
  const offers = { 'helping.kinds': kind, state: 'active' } as const
  // Without a place on the map, volunteers of the elder's own branch count as near.
  if (!point) return (await members.find({ branchId, ...offers }, { limit: MOST_NEAR })).map(one => ({ ...one, metres: 0 }))
  // Those who registered by themselves and are known to no officer must not crowd out the others.
  const ofBranches = { ...offers, branchId: { not: VOLUNTEERS } } as const
  const vouched = { ...offers, branchId: VOLUNTEERS, 'vouched.at': { gt: 0 } } as const
  const within = async (radius: number) => {
    const home = { near: point, within: radius }
    const found = await Promise.all([ofBranches, vouched].map(wanted => members.find({ ...wanted, home }, { limit: MOST_NEAR })))
    return found.flat()
  }
  const [close, ofTeams] = await Promise.all([within(Math.ceil(settings.radius / 4)), homelessNear(store, point, kind, settings.radius)])
  const found = close.length >= settings.volunteers * 2 ? close : await within(settings.radius)
  const placed = found.map(one => ({ ...one, metres: one.home ? metres(point, one.home) : 0 }))
  return [...placed, ...ofTeams].sort((one, other) => one.metres - other.metres).slice(0, MOST_NEAR)
}

/** Members of the teams near who offer that kind and have no home on the map. */
const homelessNear = async (store: Store, point: Spot, kind: Case['kind'], radius: number): Promise<Volunteer[]> => {
  const teams = await store.table(Teams).find({ point: { near: point, within: radius } }, { limit: MOST_TEAMS })
  const members = await store.table(Members).getMany([...new Set(teams.flatMap(team => team.memberIds))])
  const metresOf = (memberId: string) =>
    Math.min(...teams.flatMap(team => (team.point && team.memberIds.includes(memberId) ? [metres(point, team.point)] : [])))
  return members.filter(one => !one.home && isOffered(one, kind)).map(one => ({ ...one, metres: metresOf(one._id) }))
}
