import type { messages as contract } from '../../../../core/people/messages/contract'
import { Messages } from '../../../kernel/documents'
import { byNumber, pageOver } from '../../../kernel/keyset'
import type { Handlers } from '../use-case'
import { readableBy } from './readable'

const PAGE = 20

export const list: Handlers<Pick<typeof contract, 'inbox.list'>> = {
  async 'inbox.list'({ cursor }, { store, account, people }) {
    const { items, cursor: next } = await pageOver(store.table(Messages), readableBy(account, people), byNumber('at', 'desc'), {
      size: PAGE,
      cursor,
    })
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
