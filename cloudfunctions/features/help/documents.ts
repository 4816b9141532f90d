import type { Case } from '../../../core/help/requests/case'
import type { Settings } from '../../../core/help/requests/contract-views'
import type { Filing } from '../../../core/help/requests/filing'
import type { RequestKind } from '../../../core/shared/request-kinds'
import type { Instant } from '../../../core/shared/operation'
import type { StoredPoint } from '../../kernel/geo'
import type { Actor } from '../people/documents'

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
