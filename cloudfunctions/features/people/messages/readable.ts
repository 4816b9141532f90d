import { affairKinds } from '../../../../core/shared/notices'
import type { Message } from '../../../kernel/documents'
import type { Account } from '../../../kernel/identity'
import type { Filter } from '../../../kernel/store'
import type { Member } from '../documents'

/** What the holder of an account may read: everything that was told to themselves; of the elders they act for, no duty of theirs. */
export const readableBy = (account: Account | null, people: readonly Member[]): Filter<Message>[] => {
  const own = people.filter(one => one._id === account?.memberId).map(one => one._id)
  const helped = people.filter(one => one._id !== account?.memberId).map(one => one._id)
  return [...own.map(memberId => ({ memberId })), ...(helped.length > 0 ? [{ memberId: { in: helped }, kind: { in: affairKinds } }] : [])]
}
