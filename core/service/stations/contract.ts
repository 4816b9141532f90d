import * as z from 'zod'
import { operation } from '../../shared/operation'
import { phoneInvalid, signInNotOpen } from '../../shared/refusals'
import { ClockTime, Cursor, FileId, Id, InstantMs, IsoDate, Nothing, Point, line, page, text } from '../../shared/schemas'
import { stationKinds } from './hours'

const officers = ['secretary', 'street', 'bureau'] as const
const Month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
/** The longest scene of a mini-program code. */
const Code = z
  .string()
  .min(1)
  .max(32)
  .regex(/^[0-9A-Za-z]+$/)

const Opens = z.object({ from: ClockTime, to: ClockTime })
/** 1 (Monday) to 7 (Sunday). */
const Days = z.array(z.int().min(1).max(7)).min(1).max(7)
/** So many people are on duty on a day. */
const Need = z.int().min(1).max(9)

const Station = z.object({
  stationId: Id,
  orgId: Id,
  kind: z.enum(stationKinds),
  name: z.string(),
  address: z.string(),
  point: Point,
  phone: z.string().optional(),
  hours: Opens,
  days: Days,
  /** Now. */
  open: z.boolean(),
  /** When it opens next; null where it does not within a fortnight. */
  opensAt: InstantMs.nullable(),
  /** Days of the coming fortnight on which it stays closed though it is open on that weekday else. */
  closedSoon: z.array(IsoDate),
})
const Near = Station.extend({
  /** From the point that was asked about; left out where none is known. */
  metres: z.int().optional(),
  /** Who is on duty today. */
  onDuty: z.array(z.string()),
})

const Person = z.object({ memberId: Id, name: z.string() })
const Short = z.object({ date: IsoDate, short: z.int() })
/** A day's shift of the post that holds its month; what a person does to it they do by `post.…`. */
const Shift = z.object({ date: IsoDate, postId: Id, shiftId: Id, startsAt: InstantMs, endsAt: InstantMs })
const Full = Station.extend({
  orgName: z.string(),
  closedOn: z.array(IsoDate),
  need: Need,
  teams: z.array(z.object({ teamId: Id, name: z.string() })),
  /** Who is on duty, day by day; no numbers. `there`: signed in. */
  coming: z.array(z.object({ date: IsoDate, people: z.array(z.object({ name: z.string(), there: z.boolean() })), short: z.int() })),
  /** The caller's own, until it is over. */
  mine: z.array(Shift.extend({ signedInAt: InstantMs.optional(), signedOutAt: InstantMs.optional() })),
  /** Days that lack people, on which the caller may come. */
  free: z.array(Shift),
  may: z.array(z.enum(['save', 'roster', 'words', 'print'])),
})

const RosterDay = z.object({
  date: IsoDate,
  /** Left out where no shift is published for the day. */
  shiftId: Id.optional(),
  startsAt: InstantMs,
  endsAt: InstantMs,
  need: Need,
  people: z.array(
    Person.extend({
      service: z.enum(['in', 'served', 'no-show', 'none']).optional(),
      minutes: z.int().optional(),
      /** Offers the place to another person. */
      offered: z.boolean(),
    }),
  ),
  short: z.int(),
})
/** Who gave a place back late, and why. */
const Gone = z.object({ date: IsoDate, name: z.string(), reason: z.string(), at: InstantMs })

const Word = z.object({
  wordId: Id,
  stationId: Id,
  stationName: z.string(),
  name: z.string(),
  text: z.string(),
  at: InstantMs,
  answered: z.object({ text: z.string(), by: z.string(), at: InstantMs }).nullable(),
})

/** A person is dead or has departed, is away or taken up then; or the day is over, closed, or has people enough. */
export const leftOut = ['gone', 'away', 'busy', 'full', 'closed'] as const
const LeftOut = z.object({ date: IsoDate, memberId: Id, name: z.string(), why: z.enum(leftOut) })

const forMemberId = Id.optional()

