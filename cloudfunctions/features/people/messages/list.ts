import { Messages } from '../../../kernel/documents'
import { messages as contract } from '../../../../core/people/messages/contract'
import { byNumber, pageBy } from '../../../kernel/keyset'
import type { Handlers } from '../use-case'

const PAGE = 20

export const handlers: Handlers<typeof contract> = {
  async 'inbox.list'({ cursor }, { store, people }) {
    const { items, cursor: next } = await pageBy(
      store.table(Messages),
      { memberId: { in: people.map(one => one._id) } },
      byNumber('at', 'desc'),
      { size: PAGE, cursor },
    )
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
      cursor: next,
    }
  },

  // Messages of others, and ones that are no more, are passed over: there is nothing in them to mark.
  async 'inbox.read'({ messageIds }, { store, people }) {
    const memberId = { in: people.map(one => one._id) }
    await store.table(Messages).update({ _id: { in: messageIds }, memberId, read: false }, { set: { read: true } })
    return {}
  },
}

export { contract }
export { homes } from '../use-case'
