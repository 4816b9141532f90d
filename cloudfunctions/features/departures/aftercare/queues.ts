import { signupOf } from '../../../../core/life/public'
import type { Instant } from '../../../../core/shared/operation'
import { saySpan } from '../../../../core/shared/spans'
import type { Ports } from '../../../kernel/ports'
import type { Store } from '../../../kernel/store'
import { Activities, type Activity } from '../../life/public'
import { queuedIn } from '../../service/public'
import { type Farewell, Farewells } from '../documents'

/** More activities than a member signs up for at a time. */
const MOST = 200

/** The coming activities in whose queue the member is. */
export const signedUpFor = async (store: Store, memberId: string, now: Instant): Promise<Activity[]> => {
  const found = await store.table(Activities).find({ 'signups.memberId': memberId, endsAt: { gt: now } }, { limit: MOST })
  return found.filter(one => one.state === 'published' && one.startsAt > now)
}

/** The coming shifts the member holds or waits for, in words. */
export const shiftsOf = async (store: Store, memberId: string, now: Instant): Promise<string[]> => {
  const posts = await queuedIn(store, memberId, now)
  return posts
    .filter(post => post.state === 'published')
    .flatMap(post =>
      post.queue
        .filter(one => one.memberId === memberId)
        .flatMap(one =>
          post.shifts
            .filter(shift => shift.shiftId === one.shiftId && !shift.cancelled && shift.startsAt > now)
            .map(shift => `${post.title}（${saySpan(shift)}）`),
        ),
    )
}

/** Notes the member's places on the row, once, before they are released. */
export const notePlaces = async ({ store, now }: Pick<Ports, 'store' | 'now'>, memberId: string): Promise<void> => {
  const [activities, shifts] = await Promise.all([signedUpFor(store, memberId, now), shiftsOf(store, memberId, now)])
  const rows = store.table(Farewells)
  const signups = activities.flatMap(({ _id: activityId, title, signups: queue }) =>
    queue.filter(one => one.memberId === memberId).map(({ at, by }) => ({ activityId, title, at, by })),
  )
  await rows.update({ _id: memberId, signups: { exists: false } }, { set: { signups, shifts } })
}

/** Puts a member restored to life at the end of the queues again. Answers in words what could not be given back. */
export const rejoinQueues = async ({ store, now }: Pick<Ports, 'store' | 'now'>, row: Farewell): Promise<string[]> => {
  const activities = store.table(Activities)
  const lost = await Promise.all(
    (row.signups ?? []).map(async ({ activityId, title, at, by }) => {
      const open = { _id: activityId, state: 'published', startsAt: { gt: now }, 'signups.memberId': { not: row._id } } as const
      await activities.update(open, { push: { signups: { memberId: row._id, at, by } } })
      const after = await activities.get(activityId)
      const stands = after ? signupOf(after, row._id) : { state: 'none' as const }
      if (stands.state === 'none') return [`活动“${title}”已经不能报名`]
      return stands.state === 'waiting' ? [`活动“${title}”的名额给了别人，现在排候补第${String(stands.position)}`] : []
    }),
  )
  return [...lost.flat(), ...(row.shifts ?? []).map(words => `岗位“${words}”要重新认领`)]
}
