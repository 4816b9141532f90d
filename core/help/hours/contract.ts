import * as z from 'zod'
import { operation, refusal } from '../../shared/operation'
import { Cursor, FileId, Id, InstantMs, IsoDate, Nothing, Point, line, page, text } from '../../shared/schemas'
import { bookingStates, deskRoles, hoursKinds } from './kinds'
import { MOST_SLOTS } from './rules'

const Span = z.object({ startsAt: InstantMs, endsAt: InstantMs })
const Spot = z.object({ name: line(60), point: Point.optional() })
const Weeks = z.int().min(2).max(52)

const about = {
  title: line(40),
  kind: z.enum(hoursKinds).optional(),
  hostIds: z.array(Id).min(1).max(10),
  place: Spot,
  slots: z.array(Span).min(1).max(MOST_SLOTS),
  /** These times come again each week, so many weeks in all. */
  repeat: z.object({ weekly: Weeks }).optional(),
}

/** A date of a series, and whether it is made; where not, what one of the hosts does then. */
const DateVerdict = z.object({
  date: IsoDate,
  state: z.enum(['made', 'clash']),
  with: z.object({ name: z.string(), title: z.string(), startsAt: InstantMs, endsAt: InstantMs }).optional(),
})

/** Another has it; the next time that the caller could have. */
export const slotTaken = refusal('SLOT_TAKEN', z.object({ next: InstantMs.nullable() }))
/** The person is somewhere else at that time. */
export const slotOverlaps = refusal(
  'SLOT_OVERLAPS',
  z.object({ with: z.object({ title: z.string(), startsAt: InstantMs, endsAt: InstantMs }) }),
)
const booking = [slotTaken, slotOverlaps, 'SLOT_CLOSED'] as const

const Head = z.object({
  hoursId: Id,
  orgId: Id,
  orgName: z.string(),
  kind: z.enum(hoursKinds),
  title: z.string(),
  place: Spot,
  hosts: z.array(z.string()),
})
const Booked = z.object({
  state: z.literal('booked'),
  startsAt: InstantMs,
  endsAt: InstantMs,
  /** Of a series: what became of each week. */
  dates: z.array(z.object({ startsAt: InstantMs, state: z.enum(['booked', 'taken', 'none', 'overlaps']) })).optional(),
})
const officers = { who: ['secretary', 'street', 'bureau'], of: 'orgId' } as const

