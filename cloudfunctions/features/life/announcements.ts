import type { Calendar } from '../../../core/shared/almanac/days'
import type { Instant } from '../../../core/shared/operation'
import type { Actor } from '../../kernel/identity'
import { announcement } from '../../kernel/announcements'

/** Which days of a year are off at a place, and when it is hot there? */
export const DaysKnown = announcement<{ path: string; year: number }, Calendar>('days-known')

/** An activity is to be held in a room, or at other hours in the one it has; it is not written yet. */
export interface RoomAsked {
  /** Missing where it names none: what was booked for it otherwise is to go along. */
  venueId?: string
  /** Where no room is named: its place, which may be a room of the branch or of one above it, by its name. */
  placeName?: string
  activityId: string
  branchId: string
  path: string
  title: string
  startsAt: Instant
  endsAt: Instant
  /** The command that asks, so that asking again is asking once. */
  commandId: string
  by: Actor
}
export type RoomAnswer =
  /** `venueId`: the room that was found by the name of the place. */
  { state: 'held'; venueId?: string } | { state: 'taken'; by: string; startsAt: Instant; endsAt: Instant } | { state: 'not'; why: string }
/** Can it have the room? Where it can, the room is held for it from then on; what became of the activity is looked at afterwards. */
export const RoomWanted = announcement<RoomAsked, RoomAnswer>('room-wanted')
/** An activity was moved, called off or given back: what is held for it follows. Made after the change was written; safe to repeat. */
export const ActivityMoved = announcement<{ activityId: string }>('activity-moved')
