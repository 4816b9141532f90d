import * as z from 'zod'
import { operation, refusal } from '../../shared/operation'
import { ClockTime, Cursor, FileId, Id, InstantMs, IsoDate, Nothing, Point, line, page, text } from '../../shared/schemas'
import { accesses, bookingStates, circles, keepers } from './kinds'

const Span = z.object({ startsAt: InstantMs, endsAt: InstantMs })
const Month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
const Weekdays = z.array(z.int().min(1).max(7)).min(1).max(7)
const Seats = z.int().min(1).max(5000)
const Count = z.int().min(1).max(500)
const Item = line(20)
const Things = z.object({ name: Item, count: Count })
const Sharing = z.object({ with: z.enum(circles), days: Weekdays.optional(), aheadDays: z.int().min(1).max(400).optional() })
/** A themed programme of the owner (套餐) that can be had with the room. */
const Programme = z.object({ title: line(40), words: text(300).optional(), minutes: z.int().min(15).max(600).optional() })
/** The longest scene of a mini-program code. */
const Code = z
  .string()
  .min(1)
  .max(32)
  .regex(/^[0-9A-Za-z]+$/)

const Head = z.object({
  venueId: Id,
  orgId: Id,
  orgName: z.string(),
  name: z.string(),
  address: z.string(),
  point: Point.optional(),
  seats: z.int(),
  access: z.enum(accesses),
  accessWords: z.string().optional(),
  equipment: z.array(Things),
  shared: z.boolean(),
  opens: ClockTime,
  closes: ClockTime,
  days: Weekdays,
  photoFileIds: z.array(FileId),
})
/** Who has a time; `purpose` and the person for those who may know. */
const Slot = Span.extend({
  by: z.string().optional(),
  bookingId: Id.optional(),
  purpose: z.string().optional(),
  mine: z.boolean().optional(),
})
/** A date as it is taken; `off`: it is closed on that day, and why. */
const Day = z.object({ date: IsoDate, slots: z.array(Slot), off: z.string().optional() })

/** What stands in the way of a time: who has it, from when to when; or why it cannot be had at all. */
const InTheWay = z.object({
  by: z.string().optional(),
  startsAt: InstantMs.optional(),
  endsAt: InstantMs.optional(),
  why: z.string().optional(),
})
const Verdict = InTheWay.extend({ date: IsoDate, state: z.enum(['booked', 'taken']), bookingId: Id.optional() })
const Outlook = InTheWay.extend({ date: IsoDate, state: z.enum(['free', 'taken']) })
const Weeks = z.object({ weekly: z.int().min(1).max(52) })

const Booking = Span.extend({
  bookingId: Id,
  venueId: Id,
  venueName: z.string(),
  date: IsoDate,
  orgId: Id,
  orgName: z.string(),
  by: z.string(),
  purpose: z.string(),
  state: z.enum(bookingStates),
  programme: z.string().optional(),
  equipment: z.array(z.string()).optional(),
  /** How many are expected, and how many came. */
  people: z.int().optional(),
  came: z.int().optional(),
  activityId: Id.optional(),
  reason: z.string().optional(),
})
const Loan = z.object({
  loanId: Id,
  item: z.string(),
  count: z.int(),
  to: z.string(),
  dueOn: IsoDate,
  lentOn: IsoDate,
  overdue: z.boolean(),
})
const Use = z.object({ bookings: z.int(), hours: z.number(), people: z.int(), missed: z.int() })

const asked = { startsAt: InstantMs, endsAt: InstantMs, repeat: Weeks.optional() }
/** For which of the caller's organizations; the branch of their office unless said. */
const forOrg = { forOrgId: Id.optional() }
const owner = { who: keepers, of: 'venueId' } as const
const ofOrg = { who: keepers, of: 'orgId' } as const

