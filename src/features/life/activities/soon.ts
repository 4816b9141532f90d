import { addDays, dateOf, instantOf } from '../../../../core/shared/calendar'
import { now } from '../../../platform/clock'

/** Midnight so many days ago: the same all day long, so that a list is asked for once. */
export const daysAgo = (days: number): number => instantOf(addDays(dateOf(now()), -days))
