import { addDays } from '../../shared/calendar'
import type { DateText } from '../../shared/operation'

/** Longer than any training. */
const MOST_DAYS = 60

/** May a training have been on these days, for so many half days? It is over or under way, and no day has more than two halves. */
export const isRightTraining = ({ from, to, halfDays }: { from: DateText; to: DateText; halfDays: number }, today: DateText): boolean =>
  from <= to && to <= today && to <= addDays(from, MOST_DAYS - 1) && addDays(from, Math.ceil(halfDays / 2) - 1) <= to
