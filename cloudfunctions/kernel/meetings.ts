import type { Message } from './documents'
import type { Account } from './identity'
import type { Meeting } from './takeover'

/** Told to both records: the person has it once. */
export const messagesMeet: Meeting<Message> = { join: mine => mine }

/** An account of the one record is an account of the other from now on; it no longer helps the person whose own it is. */
export const accountsMeet: Meeting<Account> = {
  tidy: row => ({ ...row, actingFor: row.actingFor.filter(bond => bond.memberId !== row.memberId) }),
}
