import type { Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'

/** The theme of a branch for a quarter (S3 每季一主题); `_id` is `${branchId}:${quarter}`. */
export interface Theme {
  _id: string
  branchId: string
  quarter: string
  title: string
  by: Actor
  at: Instant
}
export const Themes = collection('themes', {
  indexes: [by('branch', 'branchId', 'quarter')],
  fates: stays,
  takeover: 'stays',
  // Which theme a quarter had belongs to the branch that had it.
  succession: 'stays',
}).of<Theme>()
