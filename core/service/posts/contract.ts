import * as z from 'zod'
import { Place, Cursor, FileId, Id, InstantMs, IsoDate, Nothing, Point, line, page, text } from '../../shared/schemas'
import { operation, refusal } from '../../shared/operation'
import { Acts, actsStand, alreadyTaken, Clash, doorRefusals, placesInUse, signInNotOpen } from '../../shared/refusals'
import { serviceStates } from './service-row'
import { Audience, Claimed, Contact, Feedback, Full, Gone, Holder, Item, ShiftView } from './contract-views'

const Places = z.int().min(1).max(500)
const Times = z.object({ startsAt: InstantMs, endsAt: InstantMs, places: Places })

/**
 * The given shifts are those of the first day; they come again on every day of these weekdays (1 Monday … 7 Sunday) until `until`, that day
 * included. Statutory holidays are left out; `makeUpDays` adds the weekend days on which people work and go to school instead (调休).
 */
const Series = z.object({
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  until: IsoDate,
  makeUpDays: z.boolean().optional(),
  /** Days to leave out besides, such as a school's own holidays. */
  except: z.array(IsoDate).max(100).optional(),
})

const forMemberId = Id.optional()
const shift = { postId: Id, shiftId: Id, forMemberId }
/** The shift that stands in the way; `name` says its title and its hours. */
export const shiftOverlaps = refusal(
  'SHIFT_OVERLAPS',
  z.object({ postId: Id, shiftId: Id, title: z.string(), startsAt: InstantMs, endsAt: InstantMs, name: z.string() }),
)

