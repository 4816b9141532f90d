import type { activities as contract } from '../../../../core/life/activities/contract'
import type { Handlers } from '../use-case'
import { receiptsOf, readerOf } from './readers'

export const receipts: Handlers<Pick<typeof contract, 'activity.receipts'>> = {
  async 'activity.receipts'(_, { store, subject }) {
    const { invited, readAt } = await receiptsOf(store, subject)
    const read = invited.filter(one => readAt.has(one._id)).map(one => readerOf(one, readAt.get(one._id)))
    return {
      read: read.sort((one, other) => (one.at ?? 0) - (other.at ?? 0)),
      unread: invited.filter(one => !readAt.has(one._id)).map(one => readerOf(one)),
    }
  },
}
