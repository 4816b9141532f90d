import * as z from 'zod'
import { operation } from '../shared/operation'
import { Id, Point } from '../shared/schemas'

const Contact = z.object({ memberId: Id, name: z.string(), phone: z.string() })

export const cards = {
  /** 亲情服务卡 (S3): whom an elder can ring with one tap. The numbers are those of people whose duty it is to answer. */
  'card.get': operation({
    who: 'member',
    input: z.object({ memberId: Id.optional() }),
    output: z.object({
      liaison: Contact.nullable(),
      groupLeader: Contact.nullable(),
      secretary: Contact.nullable(),
      teams: z.array(z.object({ teamId: Id, name: z.string(), phone: z.string() })),
      point: z.object({ name: z.string(), point: Point.optional(), phone: z.string().optional() }).nullable(),
    }),
  }),
} as const