/** Rooms (P71): who has which on which day, so that no two ever have one; shared by their owner's rule. */
export const venues = {
  'venue.save': operation({
    ...ofOrg,
    input: z.object({
      orgId: Id,
      venueId: Id.optional(),
      name: line(40),
      address: text(60).optional(),
      point: Point.optional(),
      seats: Seats,
      /** One of each, or how many. */
      equipment: z.array(z.union([Item, Things])).max(30),
      /** To branches beside those below the owner, by `sharing`: to all of them unless it says otherwise. */
      shared: z.boolean(),
      sharing: Sharing.optional(),
      opens: ClockTime,
      closes: ClockTime,
      /** Every day unless said otherwise. */
      days: Weekdays.optional(),
      access: z.enum(accesses).optional(),
      /** Where the lift is, how many steps. */
      accessWords: text(60).optional(),
      photoFileIds: z.array(FileId).max(6).optional(),
      programmes: z.array(Programme).max(12).optional(),
    }),
    output: z.object({ venueId: Id }),
  }),
  /** Rooms around a point, else around one's home and of one's own organizations; with a time, which of them are free then. */
  'venue.near': operation({
    who: 'member',
    input: z.object({
      point: Point.optional(),
      startsAt: InstantMs.optional(),
      endsAt: InstantMs.optional(),
      people: z.int().min(1).max(5000).optional(),
      forMemberId: Id.optional(),
    }),
    output: z.object({
      items: z.array(
        Head.extend({
          metres: z.int().optional(),
          /** For that time; left out where none was asked for. */
          free: z.boolean().optional(),
          why: z.string().optional(),
          enough: z.boolean().optional(),
          /** Of a room that others share. */
          fromOthers: z.boolean(),
        }),
      ),
    }),
  }),
  /** A date of a room: what is free in one piece, and what is taken, with who has it. */
  'venue.free': operation({
    who: 'member',
    of: 'venueId',
    input: z.object({ venueId: Id, date: IsoDate }),
    output: z.object({ slots: z.array(Slot), off: z.string().optional() }),
  }),
  /** A room with a week from a date on. */
  'venue.get': operation({
    who: 'member',
    of: 'venueId',
    input: z.object({ venueId: Id, from: IsoDate.optional(), forMemberId: Id.optional() }),
    output: Head.extend({
      sharing: Sharing.optional(),
      programmes: z.array(Programme),
      week: z.array(Day),
      ended: z.boolean(),
      /** The caller may book it, for these organizations of theirs. */
      bookFor: z.array(Id),
      may: z.array(z.enum(['hold', 'bookings', 'close', 'lend', 'print', 'end'])),
    }),
  }),
  /** One booking, or one for each week, each date by its own verdict: what is taken stands in the way of no other date. */
  'venue.book': operation({
    who: 'self',
    of: 'venueId',
    input: z.object({
      venueId: Id,
      ...asked,
      ...forOrg,
      purpose: line(60),
      activityId: Id.optional(),
      programme: line(40).optional(),
      equipment: z.array(Item).max(20).optional(),
      people: z.int().min(1).max(5000).optional(),
    }),
    output: z.object({ bookings: z.array(Verdict) }),
  }),
  /** What would become of each date, before it is booked. */
  'venue.outlook': operation({
    who: 'self',
    of: 'venueId',
    input: z.object({ venueId: Id, ...asked, ...forOrg }),
    output: z.object({ dates: z.array(Outlook) }),
  }),
  /** The owner's own use of it, by the same rule as everyone's. */
  'venue.hold': operation({
    ...owner,
    input: z.object({ venueId: Id, ...asked, purpose: line(60) }),
    output: z.object({ bookings: z.array(Verdict) }),
  }),
  /** Gives a booking back: the one who made it, the secretary of the branch it is for, or the owner of the room, who says why; that time is free at once. */
  'venue.cancel': operation({
    who: 'self',
    of: 'bookingId',
    input: z.object({ bookingId: Id, reason: text(60).optional() }),
    output: Nothing,
  }),
  /** What one's organizations have booked, from today on. */
  'venue.mine': operation({ who: 'self', input: z.object({}), output: z.object({ items: z.array(Booking) }) }),
  /** Rooms at or below an organization. */
  'venue.list': operation({
    ...ofOrg,
    input: z.object({ orgId: Id, cursor: Cursor.optional() }),
    output: page(Head.extend({ programmes: z.array(Programme), sharing: Sharing.optional(), lent: z.int() })).extend({
      may: z.array(z.enum(['save', 'export', 'use'])),
    }),
  }),
  /** Who has booked a room from a date on, what for; what is lent. */
  'venue.bookings': operation({
    ...owner,
    input: z.object({ venueId: Id, from: IsoDate.optional(), cursor: Cursor.optional() }),
    output: page(Booking).extend({ loans: z.array(Loan) }),
  }),
  /** What became of a booking that is over, by the owner of the room: it was used, by so many people; or they did not come. */
  'venue.mark': operation({
    who: 'self',
    of: 'bookingId',
    input: z.object({ bookingId: Id, state: z.enum(['used', 'missed']), came: z.int().min(0).max(5000).optional() }),
    output: Nothing,
  }),
  /** The owner closes a room for days: those who booked are told. */
  'venue.close': operation({
    ...owner,
    input: z.object({ venueId: Id, from: IsoDate, to: IsoDate, reason: line(60) }),
    output: z.object({ days: z.int(), cancelled: z.int() }),
    kept: true,
  }),
  'venue.open': operation({ ...owner, input: z.object({ venueId: Id, from: IsoDate, to: IsoDate }), output: Nothing }),
  /** The room is no more; what is booked ahead is called off. */
  'venue.end': operation({ ...owner, input: z.object({ venueId: Id, reason: text(60).optional() }), output: Nothing }),
  'venue.lend': operation({
    ...owner,
    input: z.object({ venueId: Id, item: Item, count: Count, to: line(40), dueOn: IsoDate }),
    output: z.object({ loanId: Id }),
    errors: [refusal('NOT_LEFT', z.object({ left: z.int() }))],
  }),
  'venue.giveBack': operation({ ...owner, input: z.object({ venueId: Id, loanId: Id }), output: Nothing }),
  /** The code at its door (a picture in base64), which opens today's list. */
  'venue.print': operation({
    ...owner,
    input: z.object({ venueId: Id }),
    output: z.object({ name: z.string(), address: z.string(), orgName: z.string(), code: z.string() }),
  }),
  /** What the code at its door opens: today's list; what the person is invited to they can sign in to. NOT_FOUND for a code of none. */
  'venue.door': operation({
    who: 'member',
    input: z.object({ code: Code, forMemberId: Id.optional() }),
    output: z.object({
      venueId: Id,
      name: z.string(),
      orgName: z.string(),
      date: IsoDate,
      off: z.string().optional(),
      items: z.array(Span.extend({ by: z.string(), purpose: z.string(), activityId: Id.optional() })),
    }),
  }),
  /** How each room at or below an organization was used in a month. */
  'venue.use': operation({
    ...ofOrg,
    input: z.object({ orgId: Id, month: Month, cursor: Cursor.optional() }),
    output: page(Use.extend({ venueId: Id, name: z.string(), orgName: z.string() })),
  }),
  /** All bookings of the rooms at or below an organization, or of one of them, in a span of dates. */
  'venue.export': operation({
    ...ofOrg,
    kept: true,
    input: z.object({ orgId: Id, venueId: Id.optional(), from: IsoDate.optional(), to: IsoDate.optional() }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
} as const
