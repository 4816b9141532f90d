import type { WindUp } from './departures'
import { Messages } from './documents'
import { Accounts } from './identity'

/** More accounts than one person's phones and family have. */
const MOST_ACCOUNTS = 100

/** No account acts as the person any more. The bonds stay noted, since the death may have been marked by mistake. */
const closeAccounts: WindUp = async ({ store }, { memberId }) => {
  await store.table(Accounts).update({ people: memberId }, { pull: { people: memberId } })
}

/**
 * Every account but the caller's own drops the person, family helpers' too. The operation itself closes the caller's account last, so that
 * a repeated tap after a cut can go on.
 */
const endBonds: WindUp = async ({ store }, { memberId, by }) => {
  const accounts = store.table(Accounts)
  const others = (await accounts.find({ people: memberId }, { limit: MOST_ACCOUNTS })).filter(one => one._id !== by.openid)
  const pull = { people: memberId, actingFor: { memberId } }
  await Promise.all(
    others.map(({ _id, memberId: own }) => accounts.update({ _id }, { pull, ...(own === memberId ? { set: { memberId: null } } : {}) })),
  )
}

/** Messages that wait are not sent; the inbox stays. */
const silence: WindUp = async ({ store }, { memberId }) => {
  await store.table(Messages).update({ memberId, push: { in: ['due', 'later'] } }, { set: { push: 'none' } })
}

/** Empties the inbox. */
const emptyInbox: WindUp = async ({ store }, { memberId }) => {
  await store.table(Messages).remove({ memberId })
}

/** Accounts: closed, or, for a person who withdrew, without them. */
export const windUpAccounts: WindUp = (ports, departing) => (departing.why === 'withdrew' ? endBonds : closeAccounts)(ports, departing)
/** Messages: no longer sent, or, for a person who withdrew, removed. */
export const windUpMessages: WindUp = (ports, departing) => (departing.why === 'withdrew' ? emptyInbox : silence)(ports, departing)
