/** `admission`: to take a person in, or to make them a full member; then more than half must be there, not merely half. */
export const resolutionKinds = ['general', 'admission'] as const
export type ResolutionKind = (typeof resolutionKinds)[number]

/** Votes as they were counted at the meeting. */
export interface Counts {
  for: number
  against: number
  abstain: number
}

/** Those with a vote: how many were due at the meeting, and how many of them came. */
export interface Voters {
  due: number
  present: number
}

/**
 * `inquorate`: too few were there to vote at all. `miscounted`: more votes than voters who were there, so that nothing can be said until either is put
 * right.
 */
export type Vote = 'passed' | 'rejected' | 'inquorate' | 'miscounted'

/** Enough of them are there to vote: half of those due or more (半数以上), of an admission more than half (超过半数). */
export const isQuorate = ({ due, present }: Voters, kind: ResolutionKind = 'general'): boolean =>
  due > 0 && (kind === 'admission' ? 2 * present > due : 2 * present >= due)

/** The fewest who must be there. */
export const leastPresent = ({ due }: Pick<Voters, 'due'>, kind: ResolutionKind = 'general'): number =>
  kind === 'admission' ? Math.floor(due / 2) + 1 : Math.ceil(due / 2)

/** The fewest votes in favour: more than half of those due, never of those present (超过应到会有表决权的党员的半数). */
export const leastFor = ({ due }: Pick<Voters, 'due'>): number => Math.floor(due / 2) + 1

/** What became of a resolution (中国共产党支部工作条例（试行）第十一条). Compared by doubling, never by dividing: exactly half is not more than half. */
export const judgeVote = (counts: Counts, voters: Voters, kind: ResolutionKind = 'general'): Vote => {
  if (counts.for + counts.against + counts.abstain > voters.present) return 'miscounted'
  if (!isQuorate(voters, kind)) return 'inquorate'
  return 2 * counts.for > voters.due ? 'passed' : 'rejected'
}

export const voteWords: Readonly<Record<Vote, string>> = {
  passed: '通过',
  rejected: '没有通过',
  inquorate: '到会人数不够，表决无效',
  miscounted: '票数比到会的人多，请核对',
}

/** Both bases and the verdict, as the book and the secretary's page say them. `who`: 党员 or 委员. */
export const sayVote = (counts: Counts, voters: Voters, kind: ResolutionKind, who: string): string => {
  const { due, present } = voters
  const meet = `应到会有表决权的${who} ${String(due)} 人，实到 ${String(present)} 人（须到 ${String(leastPresent(voters, kind))} 人）`
  const votes = `赞成 ${String(counts.for)} 票（须 ${String(leastFor(voters))} 票），反对 ${String(counts.against)} 票，弃权 ${String(counts.abstain)} 票`
  return `${meet}；${votes}：${voteWords[judgeVote(counts, voters, kind)]}`
}
