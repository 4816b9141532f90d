import type { messages as contract } from '../../../../core/people/messages/contract'
import { Messages } from '../../../kernel/documents'
import type { Handlers } from '../use-case'
import { readableBy } from './readable'

export const read: Handlers<Pick<typeof contract, 'inbox.read'>> = {
  // Messages of others, and ones that are no more, are passed over: there is nothing in them to mark.
  async 'inbox.read'({ messageIds }, { store, account, people }) {
    const messages = store.table(Messages)
    const unread = { _id: { in: messageIds }, read: false }
    await Promise.all(readableBy(account, people).map(filter => messages.update({ ...filter, ...unread }, { set: { read: true } })))
    return {}
  },
}
