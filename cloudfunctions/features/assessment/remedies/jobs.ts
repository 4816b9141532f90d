import { lateNotice, ownerNotice } from '../../../../core/assessment/remedies/notices'
import { noticesMayGoOut, reminderToday } from '../../../../core/life/public'
import { dateOf } from '../../../../core/shared/calendar'
import { eachRow, every, type Job } from '../../../kernel/jobs'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { secretariesOf } from '../../people/public'
import { Remedies, type Remedy } from './documents'
import { change } from './row'

const EACH_RUN = 100

/** Tells its owner, and once it is late the secretaries too; then notes it: cut off in between they are told again, which is the same message. */
const remindOf = async (ports: Ports, row: Remedy): Promise<void> => {
  const { store, now } = ports
  const what = reminderToday(row, dateOf(now))
  if (what && row.ownerId !== null) {
    await tell(ports, [row.ownerId], ownerNotice(row, what, now))
    if (what === 'late') {
      const desk = await secretariesOf(store, row)
      await tell(ports, desk.filter(one => one !== row.ownerId), lateNotice(row, now)) // prettier-ignore
    }
  }
  await change(store, row, before => ({ ...before, ...(what && before.dueOn === row.dueOn ? { reminded: what } : {}) }))
}

/** What branches have to put right: three days before its day, and once when it is late. */
const remindOfOwnRemedies: Job = async ports => {
  const { store, now } = ports
  if (!noticesMayGoOut(now)) return 0
  const due = await store
    .table(Remedies)
    .find({ remindOn: { lte: dateOf(now) } }, { order: [['remindOn', 'asc'], ['_id', 'asc']], limit: EACH_RUN }) // prettier-ignore
  return eachRow(due, 'remindOfOwnRemedies', row => remindOf(ports, row))
}

export const remedyJobs = { remindOfOwnRemedies: every(5, remindOfOwnRemedies) }
