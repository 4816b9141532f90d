import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Id, InstantMs, Nothing } from '../../shared/schemas'

const OfActivity = z.object({ activityId: Id })

/** 民主测评 on phones at a 民主评议 (P12): a secret ballot on every member who is graded, added to those on paper. Tickets and answers go as those of surveys, under the activity's id. */
export const appraisals = {
  /** Opens the box to all who take part, once, and tells them; REVIEW_NOT_HERE where the meeting gives no grades. It closes by itself after a week. */
  'appraisalBallot.open': operation({
    who: ['secretary'],
    of: 'activityId',
    input: OfActivity,
    output: z.object({ people: z.int(), voters: z.int() }),
    errors: ['REVIEW_NOT_HERE', 'REVIEW_CLOSED'],
  }),
  /** What a phone has to know to fill in a ballot; for the secretary also who has a ticket, so that they get no paper. */
  'appraisalBallot.get': operation({
    who: 'self',
    of: 'activityId',
    input: OfActivity,
    output: z.object({
      title: z.string(),
      /** `closed`: no more is taken in, and it is being counted. */
      state: z.enum(['none', 'open', 'closed', 'counted']),
      people: z.array(z.object({ memberId: Id, name: z.string() })),
      publicKey: z.string().optional(),
      closesAt: InstantMs.optional(),
      invited: z.boolean(),
      ticketTaken: z.boolean(),
      /** The caller is the secretary of its branch. */
      keeps: z.boolean(),
      issued: z.int(),
      returned: z.int(),
      holders: z.array(z.string()),
    }),
  }),
  /** Closes the box and counts it; CONFLICT while another call is at it, or where none was opened. */
  'appraisalBallot.count': operation({
    who: ['secretary'],
    of: 'activityId',
    input: OfActivity,
    output: Nothing,
  }),
} as const
