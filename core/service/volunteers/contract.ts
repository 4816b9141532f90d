import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Id, InstantMs } from '../../shared/schemas'
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
  /** What the organizer said of it afterwards. */
  corrected: Corrected.optional(),
})

export const volunteers = {
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
