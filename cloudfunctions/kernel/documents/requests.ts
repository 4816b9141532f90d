import type { Case } from '../../../core/requests/case'
import type { Settings } from '../../../core/requests/contract-views'
import type { Filing } from '../../../core/requests/filing'
import type { RequestKind } from '../../../core/requests/kinds'
import type { Instant } from '../../../core/shared/operation'
import type { StoredPoint } from '../geo'
import type { Actor } from './people'

/** A request for help and what the indexes see of it (P30). */
export interface HelpRequest extends Case, Filing {}

/** A service team of an organization (P21), as far as dispatching needs it. */
export interface Team {
  _id: string
  orgId: string
  path: string
  name: string
  kinds: RequestKind[]
  memberIds: string[]
  /** Where it is found; whoever of it told no home is looked for there. */
  point?: StoredPoint
  createdBy: Actor
}

/** The ladder's clocks of one organization and everything below it. */
export interface DispatchSettings extends Settings {
  _id: string
  name: string
  by: Actor
  at: Instant
}
