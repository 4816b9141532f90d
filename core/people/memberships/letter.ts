import { addDays, addMonths } from '../../shared/calendar'
import type { DateText, Role } from '../../shared/operation'

export const transferStates = ['open', 'received', 'refused', 'cancelled'] as const
export type TransferState = (typeof transferStates)[number]

/** The two clocks of a letter. */
export interface Clocks {
  /** The last day on which the answer is in time. */
  dueOn: DateText
  /** The last day on which the letter can be received. */
  validUntil: DateText
}

/** The clocks of a letter written on a day: an answer within the months of a receipt, and never after the letter itself has lapsed. */
export const clocksOf = (startedOn: DateText, months: { letter: number; receipt: number }): Clocks => ({
  dueOn: addMonths(startedOn, Math.min(months.receipt, months.letter)),
  validUntil: addMonths(startedOn, months.letter),
})

interface Letter extends Clocks {
  state: TransferState
}

export const isOverdue = ({ state, dueOn }: Pick<Letter, 'state' | 'dueOn'>, today: DateText): boolean => state === 'open' && today > dueOn
/** A letter that has lapsed cannot be received any more; the sending branch writes another. */
export const hasLapsed = ({ state, validUntil }: Pick<Letter, 'state' | 'validUntil'>, today: DateText): boolean =>
  state === 'open' && today > validUntil

/** Which officers hear of a letter that was not answered, one after the other: the secretaries of both branches, the streets, the bureau. */
export const rungs = ['secretary', 'street', 'bureau'] as const satisfies readonly Role[]
export type Rung = (typeof rungs)[number]
/** How long a street is given after the secretaries, in days. */
const STREET_AFTER = 7

/** The day on which a rung hears of it: the first day it is late, a week later, and when the letter lapses (a week after the street at the latest). */
export const hearsOn = ({ dueOn, validUntil }: Clocks, rung: Rung): DateText => {
  const late = addDays(dueOn, 1)
  if (rung === 'secretary') return late
  const street = addDays(late, STREET_AFTER)
  if (rung === 'street') return street
  const lapsed = addDays(validUntil, 1)
  return lapsed > street ? lapsed : addDays(street, STREET_AFTER)
}

/** The rung that is to hear next, after so many have; undefined where all have. */
export const rungAfter = (told: number): Rung | undefined => rungs[told]
