import type { Actor, Grant } from '../../../kernel/identity'
import type { Ports } from '../../../kernel/ports'
import type { PreviewedBranch } from './documents'

/** An import that is under way, by the officer's call or by the timer. */
export interface Importing extends Ports {
  previewId: string
  /** The officer who confirmed it, and the offices they hold now. */
  actor: Actor
  grants: readonly Grant[]
}

/** What is imported in one piece: the people of one branch. */
export type Part = PreviewedBranch
