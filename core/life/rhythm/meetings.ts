import type { Duty } from '../../people/public'
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
  /** Of those due: who came; whom study was brought to at home; how many are due without these. */
  present: number
  reached: number
  due: number
}

/** Whether as many came as have to: half or more (条例 Art 11, 12: 半数以上 contains the half). */
export const isQuorate = ({ present, due }: Pick<Meeting, 'present' | 'due'>): boolean => 2 * present >= due

/**
 * What an activity that is over counts for. Without one sign-in there is no sheet; `quorum`: who came of those who have to, where the rules ask for half of them.
 */
export const judgeMeeting = (signedIn: number, quorum: Pick<Meeting, 'present' | 'due'> | null): Exclude<Verdict, 'planned'> => {
  if (signedIn === 0) return 'no-sheet'
  return quorum && !isQuorate(quorum) ? 'below-quorum' : 'held'
}
