import * as z from 'zod'
import { operation } from '../../shared/operation'
import { phoneInvalid } from '../../shared/refusals'
import { Id, Nothing, line, text } from '../../shared/schemas'

const Partner = z.object({
  partnerId: Id,
  name: line(30),
  /** The contact person. */
  contact: line(20),
  phone: line(20),
  /** What it does for the elders. */
  offers: text(200),
})

/** Partner units (共建单位, S3 多联一) as helpers of elders. */
export const partners = {
  'partner.list': operation({
    who: ['secretary', 'leader', 'liaison', 'street', 'bureau'],
    of: 'branchId',
    input: z.object({ branchId: Id }),
    output: z.object({ items: z.array(Partner.extend({ elders: z.int() })) }),
  }),
  'partner.save': operation({
    who: ['secretary'],
    of: 'branchId',
    input: Partner.extend({ branchId: Id, partnerId: Id.optional() }),
    output: z.object({ partnerId: Id }),
    errors: [phoneInvalid],
  }),
  /** Ends the partnership: its pairings end, the history stays. */
  'partner.end': operation({
    who: ['secretary'],
    of: 'branchId',
    input: z.object({ branchId: Id, partnerId: Id, reason: line(100) }),
    output: Nothing,
  }),
} as const
