import type { messages as contract } from '../../../../core/people/messages/contract'
import { Messages } from '../../../kernel/documents'
import type { Handlers } from '../use-case'

export const read: Handlers<Pick<typeof contract, 'inbox.read'>> = {
  // Messages of others, and ones that are no more, are passed over: there is nothing in them to mark.
  async 'inbox.read'({ messageIds }, { store, people }) {
    const memberId = { in: people.map(one => one._id) }
    await store.table(Messages).update({ _id: { in: messageIds }, memberId, read: false }, { set: { read: true } })
    return {}
  },
}
