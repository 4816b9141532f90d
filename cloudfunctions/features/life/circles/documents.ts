import type { CircleKind } from '../../../../core/life/circles/kinds'
import type { Placing } from '../../../../core/life/circles/rules'
import type { Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { everywhere, stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'
import { moves } from '../../../kernel/takeover'

/** Members who do something together (P15). Who is in it stands in it. */
export interface Circle {
  _id: string
  orgId: string
  path: string
  kind: CircleKind
  name: string
  words: string
  teacher: string
  open: boolean
  /** Of one that was ever open: the organization whose people may look at it. */
  near?: string
  /** The same as rights see it. */
  audience: 'branch' | 'teams'
  teams?: { path: string }[]
  organizerIds: string[]
  members: { memberId: string; at: Instant; by?: Actor }[]
  createdBy: Actor
  createdAt: Instant
  closedAt?: Instant
}
export const Circles = collection('circles', {
  indexes: [
    by('org', 'orgId', '_id'),
    by('near', 'near', '_id'),
    by('place', 'path', '_id'),
    by('member', 'members.memberId', '_id'),
    by('organizer', 'organizerIds'),
  ],
  fates: everywhere('released'),
  takeover: moves(['members.memberId', 'organizerIds'], { once: { members: [], organizerIds: [] } }),
  succession: 'goes',
}).of<Circle>()

/** The places of a match. What stood before it was put right stays beside it. */
export interface CircleResult {
  _id: string
  circleId: string
  activityId?: string
  title: string
  places: Placing[]
  /** When it was written down first, by which it stands in its list. */
  at: Instant
  saidAt: Instant
  by: Actor
  history: { title: string; places: Placing[]; saidAt: Instant; by: Actor }[]
}
export const CircleResults = collection('circle-results', {
  indexes: [by('circle', 'circleId', 'at', '_id'), by('member', 'places.memberId')],
  fates: stays,
  takeover: moves(['places.memberId'], { once: { places: [] } }),
  succession: 'none',
}).of<CircleResult>()
