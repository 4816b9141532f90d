import type { WindUp } from '../../../kernel/departures'
import { Activities } from '../documents'
import { takeOut } from './take-out'

/** More activities than a member is signed up for at a time. */
const MOST = 200

/** Gives back the places of a person in activities that are still to come, and tells those who move up. What began already stays. */
export const leaveActivities: WindUp = async (ports, { memberId }) => {
  const { store, now } = ports
  const activities = await store.table(Activities).find({ 'signups.memberId': memberId, endsAt: { gt: now } }, { limit: MOST })
  for (const activity of activities) if (activity.state === 'published' && activity.startsAt > now) await takeOut(ports, activity, memberId)
}
