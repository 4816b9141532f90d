import { noticesMayGoOut } from '../../../../core/life/activities/rules'
import { remedyNotice } from '../../../../core/life/reviews/notices'
import { reminderToday } from '../../../../core/life/reviews/remedies'
import { dateOf } from '../../../../core/shared/calendar'
import { eachRow, every, type Job } from '../../../kernel/jobs'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { Activities } from '../documents'
import { Reviews, type Review } from './documents'
import { changeReview } from './row'

/** Reviews that one run looks at, and how many at a time. */
const [EACH_RUN, AT_A_TIME] = [200, 8]

/** Tells the people whose remedies are due, then notes it: cut off in between they are told again, which is the same message. */
const tellOf = async (ports: Ports, review: Review): Promise<void> => {
  const { store, now } = ports
  const today = dateOf(now)
  const activity = await store.table(Activities).get(review._id)
  const due = review.remedies.flatMap(one => {
    const what = reminderToday(one, today)
    return what ? [{ ...one, what }] : []
  })
  if (activity) for (const one of due) await tell(ports, [one.ownerId], remedyNotice(activity, one, one.what))
  const said = new Map(due.map(one => [one.remedyId, one]))
  await changeReview(store, review._id, before => ({
    ...before,
    remedies: before.remedies.map(one => {
      const told = said.get(one.remedyId)
      return told && told.dueOn === one.dueOn ? { ...one, reminded: told.what } : one
    }),
  }))
}

/** Reminds of what is to be put right: three days before its day, and once when it is late. */
const remindOfRemedies: Job = async ports => {
  const { store, now } = ports
  if (!noticesMayGoOut(now)) return 0
  const due = await store
    .table(Reviews)
    .find({ remindOn: { lte: dateOf(now) } }, { order: [['remindOn', 'asc'], ['_id', 'asc']], limit: EACH_RUN }) // prettier-ignore
  return eachRow(due, 'remindOfRemedies', review => tellOf(ports, review), AT_A_TIME)
}

export const reviewJobs = { remindOfRemedies: every(5, remindOfRemedies) }
