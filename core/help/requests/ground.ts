import type { Role } from '../../shared/operation'
import type { Case, Helper } from './case'
import { stillAsked } from './ladder'
import type { HelperRole } from './states'

/** What a helper is now, as far as it lets them be asked for this elder and this kind of help. */
export interface Ground {
  /** Offices over the place where the elder is now. */
  offices: readonly Role[]
  paired: boolean
  /** In a service team that is called for this kind. */
  team: boolean
  /** Known to those around: a member of a branch, or vouched for. */
  known: boolean
  /** The same, and offers this kind of help. */
  volunteer: boolean
}

/** Does the ground still hold on which a helper of that role was asked? */
export const standsAs = (role: HelperRole, { offices, paired, team, volunteer }: Ground): boolean => {
  if (role === 'team') return team
  if (role === 'volunteer') return volunteer
  return offices.includes(role) || (role === 'liaison' && paired)
}

/** Was the request given to its present owner by an officer, or by default? Then it is theirs on no other ground. */
const wasGiven = ({ timeline }: Pick<Case, 'timeline'>, { memberId }: Helper): boolean =>
  timeline.findLast(
    one => ['taken', 'assigned', 'by-default', 'handed-over'].includes(one.what) && one.whom?.some(to => to.memberId === memberId),
  )?.what === 'assigned'

/** Does it hold for one who has the request? A volunteer who took it keeps it, whatever else they offer now. */
const holdsAs = (role: HelperRole, ground: Ground): boolean => (role === 'volunteer' ? ground.known : standsAs(role, ground))

/** Those who have the request, and those it waits for. */
export const inPlay = (
  request: Pick<Case, 'owner' | 'second' | 'secondWanted' | 'asked' | 'rung'>,
): { holders: Helper[]; asked: Helper[] } => {
  const holders = [request.owner, request.second].filter(one => one !== null)
  const waits = request.owner ? request.asked.filter(one => request.secondWanted && one.second && !one.declined) : stillAsked(request)
  return { holders, asked: waits.filter(one => !holders.some(holder => holder.memberId === one.memberId)) }
}

/** Of those who have the request or may take it, the ones whose ground is gone. */
export const groundless = (
  request: Pick<Case, 'owner' | 'second' | 'secondWanted' | 'asked' | 'rung' | 'timeline'>,
  groundOf: (memberId: string) => Ground,
): Helper[] => {
  const { holders, asked } = inPlay(request)
  return [
    ...holders.filter(one => !wasGiven(request, one) && !holdsAs(one.role, groundOf(one.memberId))),
    ...asked.filter(one => !standsAs(one.role, groundOf(one.memberId))),
  ]
}
