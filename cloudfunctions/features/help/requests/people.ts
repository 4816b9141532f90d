import { dutyOf, holders, liaisonsOf, officersOf, standingAs, type Elder, helpersOf } from '../../care/public'
import { Teams } from '../../service/public'
import { Members } from '../../people/public'
import { AllDispatchSettings, Requests } from '../documents'
import { scopesOf } from '../../../../core/shared/scopes'
import { inheritedAt } from '../../../kernel/inherited'
import type { Case } from '../../../../core/help/requests/case'
import type { Settings } from '../../../../core/help/requests/contract-views'
import type { Rung } from '../../../../core/help/requests/states'
import type { Desks } from '../../../../core/help/requests/notices'
import { onRung, rungsFrom, type Near, type People } from '../../../../core/help/requests/ladder'
import { usualSettings } from '../../../../core/help/requests/settings'
import type { DispatchSettings } from '../documents'
import type { Ports } from '../../../kernel/ports'
import type { Store } from '../../../kernel/store'
import { volunteersNear } from './near'

const MOST_TEAMS = 20
/** More than those looked at can hold together. */
const MOST_HELD = 1000

/** The settings that hold for somebody at a path: those of the nearest organization above that has any. */
export const settingsAt = async (store: Store, path: string): Promise<{ settings: Settings; of: DispatchSettings | null }> => {
  const of = (await inheritedAt(store, AllDispatchSettings, [path]))(path)
  if (!of) return { settings: usualSettings, of }
  const { clocks, volunteers, radius, quietHours } = of
  return { settings: { clocks, volunteers, radius, quietHours }, of }
}

/** Who is told of promises in danger. */
export const desksOf = async (store: Store, request: Pick<Case, 'path' | 'branchId'>): Promise<Desks> => {
  const officers = await officersOf(store, request.path)
  return {
    secretary: holders(officers, 'secretary', request.branchId).map(one => one._id),
    street: dutyOf(officers, scopesOf(request.path)).map(one => one.memberId),
  }
}

/** How many open requests each of these holds. */
export const loadsOf = async (store: Store, memberIds: readonly string[]): Promise<Map<string, number>> => {
  const loads = new Map<string, number>()
  if (memberIds.length === 0) return loads
  const held = await store.table(Requests).find({ 'owner.memberId': { in: memberIds }, open: true }, { limit: MOST_HELD })
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
    store.table(Teams).find({ orgId: { in: scopes }, kinds: request.kind }, { limit: MOST_TEAMS }),
    known.elder ?? store.table(Members).get(request.memberId),
    helpersOf(store, [request.memberId]),
  ])
  // The branch's own team before the street's.
  const nearest = scopes.filter(orgId => teams.some(team => team.orgId === orgId)).at(-1)
  const teamIds = [...new Set(teams.filter(team => team.orgId === nearest).flatMap(team => team.memberIds))]
  const [teamMembers, teamLoads] = await Promise.all([store.table(Members).getMany(teamIds), loadsOf(store, teamIds)])
  const people: People = {
    liaison: elder ? liaisonsOf(elder, officers, paired.get(elder._id) ?? []).map(standingAs('liaison')) : [],
    leaders: holders(officers, 'leader', elder?.groupId ?? undefined).map(standingAs('leader')),
    team: teamMembers.filter(one => one.state === 'active').map(one => ({ ...standingAs('team')(one), load: teamLoads.get(one._id) ?? 0 })),
    near: [],
    secretary: holders(officers, 'secretary', request.branchId).map(standingAs('secretary')),
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
