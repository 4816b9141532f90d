import { standsOver } from '../../../../core/shared/offices'
import type { Account } from '../../../kernel/identity'
import type { Member } from '../documents'

interface Caller {
  account: Account | null
  people: readonly Member[]
}

/** Whether the caller may decide about these records: neither is their own, and neither holds an office that is not the caller's to give. */
export const mayDecide = ({ account, people }: Caller, ...records: readonly Member[]): boolean => {
  const own = people.find(one => one._id === account?.memberId)
  return own !== undefined && records.every(one => one._id !== own._id && standsOver(own.grants, one.grants))
}
