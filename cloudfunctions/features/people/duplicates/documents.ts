import type { Actor } from '../../../kernel/identity'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { Instant } from '../../../../core/shared/operation'

/**
 * Two records of one person that became one (`member.merge`); `_id` is the record that was taken over. Written first; everything that moves or is given
 * back follows from this row, by the command or, where that was cut off, by the timer. It stays, so that the audit of the former record can be followed.
 */
export interface Merge {
  _id: string
  /** The record that stays. */
  into: string
  name: string
  intoName: string
  /** The branch of the record that stays. */
  branchId: string
  /** Every organization that one of the two belonged to. */
  homes: string[]
  state: 'merged' | 'undone'
  by: Actor
  at: Instant
  undoUntil: Instant
  undoneBy?: Actor
  /** Since when work is left for the timer; removed when all is done. */
  dueAt?: Instant
  /** All of it is done, and is looked at once more for what was written in the same moment. */
  again?: boolean
  /** Grows with each change of the state. */
  round: number
  /** Rows that could not be given back. */
  lost?: number
  /** Every command that merged it: repeated after an undo, it merges nothing. */
  commands: string[]
}
export const Merges = collection('merges', {
  indexes: [by('branch', 'branchId', 'undoUntil'), by('due', 'dueAt')],
  fates: stays,
  succession: 'stays',
  takeover: 'stays',
}).of<Merge>()