/** Consultation hours (P33): bookable times with a person or a team; one holds each, however many tap and through whichever door. */
export const hours = {
  /**
   * Times of these hosts, each date by its own verdict: what clashes with other hours of a host is left out and said. With `hoursId` they take the place of what they
   * were; a time that is booked is not taken away by it.
   */
  'hours.save': operation({
    ...officers,
    kept: true,
    input: z.object({ orgId: Id, hoursId: Id.optional(), ...about }),
    output: z.object({ hoursId: Id, dates: z.array(DateVerdict) }),
    errors: [refusal('HOURS_CLASH', z.object({ dates: z.array(DateVerdict) }))],
  }),
  /** What would become of each date, before it is saved. */
  'hours.outlook': operation({
    ...officers,
    input: z.object({ orgId: Id, hoursId: Id.optional(), ...about }).omit({ title: true, place: true, kind: true }),
    output: z.object({ dates: z.array(DateVerdict) }),
  }),
  /** What the person may book, by their branch and those above it; with `hoursId` one of them with all its times. */
  'hours.free': operation({
    who: 'member',
    of: 'hoursId',
    input: z.object({ hoursId: Id.optional(), forMemberId: Id.optional() }),
    output: z.object({
      items: z.array(
        Head.extend({
          slots: z.array(Span.extend({ free: z.boolean(), mine: z.boolean() })),
          /** The first time that the person could have. */
          next: Span.nullable(),
          waiting: z.int(),
          /** Where the person stands among those who wait; null where they do not. */
          myPlace: z.int().nullable(),
        }),
      ),
    }),
    errors: ['NOT_INVITED'],
  }),
  /** Books that time, or the next free one where none is named. `about` is for the host alone. With `weekly` the same time of so many weeks. */
  'hours.book': operation({
    who: 'member',
    of: 'hoursId',
    input: z.object({
      hoursId: Id,
      startsAt: InstantMs.optional(),
      about: text(300).optional(),
      weekly: Weeks.optional(),
      forMemberId: Id.optional(),
    }),
    output: Booked,
    errors: ['NOT_INVITED', ...booking],
  }),
  /** What would become of each week, before it is booked. */
  'hours.series': operation({
    who: 'member',
    of: 'hoursId',
    input: z.object({ hoursId: Id, startsAt: InstantMs, weekly: Weeks, forMemberId: Id.optional() }),
    output: Booked.pick({ dates: true }).required(),
    errors: ['NOT_INVITED'],
  }),
  /** The same from a desk, for a person who called: by the same rule. */
  'hours.bookFor': operation({
    who: deskRoles,
    of: 'memberId',
    input: z.object({ memberId: Id, hoursId: Id, startsAt: InstantMs.optional() }),
    output: Booked,
    errors: booking,
  }),
  /**
   * Gives a booking back: the person or their family, or in their stead a host or an officer over it (`memberId`). A host or officer who names no person calls the time
   * itself off. The freed time goes on to those who wait.
   */
  'hours.cancel': operation({
    who: 'member',
    of: 'hoursId',
    input: z.object({ hoursId: Id, startsAt: InstantMs, memberId: Id.optional(), reason: text(60).optional(), forMemberId: Id.optional() }),
    output: z.object({ state: z.literal('cancelled') }),
    errors: ['SLOT_CLOSED'],
  }),
  /** A host or an officer over it calls off all times of a span: each person booked is told and offered the next free one. */
  'hours.off': operation({
    kept: true,
    who: 'self',
    of: 'hoursId',
    input: z.object({ hoursId: Id, from: InstantMs, to: InstantMs, reason: text(60).optional() }),
    output: z.object({ off: z.int(), told: z.int() }),
  }),
  /** Waits for a time; where one is free it is theirs at once. */
  'hours.wait': operation({
    who: 'member',
    of: 'hoursId',
    input: z.object({ hoursId: Id, forMemberId: Id.optional() }),
    output: z.object({ position: z.int().nullable(), booked: Span.nullable() }),
    errors: ['NOT_INVITED', 'SLOT_CLOSED'],
  }),
  'hours.unwait': operation({
    who: 'member',
    of: 'hoursId',
    input: z.object({ hoursId: Id, forMemberId: Id.optional() }),
    output: Nothing,
  }),
  /** The person's bookings, the soonest first, with how many are before them on the day; where they wait; and the desks they host. */
  'hours.mine': operation({
    who: 'member',
    input: z.object({ forMemberId: Id.optional() }),
    output: z.object({
      items: z.array(
        Head.omit({ hosts: true }).extend({
          startsAt: InstantMs,
          endsAt: InstantMs,
          state: z.enum(bookingStates),
          /** On the day: how many come before. */
          ahead: z.int().nullable(),
          /** What was written for the host; to the person and the one who wrote it. */
          about: z.string().optional(),
        }),
      ),
      waiting: z.array(z.object({ hoursId: Id, title: z.string(), position: z.int() })),
      desks: z.array(z.object({ hoursId: Id, title: z.string(), next: InstantMs.nullable() })),
    }),
  }),
  /** The person is there. */
  'hours.arrive': operation({
    who: 'member',
    of: 'hoursId',
    input: z.object({ hoursId: Id, startsAt: InstantMs, forMemberId: Id.optional() }),
    output: z.object({ ahead: z.int() }),
    errors: ['SLOT_CLOSED'],
  }),
  /** The host's list of a day: now, next, waiting; with what each person wrote for the host. */
  'hours.desk': operation({
    who: 'self',
    of: 'hoursId',
    input: z.object({ hoursId: Id, date: IsoDate.optional() }),
    output: z.object({
      hoursId: Id,
      title: z.string(),
      place: Spot,
      date: IsoDate,
      /** Days with times, around it. */
      dates: z.array(IsoDate),
      now: z.object({ startsAt: InstantMs, name: z.string() }).nullable(),
      next: z.object({ startsAt: InstantMs, name: z.string() }).nullable(),
      items: z.array(
        Span.extend({
          state: z.enum(['free', 'off', ...bookingStates]),
          memberId: Id.optional(),
          name: z.string().optional(),
          about: z.string().optional(),
        }),
      ),
      waiting: z.int(),
    }),
  }),
  /** By a host, on the day: here, now (who had it before is through), done, missed. */
  'hours.mark': operation({
    who: 'self',
    of: 'hoursId',
    input: z.object({ hoursId: Id, startsAt: InstantMs, memberId: Id, state: z.enum(bookingStates) }),
    output: Nothing,
  }),
  /** Consultation hours at or below an organization, those that go on first to end. */
  'hours.list': operation({
    ...officers,
    input: z.object({ orgId: Id, ended: z.boolean().optional(), cursor: Cursor.optional() }),
    output: page(
      Head.extend({
        hostIds: z.array(Id),
        slots: z.array(Span),
        next: InstantMs.nullable(),
        booked: z.int(),
        free: z.int(),
        held: z.int(),
        missed: z.int(),
        waiting: z.int(),
      }),
    ).extend({ may: z.array(z.enum(['save', 'export'])) }),
  }),
  /** Who booked which time, for the officers; never what for. */
  'hours.booked': operation({
    who: deskRoles,
    of: 'hoursId',
    input: z.object({ hoursId: Id }),
    output: z.object({
      title: z.string(),
      hosts: z.array(z.object({ memberId: Id, name: z.string() })),
      items: z.array(Span.extend({ memberId: Id, name: z.string(), state: z.enum(bookingStates) })),
      waiting: z.array(z.object({ memberId: Id, name: z.string() })),
    }),
  }),
  /**
   * The numbers of a person concerned by these hours, to ring them about it: for officers over them a host, or who has or waits for a time; for a host who has a
   * time of now, and the other hosts. Leaves a trace.
   */
  'hours.phone': operation({
    who: 'self',
    of: 'hoursId',
    input: z.object({ hoursId: Id, memberId: Id }),
    output: z.object({ phones: z.array(z.string()) }),
  }),
  'hours.export': operation({
    ...officers,
    kept: true,
    input: z.object({ orgId: Id }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
} as const
