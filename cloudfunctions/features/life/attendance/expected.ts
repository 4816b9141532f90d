import { isOwed } from '../../../../core/life/activities/kinds'
import { signupOf } from '../../../../core/life/signups/rules'
import { belongs } from '../../../kernel/access'
import type { Member } from '../../people/public'
import type { Activity } from '../documents'

/** Is this person to come? Where attendance is owed everyone invited is, else who signed up and holds a place. */
export const isExpected = (member: Member, activity: Activity): boolean =>
  isOwed(activity) ? belongs(member, activity) : signupOf(activity, member._id).state === 'joined'
