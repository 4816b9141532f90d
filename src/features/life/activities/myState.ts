import type { Given } from '../../../platform/call'

export type Activity = Given<'activity.get'>
export type ActivityItem = Given<'activity.list'>['items'][number]

/** How a person stands to an activity, and so which one act the screen offers. */
export type MyState = 'cancelled' | 'present' | 'sign-in' | 'over' | 'on-leave' | 'waiting' | 'joined' | 'free'

/**
 * Judges by the phone's clock what to offer first; the cloud judges the act itself. Sign-in comes before everything else while the door
 * is open, since that is what a person in the hall wants.
 */
export const myStateOf = (activity: Activity, now: number): MyState => {
  const { mySignIn, mySignup } = activity
  if (mySignIn?.state === 'present') return 'present'
  if (activity.state === 'cancelled') return 'cancelled'
  if (now > activity.signInClosesAt) return 'over'
  if (now >= activity.signInOpensAt) return 'sign-in'
  if (mySignIn?.state === 'leave') return 'on-leave'
  if (mySignup?.state === 'waiting') return 'waiting'
  if (mySignup?.state === 'joined') return 'joined'
  return 'free'
}

/** Places still free; undefined when there is no limit. */
export const placesLeft = ({ capacity, joined }: Pick<ActivityItem, 'capacity' | 'joined'>): number | undefined =>
  capacity === undefined ? undefined : Math.max(0, capacity - joined)

/** So shortly after a sign-in it still is what the person has just done. */
const FRESH_MS = 10_000
export const isFresh = (at: number, now: number): boolean => now - at < FRESH_MS
