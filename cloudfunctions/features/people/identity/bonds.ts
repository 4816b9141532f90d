import { announce } from '../../../kernel/announcements'
import { AccountsChanged } from '../announcements'
import { Invites } from './documents'
import { Members } from '../documents'
import { Accounts } from '../../../kernel/identity'
import type { Invite } from './documents'
import type { Member } from '../documents'
import type { Account, Bound } from '../../../kernel/identity'
import type { Ports } from '../../../kernel/ports'
import type { Store } from '../../../kernel/store'

interface Caller extends Ports {
  openid: string
  account: Account | null
  people: readonly Member[]
}

/** More accounts than one person's phones and family have. */
const MOST_ACCOUNTS = 100

/** The caller's account, made when this is the first thing kept about it. */
export const openAccount = async ({
  store,
  openid,
  account,
  now,
}: Pick<Caller, 'store' | 'openid' | 'account' | 'now'>): Promise<Account> => {
  const blank: Account = { _id: openid, memberId: null, people: [], actingFor: [], createdAt: now }
  if (account) return account
  if ((await store.table(Accounts).add(blank)) === 'added') return blank
  return (await store.table(Accounts).get(openid)) ?? blank
}

/**
 * Makes the caller's account that member's own; answers since when it is and by what. Safe to repeat. Answers null, changing nothing, where it belongs to
 * another member: one conditional write decides, so that two invitations used at once cannot both win.
 */
export const bindSelf = async (caller: Caller, memberId: string, how: Bound['how']): Promise<Bound | null> => {
  const accounts = caller.store.table(Accounts)
  const { _id, memberId: former } = await openAccount(caller)
  if (former !== null && former !== memberId) {
    // Only a binding that was there when the caller was identified, to a member who was not active then, gives way (moved or dead):
    // one that came since is another invitation's, used at the same moment.
    if (caller.account?.memberId !== former || caller.people.some(one => one._id === former)) return null
    await accounts.update({ _id, memberId: former }, { set: { memberId: null }, pull: { people: former } })
  }
  const free = former === memberId ? memberId : null
  const bound: Bound = { at: caller.now, how }
  const set = { memberId, ...(free === null ? { bound } : {}) }
  await accounts.update({ _id, memberId: free }, { set, include: { people: memberId } })
  const account = await accounts.get(_id)
  if (account?.memberId !== memberId) return null
  if ((await caller.store.table(Members).update({ _id: memberId, bound: false }, { set: { bound: true } })) > 0)
    await boundChanged(caller, memberId)
  return account.bound ?? { at: account.createdAt, how }
}

/** The figures of the member's branch follow. */
const boundChanged = async (ports: Ports, memberId: string): Promise<void> => {
  const member = await ports.store.table(Members).get(memberId)
  if (member) await announce(ports, AccountsChanged, { branchId: member.branchId })
}

/** Lets the caller's account act for the elder who invited it. Safe to repeat. */
export const bindHelper = async (caller: Caller, memberId: string, as: Extract<Invite['as'], { kind: 'family' }>): Promise<void> => {
  const { _id, name } = await openAccount(caller)
  const bond = { bondId: caller.newId(), memberId, relation: as.relation, consent: as.consent, since: caller.now }
  await caller.store
    .table(Accounts)
    .update(
      { _id, 'actingFor.memberId': { not: memberId } },
      { push: { actingFor: bond }, include: { people: memberId }, ...(name === undefined ? { set: { name: as.name } } : {}) },
    )
}

/** Every account that may act as that member: their own and their helpers'. */
export const accountsOf = (store: Store, memberId: string): Promise<Account[]> =>
  store.table(Accounts).find({ people: memberId }, { limit: MOST_ACCOUNTS })

/**
 * Takes a member out of an account, whether it was the account's own or an elder it helped. Safe to repeat.
 * The invitation it came by goes first: asked again with its code, an ended bond must not come back.
 */
export const endBond = async (store: Store, account: Pick<Account, '_id'>, memberId: string): Promise<void> => {
  const accounts = store.table(Accounts)
  const pull = { people: memberId, actingFor: { memberId } }
  await store.table(Invites).remove({ memberId, usedBy: account._id })
  if ((await accounts.update({ _id: account._id, memberId }, { set: { memberId: null }, unset: ['bound'], pull })) > 0) return
  await accounts.update({ _id: account._id, people: memberId }, { pull })
}

/** Notes on the roster that no account is the member's own any more, if that is so. */
export const noteUnbound = async (ports: Ports, memberId: string): Promise<void> => {
  const { store } = ports
  const left = await accountsOf(store, memberId)
  if (left.some(account => account.memberId === memberId)) return
  if ((await store.table(Members).update({ _id: memberId, bound: true }, { set: { bound: false } })) > 0)
    await boundChanged(ports, memberId)
}
