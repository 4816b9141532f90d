import { isOwed } from '../../../../core/life/activities/kinds'
import { signupOf } from '../../../../core/life/signups/rules'
import type { Activity } from '../documents'

/** Is this person to come? Where attendance is owed everyone invited is, else who signed up and holds a place. */
export const isExpected = (memberId: string, activity: Activity, invited: boolean): boolean =>
  isOwed(activity) ? invited : signupOf(activity, memberId).state === 'joined'
