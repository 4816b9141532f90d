import { LEAST_LETTERS } from '../../../../core/people/joining/rules'
import type { Store } from '../../../kernel/store'
import { Members, Organizations, type Member, type Organization } from '../documents'
import { secretariesOf } from '../identity/keepers'
import { VOLUNTEERS } from '../identity/volunteers'
import { branchOfCard } from './cards'

/** More people than ever shared one number. */
const SHARERS = 20

/** The one open branch whose name begins so; null where there is none, or more than one. */
export const branchNamed = async (store: Store, said: string): Promise<Organization | null> => {
  const name = said.replace(/\s/gu, '')
  if (name.length < LEAST_LETTERS) return null
  const wanted = { kind: 'branch', name: { startsWith: name }, closedAt: { exists: false } } as const
  // By name those that are called just so come first.
  const found = await store.table(Organizations).find(wanted, { order: [['name', 'asc']], limit: 2 })
  const [branch, another] = found.length > 1 ? found.filter(one => one.name === name) : found
  return branch && !another ? branch : null
}

/** The branch of those who are rung under that number, where it is one and the person holds no office. */
const branchOfNumber = async (store: Store, phone: string): Promise<Organization | null> => {
  const people = (await store.table(Members).find({ phones: phone }, { limit: SHARERS })).filter(one => one.state === 'active')
  const [first, ...others] = people.map((one: Member) => one.branchId)
  if (first === undefined || first === VOLUNTEERS || others.some(one => one !== first) || people.some(one => one.grants.length > 0))
    return null
  return store.table(Organizations).get(first)
}

interface Asking {
  token: string | undefined
  branch: string | undefined
  phone: string
}

/** The top of everything, whose officers hand on what no branch could be made out for. */
const topOf = async (store: Store): Promise<Organization | null> =>
  (await store.table(Organizations).find({ parentId: null })).find(one => one._id !== VOLUNTEERS) ?? null

/** At whose desk a person asks: the secretary's of the branch, where it can be made out and has one; else the bureau's. */
export const deskFor = async (store: Store, { token, branch, phone }: Asking): Promise<Organization | null> => {
  const found =
    (token === undefined ? null : await branchOfCard(store, token)) ??
    (await branchOfNumber(store, phone)) ??
    (branch === undefined ? null : await branchNamed(store, branch))
  const led = found !== null && found.closedAt === undefined && (await secretariesOf(store, { branchId: found._id })).length > 0
  return led ? found : topOf(store)
}
