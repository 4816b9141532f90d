import * as z from 'zod'
import { operation } from '../../shared/operation'
import { doorRefusals, signInNotOpen } from '../../shared/refusals'
import { FileId, Id, InstantMs, Point, line, text } from '../../shared/schemas'

export const attendanceStates = ['present', 'leave', 'absent'] as const
/** By which door a sign-in came (P11). */
export const signInWays = ['code', 'place', 'proxy', 'kiosk'] as const

const SignedIn = z.object({ state: z.literal('signed-in'), at: InstantMs, first: z.boolean(), late: z.boolean() })
const Mark = z.object({ memberId: Id, state: z.enum(attendanceStates), at: InstantMs, nonce: Id, reason: line(100) })
const MarkResult = z.object({
  nonce: Id,
  /** Recorded, but the phone's clock was wrong: the hour is to be looked at. */
  doubtful: z.boolean().optional(),
  state: z.enum(['recorded', 'already', 'conflict', 'rejected']),
  code: z.enum(['NOT_INVITED', 'SIGNIN_NOT_OPEN', 'ACTIVITY_CANCELLED', 'NOT_FOUND']).optional(),
})
const SheetRow = z.object({
  memberId: Id,
  name: z.string(),
  state: z.enum(['present', 'leave', 'absent', 'unmarked']),
  at: InstantMs.optional(),
  late: z.boolean().optional(),
  way: z.enum(signInWays).optional(),
  /** Who did it, when it was not the person: family helper or secretary. */
  by: z.string().optional(),
  /** How a family helper stands to the person. */
  relation: z.string().optional(),
  reason: z.string().optional(),
  signedUp: z.boolean(),
  /** They are to come: attendance is owed, or they signed up for a place. */
  expected: z.boolean(),
  guest: z.boolean(),
  /** The marking phone's clock was wrong: that hour is when the mark arrived. */
  doubtful: z.boolean().optional(),
})
/** Two doors said different things about one person; the first stands until the secretary decides. */
const Conflict = z.object({
  conflictId: Id,
  memberId: Id,
  name: z.string(),
  kept: z.object({ state: z.enum(attendanceStates), at: InstantMs, by: z.string() }),
  other: z.object({ state: z.enum(attendanceStates), at: InstantMs, by: z.string(), reason: z.string(), doubtful: z.boolean().optional() }),
})
/** What was said for hours that the activity no longer has; it does not count for the present ones. */
const Earlier = z.object({ startsAt: InstantMs, endsAt: InstantMs, present: z.int(), leave: z.int() })

export const attendance = {
  /** Enough codes for the next ten minutes, so that the secretary's screen needs no network. Each is good from `from` until one slot after `to`. */
  'attendance.codes': operation({
    who: ['secretary'],
    of: 'activityId',
    input: z.object({ activityId: Id }),
    output: z.object({ codes: z.array(z.object({ code: z.string(), from: InstantMs, to: InstantMs })) }),
    errors: ['ACTIVITY_CANCELLED'],
  }),
  /**
   * By a code, or by a point near the place. Who is signed in already always hears so. SIGNIN_NOT_OPEN carries {opensAt, closesAt},
   * SIGNIN_TOO_FAR {metres}; twenty wrong codes in ten minutes end with RATE_LIMITED.
   */
  'attendance.signIn': operation({
    who: 'member',
    of: 'activityId',
    input: z.object({ activityId: Id, code: z.string().max(32).optional(), point: Point.optional(), forMemberId: Id.optional() }),
    output: SignedIn,
    errors: ['NOT_INVITED', 'ACTIVITY_CANCELLED', ...doorRefusals],
  }),
  /** 请假: the person (or family) says beforehand that they cannot come. */
  'attendance.askLeave': operation({
    who: 'member',
    of: 'activityId',
    input: z.object({ activityId: Id, reason: text(100), forMemberId: Id.optional() }),
    output: z.object({ state: z.enum(['leave', 'signed-in']) }),
    errors: ['NOT_INVITED', 'ACTIVITY_CANCELLED', signInNotOpen],
  }),
  /**
   * Marks made on a secretary's phone, perhaps without network and perhaps sent several times; each is answered by its nonce, in order.
   * `already` changed nothing, `conflict` was kept beside what stands and waits for `attendance.resolve`. `sentAt` is the hour of sending by the
   * clock of the phone that made them: it corrects them all by how far that clock is from ours.
   */
  'attendance.mark': operation({
    who: ['secretary'],
    of: 'activityId',
    input: z.object({ activityId: Id, marks: z.array(Mark).min(1).max(500), sentAt: InstantMs.optional() }),
    output: z.object({ results: z.array(MarkResult) }),
  }),
  /** Decides a conflict, or corrects or confirms a row; the former state stays in its history. */
  'attendance.resolve': operation({
    who: ['secretary'],
    of: 'activityId',
    input: z.object({ activityId: Id, memberId: Id, state: z.enum(attendanceStates), reason: line(100) }),
    output: z.object({ state: z.enum(attendanceStates) }),
  }),
  'attendance.sheet': operation({
    who: ['secretary'],
    of: 'activityId',
    input: z.object({ activityId: Id }),
    output: z.object({
      /** How many it is held for, and how many of them are to come; `rate` is the share of these who came, a figure only once it is `over`. */
      invited: z.int(),
      expected: z.int(),
      present: z.int(),
      leave: z.int(),
      /** Not there yet, while it is not over; then those who did not come are absent. */
      awaited: z.int(),
      absent: z.int(),
      late: z.int(),
      rate: z.number(),
      over: z.boolean(),
      items: z.array(SheetRow),
      conflicts: z.array(Conflict),
      /** By the hours that it had before it was moved, the latest first; none where it was not. */
      earlier: z.array(Earlier).optional(),
    }),
  }),
  'attendance.export': operation({
    kept: true,
    who: ['secretary'],
    of: 'activityId',
    input: z.object({ activityId: Id }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
  /**
   * A token that lets a shared tablet sign people in to this one activity and do nothing else; another one each time. It works for the account
   * that uses it first.
   */
  'attendance.kioskOpen': operation({
    who: ['secretary'],
    of: 'activityId',
    input: z.object({ activityId: Id }),
    output: z.object({ kioskToken: z.string(), closesAt: InstantMs }),
    errors: ['ACTIVITY_CANCELLED'],
  }),
  /** Withdraws every token of the activity at once; answers how many were open. */
  'attendance.kioskClose': operation({
    kept: true,
    who: ['secretary'],
    of: 'activityId',
    input: z.object({ activityId: Id }),
    output: z.object({ closed: z.int() }),
  }),
  /**
   * At the tablet: the last four digits of one's phone; where two people share them, the masked names to choose from. `ask` gives the name to choose
   * even where it is one alone, so that a digit pressed beside the right one signs no other member in.
   */
  'attendance.kiosk': operation({
    who: 'anyone',
    of: 'activityId',
    input: z.object({
      activityId: Id,
      kioskToken: z.string().max(128),
      digits: z.string().regex(/^\d{4}$/),
      choice: z.int().min(0).max(50).optional(),
      ask: z.boolean().optional(),
    }),
    output: z.discriminatedUnion('state', [
      SignedIn.extend({ name: z.string() }),
      z.object({ state: z.literal('choose'), names: z.array(z.string()) }),
    ]),
    errors: ['KIOSK_CLOSED', 'KIOSK_NOBODY', signInNotOpen, 'ACTIVITY_CANCELLED'],
  }),
} as const
