import type { DateText } from '../operation'
import type { Festival } from './festivals'

/** A day that is off though it would not be, or worked though it would be off. */
export interface DaysOff {
  date: DateText
  off: boolean
  name: string
}

/** Another window of a festival than the usual one, both days included. */
export interface WindowChange {
  festival: Festival
  from: DateText
  to: DateText
}

/** What an organization says of a year. */
export interface YearOverride {
  year: number
  /** The State Council's schedule of that year has been entered. */
  known: boolean
  days: readonly DaysOff[]
  windows: readonly WindowChange[]
}
