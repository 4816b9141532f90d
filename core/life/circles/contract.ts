import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Cursor, FileId, Id, InstantMs, Nothing, Place, line, page, text } from '../../shared/schemas'
import { circleKinds } from './kinds'
import { MOST_IN_CIRCLE } from './rules'

const about = {
  name: line(20),
  /** When and where it meets, what to bring. */
  words: text(200),
  /** Who teaches, a member or a guest. */
  teacher: text(20),
  /** People of neighbours' branches may join. */
  open: z.boolean(),
  /** Members who run it beside the officers: they call meetings and write results. */
  organizerIds: z.array(Id).max(5),
}
const More = z.object(about).omit({ name: true }).partial()

const Circle = z.object({
  ...{ circleId: Id, orgId: Id, orgName: z.string(), kind: z.enum(circleKinds) },
  ...{ name: z.string(), words: z.string(), teacher: z.string(), open: z.boolean(), closed: z.boolean() },
  people: z.int(),
  /** The caller, or the elder they act for, is in it. */
  mine: z.boolean(),
})

const Placing = z.object({ memberId: Id, place: z.int().min(1).max(MOST_IN_CIRCLE) })
const Result = z.object({
  resultId: Id,
  title: z.string(),
  at: InstantMs,
  activityId: Id.optional(),
  places: z.array(Placing.extend({ name: z.string() })),
  /** What stood there before it was put right, the latest first. */
  former: z.array(z.object({ title: z.string(), at: InstantMs, places: z.array(Placing.extend({ name: z.string() })) })),
})
const closed = ['CIRCLE_CLOSED'] as const

/** Circles (P15): members who do something together; one tap joins and one leaves. */
export const circles = {
  'circle.create': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: More.extend({ orgId: Id, kind: z.enum(circleKinds), name: line(20) }),
    output: z.object({ circleId: Id }),
  }),
  /** By those who run it: its organizers, and the officers over it. */
  'circle.change': operation({
    who: 'self',
    of: 'circleId',
    input: More.extend({ circleId: Id, name: line(20).optional() }),
    output: Nothing,
    errors: closed,
  }),
  /** With `orgId` those at or below it, 20 to a page; else one's own, and those one may join. */
  'circle.list': operation({
    who: 'member',
    of: 'orgId',
    input: z.object({ orgId: Id.optional(), forMemberId: Id.optional(), cursor: Cursor.optional() }),
    output: page(Circle).extend({ may: z.array(z.enum(['create', 'export'])) }),
  }),
  'circle.get': operation({
    who: 'member',
    of: 'circleId',
    input: z.object({ circleId: Id, forMemberId: Id.optional() }),
    output: Circle.extend({
      /** For those in it and those who run it. */
      members: z.array(z.object({ memberId: Id, name: z.string(), organizer: z.boolean() })),
      /** Its own activities that are not over, soonest first. */
      coming: z.array(z.object({ activityId: Id, title: z.string(), startsAt: InstantMs, endsAt: InstantMs, place: z.string() })),
      may: z.array(z.enum(['change', 'close', 'meet', 'result'])),
    }),
  }),
  'circle.join': operation({
    who: 'member',
    of: 'circleId',
    input: z.object({ circleId: Id, forMemberId: Id.optional() }),
    output: Nothing,
    errors: ['NOT_INVITED', 'CIRCLE_FULL', ...closed],
  }),
  /** Who has left may leave once more; nothing is asked. */
  'circle.leave': operation({
    who: 'member',
    input: z.object({ circleId: Id, forMemberId: Id.optional() }),
    output: Nothing,
  }),
  /** An activity of the circle, held by its branch (of a street's circle, by the organizer's own): its members are invited, and no others. */
  'circle.meet': operation({
    who: 'self',
    of: 'circleId',
    input: z.object({ circleId: Id, title: line(40), startsAt: InstantMs, endsAt: InstantMs, place: Place, body: text(2000).optional() }),
    output: z.object({ activityId: Id }),
    errors: ['ACTIVITY_TIMES_WRONG', ...closed],
  }),
  /** The places of a match; with `resultId` one that stands is put right, and what stood stays in its history. */
  'circle.result': operation({
    who: 'self',
    of: 'circleId',
    input: z.object({
      circleId: Id,
      activityId: Id.optional(),
      title: line(40),
      places: z.array(Placing).min(1).max(MOST_IN_CIRCLE),
      resultId: Id.optional(),
    }),
    output: z.object({ resultId: Id }),
  }),
  /** Matches of a circle, the latest first; for those in it and those who run it, others get none. */
  'circle.results': operation({
    who: 'member',
    of: 'circleId',
    input: z.object({ circleId: Id, cursor: Cursor.optional(), forMemberId: Id.optional() }),
    output: page(Result),
  }),
  'circle.export': operation({
    kept: true,
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
  /** It meets no more; its activities and results stay. */
  'circle.close': operation({ who: 'self', of: 'circleId', input: z.object({ circleId: Id }), output: Nothing }),
} as const
