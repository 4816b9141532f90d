import type { HoursKind } from '../../../../core/help/hours/kinds'
import type { Booking as Held, Slot, Waiting } from '../../../../core/help/hours/rules'
import type { Hours } from '../../../../core/shared/hours'
import type { Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { everywhere, stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'
import { moves } from '../../../kernel/takeover'

/** Who has a time. `about` is between them and the host: no list, sheet or message has it. */
export interface Booking extends Held {
  name: string
  by: Actor
  about?: string
}

export interface Waits extends Waiting {
  name: string
  by: Actor
}

/** What people have to be told, noted with what happened; a caller who is cut off before telling leaves it to the timer. */
export interface News {
  kind: 'booked' | 'seated' | 'opened' | 'off' | 'released' | 'moved' | 'host' | 'gave-back'
  memberIds: string[]
  startsAt: Instant
  endsAt: Instant
  at: Instant
  by?: string
  reason?: string
}

/** Consultation hours (P33): who has which time stands in it, so that one write decides. */
export interface Consultation {
  _id: string
  orgId: string
  orgName: string
  path: string
  /** The organizations on its path, whose officers list it. */
  scopes: string[]
  kind: HoursKind
  title: string
  place: { name: string; point?: { lng: number; lat: number } | undefined }
  hostIds: string[]
  slots: Slot[]
  bookings: Booking[]
  waiting: Waits[]
  news: News[]
  /** Of the last time. */
  endsAt: Instant
  /** Grows with every change. */
  version: number
  /** When the timer looks at it next. */
  lookAt?: Instant
  createdBy: Actor
  createdAt: Instant
}
export const Consultations = collection('hours', {
  indexes: [
    by('listed', 'orgId', 'endsAt', '_id'),
    by('below', 'scopes', 'endsAt', '_id'),
    by('booked', 'bookings.memberId', 'endsAt'),
    by('waiting', 'waiting.memberId', 'endsAt'),
    by('hosts', 'hostIds', 'endsAt'),
    by('look', 'lookAt'),
  ],
  fates: everywhere('released'),
  takeover: moves(['bookings.memberId', 'waiting.memberId', 'hostIds'], {
    once: { waiting: ['memberId'], hostIds: [] },
    version: 'version',
  }),
  succession: 'goes',
}).of<Consultation>()

/** Times of consultation hours that are being saved. */
export interface Saving {
  hoursId: string
  title: string
  slots: Hours[]
  at: Instant
}

/** What is being written of the times of one host just now; `_id` is the host. */
export interface Hosting {
  _id: string
  saving: Saving[]
  /** Grows with every change. */
  version: number
}
export const Hostings = collection('hostings', { fates: stays, takeover: 'none', succession: 'stays' }).of<Hosting>()
