import type { RequestKind } from '../../../../core/shared/request-kinds'
import { VOLUNTEERS, type Member } from '../../people/public'

/** Do those around know them? A branch knows its members; one who registered by themselves is vouched for by an officer. */
export const isKnown = ({ branchId, vouched }: Pick<Member, 'branchId' | 'vouched'>): boolean =>
  branchId !== VOLUNTEERS || vouched !== undefined

/** May the person be asked as a volunteer for this kind: they offer it, and those around know them? */
export const isOffered = (member: Member, kind: RequestKind): boolean =>
  member.state === 'active' && isKnown(member) && member.helping?.kinds.includes(kind) === true
