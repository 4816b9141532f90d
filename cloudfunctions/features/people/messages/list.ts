import type { messages as contract } from '../../../../core/people/messages/contract'
import { Messages } from '../../../kernel/documents'
import { byNumber, pageBy } from '../../../kernel/keyset'
import type { Handlers } from '../use-case'

const PAGE = 20

export const list: Handlers<Pick<typeof contract, 'inbox.list'>> = {
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
}
