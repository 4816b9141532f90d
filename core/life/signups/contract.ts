import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Id, InstantMs } from '../../shared/schemas'

const QueuePlace = z.object({ state: z.enum(['joined', 'waiting', 'left']), position: z.int().positive().optional() })
const Row = z.object({
  memberId: Id,
  name: z.string(),
  at: InstantMs,
  state: z.enum(['joined', 'waiting']),
  position: z.int().positive().optional(),
  by: z.string().optional(),
})

export const signups = {
  'signup.join': operation({
    who: 'member',
    of: 'activityId',
    input: z.object({ activityId: Id, forMemberId: Id.optional() }),
    output: QueuePlace,
    errors: ['NOT_INVITED', 'ACTIVITY_CANCELLED', 'SIGNUP_CLOSED'],
  }),
  'signup.leave': operation({
    who: 'member',
    of: 'activityId',
    input: z.object({ activityId: Id, forMemberId: Id.optional() }),
    output: QueuePlace,
    errors: ['NOT_INVITED', 'ACTIVITY_CANCELLED', 'SIGNUP_CLOSED'],
  }),
  'signup.list': operation({
    who: ['secretary'],
    of: 'activityId',
    input: z.object({ activityId: Id }),
    output: z.object({ items: z.array(Row) }),
  }),
} as const
