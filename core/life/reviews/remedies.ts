import { addDays } from '../../shared/calendar'
import type { DateText } from '../../shared/operation'

/** How long before its day the person who owes a remedy is reminded, in days. */
const AHEAD = 3

/** What its person was reminded of last. */
export type Reminded = 'soon' | 'late'

/** A remedy as far as its clock goes. */
export interface Owed {
  dueOn: DateText
  doneOn?: DateText | undefined
  reminded?: Reminded | undefined
}

/** What its person is reminded of next, and on which day; null where nothing is left to say. */
export const nextReminder = ({ dueOn, doneOn, reminded }: Owed): { what: Reminded; on: DateText } | null => {
  if (doneOn !== undefined || reminded === 'late') return null
  return reminded === undefined ? { what: 'soon', on: addDays(dueOn, -AHEAD) } : { what: 'late', on: addDays(dueOn, 1) }
}

/** The day on which the first of them is to be spoken of; undefined where none is. */
export const remindOn = (remedies: readonly Owed[]): DateText | undefined =>
  remedies
    .flatMap(one => nextReminder(one)?.on ?? [])
    .sort()
    .at(0)

/** What is due to be said of one today: that it is late where its day has gone by, whatever was said before. */
export const reminderToday = (remedy: Owed, today: DateText): Reminded | null => {
  const next = nextReminder(remedy)
  if (!next || next.on > today) return null
  return remedy.dueOn < today ? 'late' : 'soon'
}

export const isLate = ({ dueOn, doneOn }: Owed, today: DateText): boolean => doneOn === undefined && dueOn < today
