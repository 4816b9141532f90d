import type { Account } from '../../../kernel/identity'
import type { Ports } from '../../../kernel/ports'
import type { Store } from '../../../kernel/store'
import { accountRef } from './account-ref'
import { accountsOf, endBond, noteUnbound } from './bonds'

/** The accounts that are bound as the member, family helpers' left out, the latest binding first. */
export const ownAccounts = async (store: Store, memberId: string): Promise<Account[]> =>
  (await accountsOf(store, memberId))
    .filter(one => one.memberId === memberId)
    .sort((one, other) => (other.bound?.at ?? other.createdAt) - (one.bound?.at ?? one.createdAt))

/** Ends the binding of one of them; answers whether it was there. */
export const endOwnAccount = async (ports: Ports, memberId: string, ref: string): Promise<boolean> => {
  const account = (await ownAccounts(ports.store, memberId)).find(one => accountRef(memberId, one._id) === ref)
  if (!account) return false
  await endBond(ports.store, account, memberId)
  await noteUnbound(ports, memberId)
  return true
}
