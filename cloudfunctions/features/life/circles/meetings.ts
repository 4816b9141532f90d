import { beganSince } from '../../../../core/life/activities/rules'
import type { Instant } from '../../../../core/shared/operation'
import type { Ports } from '../../../kernel/ports'
import type { Store } from '../../../kernel/store'
import { Activities, type Activity } from '../documents'
import { takeOut } from '../signups/take-out'
import { Circles, type Circle } from './documents'

/** More activities than a circle has ahead of it. */
const MOST = 200

/** The activities of a circle that are not over. */
const ahead = (circleId: string, now: Instant) =>
  ({ circleId, startsAt: { gte: beganSince(now) }, endsAt: { gt: now }, state: 'published' }) as const

/** Soonest first. */
export const comingOf = (store: Store, circleId: string, now: Instant): Promise<Activity[]> =>
  store.table(Activities).find(ahead(circleId, now), { order: [['startsAt', 'asc'], ['_id', 'asc']], limit: MOST }) // prettier-ignore

/** The people a circle's activity is for. */
export const partyOf = ({ members }: Pick<Circle, 'members'>): string[] => members.map(one => one.memberId)

/** Who has joined is invited to what is ahead. */
export const inviteToMeetings = async ({ store, now }: Pick<Ports, 'store' | 'now'>, circleId: string, memberId: string): Promise<void> => {
  await store.table(Activities).update(ahead(circleId, now), { include: { party: memberId } })
}

/** Who has left gives back their places in what has not begun, and is invited to it no more. What they were at stays. */
export const leaveMeetings = async (ports: Ports, circleId: string, memberId: string): Promise<void> => {
  const { store, now } = ports
  const table = store.table(Activities)
  const signedUp = await table.find({ ...ahead(circleId, now), 'signups.memberId': memberId }, { limit: MOST })
  for (const activity of signedUp) if (activity.startsAt > now) await takeOut(ports, activity, memberId)
  await table.update({ circleId, startsAt: { gt: now }, state: 'published' }, { pull: { party: memberId } })
}

/** An activity went out while people joined or left: it is for those who are in the circle now. Answers it as it stands then. */
export const followCircle = async ({ store, now }: Pick<Ports, 'store' | 'now'>, activity: Activity): Promise<Activity> => {
  const { _id, circleId, party: invited = [] } = activity
  const circle = circleId === undefined || activity.endsAt <= now ? null : await store.table(Circles).get(circleId)
  if (!circle) return activity
  const party = partyOf(circle)
  const table = store.table(Activities)
  for (const memberId of party) if (!invited.includes(memberId)) await table.update({ _id }, { include: { party: memberId } })
  for (const memberId of invited) if (!party.includes(memberId)) await table.update({ _id }, { pull: { party: memberId } })
  return { ...activity, party }
}
