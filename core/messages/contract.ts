import * as z from 'zod'
import { operation } from '../shared/operation'
import { Cursor, Id, InstantMs, Nothing, page } from '../shared/schemas'

/** What can be told; each has its WeChat template and its words in `rules.ts`. */
export const messageKinds = ['activity-published', 'activity-changed', 'activity-cancelled', 'activity-remind', 'place-is-yours'] as const
export type MessageKind = (typeof messageKinds)[number]

const Message = z.object({
  messageId: Id,
  kind: z.enum(messageKinds),
  title: z.string(),
  text: z.string(),
  page: z.string(),
  at: InstantMs,
  read: z.boolean(),
})

export const messages = {
  'inbox.list': operation({ who: 'member', input: z.object({ cursor: Cursor.optional() }), output: page(Message) }),
  'inbox.read': operation({ who: 'member', input: z.object({ messageIds: z.array(Id).min(1).max(100) }), output: Nothing }),
} as const
