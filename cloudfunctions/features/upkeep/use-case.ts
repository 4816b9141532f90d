import type * as kernel from '../../kernel/use-case'
import { homes as people } from '../people/public'
import type { Member } from '../people/public'
import { HandOvers } from './documents'

/** The collections of the documents that operations of this context are about. */
export const homes = { ...people, exportId: HandOvers } as const

/** Use-cases of a part of this context: one function for each operation. */
export type Handlers<Part extends kernel.Operations> = kernel.Handlers<Part, Member, typeof homes>
