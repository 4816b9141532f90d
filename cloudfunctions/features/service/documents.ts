import { moves, movesAndMeets } from '../../kernel/takeover'
import type { RequestKind } from '../../../core/shared/request-kinds'
import type { StoredPoint } from '../../kernel/geo'
import { by, collection, near } from '../../kernel/collection'
import { everywhere, stays } from '../../kernel/departures'
import type { Place } from '../../../core/shared/schemas'
import type { Claim, Shift } from '../../../core/service/posts/rules'
import type { ServiceRow } from '../../../core/service/posts/service-row'
import type { Clash } from '../../../core/shared/refusals'
import type { Instant } from '../../../core/shared/operation'
import type * as z from 'zod'
import type { Actor } from '../../kernel/identity'

export interface Post {
  _id: string
  orgId: string
  orgName: string
  /** The branch itself, or the one whose group put it up. */
  branchId: string
  path: string
  /** A word of P20 or one of the branch's own. */
  kind: string
  title: string
  place: z.infer<typeof Place>
  bring: string
  body: string
  contact: { name: string; phone?: string | undefined } | null
  audience: 'branch' | 'open' | 'teams'
  /** The groups and branches that may claim, where the audience is `teams`. */
  teams: { orgId: string; path: string }[]
  deadline: Instant | null
  /** Never taken away, never in another order; a cancelled one says so. */
  shifts: Shift[]
  /** All claims in the order in which they came: of each shift the first `places` hold a place, the others wait. */
  queue: (Claim & { by?: Actor })[]
  /** Grows with every change of the queue. */
  seq: number
  /** Who gave a place back late, and why. */
  withdrawn: { shiftId: string; memberId: string; name: string; at: Instant; reason: string }[]
  /** Start of the first shift and end of the last that is not cancelled. */
  startsAt: Instant
  endsAt: Instant
  state: 'published' | 'cancelled'
  cancelReason?: string
  /** The command that cancelled it: sent again, it tells the people it missed. */
  cancelCommand?: string
  cancelledAt?: Instant
  secret: string
  createdBy: Actor
  createdAt: Instant
  /** Grows with every change that people are told of. */
  version: number
  changes: {
    commandId: string
    version: number
    at: Instant
    by: Actor
    said: string[]
    moved: string[]
    before: Shift[]
    /** Whose sign-in it left with the former hours. */
    left?: { shiftId: string; memberId: string }[]
    /** Who came to hold two shifts at once; their place was given back, or not. */
    clashes?: z.infer<typeof Clash>[]
    released?: true
    /** Who waited for the places that it freed. */
    moves?: NonNullable<Post['moves']>
    reason?: string
  }[]
  /** Cards in group chats that count the places. */
  cards: { activityId: string; expiresAt: Instant; madeAt: Instant }[]
  /** When they were last told that it is full: one made before that counts no more. */
  fullAt?: Instant
  /** A place came free: who waited then, for the timer, should the call that freed it be cut off before the next in line was told. */
  moves?: { shiftId: string; version: number; waiting: string[] }[]
  /** The queue changed, and the cards may not show it yet or those who moved up may not know. */
  cardDue?: Instant
  /** When the timer has to look at it next. */
  lookAt?: Instant
  thanks?: { text: string; at: Instant }
  /** It holds a month's duty at this station (P21). */
  stationId?: string
}

/** One change of a post, as its history keeps it. */
export type PostChange = Post['changes'][number]

export const Posts = collection('posts', {
  indexes: [
    by('branch', 'branchId', 'endsAt', '_id'),
    by('queue', 'queue.memberId', 'endsAt', '_id'),
    by('offered', 'queue.offer.to', 'endsAt'),
    by('teams', 'teams.orgId', 'endsAt'),
    by('look', 'lookAt'),
    by('card', 'cardDue'),
  ],
  fates: everywhere('released'),
  succession: 'goes',
  takeover: movesAndMeets(['queue.memberId', 'queue.offer.to'], { once: { queue: ['shiftId'] }, version: 'seq' }),
}).of<Post>()

/** The one row of a person on a shift; its `_id` is `${postId}:${shiftId}:${memberId}`, so that hours are credited once. */
export interface Service extends ServiceRow<Actor> {
  _id: string
  postId: string
  shiftId: string
  /** Of a muster, whose id and cell stand for post and shift. */
  muster?: true
  memberId: string
  kind: string
  title: string
  /** The start of the shift. */
  startsAt: Instant
  /** Grows with every change. */
  version?: number
}
export const Services = collection('services', {
  indexes: [by('post', 'postId', '_id'), by('member', 'memberId', '_id'), by('hours', 'memberId', 'startsAt')],
  fates: stays,
  succession: 'none',
  takeover: movesAndMeets(['memberId']),
}).of<Service>()

export interface PostFeedback {
  _id: string
  postId: string
  memberId: string
  name: string
  text: string
  photoFileIds: string[]
  at: Instant
  by: Actor
}
export const PostFeedbacks = collection('post-feedback', {
  indexes: [by('post', 'postId', '_id'), by('member', 'memberId', '_id')],
  fates: stays,
  succession: 'none',
  takeover: movesAndMeets(['memberId']),
}).of<PostFeedback>()

/** A service team of an organization (P21), as far as dispatching needs it. */
export interface Team {
  _id: string
  orgId: string
  path: string
  name: string
  kinds: RequestKind[]
  memberIds: string[]
  /** Where it is found; members of it who told no home are looked for there. */
  point?: StoredPoint
  createdBy: Actor
}
export const Teams = collection('teams', {
  indexes: [by('organization', 'orgId', 'kinds'), by('below', 'path'), by('members', 'memberIds'), near('near', 'point')],
  fates: stays,
  succession: 'goes',
  takeover: moves(['memberIds'], { once: { memberIds: [] } }),
}).of<Team>()
