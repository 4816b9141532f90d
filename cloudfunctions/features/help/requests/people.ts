import { nearestOf, scopesOf } from '../../../../core/shared/scopes'
import type { Case, Helper } from '../../../../core/help/requests/case'
import type { Settings } from '../../../../core/help/requests/contract-views'
import type { HelperRole, Rung } from '../../../../core/help/requests/states'
import type { Desks } from '../../../../core/help/requests/notices'
import { onRung, rungsFrom, type Near, type People } from '../../../../core/help/requests/ladder'
import { usualSettings } from '../../../../core/help/requests/settings'
import type { Role } from '../../../../core/shared/operation'
import type { DispatchSettings } from '../documents'
import type { Member } from '../../people/documents'
import { helpersOf, type PairedHelper } from '../../care/pairings/helpers'
import type { Ports } from '../../../kernel/ports'
import type { Store } from '../../../kernel/store'
import { volunteersNear } from './near'

/** More officers than a group, its branch and all above it have together. */
const MOST_OFFICERS = 200
const MOST_TEAMS = 20
/** More than those looked at can hold together. */
const MOST_HELD = 1000

/** The settings that hold for somebody at a path: those of the nearest organization above that has any. */
export const settingsAt = async (store: Store, path: string): Promise<{ settings: Settings; of: DispatchSettings | null }> => {
  const of = nearestOf(await store.table('dispatch-settings').getMany(scopesOf(path)), path)
  if (!of) return { settings: usualSettings, of }
  const { clocks, volunteers, radius, quietHours } = of
  return { settings: { clocks, volunteers, radius, quietHours }, of }
}

const asHelper =
  (role: HelperRole) =>
  ({ _id, name }: Pick<Member, '_id' | 'name'>): Helper => ({ memberId: _id, name, role })
const holders = (officers: readonly Member[], role: Role, orgId: string | undefined) =>
  officers
    .filter(one => one.grants.some(grant => grant.role === role && grant.orgId === orgId))
    .sort((one, other) => (one._id < other._id ? -1 : 1))

type Elder = Pick<Member, '_id' | 'branchId' | 'groupId' | 'liaisonName'>

/**
 * The elder's own liaison: whoever is paired with them (P41), the fixed contact before others; else the one the roster names, else those of the
 * group, else those of the branch. A partner unit has no account to be asked through.
 */
const liaisonsOf = (elder: Elder, officers: readonly Member[], paired: readonly PairedHelper[]): Pick<Member, '_id' | 'name'>[] => {
  const own = paired.filter(one => !one.partner).map(({ memberId, name }) => ({ _id: memberId, name }))
  if (own.length > 0) return own
  const ofGroup = elder.groupId === null ? [] : holders(officers, 'liaison', elder.groupId)
  const ofBranch = holders(officers, 'liaison', elder.branchId)
  const named = [...ofGroup, ...ofBranch].filter(one => one.name === elder.liaisonName).slice(0, 1)
  return named.length > 0 ? named : ofGroup.length > 0 ? ofGroup : ofBranch
}

const officersOf = async (store: Store, path: string): Promise<Member[]> => {
  const found = await store.table('members').find({ 'grants.orgId': { in: scopesOf(path) } }, { limit: MOST_OFFICERS })
  return found.filter(one => one.state === 'active')
}

/** Duty officers, those of the nearest office first; the bureau where no street has any. */
const dutyOf = (officers: readonly Member[], scopes: readonly string[]): Helper[] => {
  const upwards = [...scopes].reverse()
  const of = (role: 'street' | 'bureau') => upwards.flatMap(orgId => holders(officers, role, orgId)).map(asHelper(role))
  const street = of('street')
  return street.length > 0 ? street : of('bureau')
}

/** Who is told of promises in danger. */
export const desksOf = async (store: Store, request: Pick<Case, 'path' | 'branchId'>): Promise<Desks> => {
  const officers = await officersOf(store, request.path)
  return {
    secretary: holders(officers, 'secretary', request.branchId).map(one => one._id),
    street: dutyOf(officers, scopesOf(request.path)).map(one => one.memberId),
  }
}

