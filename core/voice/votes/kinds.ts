/** What is voted on (P52): 党建小实事, 服务明星, 多才多艺. */
export const voteKinds = ['deed', 'star', 'talent'] as const
export type VoteKind = (typeof voteKinds)[number]
export const voteKindWords: Readonly<Record<VoteKind, string>> = { deed: '党建小实事', star: '服务明星', talent: '多才多艺' }

/**
 * Names are gathered, the roll is made (`opening`), votes are cast, counted after the end, and told. `counting` is said of one whose end has come and whose
 * count is under way.
 */
export const voteStates = ['gathering', 'opening', 'open', 'counting', 'closed', 'cancelled'] as const
export type VoteState = (typeof voteStates)[number]

/** `listed` stands on the ballot, `proposed` does not yet; the others will not: they declined, the publisher struck them off, they are with us no more. */
export const candidateStates = ['listed', 'proposed', 'declined', 'struck', 'gone'] as const
export type CandidateState = (typeof candidateStates)[number]

/** More names than a person reads through, and more places than they choose. */
export const [MOST_CANDIDATES, MOST_SEATS] = [50, 20] as const
