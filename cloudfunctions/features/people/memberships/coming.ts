import { moved, type Cause } from '../../../../core/people/memberships/intervals'
import type { Instant } from '../../../../core/shared/operation'
import type { Member } from '../documents'
import { membershipsOf } from './log'

/** Where in a branch a person is put. */
export interface Place {
  branchId: string
  groupId: string | null
  path: string
}

/** What a row says of a person who comes to a branch from elsewhere; written in the one write that brings them there. */
export const comingTo = (
  member: Pick<Member, 'memberships' | 'branchId' | 'affiliates' | 'since'>,
  place: Place,
  cause: Cause & { at: Instant },
): Place & Pick<Member, 'affiliates' | 'memberships' | 'since'> => ({
  ...place,
  affiliates: member.affiliates.filter(one => one.branchId !== place.branchId),
  memberships: moved(membershipsOf(member), place.branchId, cause),
  since: cause.at,
})
