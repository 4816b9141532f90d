import type { messages as contract } from '../../core/messages/contract'
import { messageCursor, readMessageCursor } from '../../core/messages/rules'
import type { Handlers } from '../kernel/ports'

const PAGE = 20

export const messages: Handlers<typeof contract> = {
  async 'inbox.list'({ cursor }, { store, people, fail }) {
    const after = cursor === undefined ? undefined : readMessageCursor(cursor)
    if (after === null) return fail('INVALID_INPUT', { paths: ['cursor'] })
    const found = await store.table('messages').find(
      { memberId: { in: people.map(one => one._id) } },
      {
        order: [
          ['at', 'desc'],
          ['_id', 'desc'],
        ],
        limit: PAGE + 1,
        ...(after ? { after } : {}),
      },
    )
    const items = found.slice(0, PAGE)
    const last = items.at(-1)
    return {
      items: items.map(({ _id, memberId, kind, title, text, page, at, read }) => ({
        messageId: _id,
        memberId,
        kind,
        title,
        text,
        page,
        at,
        read,
      })),
      cursor: found.length > PAGE && last ? messageCursor(last.at, last._id) : null,
    }
  },

  // Messages of others, and ones that are no more, are passed over: there is nothing in them to mark.
  async 'inbox.read'({ messageIds }, { store, people }) {
    const memberId = { in: people.map(one => one._id) }
    await store.table('messages').update({ _id: { in: messageIds }, memberId, read: false }, { set: { read: true } })
    return {}
  },
}
