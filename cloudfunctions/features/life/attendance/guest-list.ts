import type { GuestList } from '../../../../core/life/attendance/marks'
import { mayTakePart } from '../../../kernel/access'
import type { Member } from '../../people/public'
import type { Activity } from '../documents'

export const guestListed = (member: Member | undefined, activity: Activity): GuestList => {
  if (member?.state !== 'active') return 'NOT_FOUND'
  return mayTakePart(member, activity) ? 'invited' : 'NOT_INVITED'
}
