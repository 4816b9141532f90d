import type { DateText } from '../operation'
import type { Festival } from './festivals'

/** A day that is off by way of exception, or worked. */
export interface DaysOff {
  date: DateText
  off: boolean
  name: string
}

/** A changed window of a festival, both days included. */
export interface WindowChange {
  festival: Festival
  from: DateText
  to: DateText
}

/** An organization's overrides of a year. */
export interface YearOverride {
  year: number
  /** The State Council's schedule of that year has been entered. */
  known: boolean
  days: readonly DaysOff[]
  windows: readonly WindowChange[]
}
