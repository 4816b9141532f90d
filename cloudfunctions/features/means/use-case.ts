import type { means as contract } from '../../../core/means/contract'
import type * as kernel from '../../kernel/use-case'
import { within } from '../../kernel/use-case'
import { Activities } from '../life/public'
import { homes as people, type Member } from '../people/public'
import { DuesPayments } from './dues/documents'
import { dayOfBooking, VenueDays, Venues } from './venues/documents'

/** The collections of the documents that operations of this context are about. */
export const homes = {
  ...people,
  ...{ activityId: Activities, entryId: DuesPayments },
  ...{ venueId: Venues, bookingId: within(VenueDays, dayOfBooking) },
} as const

/** Everything a use-case of this context may touch. */
export type Context<N extends keyof typeof contract> = kernel.Context<(typeof contract)[N], Member, typeof homes>
/** Use-cases of a part of this context: one function for each operation. */
export type Handlers<Part extends kernel.Operations> = kernel.Handlers<Part, Member, typeof homes>
