import { yearOf } from '../../../../core/care/pledges/rules'
import type { DateText } from '../../../../core/shared/operation'
import type { Partner } from '../pairings/documents'
import { dateOf } from '../../../../core/shared/calendar'
import type { Pledge } from './documents'

/** The pledge as it is owed: it ends with the whole partnership at the latest. */
export const owedOf = (pledge: Pledge, partner: Pick<Partner, 'endedAt'> | undefined): Pledge => {
  const ended = partner?.endedAt === undefined ? undefined : dateOf(partner.endedAt)
  const until = [pledge.until, ended].filter(one => one !== undefined).toSorted()[0]
  return until === undefined ? pledge : { ...pledge, until }
}

/** A year of it, as both sides see it. */
export const shownOf = (pledge: Pledge, year: number, today: DateText) => {
  const { what, per, times, acts } = pledge
  const { periods, owed, done, overdue } = yearOf(pledge, acts, year, today)
  return {
    ...{ what, per, times, owed, done, overdue },
    periods: periods.map(one => ({ period: one.period, owed: one.owed, done: one.done.length, dueOn: one.dueOn, state: one.state })),
  }
}

/** What was done in a year, the latest first. */
export const actsOf = ({ acts }: Pledge, year: number) =>
  acts.filter(one => one.on.startsWith(String(year))).toSorted((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0))
