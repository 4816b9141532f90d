import type { care as contract } from '../../../core/care/contract'
import type * as kernel from '../../kernel/use-case'
import { following } from '../../kernel/use-case'
import { homes as people, type Member, Members } from '../people/public'
import { Partners } from './pairings/documents'
import { Pledges } from './pledges/documents'
import { Visits } from './visits/documents'

/** The collections of the documents that operations of this context are about. */
export const homes = {
  ...people,
  visitId: following(Visits),
  helperId: [Members, Partners],
  partnerId: Partners,
  pledgeId: Pledges,
} as const

/** Everything a use-case of this context may touch. */
export type Context<N extends keyof typeof contract> = kernel.Context<(typeof contract)[N], Member, typeof homes>
/** Use-cases of a part of this context: one function for each operation. */
export type Handlers<Part extends kernel.Operations> = kernel.Handlers<Part, Member, typeof homes>
