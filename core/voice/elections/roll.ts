/**
 * Why a person with a vote who cannot come is not counted among those due, in the words of the regulation's six cases; each holds only with the consent of the
 * organization above and a vote of the meeting. Anyone else who is absent still counts.
 */
export const excusedReasons = ['illness', 'abroad', 'sentence', 'frail', 'moved', 'home'] as const
export type ExcusedReason = (typeof excusedReasons)[number]

/** Why a full member of the branch has no vote: on probation within the Party after a punishment, or with rights suspended. */
export const barredReasons = ['disciplined', 'suspended'] as const
export type BarredReason = (typeof barredReasons)[number]

/** What is known of a full member that may be one of the six reasons. */
interface Known {
  care: readonly string[]
  /** Living elsewhere for long, as the branch noted. */
  away: boolean
}

/** The reason that the roster suggests; it decides nothing. */
export const proposedReason = ({ care, away }: Known): ExcusedReason | undefined =>
  care.includes('bedridden') || care.includes('disabled') ? 'frail' : away ? 'home' : undefined

/** What was agreed to about those excused. */
interface Agreed {
  /** By the organization above. */
  above: boolean
  /** By the meeting. */
  meeting: boolean
}

export interface Roll {
  /** Those with a vote who are counted as due, and who of them came. */
  dueIds: string[]
  presentIds: string[]
  /** Named as excused, and counted as due all the same: it was not agreed to by both, or they came. */
  notExcused: string[]
}

/** Who is due and who came (应到会、实到会). `voters`: the full members of the branch on the day of the meeting. */
export const rollOf = (
  voters: readonly string[],
  came: ReadonlySet<string>,
  { excused, barred, agreed }: { excused: readonly string[]; barred: readonly string[]; agreed: Agreed },
): Roll => {
  const voting = voters.filter(id => !barred.includes(id))
  const isExcused = (id: string) => agreed.above && agreed.meeting && excused.includes(id) && !came.has(id)
  const dueIds = voting.filter(id => !isExcused(id))
  return {
    dueIds,
    presentIds: dueIds.filter(id => came.has(id)),
    notExcused: excused.filter(id => dueIds.includes(id)),
  }
}