/** Who stands over an elder for whatever is no request, rung by rung: who looks after them, the group's leader, the secretary, the duty officers above. */
export const chainOf = async (store: Store, elder: Elder & Pick<Member, 'path'>) => {
  const [officers, paired] = await Promise.all([officersOf(store, elder.path), helpersOf(store, [elder._id])])
  return {
    liaison: liaisonsOf(elder, officers, paired.get(elder._id) ?? []).map(asHelper('liaison')),
    leader: holders(officers, 'leader', elder.groupId ?? undefined).map(asHelper('leader')),
    secretary: holders(officers, 'secretary', elder.branchId).map(asHelper('secretary')),
    street: dutyOf(officers, scopesOf(elder.path)),
  }
}

/** How many open requests each of these holds. */
export const loadsOf = async (store: Store, memberIds: readonly string[]): Promise<Map<string, number>> => {
  const loads = new Map<string, number>()
  if (memberIds.length === 0) return loads
  const held = await store.table('requests').find({ 'owner.memberId': { in: memberIds }, open: true }, { limit: MOST_HELD })
  for (const { owner } of held) if (owner) loads.set(owner.memberId, (loads.get(owner.memberId) ?? 0) + 1)
  return loads
}

export type Asking = Pick<Case, 'memberId' | 'kind' | 'urgency' | 'branchId' | 'path' | 'point' | 'asked'>

interface Found {
  people: People
  settings: Settings
}

/**
 * Who stands on the rungs for a request from `from` on. Volunteers near are looked for only where the ladder would come to them
 * (or `near` says so): most requests are taken below.
 */
export const standOn = async (
  { store, now }: Pick<Ports, 'store' | 'now'>,
  request: Asking,
  from: Rung,
  known: { elder?: Elder; near?: boolean } = {},
): Promise<Found> => {
  const scopes = scopesOf(request.path)
  const [{ settings }, officers, teams, elder, paired] = await Promise.all([
    settingsAt(store, request.path),
    officersOf(store, request.path),
    store.table('teams').find({ orgId: { in: scopes }, kinds: request.kind }, { limit: MOST_TEAMS }),
    known.elder ?? store.table('members').get(request.memberId),
    helpersOf(store, [request.memberId]),
  ])
  // The branch's own team before the street's.
  const nearest = scopes.filter(orgId => teams.some(team => team.orgId === orgId)).at(-1)
  const teamIds = [...new Set(teams.filter(team => team.orgId === nearest).flatMap(team => team.memberIds))]
  const [teamMembers, teamLoads] = await Promise.all([store.table('members').getMany(teamIds), loadsOf(store, teamIds)])
  const people: People = {
    liaison: elder ? liaisonsOf(elder, officers, paired.get(elder._id) ?? []).map(asHelper('liaison')) : [],
    leaders: holders(officers, 'leader', elder?.groupId ?? undefined).map(asHelper('leader')),
    team: teamMembers.filter(one => one.state === 'active').map(one => ({ ...asHelper('team')(one), load: teamLoads.get(one._id) ?? 0 })),
    near: [],
    secretary: holders(officers, 'secretary', request.branchId).map(asHelper('secretary')),
    street: dutyOf(officers, scopes),
  }
  const below = rungsFrom(from).find(rung => rung === 'near' || onRung(rung, request, people, settings, now).length > 0)
  if (below !== 'near' && !known.near) return { people, settings }
  const found = await volunteersNear(store, request, settings)
  const loads = await loadsOf(
    store,
    found.map(one => one._id),
  )
  const near = found.map(({ _id, name, metres, helping }): Near => ({
    memberId: _id,
    name,
    load: loads.get(_id) ?? 0,
    metres,
    quiet: helping?.quiet,
  }))
  return { people: { ...people, near }, settings }
}
