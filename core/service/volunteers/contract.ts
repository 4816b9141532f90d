import * as z from 'zod'
import { operation } from '../../shared/operation'
import { requestKinds } from '../../shared/request-kinds'
import { Id, InstantMs, Nothing } from '../../shared/schemas'
import { Corrected } from '../posts/contract-views'

const Held = z.object({
  postId: Id,
  shiftId: Id,
  kind: z.string(),
  title: z.string(),
  place: z.string(),
  startsAt: InstantMs,
  endsAt: InstantMs,
  state: z.enum(['held', 'waiting']),
  position: z.int().positive().optional(),
  /** Offered to me by this person; take it with `post.takeOver`. */
  offeredBy: z.object({ memberId: Id, name: z.string() }).optional(),
})
const Served = z.object({
  postId: Id,
  shiftId: Id,
  kind: z.string(),
  title: z.string(),
  startsAt: InstantMs,
  state: z.enum(['in', 'served', 'no-show']),
  minutes: z.int(),
  /** It was a muster: `postId` is its id, `shiftId` the cell. */
  muster: z.literal(true).optional(),
  /** What the organizer said of it afterwards. */
  corrected: Corrected.optional(),
})

/** A person who registered by themselves and offers to help. */
const Offering = z.object({
  memberId: Id,
  name: z.string(),
  maskedPhone: z.string().optional(),
  kinds: z.array(z.enum(requestKinds)),
  /** How far they live from where the organization receives people. */
  metres: z.int().optional(),
})

export const volunteers = {
  /**
   * Those who registered by themselves, stand on no roster and offer to help: `waiting` for an officer to vouch for them, the nearest first
   * (of a branch those around it), and `vouched` for here. Until then no elder's call reaches them.
   */
  'volunteer.waiting': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id }),
    output: z.object({ waiting: z.array(Offering), vouched: z.array(Offering.extend({ by: z.string(), at: InstantMs })) }),
  }),
  /** The officer knows the volunteer: elders' calls may reach them. */
  'volunteer.vouch': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, volunteerId: Id }),
    output: Nothing,
  }),
  /** Takes it back, where it was given here; what they have or are asked for is released at once. */
  'volunteer.unvouch': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, volunteerId: Id }),
    output: Nothing,
  }),
  /** What I hold, what I did, and the figures of a certificate. */
  'volunteer.mine': operation({
    who: 'member',
    input: z.object({ forMemberId: Id.optional() }),
    output: z.object({
      /** Shifts to come, soonest first. */
      holding: z.array(Held),
      /** Places that another volunteer offers to me by name. */
      offered: z.array(Held),
      /** What was served, newest first, 50 at most. */
      served: z.array(Served),
      minutes: z.int(),
      minutesThisYear: z.int(),
      times: z.int(),
      certificate: z.object({
        name: z.string(),
        orgName: z.string(),
        year: z.int(),
        minutes: z.int(),
        times: z.int(),
        /** By kind, most first. */
        kinds: z.array(z.object({ kind: z.string(), times: z.int(), minutes: z.int() })),
        firstAt: InstantMs.nullable(),
      }),
    }),
  }),
} as const
