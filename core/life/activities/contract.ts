import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Acts, actsStand, placesInUse, roomTaken } from '../../shared/refusals'
import { ClockTime, Cursor, FileId, Id, InstantMs, IsoDate, LastsMinutes, Nothing, Place, line, page, text } from '../../shared/schemas'
import { strands } from '../strands/kinds'
import { Resolution } from '../records/resolution'

/** P10, in the order of PRODUCT.md. */
export const activityKinds = [
  'party-day', 'general-meeting', 'committee', 'group-meeting', 'lecture', 'org-life', 'appraisal', 'political-birthday',
  'briefing', 'study', 'forum', 'visit', 'training', 'volunteering', 'interest', 'outing',
] as const // prettier-ignore
export type ActivityKind = (typeof activityKinds)[number]

const Capacity = z.int().min(1).max(2000)
const Parts = z.array(line(60)).max(20)
/** What it is to its members (P14), and the circle that holds it (P15), whose members alone are then invited. */
const holding = { strand: z.enum(strands).optional(), circleId: Id.optional() }

/** Sign-in as a member sees it on the activity's page. */
const MySignIn = z.object({ state: z.enum(['present', 'leave', 'absent']), at: InstantMs, late: z.boolean() })
const MySignup = z.object({ state: z.enum(['joined', 'waiting']), position: z.int().positive().optional() })

const Item = z.object({
  activityId: Id,
  branchId: Id,
  kind: z.enum(activityKinds),
  title: z.string(),
  startsAt: InstantMs,
  endsAt: InstantMs,
  place: Place,
  state: z.enum(['published', 'cancelled']),
  capacity: Capacity.optional(),
  joined: z.int(),
  waiting: z.int(),
  mySignup: MySignup.nullable(),
  ...holding,
})

const Named = z.object({ memberId: Id, name: z.string() })
/** What was written down of it; `voiceFileIds`, spoken to be written out, are for those who keep the record. */
const Record = z.object({
  line: z.string(),
  minutes: z.string(),
  photoFileIds: z.array(FileId),
  chair: Named.optional(),
  recorder: Named.optional(),
  resolutions: z.array(Resolution).optional(),
  voiceFileIds: z.array(FileId).optional(),
})

const Full = Item.extend({
  branchName: z.string(),
  /** The theme of its quarter, where the branch has one. */
  theme: z.string().optional(),
  circleName: z.string().optional(),
  /** The room that is held for it. */
  venueId: Id.optional(),
  audience: z.enum(['branch', 'open']),
  body: z.string(),
  parts: Parts,
  cancelReason: z.string().optional(),
  /** The door is open from here to there; the rule is `core/attendance/rules.ts`. */
  signInOpensAt: InstantMs,
  signInClosesAt: InstantMs,
  mySignIn: MySignIn.nullable(),
  read: z.boolean(),
  /** What the caller may do to it by their office. */
  may: z.array(z.enum(['change', 'cancel', 'record', 'remind'])),
  record: Record.optional(),
})

const Reader = z.object({
  memberId: Id,
  name: z.string(),
  maskedPhone: z.string().optional(),
  at: InstantMs.optional(),
  bound: z.boolean(),
})
const Audience = z.enum(['branch', 'open'])

/** How far the latest telling of an activity came, counted from its rows. */
const Told = z.object({
  what: z.enum(['published', 'changed', 'cancelled', 'reminded']),
  at: InstantMs,
  people: z.int(),
  sent: z.int(),
  /** Phones that have still to ring; the last of them at `waitsUntil` where it is night. */
  waits: z.int(),
  waitsUntil: InstantMs.optional(),
  /** They find it in the inbox alone. */
  inbox: z.int(),
  /** No WeChat is bound: they are to be called. */
  call: z.array(Reader),
})
/** A change or a cancellation of which no member has been told: it can be taken back. */
const Untold = z.object({ actId: Id, act: z.enum(['change', 'cancel']), until: InstantMs })
const Planned = z.object({ activityId: Id, title: z.string(), startsAt: InstantMs })

