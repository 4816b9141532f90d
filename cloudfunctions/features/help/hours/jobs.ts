import { reminderNotice } from '../../../../core/help/hours/notices'
import { dueReminders } from '../../../../core/help/hours/reminders'
import { eachRow, type Job } from '../../../kernel/jobs'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { toldAll } from './change'
import { Consultations, type Consultation } from './documents'
import { tellNews } from './telling'

const EACH_RUN = 100

/** Tells what was left untold and reminds of what is near; twice is the same message. */
const lookAt = async (ports: Ports, row: Consultation): Promise<void> => {
  await tellNews(ports, row)
  for (const { booking, which } of dueReminders(row.bookings, ports.now))
    await tell(ports, [booking.memberId], reminderNotice(row, booking, which, booking.at))
  await toldAll(ports, row)
}

/** Consultation hours whose reminders are due, or of which people have still to hear (P33). */
export const remindOfHours: Job = async ports => {
  const due = await ports.store.table(Consultations).find({ lookAt: { lte: ports.now } }, { order: [['lookAt', 'asc']], limit: EACH_RUN })
  return eachRow(due, 'remindOfHours', row => lookAt(ports, row))
}
