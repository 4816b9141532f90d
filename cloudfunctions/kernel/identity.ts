import type { Instant, Role } from '../../core/shared/operation'
import type { Relation } from '../../core/shared/relations'
import { by, collection, type Collection, type Row } from './collection'
import type { Store } from './store'

/** Who did something: the person at the phone, and in what capacity when it was not for themselves. */
export interface Actor {
  openid: string
  memberId: string | null
  name: string
  /** How a family helper stands to the elder they act for. */
  relation?: string
}

/** An office over an organization and everything below its path. */
export interface Grant {
  role: Role
  orgId: string
  path: string
}

/** A person as far as rights need to know them; the people context knows more. */
export interface Person extends Row {
  name: string
  /** Path of the group, or of the branch for a member of no group. */
  path: string
  affiliates: { path: string }[]
  grants: Grant[]
  state: 'active' | 'moved' | 'dead'
}

/** A WeChat account. Its `_id` is the OPENID, so that one account can never be bound twice. */
export interface Account {
  _id: string
  memberId: string | null
  /** Everyone this account may act as: itself first, then the elders it helps. The identity look-up joins on it. */
  people: string[]
  /** The helper's own name, told when they were invited. */
  name?: string
  actingFor: { bondId: string; memberId: string; relation: Relation; consent: string; since: Instant }[]
  privacy?: { version: string; at: Instant }
  verifiedPhone?: string
  /** The getPhoneNumber code that verified it; WeChat takes a code once, so a resent request is known by it. */
  verifiedWith?: string
  /** The code that WeChat is being asked about at this moment. */
  lookingUp?: string
  verifiedAt?: Instant
  createdAt: Instant
}

export const Accounts = collection('accounts', {
  indexes: [by('people', 'people')],
  fates: { died: 'released', left: 'released', withdrew: 'erased', transferred: 'kept' },
}).of<Account>()

/** The account of an OPENID with every living person it may act as, in one round trip. */
export const identify = async <P extends Person>(
  store: Store,
  people: Collection<P>,
  openid: string,
): Promise<{ account: Account; people: P[] } | null> => {
  const [found] = await store.join(Accounts, { _id: openid }, 'people', people, 1)
  if (!found) return null
  const { joined, ...account } = found
  return { account, people: joined.filter(member => member.state === 'active') }
}
