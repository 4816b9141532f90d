import { judgeMeeting, type Meeting } from '../../../../core/life/rhythm/meetings'
import { isFrail } from '../../../../core/life/study/rules'
import { belongedOn, type Duty, isProbationary } from '../../../../core/people/public'
import { addDays, dateOf, instantOf } from '../../../../core/shared/calendar'
import { inForce } from '../../../../core/shared/hours'
import type { Ports } from '../../../kernel/ports'
import type { Store } from '../../../kernel/store'
import { committeeStanding, type Member, membershipsOf, Organizations, regulationsFor } from '../../people/public'
import { idsOf, invitedAt } from '../activities/invited'
import { isExpected } from '../attendance/expected'
import { type Activity, Attendances } from '../documents'
import { StudyReports } from '../study/documents'

export type Counted = Pick<Meeting, 'verdict' | 'present' | 'reached' | 'expected'>

/** To which of these study was brought in that time (送学上门): told of by an officer who was there, not by themselves or their family. */
const broughtTo = async (store: Store, members: readonly Member[], from: number, to: number): Promise<ReadonlySet<string>> => {
  if (members.length === 0) return new Set()
  const reports = await store.table(StudyReports).findAll({ memberId: { in: idsOf(members) }, at: { gte: from, lt: to } })
  return new Set(reports.filter(({ by, memberId }) => by.memberId !== memberId && by.relation === undefined).map(one => one.memberId))
}

/**
 * Counts an activity whose door has closed, from its sheet. Who has to come: the committee to its own meeting; the branch's own full members to a general meeting,
 * who alone vote; else those who were expected. The frail who did not come and had study brought to them are reached, and held against no quorum.
 */
export const countMeeting = async ({ store, now }: Pick<Ports, 'store' | 'now'>, activity: Activity, duty: Duty): Promise<Counted> => {
  const on = dateOf(activity.startsAt)
  const branch = await store.table(Organizations).get(activity.branchId)
  const [invited, rows, book, committee] = await Promise.all([
    invitedAt(store, activity, now),
    store.table(Attendances).findAll({ activityId: activity._id }),
    regulationsFor(store, activity.path),
    duty === 'committee' && branch ? committeeStanding(store, branch) : null,
  ])
  const came = new Set(rows.filter(row => row.state === 'present' && inForce(row, activity)).map(row => row.memberId))
  if (committee) {
    const seated = committee(book, on).seatedOn(on)
    // Where none is known, what cannot be seen is not held against it.
    if (!seated) return { verdict: judgeMeeting(came.size, null), present: came.size, reached: 0, expected: 0 }
    const present = seated.filter(id => came.has(id)).length
    return { verdict: judgeMeeting(came.size, { present, due: seated.length }), present, reached: 0, expected: seated.length }
  }
  const general = duty === 'general-meeting'
  const asking = { on, branchKind: branch?.branchKind }
  const votes = (one: Member) =>
    belongedOn(membershipsOf(one), activity.branchId, on) === 'primary' &&
    !isProbationary(one, on, book.number('member.probation-months', asking))
  const concerned = invited.filter(one => (general ? votes(one) : isExpected(one._id, activity, true)))
  const days = book.number('rhythm.brought-days', asking)
  const frail = concerned.filter(one => !came.has(one._id) && isFrail(one))
  const reached = await broughtTo(store, frail, instantOf(on), instantOf(addDays(on, days + 1)))
  const present = concerned.filter(one => came.has(one._id)).length
  const figures = { present, reached: reached.size, expected: concerned.length - reached.size }
  const quorum = general && book.holds('branch.votes', asking) ? { present, due: figures.expected } : null
  return { verdict: judgeMeeting(came.size, quorum), ...figures }
}
