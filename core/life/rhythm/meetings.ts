import type { Duty } from '../../people/public'
import { isQuorate, type Voters } from '../records/votes'
import type { DateText } from '../../shared/operation'

/** What an activity counts for: still to come; held; over without a sign-in; over with fewer than the rules ask. */
export const verdicts = ['planned', 'held', 'no-sheet', 'below-quorum'] as const
export type Verdict = (typeof verdicts)[number]

/** An activity of the kind of a duty, as the rhythm counts it. */
export interface Meeting {
  activityId: string
  duty: Duty
  title: string
  on: DateText
  verdict: Verdict
  /** Of those who are to come: how many came; how many more study was brought to at home; how many they are without these. */
  present: number
  reached: number
  expected: number
}

/**
 * What an activity that is over counts for. Without one sign-in there is no sheet; `quorum`: those with a vote, where the rules ask for half of them (条例 Art
 * 11, 12).
 */
export const judgeMeeting = (signedIn: number, quorum: Voters | null): Exclude<Verdict, 'planned'> => {
  if (signedIn === 0) return 'no-sheet'
  return quorum && !isQuorate(quorum) ? 'below-quorum' : 'held'
}
