import type { Instant } from '../../shared/operation'
import { type Case, type Helper, isOpen } from './case'
import { riskOf } from './promise'
import { holdsIt } from './step'

/** Is a promise broken that still has to be kept? Then an officer chases it. */
export const isChased = (request: Case, now: Instant): boolean => isOpen(request) && riskOf(request, now) === 'broken'

/** Who chases a broken promise: the first officer, from the branch upwards, who is neither the elder nor has it in hand. */
export const chaserOf = (request: Pick<Case, 'memberId' | 'owner' | 'second'>, officers: readonly Helper[]): Helper | undefined =>
  officers.find(one => one.memberId !== request.memberId && !holdsIt(request, one.memberId)) ??
  officers.find(one => one.memberId !== request.memberId)
