import { duties } from '../../../../core/people/public'
import { addDays, dateOf } from '../../../../core/shared/calendar'
import { scopesOf } from '../../../../core/shared/scopes'
import type { Instant } from '../../../../core/shared/operation'
import { mark, markAll } from '../../../kernel/marks'
import type { Ports } from '../../../kernel/ports'
import { Organizations } from '../../people/public'
import type { Activity } from '../documents'
import { BranchRhythms, type MeetingRow, Meetings } from './documents'

type Acting = Pick<Ports, 'store' | 'now'>

/** As far back as study that is brought to a member may count for a meeting. */
const BACK_DAYS = 93

/** The row of an activity, to be counted; undefined where its kind is no duty. */
export const meetingOf = ({ _id, branchId, kind, title, startsAt }: Activity, now: Instant): MeetingRow | undefined => {
  const duty = duties.find(one => one === kind)
  const nothing = { verdict: 'planned', present: 0, reached: 0, expected: 0 } as const
  return duty && { _id, branchId, duty, title, on: dateOf(startsAt), ...nothing, due: now, marks: 1 }
}

/** What an activity counts for is worked out again by the timer; nothing where its kind is no duty. Made after the activity was written; safe to repeat. */
export const markMeeting = async (ports: Acting, activity: Activity): Promise<void> => {
  const row = meetingOf(activity, ports.now)
  if (row) await mark(ports, Meetings, row._id, () => row)
}

/** The same of several activities. */
export const markMeetings = (ports: Acting, activities: readonly Activity[]): Promise<void> =>
  markAll(
    ports,
    Meetings,
    activities.flatMap(one => meetingOf(one, ports.now) ?? []),
  )

/** A sheet was changed: where its activity has ended, what that counts for is worked out again; until then it is still to come. */
export const markSheet = async (ports: Acting, activity: Activity): Promise<void> => {
  if (ports.now >= activity.endsAt) await markMeeting(ports, activity)
}

/** The same of every meeting of a branch for which study may just have been brought to a member. */
export const markLately = async ({ store, now }: Acting, { branchId }: { branchId: string }): Promise<void> => {
  const lately = { branchId, on: { gte: addDays(dateOf(now), -BACK_DAYS) } }
  await store.table(Meetings).update(lately, { set: { due: now }, inc: { marks: 1 } })
}

/** What a branch owes, or has held, has changed. */
export const markRhythm = (ports: Acting, { branchId }: { branchId: string }): Promise<void> =>
  mark(ports, BranchRhythms, branchId, async () => {
    const branch = await ports.store.table(Organizations).get(branchId)
    if (branch?.kind !== 'branch') return null
    return { _id: branchId, scopes: scopesOf(branch.path), reminded: [], due: ports.now, marks: 1 }
  })

/** The rules changed for everything under an organization. */
export const markBelow = async ({ store, now }: Acting, { orgId }: { orgId: string }): Promise<void> => {
  await store.table(BranchRhythms).update({ scopes: orgId }, { set: { due: now }, inc: { marks: 1 } })
}