const Template = z.object({
  templateId: Id,
  kind: z.enum(activityKinds),
  title: line(40),
  /** 每月5日 is { day: 5 }; 31 means the last day of a shorter month. */
  day: z.int().min(1).max(31),
  time: ClockTime,
  lastsMinutes: LastsMinutes,
  place: Place,
  capacity: Capacity.optional(),
  audience: Audience,
  body: text(2000).optional(),
  /** "5+N" (S1): the fixed parts; the chosen ones are added when it is published. */
  parts: Parts.optional(),
  /** How many days ahead the notice goes out by itself. */
  noticeDays: z.int().min(1).max(25),
  ...holding,
})
export type Template = z.infer<typeof Template>

export const activities = {
  'activity.publish': operation({
    who: ['secretary'],
    of: 'branchId',
    input: z.object({
      branchId: Id,
      kind: z.enum(activityKinds),
      title: line(40),
      startsAt: InstantMs,
      endsAt: InstantMs,
      place: Place,
      capacity: Capacity.optional(),
      audience: Audience,
      body: text(2000).optional(),
      parts: Parts.optional(),
      /** The room in which it is held: booked with it, moved and called off with it. */
      venueId: Id.optional(),
      ...holding,
    }),
    output: z.object({ activityId: Id }),
    errors: ['ACTIVITY_TIMES_WRONG', roomTaken],
  }),
  /** What a notice would meet, before it goes out: how many it is for, and what of that kind there is already on the day, or by a template in the month. */
  'activity.outlook': operation({
    who: ['secretary'],
    of: 'branchId',
    input: z.object({ branchId: Id, kind: z.enum(activityKinds), startsAt: InstantMs }),
    output: z.object({
      branchName: z.string(),
      people: z.int(),
      /** Where it is night: when phones will ring. */
      ringsFrom: InstantMs.optional(),
      already: z.array(Planned),
      byTemplate: z.array(z.object({ title: z.string(), nextDate: IsoDate, noticeDate: IsoDate })),
    }),
  }),
  /**
   * Moved to other hours after people signed in or asked for leave, it is to be said what becomes of that (ACTS_STAND): `keep`, it goes on counting;
   * `reset`, it stays with the hours it was said for, and `reset` people are told to say it again.
   */
  'activity.change': operation({
    who: ['secretary'],
    of: 'activityId',
    input: z.object({
      activityId: Id,
      title: line(40).optional(),
      startsAt: InstantMs.optional(),
      endsAt: InstantMs.optional(),
      place: Place.optional(),
      capacity: Capacity.nullable().optional(),
      body: text(2000).optional(),
      parts: Parts.optional(),
      reason: text(200).optional(),
      acts: Acts.optional(),
      /** No member is told of it; null takes it away. It can be said when all is over too. */
      strand: z.enum(strands).nullable().optional(),
      /** Until it has begun: those it is for from then on hear of it, null gives it back to the branch. */
      circleId: Id.nullable().optional(),
      /** Another room; null gives its room back, as does another place. */
      venueId: Id.nullable().optional(),
    }),
    output: z.object({ notified: z.int(), reset: z.int().optional() }),
    errors: ['ACTIVITY_CANCELLED', 'ACTIVITY_TIMES_WRONG', actsStand, placesInUse, roomTaken],
  }),
  'activity.cancel': operation({
    who: ['secretary'],
    of: 'activityId',
    input: z.object({ activityId: Id, reason: text(200).optional() }),
    output: z.object({ notified: z.int() }),
    errors: ['ACTIVITY_OVER'],
  }),
  /** Takes back a change or a cancellation of which no member has been told yet, the latest first. Taking back twice is taking back once. */
  'activity.undo': operation({
    who: ['secretary'],
    of: 'activityId',
    input: z.object({ activityId: Id, actId: Id }),
    output: z.object({ state: z.enum(['published', 'cancelled']) }),
    errors: ['UNDO_LATE'],
  }),
  /** What people were told of the activity last, and what they have not been told of yet. */
  'activity.told': operation({
    who: ['secretary'],
    of: 'activityId',
    input: z.object({ activityId: Id }),
    output: z.object({ untold: Untold.nullable(), told: Told.nullable() }),
  }),
  /**
   * Activities of one's own branches (or of the one named), soonest first; with `from`, those that end at or after it.
   * With `before`, those that ended before it, latest first.
   */
  'activity.list': operation({
    who: 'member',
    of: 'branchId',
    input: z.object({
      branchId: Id.optional(),
      from: InstantMs.optional(),
      before: InstantMs.optional(),
      cursor: Cursor.optional(),
      forMemberId: Id.optional(),
    }),
    /** `theme`: of this quarter, of the branch that is named, else of one's own. */
    output: page(Item).extend({ theme: z.string().optional() }),
  }),
  'activity.get': operation({
    who: 'member',
    of: 'activityId',
    input: z.object({ activityId: Id, forMemberId: Id.optional() }),
    output: Full,
  }),
  /** The receipt: this person has read the notice. */
  'activity.read': operation({
    who: 'member',
    of: 'activityId',
    input: z.object({ activityId: Id, forMemberId: Id.optional() }),
    output: Nothing,
  }),
  'activity.receipts': operation({
    who: ['secretary'],
    of: 'activityId',
    input: z.object({ activityId: Id }),
    output: z.object({ read: z.array(Reader), unread: z.array(Reader) }),
  }),
  /** Reminds those who have not read; the same person at most once in six hours. */
  'activity.remind': operation({
    who: ['secretary'],
    of: 'activityId',
    input: z.object({ activityId: Id, memberIds: z.array(Id).max(500).optional() }),
    output: z.object({ reminded: z.int(), unreachable: z.array(Reader) }),
    errors: ['ACTIVITY_CANCELLED'],
  }),
  /**
   * P10 一句话记录, minutes and photos; who chaired and who kept the minutes, what was decided, notes spoken into the phone. Of the optional ones that which is
   * not said stays as it was; null and empty lists take it away.
   */
  'activity.record': operation({
    who: ['secretary'],
    of: 'activityId',
    input: z.object({
      activityId: Id,
      line: text(100),
      minutes: text(5000),
      photoFileIds: z.array(FileId).max(9),
      chairId: Id.nullable().optional(),
      recorderId: Id.nullable().optional(),
      resolutions: z.array(Resolution).max(20).optional(),
      voiceFileIds: z.array(FileId).max(20).optional(),
    }),
    output: Nothing,
  }),
  'activity.statistics': operation({
    who: ['secretary'],
    of: 'activityId',
    input: z.object({ activityId: Id }),
    output: z.object({
      invited: z.int(),
      /** How many are to come: all of them where attendance is owed, else those who signed up for a place. */
      expected: z.int(),
      read: z.int(),
      joined: z.int(),
      waiting: z.int(),
      present: z.int(),
      late: z.int(),
      leave: z.int(),
      /** Not there yet, while it is not over; then those who did not come are absent. */
      awaited: z.int(),
      absent: z.int(),
      byWay: z.array(z.object({ way: z.string(), count: z.int() })),
    }),
  }),
  /** A change is for what has not been published yet; the month that is under way keeps its activity. */
  'template.save': operation({
    who: ['secretary'],
    of: 'branchId',
    input: Template.omit({ templateId: true }).extend({ branchId: Id, templateId: Id.optional() }),
    /** `stays`: the date of what was published of it already and is still ahead. */
    output: z.object({ templateId: Id, nextDate: IsoDate, stays: IsoDate.optional() }),
  }),
  'template.list': operation({
    who: ['secretary'],
    of: 'branchId',
    input: z.object({ branchId: Id }),
    output: z.object({ items: z.array(Template.extend({ nextDate: IsoDate })) }),
  }),
  'template.remove': operation({ kept: true, who: ['secretary'], of: 'templateId', input: z.object({ templateId: Id }), output: Nothing }),
} as const
