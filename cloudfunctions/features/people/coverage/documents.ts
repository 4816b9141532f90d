import type { GapKind, Whole } from '../../../../core/people/coverage/kinds'
import type { DateText } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { Marked } from '../../../kernel/marks'

/** What one organization adds by itself to the wholes; `_id` is the organization. Marked where something in it changed. */
export interface CoveredOrg extends Marked {
  _id: string
  of: Record<Whole, number>
}
export const CoveredOrgs = collection('coverage', {
  indexes: [by('due', 'due')],
  fates: stays,
  succession: 'stays',
  takeover: 'none',
}).of<CoveredOrg>()

/** One organization or person that lacks something; `_id` is `<kind>:<id>`. Worked out again whenever its organization is, so that a person who left is on no list. */
export interface GapRow {
  _id: string
  kind: GapKind
  /** The organization or the member; of a person on no roster, their asking. */
  of: string
  asks?: boolean
  why: string
  orgId: string
  /** The organization and all above it. */
  scopes: string[]
  since: DateText
}
export const GapRows = collection('coverage-gaps', {
  indexes: [by('org', 'orgId', '_id'), by('within', 'scopes', 'kind', 'since', '_id')],
  fates: stays,
  succession: 'stays',
  takeover: 'stays',
}).of<GapRow>()
