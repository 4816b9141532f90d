import type { Going } from '../../../../core/people/organizations/going'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'

/**
 * One branch in the place of another (撤并), or of a part of it (拆分); `_id` is the branch that ends, or the one that is made. Written first; all that
 * goes over follows from this row, by the command or, where that was cut off, by the timer.
 */
export interface StoredSuccession extends Going {
  _id: string
  kind: 'merge' | 'split'
  fromName: string
  fromPath: string
  intoName: string
  paths: { from: string; into: string }[]
  /** Branches that had come to `from` before. */
  past: string[]
  /** Of a split: the groups and the people, beside those of the groups, who were chosen. */
  groupIds?: string[]
  memberIds?: string[]
  on: DateText
  reason: string
  documentNo?: string
  fileIds: string[]
  by: Actor
  at: Instant
  commandId: string
  /** Since when work is left for the timer; removed when all is done. */
  dueAt?: Instant
  /** All of it is done, and is looked at once more for what was written in the same moment. */
  again?: boolean
}
export const Successions = collection('successions', {
  indexes: [by('due', 'dueAt'), by('from', 'from', 'dueAt'), by('into', 'into', 'dueAt')],
  fates: stays,
  succession: 'stays',
  takeover: 'stays',
}).of<StoredSuccession>()
