import type { ActivityKind } from '../../../../../core/life/activities/contract'
import { addDays, dateOf, instantOf } from '../../../../../core/shared/calendar'
import { sayPeriod, spanOf } from '../../../../../core/shared/obligations/periods'
import { kindOf } from '../kindChoice'
import { kindWords } from '../kinds'
import { likelyDate } from './defaults'
import type { FormText } from './form'

/** What a branch owes, for which an activity is put up: its kind, and the period that asks for it. */
export interface Wanted {
  kind: ActivityKind
  period: string
}

const isPeriod = (text: string): boolean => /^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?$/.test(text)

/** What an address asks for; undefined where it names nothing, or no period. */
export const wantedIn = (kind: string | undefined, period: string | undefined): Wanted | undefined =>
  kind !== undefined && period !== undefined && isPeriod(period) ? { kind: kindOf(kind), period } : undefined

/** A day in the period on which it may well be held: its usual one, a working day, or today; after the period's end the next working day. */
const dayFor = ({ kind, period }: Wanted, now: number): string => {
  const { from, to } = spanOf(period)
  const at = Math.max(now, instantOf(addDays(from, -1)))
  const days = [likelyDate(kind, at), likelyDate('study', at), dateOf(now)]
  return days.find(day => day >= from && day <= to) ?? likelyDate('study', now)
}

/** 11月支委会, 第四季度支部党员大会, 2026年组织生活会; with its day. */
export const formFor = (wanted: Wanted, now: number): Pick<FormText, 'kind' | 'title' | 'date'> => ({
  kind: wanted.kind,
  title: `${sayPeriod(wanted.period).replace(/^\d{4}年(?=.)/, '')}${kindWords[wanted.kind]}`,
  date: dayFor(wanted, now),
})
