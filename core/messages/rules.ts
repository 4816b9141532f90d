import type { Instant } from '../shared/operation'

/** Where a page of an inbox ended: when its last message came and which it was. */
export const messageCursor = (at: Instant, messageId: string): string => `${String(at)}~${messageId}`

/** The place a cursor names; null where it is none of ours. */
export const readMessageCursor = (cursor: string): readonly [at: Instant, messageId: string] | null => {
  const [, at, messageId] = /^(\d{1,16})~(.+)$/su.exec(cursor) ?? []
  return at === undefined || messageId === undefined ? null : [Number(at), messageId]
}
