import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Id, InstantMs, Nothing } from '../../shared/schemas'

/** What can be told; each has its WeChat template and its fields in `templates.ts`; the words come from whoever tells. */
export const messageKinds = [
  'activity-published',
  'activity-changed',
  'activity-cancelled',
  'activity-remind',
  'place-is-yours',
  'post-changed',
  'post-cancelled',
  'post-at-risk',
  'post-withdrawn',
  'place-offered',
  'place-taken',
  'post-thanks',
  'request-asked',
  'request-news',
  'request-desk',
  'visit-due',
  'visit-missing',
  'visit-news',
  'celebration',
  'pairing-news',
  'care-overdue',
  'aftercare',
] as const
export type MessageKind = (typeof messageKinds)[number]

/** Longer than other ids: it is made of what is told and to whom. */
const MessageId = z.string().min(1).max(200)
/** An instant and a message's id. */
const InboxCursor = z.string().min(1).max(220)
const Message = z.object({
  messageId: MessageId,
  /** To whom it was told: oneself, or an elder one helps. */
  memberId: Id,
  kind: z.enum(messageKinds),
  title: z.string(),
  text: z.string(),
  page: z.string(),
  at: InstantMs,
  read: z.boolean(),
})

export const messages = {
  /** Newest first. */
  'inbox.list': operation({
    who: 'member',
    input: z.object({ cursor: InboxCursor.optional() }),
    output: z.object({ items: z.array(Message), cursor: InboxCursor.nullable() }),
  }),
  'inbox.read': operation({ who: 'member', input: z.object({ messageIds: z.array(MessageId).min(1).max(100) }), output: Nothing }),
} as const
