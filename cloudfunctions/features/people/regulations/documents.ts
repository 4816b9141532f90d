import type { OwnRule } from '../../../../core/people/regulations/rules'
import type { Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'

/** A number of the rule set as an organization set it; `_id` is the organization, the number, the kind of branch and the date. */
export interface StoredRule extends OwnRule {
  _id: string
  orgName: string
  by: Actor
  at: Instant
}
export const Regulations = collection('regulations', {
  indexes: [by('org', 'orgId', '_id')],
  fates: stays,
  succession: 'stays',
  takeover: 'none',
}).of<StoredRule>()
