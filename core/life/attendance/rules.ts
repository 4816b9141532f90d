import type { CodeOf } from '../../shared/codes'
import { isOpenAt, judgeProof, type Door, type DoorRefusal, type Proof } from '../../shared/door'
import type { Hours } from '../../shared/hours'
import type { Instant } from '../../shared/operation'
import type { Venue } from '../../shared/places'

const MINUTE = 60_000
/** People come early and stay to chat: the door opens an hour before and stays open half an hour after. */
const OPENS_BEFORE = 60 * MINUTE
const CLOSES_AFTER = 30 * MINUTE
/** How long after the start one still counts as on time. */
const GRACE = 10 * MINUTE

/** From when to when one can sign in to an activity (P11): from 60 minutes before it starts to 30 minutes after it ends, both included. */
export const signInWindow = ({ startsAt, endsAt }: Hours): Door => ({
  opensAt: startsAt - OPENS_BEFORE,
  closesAt: endsAt + CLOSES_AFTER,
})

/** Whether the door is open at that instant. */
export const isOpen = (activity: Hours, at: Instant): boolean => isOpenAt(signInWindow(activity), at)

/** Whether coming at that instant is late (P11): more than ten minutes after the start. */
export const isLate = ({ startsAt }: Pick<Hours, 'startsAt'>, at: Instant): boolean => at > startsAt + GRACE

/** What the rule needs to know of an activity. */
export interface Doors extends Hours {
  state: 'published' | 'cancelled'
  place: Pick<Venue, 'point' | 'radius'>
}

type SignInVerdict = { refused?: never; way: 'code' | 'place'; late: boolean } | { refused: 'ACTIVITY_CANCELLED' } | DoorRefusal

/** May a person who is not signed in yet sign in now (P11)? Not where the activity was cancelled; else as the door judges. */
export const judgeSignIn = (activity: Doors, proof: Proof, now: Instant, codeOf: CodeOf): SignInVerdict => {
  if (activity.state === 'cancelled') return { refused: 'ACTIVITY_CANCELLED' }
  const verdict = judgeProof(activity.place, signInWindow(activity), proof, now, codeOf)
  return 'way' in verdict ? { ...verdict, late: isLate(activity, now) } : verdict
}

/** May a member still ask for leave? Until the activity ends, unless it was cancelled. */
export const judgeLeave = (activity: Doors, now: Instant): 'open' | 'ACTIVITY_CANCELLED' | 'SIGNIN_NOT_OPEN' => {
  if (activity.state === 'cancelled') return 'ACTIVITY_CANCELLED'
  return now < activity.endsAt ? 'open' : 'SIGNIN_NOT_OPEN'
}
