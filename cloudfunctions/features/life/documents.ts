import { moves, movesAndMeets } from '../../kernel/takeover'
import { by, collection } from '../../kernel/collection'
import { everywhere, stays } from '../../kernel/departures'
import type { ActivityKind, Template } from '../../../core/life/activities/contract'
import type { Terms } from '../../../core/life/activities/rules'
import type { Strand } from '../../../core/life/strands/kinds'
import type { Hours } from '../../../core/shared/hours'
import type { Place } from '../../../core/shared/schemas'
import type { AttendanceState, AttendanceRow } from '../../../core/life/attendance/marks'
import type { Resolution } from '../../../core/life/records/resolution'
import type { DateText, Instant } from '../../../core/shared/operation'
import type * as z from 'zod'
import type { Actor } from '../../kernel/identity'

/** What was written down of an activity. */
export interface ActivityRecord {
  line: string
  minutes: string
  photoFileIds: string[]
  /** Who chaired it and who kept its minutes, with their names as they were. */
  chairId?: string
  chairName?: string
  recorderId?: string
  recorderName?: string
  resolutions?: Resolution[]
  /** Notes spoken into the phone, to be written out. */
  voiceFileIds?: string[]
}

export interface Activity {
  _id: string
  branchId: string
  path: string
  kind: ActivityKind
  title: string
  startsAt: Instant
  endsAt: Instant
  /** Former hours for which it was said, when it was moved, that what people did then goes on counting. */
  kept?: Hours[]
  place: z.infer<typeof Place>
  /** The room that is held for it. */
  venueId?: string
  capacity: number | null
  audience: 'branch' | 'open'
  body: string
  parts: string[]
  /** What it is to its members (P14). */
  strand?: Strand
  /** Of one that a year's plan put up: when its own notice goes out. */
  noticeDue?: Instant
  /** The circle that holds it. */
  circleId?: string
  /** Of a circle's: those it is for, and no others. */
  party?: string[]
  state: 'published' | 'cancelled'
  cancelReason?: string
  cancelledAt?: Instant
  /** Of one that was held before its branch went over to another: the people it was held for. */
  heldFor?: string[]
  /** The queue is the truth: the first `capacity` hold a place, the others wait in order. */
  signups: { memberId: string; at: Instant; by: Actor }[]
  /** A place came free: who waited then, for the timer, should the call that freed it be cut off before the next in line was told. */
  moves?: { version: number; waiting: string[] }[]
  /** Since when that is to be told. */
  movesDue?: Instant
  record?: ActivityRecord
  /** Key of the rotating codes; never leaves the server. */
  secret: string
  createdBy: Actor
  createdAt: Instant
  /** Grows with every change that people are told of. */
  version: number
  /** What was changed, oldest first; `version` is the one it made. A command sent again finds itself here and tells those it missed. */
  changes?: {
    commandId: string
    version: number
    at: Instant
    by: Actor
    said: string[]
    capacityBefore: number | null
    /** The hours before it, where it moved them. */
    hours?: Hours
    /** Whose word it left behind with them. */
    left?: { memberId: string; state: AttendanceState }[]
    reason?: string
  }[]
  /** Changes and cancellations of which no member has been told; they can be taken back, the latest first. */
  untold?: UntoldAct[]
  /** Those that the timer has taken over to tell of. */
  leaving?: UntoldAct[]
  /** When the timer is to look at them. */
  tellDue?: Instant
  /** Acts that were taken back: one that is sent again is not done after all. */
  undone?: string[]
  /** The command that cancelled it, for the same reason. */
  cancelCommand?: string
  /** Who was reminded when, as far back as it matters for the next time; `round` counts the reminders sent. */
  reminders?: { round: number; recent: { round: number; at: Instant; commandId: string; memberIds: string[] }[] }
}
/** A change or a cancellation, and what it takes to undo it. */
export type UntoldAct = { actId: string } & (
  | { act: 'cancel' }
  | {
      act: 'change'
      before: Terms & { kept?: Hours[]; venueId?: string }
      /** Who waited for a place before it made room, so that they are told of theirs. */
      waited?: string[]
    }
)
/** One change of an activity, as its history keeps it. */
export type ActivityChange = NonNullable<Activity['changes']>[number]

export const Activities = collection('activities', {
  indexes: [
    by('branch-start', 'branchId', 'startsAt', '_id'),
    by('signed-up', 'signups.memberId', 'endsAt'),
    by('moves', 'movesDue'),
    by('notice', 'noticeDue'),
    by('circle', 'circleId', 'startsAt', '_id'),
    by('party', 'party', 'startsAt', '_id'),
    by('tell', 'tellDue'),
    by('chaired', 'record.chairId'),
    by('recorded', 'record.recorderId'),
  ],
  fates: everywhere('released'),
  succession: 'goes',
  takeover: movesAndMeets(['signups.memberId', 'party', 'record.chairId', 'record.recorderId'], { once: { signups: [], party: [] } }),
}).of<Activity>()

/** The one row of a person at an activity; its `_id` is `${activityId}:${memberId}`, so that there can be no second. */
export interface Attendance extends AttendanceRow<Actor> {
  _id: string
  activityId: string
  memberId: string
}
export const Attendances = collection('attendance', {
  indexes: [by('activity', 'activityId', '_id'), by('member', 'memberId', 'at')],
  fates: stays,
  succession: 'none',
  takeover: movesAndMeets(['memberId']),
}).of<Attendance>()

/** A mark that contradicted what stood already; kept until the secretary decides. */
export interface AttendanceConflict {
  _id: string
  activityId: string
  memberId: string
  state: AttendanceState
  at: Instant
  by: Actor
  reason: string
  /** The hour that the marking phone said, where it cannot be true. */
  said?: Instant
  reportedAt: Instant
  resolvedAt?: Instant
}
export const AttendanceConflicts = collection('attendance-conflicts', {
  indexes: [by('activity', 'activityId', '_id'), by('member', 'memberId', '_id')],
  fates: stays,
  succession: 'none',
  takeover: moves(['memberId']),
}).of<AttendanceConflict>()

/** A shared tablet that signs people in to one activity (P11); `_id` is the hash of its token, so that the token is stored nowhere. */
export interface OpenedKiosk {
  _id: string
  activityId: string
  openedBy: Actor
  at: Instant
  until: Instant
  /** The account that used the token first; it works for no other. */
  openid: string | null
  closedAt: Instant | null
}
export const Kiosks = collection('kiosks', {
  indexes: [by('activity', 'activityId'), by('until', 'until')],
  fates: stays,
  succession: 'none',
  takeover: 'none',
}).of<OpenedKiosk>()

export interface Receipt {
  _id: string
  activityId: string
  memberId: string
  at: Instant
  by: Actor
}
export const Receipts = collection('receipts', {
  indexes: [by('activity', 'activityId', '_id'), by('member', 'memberId', 'at')],
  fates: stays,
  succession: 'none',
  takeover: movesAndMeets(['memberId']),
}).of<Receipt>()

export interface ActivityTemplate extends Omit<Template, 'templateId'> {
  _id: string
  branchId: string
  path: string
  /** The next occurrence that has not been published yet. */
  nextDate: DateText
  /** The date on which its notice goes out; the timer looks here. */
  noticeDate: DateText
  /** The latest occurrence that was published. */
  lastDate?: DateText
  createdBy: Actor
}
export const ActivityTemplates = collection('templates', {
  indexes: [by('branch', 'branchId', '_id'), by('notice', 'noticeDate', '_id')],
  fates: stays,
  succession: 'goes',
  takeover: 'stays',
}).of<ActivityTemplate>()
