import type { Instant, Role } from '../../core/shared/operation'
import type { Relation } from '../../core/shared/relations'
import { by, collection, type Collection, type Row } from './collection'
import type { Along, Found, Store } from './store'
import { movesAndMeets } from './takeover'

/** The person at the phone who did something, and in what capacity if it was for another person. */
export interface Actor {
  openid: string
  memberId: string | null
  name: string
  /** The family helper's relation to the elder they act for. */
  relation?: string
}

/** An office over an organization and everything below its path. */
export interface Grant {
  role: Role
  orgId: string
  path: string
  /** The post of a committee that it comes with and ends with; missing where it was given by appointment. */
  post?: string
}

/** A person as rights see them; the people context knows more. */
export interface Person extends Row {
  name: string
  /** The path of the group, or of the branch for a member without a group. */
  path: string
  affiliates: { path: string }[]
  grants: Grant[]
  state: 'active' | 'moved' | 'dead'
}

/** Since when an account is its member's own, and by what it came to be. */
export interface Bound {
  at: Instant
  how: 'invitation' | 'number'
}

/** A WeChat account. `_id` is the OPENID, so that an account is never bound twice. */
export interface Account {
  _id: string
  memberId: string | null
  /** The persons this account may act as: its own member first, then the elders it acts for. The identity look-up joins on it. */
  people: string[]
  /** The family helper's own name, from their invitation. */
  name?: string
  actingFor: { bondId: string; memberId: string; relation: Relation; consent: string; since: Instant }[]
  /** Of its member; missing where it was not noted. */
  bound?: Bound
  privacy?: { version: string; at: Instant }
  verifiedPhone?: string
  /** The getPhoneNumber code that verified it; WeChat takes a code once, so a repeated request is recognised by it. */
  verifiedWith?: string
  /** The code that WeChat is being asked about. */
  lookingUp?: string
  verifiedAt?: Instant
  createdAt: Instant
}

export const Accounts = collection('accounts', {
  indexes: [by('people', 'people')],
  fates: { died: 'released', left: 'released', withdrew: 'erased', transferred: 'kept' },
  succession: 'none',
  takeover: movesAndMeets(['people'], { once: { people: [], actingFor: [] } }),
}).of<Account>()

/** The account of an OPENID with every active person it may act as, and the documents wanted besides, in one round trip; null where there is no account. */
export const identify = async <P extends Person>(
  store: Store,
  people: Collection<P>,
  openid: string,
  wanted: readonly Along[],
): Promise<{ account: Account; people: P[]; along: Found[] } | null> => {
  const found = await store.gather(Accounts, openid, 'people', people, wanted)
  if (!found) return null
  const { joined, ...account } = found.row
  return { account, people: joined.filter(member => member.state === 'active'), along: found.along }
}
