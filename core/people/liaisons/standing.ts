import {
  allot,
  firstOpen,
  nextOpen,
  type Owed,
  owedIn,
  type OwedState,
  type Rhythm,
  type Standing,
  stateOf,
} from '../../shared/obligations/owed'
import { periodAfter, periodOn, periodsBetween, spanOf } from '../../shared/obligations/periods'
import type { DateText } from '../../shared/operation'

/** What is open next of a duty. */
export interface Next {
  period: string
  dueOn: DateText
}

/** The periods that a duty can be looked back over on a date: those since it began, or since two years ago, and the one that comes next. */
const lookedAt = (rhythm: Rhythm, { since }: Standing, today: DateText): string[] => {
  const back = `${String(Number(today.slice(0, 4)) - 1)}-01-01`
  return periodsBetween(periodOn(rhythm.pace, since > back ? since : back), periodAfter(periodAfter(periodOn(rhythm.pace, today))))
}

const next = (one: Owed | undefined): Next | null => (one ? { period: one.period, dueOn: one.dueOn } : null)

/** What comes next of visits, made on these dates: what was missed before the last is past. Null where nothing more is owed. */
export const nextVisit = (dates: readonly DateText[], rhythm: Rhythm, standing: Standing, today: DateText): Next | null => {
  const owed = owedIn(lookedAt(rhythm, standing, today), rhythm, standing)
  const held = allot(dates, owed, rhythm.pace)
  return next(nextOpen(owed, period => held.get(period)?.length ?? 0))
}

/** What comes next of reports, handed in for these periods: each stays owed until it is there. */
export const nextReport = (periods: readonly string[], rhythm: Rhythm, standing: Standing, today: DateText): Next | null =>
  next(firstOpen(owedIn(lookedAt(rhythm, standing, today), rhythm, standing), period => (periods.includes(period) ? 1 : 0)))

/** How what comes next stands on a date. */
export const stateNext = ({ period, dueOn }: Next, today: DateText): OwedState =>
  stateOf({ period, dueOn, owed: 1, span: spanOf(period) }, 0, today)
