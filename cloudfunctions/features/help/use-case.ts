import type { help as contract } from '../../../core/help/contract'
import type * as kernel from '../../kernel/use-case'
import { following } from '../../kernel/use-case'
import { homes as people } from '../people/public'
import type { Member } from '../people/public'
import { Requests } from './documents'
import { Consultations } from './hours/documents'
import { Wishes } from './wishes/documents'

/** The collections of the documents that operations of this context are about. */
export const homes = { ...people, requestId: following(Requests), hoursId: Consultations, wishId: following(Wishes) } as const

/** Everything a use-case of this context may touch. */
export type Context<N extends keyof typeof contract> = kernel.Context<(typeof contract)[N], Member, typeof homes>
/** Use-cases of a part of this context: one function for each operation. */
export type Handlers<Part extends kernel.Operations> = kernel.Handlers<Part, Member, typeof homes>
