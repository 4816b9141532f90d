import type { DateText, Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'
import { moves } from '../../../kernel/takeover'

/** A handing-out to a member. */
export interface Given {
  memberId: string
  name: string
  count: number
  on: DateText
  /** When it was ticked that they have it, and who did. */
  gotOn?: DateText
  gotBy?: string
}
/** A handing-on to an organization below; what it got is a stock of its own. */
export interface Sent {
  orgId: string
  name: string
  path: string
  count: number
  on: DateText
}

/**
 * What an organization received of a material and where it went (P13): all in one row, so that one write decides and the counts always balance. `_id` of one that
 * was sent from above is `${the row there}:${organization}`.
 */
export interface Material {
  _id: string
  orgId: string
  path: string
  title: string
  received: number
  on: DateText
  given: Given[]
  sent: Sent[]
  from?: { orgId: string; name: string }
  /** When what was sent from above came. */
  arrivedOn?: DateText
  createdBy: Actor
  createdAt: Instant
  /** Grows with every change of what went out. */
  version: number
}
export const Materials = collection('materials', {
  indexes: [by('org', 'orgId', 'createdAt', '_id'), by('given', 'given.memberId', 'createdAt', '_id')],
  fates: stays,
  // Handed to under both records, both stand: what went out stays what it was.
  takeover: moves(['given.memberId'], { version: 'version' }),
  succession: 'goes',
}).of<Material>()
