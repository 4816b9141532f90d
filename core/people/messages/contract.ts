import * as z from 'zod'
import { operation } from '../../shared/operation'
import { noticeKinds } from '../../shared/notices'
import { Id, InstantMs, Nothing } from '../../shared/schemas'

/** Longer than other ids: it is made of what is told and the member it is told to. */
const MessageId = z.string().min(1).max(200)
/** An instant and a message's id. */
const InboxCursor = z.string().min(1).max(220)
const Message = z.object({
  messageId: MessageId,
  /** The member it was told to: oneself, or an elder one helps. */
  memberId: Id,
  kind: z.enum(noticeKinds),
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
