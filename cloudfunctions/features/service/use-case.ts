import type { service as contract } from '../../../core/service/contract'
import type * as kernel from '../../kernel/use-case'
import { homes as people } from '../people/public'
import type { Member } from '../people/public'
import { Posts } from './documents'
import { Honours } from './honours/documents'
import { Musters } from './musters/documents'
import { Stations, StationWords } from './stations/documents'

/** Where the documents lie that operations of this context are about. */
export const homes = {
  ...people,
  postId: Posts,
  honourId: Honours,
  stationId: Stations,
  wordId: StationWords,
  musterId: Musters,
} as const

/** All that a use-case of this context may touch. */
export type Context<N extends keyof typeof contract> = kernel.Context<(typeof contract)[N], Member, typeof homes>
/** Use-cases of a part of this context: one function for each operation. */
export type Handlers<Part extends kernel.Operations> = kernel.Handlers<Part, Member, typeof homes>
