import type { voice as contract } from '../../../core/voice/contract'
import type * as kernel from '../../kernel/use-case'
import { homes as people, type Member } from '../people/public'
import { Activities } from '../life/public'
import { BallotBoxes } from './ballots/documents'
import { Rounds } from './rounds/documents'
import { Elections } from './elections/documents'
import { Suggestions } from './suggestions/documents'
import { Votes } from './votes/documents'

/** The collections of the documents that operations of this context are about. */
export const homes = {
  ...people,
  ...{ activityId: Activities, suggestionId: Suggestions, surveyId: BallotBoxes },
  ...{ electionId: Elections, voteId: Votes, roundId: Rounds },
} as const

/** Everything a use-case of this context may touch. */
export type Context<N extends keyof typeof contract> = kernel.Context<(typeof contract)[N], Member, typeof homes>
/** Use-cases of a part of this context: one function for each operation. */
export type Handlers<Part extends kernel.Operations> = kernel.Handlers<Part, Member, typeof homes>
