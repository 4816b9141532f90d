import type { Case } from '../../../../core/help/requests/case'
import { type Candidates, type Near, onRung, rungsFrom } from '../../../../core/help/requests/ladder'
import type { Rung } from '../../../../core/help/requests/states'
import type { Ladder } from '../../../../core/help/requests/step'
import { scopesOf } from '../../../../core/shared/scopes'
import type { Ports } from '../../../kernel/ports'
import { dutyOf, type Elder, helpersOf, holders, liaisonsOf, linkAs, officersOf } from '../../care/public'
import { Members } from '../../people/public'
import { Teams } from '../../service/public'
import { loadsOf } from './loads'
import { settingsAt } from './settings'
import { volunteersNear } from './volunteers-near'

const MOST_TEAMS = 20

type OnLadder = Pick<Case, 'memberId' | 'kind' | 'urgency' | 'branchId' | 'path' | 'point' | 'asked'>

/**
 * The ladder of a request from rung `from` on: the candidates of each rung and the settings. Volunteers near are looked up only where the
 * ladder would reach them, or where `near` asks for them, since most requests are taken lower down.
 */
export const ladderFor = async (
  { store, now }: Pick<Ports, 'store' | 'now'>,
  request: OnLadder,
  from: Rung,
  known: { elder?: Elder; near?: boolean } = {},
): Promise<Ladder> => {
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
  const candidates: Candidates = {
    liaison: elder ? liaisonsOf(elder, officers, paired.get(elder._id) ?? []).map(linkAs('liaison')) : [],
    leaders: holders(officers, 'leader', elder?.groupId ?? undefined).map(linkAs('leader')),
    team: teamMembers.filter(one => one.state === 'active').map(one => ({ ...linkAs('team')(one), load: teamLoads.get(one._id) ?? 0 })),
    near: [],
    secretary: holders(officers, 'secretary', request.branchId).map(linkAs('secretary')),
    street: dutyOf(officers, scopes),
  }
  const below = rungsFrom(from).find(rung => rung === 'near' || onRung(rung, request, candidates, settings, now).length > 0)
  if (below !== 'near' && !known.near) return { candidates, settings }
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
  return { candidates: { ...candidates, near }, settings }
}
