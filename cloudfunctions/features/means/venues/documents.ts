import type { Access, BookingState } from '../../../../core/means/venues/kinds'
import type { Booking as Held, Equipment, Loan as Lent, Sharing } from '../../../../core/means/venues/rules'
import type { Hours } from '../../../../core/shared/hours'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { by, collection, near } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { StoredPoint } from '../../../kernel/geo'
import type { Actor } from '../../../kernel/identity'

/** A themed programme of the owner (套餐). */
interface Programme {
  title: string
  words?: string | undefined
  minutes?: number | undefined
}

/** A piece of equipment that is out. */
export interface Loan extends Lent {
  loanId: string
  to: string
  dueOn: DateText
  lentOn: DateText
  by: Actor
}

/** A room (P71). Who has it when stands in its days. */
export interface Venue {
  _id: string
  orgId: string
  orgName: string
  path: string
  /** The organizations on its path, whose officers list it. */
  scopes: string[]
  /** As rights see it: every member may look at it. */
  audience: 'open'
  name: string
  address: string
  point?: StoredPoint
  seats: number
  access: Access
  accessWords: string
  equipment: Equipment[]
  shared: boolean
  sharing?: Sharing & { days?: number[] | undefined }
  opens: string
  closes: string
  /** 1 (Monday) to 7 (Sunday). */
  days: number[]
  photoFileIds: string[]
  programmes: Programme[]
  /** What is lent just now, and what came back of late. */
  loans: Loan[]
  returned: (Loan & { backOn: DateText })[]
  /** What the printed code at its door says. */
  code: string
  state: 'open' | 'ended'
  /** Of one that is no more: when its days are looked through once again, for what was booked at that instant. */
  sweepDue?: Instant
  endReason?: string
  createdBy: Actor
  createdAt: Instant
  /** Grows with every change. */
  version: number
}
export const Venues = collection('venues', {
  indexes: [
    by('organization', 'orgId', 'state', '_id'),
    by('below', 'scopes', 'state', '_id'),
    by('all', 'scopes', '_id'),
    by('code', 'code'),
    by('sweep', 'sweepDue'),
    near('near', 'point', 'state'),
  ],
  fates: stays,
  takeover: 'stays',
  succession: 'goes',
}).of<Venue>()

/** A booking of one date. */
export interface Booking extends Held {
  /** For which organization, and where it stands. */
  orgId: string
  path: string
  by: Actor
  at: Instant
  state: BookingState
  purpose: string
  /** Of one for an activity: its hours when this was booked, so that it follows them. */
  for?: Hours
  /** It came with the activity's own form: it goes where the activity says. */
  byForm?: true
  programme?: string
  equipment?: string[]
  people?: number
  came?: number
  /** `withActivity`: it went with its activity, and comes back with it. */
  cancelled?: { by: string; at: Instant; reason?: string; withActivity?: true }
  /** Of one for an activity: who came was counted, when it was over. */
  counted?: true
}

/** What people have to be told, noted with what happened; the timer tells it. */
export interface News {
  what: 'booked' | 'gave-back' | 'called-off' | 'closed' | 'lost'
  bookingId: string
  to: 'owner' | 'holder'
  by: string
  at: Instant
  reason?: string
}

/** A date of a room: which booking holds which quarter of an hour stands in it, so that one write decides. `_id` is room and date. */
export interface VenueDay {
  _id: string
  venueId: string
  venueName: string
  date: DateText
  /** Of the room, as are `scopes` and its owner. */
  path: string
  scopes: string[]
  ownerId: string
  /** As rights see it: the use-cases judge who may do what to a booking. */
  audience: 'open'
  /** By the number of the quarter, from midnight on: the booking that holds it. What is not there, or null, is free. */
  cells: Record<string, string | null>
  bookings: Booking[]
  /** For which organizations. */
  orgIds: string[]
  /** It stays closed on that day. */
  off?: { reason: string; by: Actor; at: Instant }
  news: News[]
  /** When the timer looks at it next. */
  lookAt?: Instant
  /** Grows with every change. */
  version: number
}
export const VenueDays = collection('venue-days', {
  indexes: [
    by('room', 'venueId', 'date', '_id'),
    by('below', 'scopes', 'date', '_id'),
    by('owner', 'ownerId', 'date', '_id'),
    by('booked', 'orgIds', 'date', '_id'),
    by('activity', 'bookings.activityId', 'date'),
    by('look', 'lookAt'),
  ],
  fates: stays,
  takeover: 'stays',
  succession: 'goes',
}).of<VenueDay>()

export const dayId = (venueId: string, date: DateText): string => `${venueId}:${date}`
/** The day that a booking stands in. */
export const dayOfBooking = (bookingId: string): string => bookingId.slice(0, Math.max(0, bookingId.lastIndexOf(':')))
/** A booking's id: the same command makes the same one on a date. */
export const bookingIdOf = (venueId: string, date: DateText, commandId: string): string =>
  `${dayId(venueId, date)}:${commandId.slice(0, 12)}`
