import type { assessment as contract } from '../../../core/assessment/contract'
import type * as kernel from '../../kernel/use-case'
import { homes as people, type Member } from '../people/public'
import { Brands } from './brands/documents'
import { PartyHomes } from './homes/documents'
import { Remedies } from './remedies/documents'
import { AssessmentRounds } from './rounds/documents'

/** The collections of the documents that operations of this context are about. */
export const homes = { ...people, roundId: AssessmentRounds, remedyId: Remedies, brandId: Brands, homeId: PartyHomes } as const

/** Everything a use-case of this context may touch. */
export type Context<N extends keyof typeof contract> = kernel.Context<(typeof contract)[N], Member, typeof homes>
/** Use-cases of a part of this context: one function for each operation. */
export type Handlers<Part extends kernel.Operations> = kernel.Handlers<Part, Member, typeof homes>