/** Service stations and points (P21): who is on duty on which day, where the nearest is, its door. */
export const stations = {
  'station.save': operation({
    who: officers,
    of: 'orgId',
    input: z.object({
      orgId: Id,
      stationId: Id.optional(),
      kind: z.enum(stationKinds),
      name: line(40),
      point: Point,
      address: text(60).optional(),
      phone: line(20).optional(),
      hours: Opens,
      /** Every day unless said otherwise. */
      days: Days.optional(),
      closedOn: z.array(IsoDate).max(60).optional(),
      /** Whose members are on duty. */
      teamIds: z.array(Id).max(20),
      need: Need.optional(),
    }),
    output: z.object({ stationId: Id }),
    errors: [phoneInvalid],
  }),
  /** Around a point, or one's home, or else one's own organizations: the open ones first, each by distance. A dozen at most. */
  'station.near': operation({
    who: 'member',
    input: z.object({ point: Point.optional(), forMemberId }),
    output: z.object({ items: z.array(Near) }),
  }),
  'station.get': operation({ who: 'member', of: 'stationId', input: z.object({ stationId: Id, forMemberId }), output: Full }),
  /** What the code at its door opens; NOT_FOUND for a code of none. */
  'station.open': operation({ who: 'member', input: z.object({ code: Code, forMemberId }), output: Full }),
  'station.list': operation({
    who: officers,
    of: 'orgId',
    input: z.object({ orgId: Id, cursor: Cursor.optional() }),
    output: page(Station.extend({ need: Need, teamIds: z.array(Id), gaps: z.array(Short) })),
  }),
  /** A month as it stands, for who runs it. */
  'station.roster': operation({
    who: officers,
    of: 'stationId',
    input: z.object({ stationId: Id, month: Month }),
    output: z.object({ days: z.array(RosterDay), withdrawn: z.array(Gone), published: z.boolean() }),
  }),
  /** A proposal for the days that lack people, made from the teams: who was on duty least comes first. Nothing is written. */
  'station.plan': operation({
    who: officers,
    of: 'stationId',
    input: z.object({ stationId: Id, month: Month }),
    output: z.object({
      days: z.array(
        RosterDay.pick({ date: true, startsAt: true, endsAt: true, need: true }).extend({
          held: z.array(Person),
          proposed: z.array(Person),
          short: z.int(),
        }),
      ),
      /** All of the teams: how often on duty in the months that count, without and with this proposal. */
      people: z.array(Person.extend({ before: z.int(), after: z.int(), away: z.boolean() })),
    }),
  }),
  /** Puts people on duty on these days, as they were proposed or chosen, and tells them. Who cannot be is left out, with the reason; a day without people stays flagged. */
  'station.publish': operation({
    kept: true,
    who: officers,
    of: 'stationId',
    input: z.object({
      stationId: Id,
      month: Month,
      days: z.array(z.object({ date: IsoDate, memberIds: z.array(Id).max(9) })).max(31),
    }),
    output: z.object({ assigned: z.int(), leftOut: z.array(LeftOut), gaps: z.array(Short) }),
  }),
  /** Takes a person off a day that has not begun, for those who cannot do it themselves. */
  'station.release': operation({
    who: officers,
    of: 'stationId',
    input: z.object({ stationId: Id, date: IsoDate, memberId: Id, reason: text(100).optional() }),
    output: Nothing,
    errors: ['POST_CLOSED'],
  }),
  /** What happened on the spot, as `post.resolve`: who came without signing in, who did not come. */
  'station.resolve': operation({
    who: officers,
    of: 'stationId',
    input: z.object({ stationId: Id, date: IsoDate, memberId: Id, state: z.enum(['served', 'no-show', 'none']), reason: line(100) }),
    output: z.object({ state: z.enum(['in', 'served', 'no-show', 'none']), minutes: z.int() }),
    errors: ['POST_CLOSED', signInNotOpen],
  }),
  /** The numbers of a person who is on duty there within this month or the next, to ring them about it; leaves a trace. */
  'station.phone': operation({
    who: officers,
    of: 'stationId',
    input: z.object({ stationId: Id, memberId: Id }),
    output: z.object({ phones: z.array(z.string()) }),
  }),
  /** Stations that lack people within the next seven days. */
  'station.gaps': operation({
    who: officers,
    of: 'orgId',
    input: z.object({ orgId: Id, cursor: Cursor.optional() }),
    output: page(z.object({ stationId: Id, name: z.string(), kind: z.enum(stationKinds), gaps: z.array(Short) })),
  }),
  /** All stations below, the days that lack people, and the words that were left. */
  'station.export': operation({
    kept: true,
    who: officers,
    of: 'orgId',
    input: z.object({ orgId: Id }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
  /** A month's roster, to be hung up. */
  'station.dutyList': operation({
    kept: true,
    who: officers,
    of: 'stationId',
    input: z.object({ stationId: Id, month: Month }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
  /** The code at its door (a picture in base64), which opens its page. */
  'station.print': operation({
    who: officers,
    of: 'stationId',
    input: z.object({ stationId: Id }),
    output: z.object({ name: z.string(), address: z.string(), phone: z.string().optional(), hours: Opens, code: z.string() }),
  }),
  /** A word for those who run it. */
  'station.word': operation({
    who: 'member',
    of: 'stationId',
    input: z.object({ stationId: Id, text: line(300), forMemberId }),
    output: z.object({ wordId: Id }),
  }),
  /** Words left below an organization, or at one station; newest first. */
  'station.words': operation({
    who: officers,
    of: 'orgId',
    input: z.object({ orgId: Id, answered: z.boolean(), cursor: Cursor.optional() }),
    output: page(Word),
  }),
  /** Answers a word; who left it is told. CONFLICT where another officer has answered it. */
  'station.answer': operation({
    who: officers,
    of: 'wordId',
    input: z.object({ wordId: Id, text: line(300) }),
    output: Nothing,
  }),
  /** It is closed to visitors; who is on duty ahead is told. What was served stays. */
  'station.close': operation({
    who: officers,
    of: 'stationId',
    input: z.object({ stationId: Id, reason: text(100).optional() }),
    output: Nothing,
  }),
} as const
