import * as z from 'zod'
import { operation, refusal } from '../../shared/operation'
import { ClockTime, Cursor, FileId, Id, InstantMs, IsoDate, Nothing, line, page, text } from '../../shared/schemas'
import { wishKinds, wishStates } from './kinds'
import { MOST_STEPS } from './rules'

const asked = { kind: z.enum(wishKinds), text: line(300), on: IsoDate.optional() }
const Raised = z.object({ wishId: Id })
const desk = ['secretary', 'leader', 'liaison', 'street', 'bureau'] as const

/** People or the car are somewhere else then: each with what stands in the way. */
export const wishClash = refusal(
  'WISH_CLASH',
  z.object({
    clashes: z.array(
      z.object({
        memberId: Id.optional(),
        /** The person, or the car. */
        name: z.string(),
        with: z.object({ what: z.enum(['wish', 'hours', 'post']), title: z.string(), startsAt: InstantMs, endsAt: InstantMs }),
      }),
    ),
  }),
)

const Item = z.object({
  wishId: Id,
  kind: z.enum(wishKinds),
  text: z.string(),
  state: z.enum(wishStates),
  memberId: Id,
  name: z.string(),
  /** The day that was wished for, or is planned. */
  on: IsoDate.nullable(),
  raisedAt: InstantMs,
  steps: z.int(),
  done: z.int(),
})

/** Wishes and escorts (P31): planned help with a day, people with their part, a car, steps and papers; the day itself as a timeline. */
export const wishes = {
  'wish.raise': operation({ who: 'member', input: z.object({ ...asked, forMemberId: Id.optional() }), output: Raised }),
  /** An officer asks for an elder. */
  'wish.raiseFor': operation({ who: desk, of: 'memberId', input: z.object({ ...asked, memberId: Id }), output: Raised }),
  /** Says the day, who does what, which car, the steps and the papers to bring. WISH_CLASH where a person or the car is somewhere else then. */
  'wish.plan': operation({
    who: desk,
    of: 'wishId',
    input: z.object({
      wishId: Id,
      on: IsoDate,
      from: ClockTime.optional(),
      to: ClockTime.optional(),
      people: z.array(z.object({ memberId: Id, part: line(20) })).min(1).max(10), // prettier-ignore
      steps: z.array(line(60)).min(1).max(MOST_STEPS),
      vehicle: line(20).optional(),
      papers: z.array(line(30)).max(10).optional(),
    }),
    output: Nothing,
    errors: [wishClash, 'WISH_CLOSED'],
  }),
  /** One of those named ticks a step of the day, or takes the tick back. */
  'wish.tick': operation({
    who: 'self',
    of: 'wishId',
    input: z.object({ wishId: Id, step: z.int().min(0).max(MOST_STEPS), undo: z.boolean().optional() }),
    output: z.object({ done: z.int(), of: z.int() }),
    errors: ['WISH_CLOSED'],
  }),
  /** What it cost, in 分; a wrong one is put right by another with the opposite sign. By those named and the officers. */
  'wish.cost': operation({
    who: 'self',
    of: 'wishId',
    input: z.object({ wishId: Id, what: line(30), fen: z.int().min(-10_000_000).max(10_000_000) }),
    output: z.object({ costId: Id, sumFen: z.int() }),
    errors: ['WISH_CLOSED'],
  }),
  'wish.done': operation({
    who: desk,
    of: 'wishId',
    input: z.object({ wishId: Id, note: line(500), photoFileIds: z.array(FileId).max(9).optional() }),
    output: Nothing,
    errors: ['WISH_CLOSED'],
  }),
  /** By the elder, their family or an officer. */
  'wish.cancel': operation({
    who: 'member',
    of: 'wishId',
    input: z.object({ wishId: Id, reason: text(100).optional(), forMemberId: Id.optional() }),
    output: Nothing,
    errors: ['WISH_CLOSED'],
  }),
  /** The whole of it, for the elder, their family, those named while it is open, and the officers. */
  'wish.get': operation({
    who: 'member',
    of: 'wishId',
    input: z.object({ wishId: Id, forMemberId: Id.optional() }),
    output: Item.omit({ steps: true, done: true }).extend({
      raisedBy: z.string(),
      plan: z
        .object({
          on: IsoDate,
          startsAt: InstantMs,
          endsAt: InstantMs,
          people: z.array(z.object({ memberId: Id, name: z.string(), part: z.string() })),
          steps: z.array(z.object({ text: z.string(), doneAt: InstantMs.optional(), by: z.string().optional() })),
          vehicle: z.string().optional(),
          papers: z.array(z.string()),
        })
        .nullable(),
      costs: z.array(z.object({ costId: Id, what: z.string(), fen: z.int(), by: z.string(), at: InstantMs })),
      sumFen: z.int(),
      note: z.string(),
      photoFileIds: z.array(FileId),
      doneAt: InstantMs.nullable(),
      reason: z.string(),
      /** The caller is one of those named. */
      named: z.boolean(),
      may: z.array(z.enum(['plan', 'done', 'cancel', 'cost'])),
    }),
  }),
  /** One's own, the latest first; and those one is named for, the soonest first. */
  'wish.mine': operation({
    who: 'member',
    input: z.object({ forMemberId: Id.optional() }),
    output: z.object({ items: z.array(Item), helping: z.array(Item.extend({ part: z.string() })) }),
  }),
  /** Those of people at or below an organization: open ones, or those that are over, the latest first. */
  'wish.list': operation({
    who: desk,
    of: 'orgId',
    input: z.object({ orgId: Id, over: z.boolean().optional(), cursor: Cursor.optional() }),
    output: page(Item).extend({ may: z.array(z.enum(['export'])) }),
  }),
  'wish.export': operation({
    kept: true,
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
} as const
