import { placeIsYoursNotices } from '../../../core/activities/notices'
import { saySpan } from '../../../core/activities/rules'
import { promoted, standing } from '../../../core/signups/rules'
import type { Activity } from '../../kernel/documents/activities'
import type { Farewell } from '../../kernel/documents/aftercare'
import type { Member } from '../../kernel/documents/people'
import type { Post } from '../../kernel/documents/posts'
import type { Ports } from '../../kernel/ports'
import type { Store } from '../../kernel/store'
import { tell } from '../../kernel/tell'
import { leave } from '../posts/claim'
import { queuedIn } from '../posts/commitments'

/** More activities than branches announce ahead. */
const MOST_AHEAD = 300

type Placed = Pick<Member, '_id' | 'branchId' | 'affiliates'>

/** The coming activities in whose queue a member is: those of their own branches. */
export const signedUpFor = async (store: Store, member: Placed, now: number): Promise<Activity[]> => {
  const branches = [member.branchId, ...member.affiliates.map(one => one.branchId)]
  const coming = await store
    .table('activities')
    .find({ branchId: { in: branches }, startsAt: { gt: now } }, { order: [['startsAt', 'asc']], limit: MOST_AHEAD })
  return coming.filter(one => one.state === 'published' && one.signups.some(entry => entry.memberId === member._id))
}

/** The shifts a member holds or waits for: the post, the shift, and both in words. */
export const shiftsOf = async (store: Store, memberId: string, now: number): Promise<{ post: Post; shiftId: string; words: string }[]> => {
  const posts = await queuedIn(store, memberId, now)
  return posts
    .filter(post => post.state === 'published')
    .flatMap(post =>
      post.queue
        .filter(one => one.memberId === memberId)
        .flatMap(one =>
          post.shifts
            .filter(shift => shift.shiftId === one.shiftId && !shift.cancelled && shift.endsAt > now)
            .map(shift => ({ post, shiftId: shift.shiftId, words: `${post.title}（${saySpan(shift)}）` })),
        ),
    )
}

/** Takes the dead out of every queue; the next in line is told. What they were in is kept on the row before it is taken, once. */
export const leaveQueues = async (ports: Ports, member: Placed): Promise<void> => {
  const { store, now } = ports
  const [activities, shifts] = await Promise.all([signedUpFor(store, member, now), shiftsOf(store, member._id, now)])
  const rows = store.table('aftercare')
  const signups = activities.flatMap(({ _id: activityId, title, signups: queue }) =>
    queue.filter(one => one.memberId === member._id).map(({ at, by }) => ({ activityId, title, at, by })),
  )
  await Promise.all([
    rows.update({ _id: member._id, signups: { exists: false } }, { set: { signups } }),
    rows.update({ _id: member._id, shifts: { exists: false } }, { set: { shifts: shifts.map(one => one.words) } }),
  ])
  await Promise.all(activities.map(activity => leaveActivity(ports, activity, member._id)))
  // One after the other: two shifts of one post are one document.
  for (const { post, shiftId } of shifts) await leave(ports, post, shiftId, member._id)
}

const leaveActivity = async (ports: Ports, before: Activity, memberId: string): Promise<void> => {
  const activities = ports.store.table('activities')
  await activities.update({ _id: before._id, 'signups.memberId': memberId }, { pull: { signups: { memberId } } })
  const after = await activities.get(before._id)
  if (after?.state !== 'published') return
  const movedUp = placeIsYoursNotices(after, promoted(before, after))
  await Promise.all(movedUp.map(one => tell(ports, [one.memberId], one.notice)))
}

/** Puts whoever lives back into the queues, at their end. Answers, in words, what is not theirs any more. */
export const rejoinQueues = async ({ store, now }: Pick<Ports, 'store' | 'now'>, row: Farewell): Promise<string[]> => {
  const activities = store.table('activities')
  const lost = await Promise.all(
    (row.signups ?? []).map(async ({ activityId, title, at, by }) => {
      const open = { _id: activityId, state: 'published', startsAt: { gt: now }, 'signups.memberId': { not: row._id } } as const
      await activities.update(open, { push: { signups: { memberId: row._id, at, by } } })
      const after = await activities.get(activityId)
      const stands = after ? standing(after, row._id) : { state: 'none' as const }
      if (stands.state === 'none') return [`活动“${title}”已经不能报名`]
      return stands.state === 'waiting' ? [`活动“${title}”的名额给了别人，现在排候补第${String(stands.position)}`] : []
    }),
  )
  return [...lost.flat(), ...(row.shifts ?? []).map(words => `岗位“${words}”要重新认领`)]
}
