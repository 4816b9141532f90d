import type { DateText, Instant } from '../../shared/operation'
import { dateOf } from '../../shared/calendar'

const DAY = 24 * 60 * 60_000
/** Suggestions are gathered, jurors score them, and what came of it is told. */
export const roundStates = ['gathering', 'judging', 'closed'] as const
export type RoundState = (typeof roundStates)[number]

/** What a juror says by one tap, the least first. */
export const SCORES = [1, 2, 3, 4, 5] as const
export const scoreWords: Readonly<Record<(typeof SCORES)[number], string>> = { 1: '一般', 2: '还行', 3: '不错', 4: '很好', 5: '特别好' }

/** Jurors of one round; suggestions that one jury reads. */
export const [LEAST_JURORS, MOST_JURORS, MOST_ENTRIES] = [2, 15, 300] as const
/** No round is under way for longer, and none looks back further. */
const [MOST_DAYS, LOOKS_BACK_DAYS] = [180, 400] as const

/** Suggestions come from a day up to an instant, and are judged until a later one that is ahead. */
export const roundTimesRight = (
  { from, gatherUntil, judgeUntil }: { from: DateText; gatherUntil?: Instant | undefined; judgeUntil: Instant },
  now: Instant,
): boolean => {
  const begins = gatherUntil ?? now
  return (
    begins >= now &&
    judgeUntil > begins &&
    judgeUntil <= now + MOST_DAYS * DAY &&
    from <= dateOf(begins) &&
    from >= dateOf(now - LOOKS_BACK_DAYS * DAY)
  )
}

/** What the jury said of one suggestion together. */
export interface Spread {
  /** How many scored it. */
  scores: number
  /** Hundredths. */
  mean: number
  low: number
  high: number
}

/** The scores of one suggestion as one line; what no juror scored has none. */
export const spreadOf = (scores: readonly number[]): Spread | null =>
  scores.length === 0
    ? null
    : {
        scores: scores.length,
        mean: Math.round((100 * scores.reduce((sum, one) => sum + one, 0)) / scores.length),
        low: Math.min(...scores),
        high: Math.max(...scores),
      }

/** The places by what the jury said, from 1 on: equal means share a place; what was not scored comes last. */
export const rankOf = (means: readonly (number | undefined)[]): number[] =>
  means.map(one => 1 + means.filter(other => (other ?? 0) > (one ?? 0)).length)

/** 4.35分 */
export const sayMean = (mean: number): string => `${(mean / 100).toFixed(2).replace(/0$/u, '')}分`
