import type { WindUp } from './departures'
import { Messages } from './documents'
import { Accounts } from './identity'

/** More accounts than one person's phones and family have. */
const MOST_ACCOUNTS = 100

/** No account acts as the person any more; what the accounts were is not forgotten, since a death may have been marked by mistake. */
const closeAccounts: WindUp = async ({ store }, { memberId }) => {
  await store.table(Accounts).update({ people: memberId }, { pull: { people: memberId } })
}

/**
 * Every account but the one at the phone forgets the person, family helpers too. The caller's own goes last, with the act itself: cut off half-way,
 * the same tap finds it again and goes on.
 */
const endBonds: WindUp = async ({ store }, { memberId, by }) => {
  const accounts = store.table(Accounts)
  const others = (await accounts.find({ people: memberId }, { limit: MOST_ACCOUNTS })).filter(one => one._id !== by.openid)
  const pull = { people: memberId, actingFor: { memberId } }
  await Promise.all(
    others.map(({ _id, memberId: own }) => accounts.update({ _id }, { pull, ...(own === memberId ? { set: { memberId: null } } : {}) })),
  )
}

/** What waits to be sent is not sent; the inbox stays. */
const silence: WindUp = async ({ store }, { memberId }) => {
  await store.table(Messages).update({ memberId, push: 'due' }, { set: { push: 'none' } })
}

/** The inbox goes. */
const emptyInbox: WindUp = async ({ store }, { memberId }) => {
  await store.table(Messages).remove({ memberId })
}

/** Accounts: closed, or, where the person withdrew, without them. */
export const windUpAccounts: WindUp = (ports, departing) => (departing.why === 'withdrew' ? endBonds : closeAccounts)(ports, departing)
/** Messages: not sent any more, or, where the person withdrew, gone. */
export const windUpMessages: WindUp = (ports, departing) => (departing.why === 'withdrew' ? emptyInbox : silence)(ports, departing)
