import { dateOf } from './calendar'
import { overlap, type Hours } from './hours'
import type { DateText, Instant } from './operation'

/**
 * Who holds which span of a thing that one at a time can have: an hour of a doctor, a day of a person or a car, an evening of a room. The holdings stand in one
 * document, so that one conditional write on it decides; these are the rules that the write is judged by.
 */
export interface Holding extends Hours {
  /** What holds it; the same key holds a span once. */
  key: string
}

/** The first holding of another key that lies upon a span. */
export const holdingOn = <H extends Holding>(holdings: readonly H[], wanted: Holding): H | undefined =>
  holdings.find(one => one.key !== wanted.key && overlap(one, wanted))

/** Of spans of time, those that none of the holdings touches, soonest first. */
export const freeOf = <S extends Hours>(spans: readonly S[], holdings: readonly Hours[]): S[] =>
  spans.filter(span => !holdings.some(one => overlap(one, span))).sort((one, other) => one.startsAt - other.startsAt)

/** The holdings with one more, or with a new span for the same key; those that are over are dropped. Undefined where another holds the time. */
export const taken = <H extends Holding>(holdings: readonly H[], wanted: H, now: Instant): H[] | undefined =>
  holdingOn(holdings, wanted) ? undefined : [...holdings.filter(one => one.key !== wanted.key && one.endsAt > now), wanted]

/** Do two of the spans lie upon each other? */
export const liesUponItself = (spans: readonly Hours[]): boolean => {
  const sorted = [...spans].sort((one, other) => one.startsAt - other.startsAt)
  return sorted.some((span, index) => {
    const next = sorted[index + 1]
    return next !== undefined && overlap(span, next)
  })
}

const WEEK = 7 * 24 * 3_600_000

/** Spans that come again each week at the same time of the clock, `times` in all; those of one week stand together. */
export const weekly = <S extends Hours>(first: readonly S[], times: number): S[] =>
  Array.from({ length: times }, (_, week) => week).flatMap(week =>
    first.map(span => ({ ...span, startsAt: span.startsAt + week * WEEK, endsAt: span.endsAt + week * WEEK })),
  )

/** What becomes of one date of a series: it is made whole, or something of it lies upon what is held already. */
export type DateVerdict<H> = { date: DateText; state: 'made' } | { date: DateText; state: 'clash'; with: H }

/** A verdict for each date of a series: one that clashes stands in the way of no other. */
export const verdictsOf = <H extends Hours>(spans: readonly Hours[], held: readonly H[]): DateVerdict<H>[] =>
  [...new Set(spans.map(one => dateOf(one.startsAt)))].sort().map(date => {
    const day = spans.filter(one => dateOf(one.startsAt) === date)
    const clash = held.find(one => day.some(span => overlap(one, span)))
    return clash ? { date, state: 'clash', with: clash } : { date, state: 'made' }
  })
