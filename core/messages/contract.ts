import * as z from 'zod'
import { operation } from '../shared/operation'
import { Cursor, InstantMs, Nothing, page } from '../shared/schemas'

/** What can be told; each has its WeChat template and its words in `rules.ts`. */
export const messageKinds = ['activity-published', 'activity-changed', 'activity-cancelled', 'activity-remind', 'place-is-yours'] as const
export type MessageKind = (typeof messageKinds)[number]

/** Longer than other ids: it is made of what is told and to whom. */
const MessageId = z.string().min(1).max(200)
const Message = z.object({
  messageId: MessageId,
  kind: z.enum(messageKinds),
  title: z.string(),
  text: z.string(),
  page: z.string(),
  at: InstantMs,
  read: z.boolean(),
})

export const messages = {
  'inbox.list': operation({ who: 'member', input: z.object({ cursor: Cursor.optional() }), output: page(Message) }),
  'inbox.read': operation({ who: 'member', input: z.object({ messageIds: z.array(MessageId).min(1).max(100) }), output: Nothing }),
} as const