export const posts = {
  'post.publish': operation({
    who: ['secretary'],
    of: 'orgId',
    input: z.object({
      orgId: Id,
      kind: line(12),
      title: line(40),
      place: Place,
      shifts: z.array(Times).min(1).max(100),
      audience: Audience,
      teamIds: z.array(Id).min(1).max(50).optional(),
      bring: text(200).optional(),
      body: text(2000).optional(),
      /** Until when one may claim; without it, until the shift starts. */
      deadline: InstantMs.optional(),
      contact: Contact.optional(),
      series: Series.optional(),
    }),
    output: z.object({ postId: Id, shiftIds: z.array(Id) }),
    errors: ['POST_TIMES_WRONG'],
  }),
  /** A stranger sees open posts only (UNAUTHENTICATED for any other); a person who is bound, those they are invited to, queue for or run (FORBIDDEN). */
  'post.get': operation({
    who: 'anyone',
    of: 'postId',
    input: z.object({ postId: Id, forMemberId }),
    output: Full,
  }),
  /**
   * `mine`: what I hold or wait for, soonest first. `branch`: what I may claim in my own branch and group, soonest first.
   * `risk`: what I run that has too few hands near its time. `run`: all I run that is not over.
   */
  'post.list': operation({
    who: 'member',
    input: z.object({ scope: z.enum(['mine', 'branch', 'risk', 'run']), cursor: Cursor.optional(), forMemberId }),
    output: page(Item),
  }),
  /** SHIFT_OVERLAPS carries {postId, shiftId, title, startsAt, endsAt, name} of the other shift. The chat it came from goes beside the
   * input (the envelope's `group`, a CloudID), since only there the platform says what it stands for; `group` is for callers that know the opengid. */
  'post.claim': operation({
    who: 'member',
    of: 'postId',
    input: z.object({ ...shift, group: z.string().max(64).optional() }),
    output: Claimed,
    errors: ['NOT_INVITED', 'POST_CLOSED', 'POST_FULL', shiftOverlaps],
  }),
  /** Less than 24 hours before the start, one who holds a place says why. */
  'post.withdraw': operation({
    who: 'member',
    of: 'postId',
    input: z.object({ ...shift, reason: text(200).optional() }),
    output: Claimed,
    errors: ['NOT_INVITED', 'POST_CLOSED', 'WITHDRAW_REASON_NEEDED'],
  }),
  /** Offers one's place: to a person (`toMemberId`, or `toName` among one's branch and the queue), else to all; who waits first has it at once. `back` ends the offer. */
  'post.offer': operation({
    kept: true,
    who: 'member',
    of: 'postId',
    input: z.object({ ...shift, toMemberId: Id.optional(), toName: line(20).optional(), back: z.boolean().optional() }),
    output: z.object({ state: z.enum(['offered', 'given', 'held']), to: z.string().optional() }),
    errors: ['NOT_INVITED', 'POST_CLOSED', 'NOT_HOLDING', 'PERSON_UNCLEAR'],
  }),
  'post.takeOver': operation({
    who: 'member',
    of: 'postId',
    input: z.object({ ...shift, fromMemberId: Id }),
    output: Claimed,
    errors: ['NOT_INVITED', 'POST_CLOSED', shiftOverlaps, alreadyTaken],
  }),
  /**
   * Shifts with `shiftId` are changed, those without are added; none is taken away (`post.cancel`). A new time asks what becomes of what people did before
   * (ACTS_STAND): of sign-ins (`acts`: `keep` lets them count, `reset` leaves them with the former hours), and of those who hold another shift then
   * (`clashing`: `keep` tells them, `release` gives their place to the next in line). `clashes` are those that were kept.
   */
  'post.change': operation({
    who: ['secretary'],
    of: 'postId',
    input: z.object({
      postId: Id,
      title: line(40).optional(),
      place: Place.optional(),
      bring: text(200).optional(),
      body: text(2000).optional(),
      deadline: InstantMs.nullable().optional(),
      contact: Contact.nullable().optional(),
      shifts: z
        .array(
          z.union([
            Times,
            z.object({ shiftId: Id, startsAt: InstantMs.optional(), endsAt: InstantMs.optional(), places: Places.optional() }),
          ]),
        ) // prettier-ignore
        .max(100)
        .optional(),
      reason: text(200).optional(),
      acts: Acts.optional(),
      clashing: z.enum(['keep', 'release']).optional(),
    }),
    output: z.object({
      notified: z.int(),
      promoted: z.int(),
      shiftIds: z.array(Id),
      reset: z.int().optional(),
      released: z.int().optional(),
      clashes: z.array(Clash).optional(),
    }),
    errors: ['POST_CLOSED', 'POST_TIMES_WRONG', actsStand, placesInUse],
  }),
  /**
   * The whole post, or one shift of it; what is over stays as it was (POST_OVER). Who was there is credited until now (`credited`), and a shift that ran
   * can be settled as far as it went.
   */
  'post.cancel': operation({
    who: ['secretary'],
    of: 'postId',
    input: z.object({ postId: Id, shiftId: Id.optional(), reason: text(200).optional() }),
    output: z.object({ notified: z.int(), credited: z.object({ people: z.int(), minutes: z.int() }).optional() }),
    errors: ['POST_OVER'],
  }),
  /** Who holds what, in the order of the queue; who left late and why; what was said afterwards. */
  'post.holders': operation({
    who: ['secretary'],
    of: 'postId',
    input: z.object({ postId: Id }),
    output: z.object({
      shifts: z.array(ShiftView.omit({ mine: true, offers: true }).extend({ holders: z.array(Holder) })),
      withdrawn: z.array(Gone),
      feedback: z.array(Feedback),
    }),
  }),
  /** The numbers of a person in the queue, to call them about it; leaves a trace. For members of one's own branch `roster.phone` does as well. */
  'post.phone': operation({
    who: ['secretary'],
    of: 'postId',
    input: z.object({ postId: Id, memberId: Id }),
    output: z.object({ phones: z.array(z.string()) }),
  }),
  /** Enough codes for the next ten minutes, as `attendance.codes`; one for coming and going. */
  'post.codes': operation({
    who: ['secretary'],
    of: 'postId',
    input: z.object({ postId: Id }),
    output: z.object({ codes: z.array(z.object({ code: z.string(), from: InstantMs, to: InstantMs })) }),
    errors: ['POST_CLOSED'],
  }),
  /** By the code on the organizer's screen or a point near the place; without `shiftId`, the shift I hold whose door is open. */
  'post.signIn': operation({
    who: 'member',
    of: 'postId',
    input: z.object({ postId: Id, shiftId: Id.optional(), code: z.string().max(32).optional(), point: Point.optional(), forMemberId }),
    output: z.object({ state: z.literal('signed-in'), shiftId: Id, at: InstantMs, first: z.boolean() }),
    errors: ['NOT_INVITED', 'POST_CLOSED', 'NOT_HOLDING', ...doorRefusals],
  }),
  /** Credits the time served, once; asked again it answers the same. What two shifts share is credited with one of them. */
  'post.signOut': operation({
    who: 'member',
    of: 'postId',
    input: z.object({ postId: Id, shiftId: Id.optional(), code: z.string().max(32).optional(), point: Point.optional(), forMemberId }),
    output: z.object({ state: z.literal('signed-out'), shiftId: Id, at: InstantMs, minutes: z.int(), first: z.boolean() }),
    errors: ['NOT_INVITED', 'POST_CLOSED', 'NOT_HOLDING', ...doorRefusals],
  }),
  /**
   * After a shift: who signed in is credited (until its end where they forgot to sign out), `served` came without signing in (of those who waited too,
   * who stood in) and are credited wholly, everybody else who held a place did not come. May be repeated to put right who was marked wrongly.
   */
  'post.settle': operation({
    who: ['secretary'],
    of: 'postId',
    input: z.object({ postId: Id, shiftId: Id, served: z.array(Id).max(500).optional() }),
    output: z.object({ served: z.int(), noShow: z.int(), minutes: z.int() }),
    errors: ['SHIFT_NOT_OVER', 'POST_CLOSED'],
  }),
  /**
   * What happened on the spot, said by who runs the post, then or later: who stood in for an absent holder (of the queue, or any of those invited), who was
   * signed out or settled by mistake. `in` lets them sign out themselves; `none` counts neither as service nor as absence. The hours follow, what stood
   * before stays in the history, and the member is told. The same again changes nothing.
   */
  'post.resolve': operation({
    who: ['secretary'],
    of: 'postId',
    input: z.object({
      postId: Id,
      shiftId: Id,
      memberId: Id,
      state: z.enum(serviceStates),
      /** From when to when they were there; without it, from their sign-in or the start until the end. */
      from: InstantMs.optional(),
      to: InstantMs.optional(),
      reason: line(100),
    }),
    output: z.object({
      state: z.enum(serviceStates),
      minutes: z.int(),
      signedInAt: InstantMs.optional(),
      signedOutAt: InstantMs.optional(),
    }),
    errors: ['POST_CLOSED', signInNotOpen],
  }),
  /** What one who served has to say, with photos; the newest stands. */
  'post.feedback': operation({
    who: 'member',
    of: 'postId',
    input: z.object({ postId: Id, text: text(500), photoFileIds: z.array(FileId).max(9), forMemberId }),
    output: Nothing,
    errors: ['NOT_INVITED', 'NOT_HOLDING'],
  }),
  /** Thanks everybody who served, once. */
  'post.thank': operation({
    who: ['secretary'],
    of: 'postId',
    input: z.object({ postId: Id, text: text(200).optional() }),
    output: z.object({ thanked: z.int() }),
  }),
  /** What the sharing menu needs for a card that counts the places by itself; one living card's id serves every share of the next hours. */
  'post.card': operation({
    who: 'member',
    of: 'postId',
    input: z.object({ postId: Id, forMemberId }),
    output: z.object({ activityId: z.string(), templateId: z.string(), expiresAt: InstantMs, memberCount: z.int(), roomLimit: z.int() }),
    errors: ['NOT_INVITED', 'POST_CLOSED'],
  }),
  'post.dutyList': operation({
    kept: true,
    who: ['secretary'],
    of: 'postId',
    input: z.object({ postId: Id }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
} as const
