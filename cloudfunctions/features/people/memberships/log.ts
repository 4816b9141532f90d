import type { Membership } from '../../../../core/people/memberships/intervals'
import { dateOf } from '../../../../core/shared/calendar'
import type { Member } from '../documents'
import { VOLUNTEERS } from '../identity/volunteers'

/**
 * Where a person belonged and belongs. A row that was written before there was a log has none until the person moves for the first time: then their present
 * place, since they came onto the roster, is all there is to say.
 */
export const membershipsOf = ({
  memberships,
  branchId,
  affiliates,
  since,
}: Pick<Member, 'memberships' | 'branchId' | 'affiliates' | 'since'>): readonly Membership[] =>
  memberships ?? [
    ...(branchId === VOLUNTEERS
      ? []
      : [{ branchId, kind: 'primary' as const, since: since === undefined ? null : dateOf(since), until: null }]),
    ...affiliates.map(one => ({ branchId: one.branchId, kind: 'affiliate' as const, since: null, until: null })),
  ]
