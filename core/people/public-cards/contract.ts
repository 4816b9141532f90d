import * as z from 'zod'
import { operation } from '../../shared/operation'
import { phoneInvalid } from '../../shared/refusals'
import { FileId, Nothing, line, text } from '../../shared/schemas'
import { requestKinds } from '../../shared/request-kinds'

/** What cannot be guessed: an id of the cloud's own making. */
const Code = z.string().regex(/^[a-z0-9]{20}$/)

/** What a member lets everybody see (亮身份, S0). */
const Content = z.object({
  /** As they want to be called: 王老师. */
  name: line(20),
  /** What they can help with. */
  helps: z.array(z.enum(requestKinds)).max(requestKinds.length),
  words: text(200),
  photoFileId: FileId.optional(),
  /** Their own number, or by way of the branch. */
  reach: z.enum(['phone', 'branch']),
})
const Shown = Content.extend({ branchName: z.string() })

export const publicCards = {
  /** One's own card, published or not, and the numbers one could show. */
  'publicCard.mine': operation({
    who: 'self',
    input: Nothing,
    output: z.object({
      card: Shown.extend({ code: Code }).nullable(),
      name: z.string(),
      branchName: z.string(),
      /** The number that would be shown; masked. */
      maskedPhone: z.string().optional(),
    }),
  }),
  /** Publishes one's card, or changes what is on it. Only for oneself: a helper cannot publish an elder. */
  'publicCard.publish': operation({ who: 'self', input: Content, output: z.object({ code: Code }), errors: [phoneInvalid] }),
  /** From this moment every link and every code says that it was withdrawn. */
  'publicCard.withdraw': operation({ who: 'self', input: Nothing, output: Nothing }),
  'publicCard.get': operation({
    who: 'anyone',
    input: z.object({ code: Code }),
    output: z.discriminatedUnion('state', [
      z.object({ state: z.literal('shown'), card: Shown }),
      z.object({ state: z.literal('withdrawn') }),
    ]),
  }),
  /** The number, where the member chose to show it; each look leaves an audit row. */
  'publicCard.phone': operation({ who: 'anyone', input: z.object({ code: Code }), output: z.object({ phone: z.string() }) }),
} as const
