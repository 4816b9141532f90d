import type { people as contract } from '../../../core/people/contract'
import type * as kernel from '../../kernel/use-case'
import { following } from '../../kernel/use-case'
import { Joinings } from './joining/documents'
import { type Member, Members, Organizations } from './documents'
import { Foundings } from './foundings/documents'
import { Transfers } from './memberships/documents'
import { Advisories, TalentAsks } from './talent/documents'
import { RosterPreviews } from './roster/documents'

/** Where the documents lie that operations of this context are about. */
export const homes = {
  branchId: Organizations,
  orgId: Organizations,
  memberId: Members,
  previewId: RosterPreviews,
  joiningId: Joinings,
  transferId: Transfers,
  foundingId: Foundings,
  askId: following(TalentAsks),
  advisoryId: Advisories,
} as const

/** All that a use-case of this context may touch. */
export type Context<N extends keyof typeof contract> = kernel.Context<(typeof contract)[N], Member, typeof homes>
/** Use-cases of a part of this context: one function for each operation. */
export type Handlers<Part extends kernel.Operations> = kernel.Handlers<Part, Member, typeof homes>
