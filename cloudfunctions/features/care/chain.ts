import { sameName } from '../../../core/people/public'
import type { Role } from '../../../core/shared/operation'
import { scopesOf } from '../../../core/shared/scopes'
import type { Store } from '../../kernel/store'
import { type Member, Members } from '../people/public'
import { helpersOf, type PairedHelper } from './pairings/helpers'

/** More officers than a group, its branch and all organizations above have together. */
const MOST_OFFICERS = 200

/** A person in an elder's chain, and in which role. */
export interface Link<R extends string> {
  memberId: string
  name: string
  role: R
}

/** A member as a link of a chain, in that role. */
export const linkAs =
  <const R extends string>(role: R) =>
  ({ _id, name }: Pick<Member, '_id' | 'name'>): Link<R> => ({ memberId: _id, name, role })

/** The officers who hold a role over exactly that organization, always in the same order; a deputy comes after the secretary. */
export const holders = (officers: readonly Member[], role: Role, orgId: string | undefined) => {
  const held = ({ grants }: Member) => grants.find(grant => grant.role === role && grant.orgId === orgId)
  const rank = (one: Member) => (held(one)?.post === 'deputy' ? 1 : 0)
  return officers.filter(held).sort((one, other) => rank(one) - rank(other) || (one._id < other._id ? -1 : 1))
}

export type Elder = Pick<Member, '_id' | 'branchId' | 'groupId' | 'liaisonName'>

/**
 * The elder's liaisons: the members paired with them (P41), fixed contact first; else the one named in the roster, else those of the group,
 * else those of the branch. A partner unit has no account that could be asked.
 */
export const liaisonsOf = (elder: Elder, officers: readonly Member[], paired: readonly PairedHelper[]): Pick<Member, '_id' | 'name'>[] => {
  const own = paired.filter(one => !one.partner).map(({ memberId, name }) => ({ _id: memberId, name }))
  if (own.length > 0) return own
  const ofGroup = elder.groupId === null ? [] : holders(officers, 'liaison', elder.groupId)
  const ofBranch = holders(officers, 'liaison', elder.branchId)
  const named = [...ofGroup, ...ofBranch]
    .filter(one => elder.liaisonName !== undefined && sameName(one.name, elder.liaisonName))
    .slice(0, 1)
  return named.length > 0 ? named : ofGroup.length > 0 ? ofGroup : ofBranch
}

/** The living officers of these organizations and of all organizations above them. */
export const officersOf = async (store: Store, ...paths: readonly string[]): Promise<Member[]> => {
  const scopes = [...new Set(paths.flatMap(scopesOf))]
  const found = await store.table(Members).find({ 'grants.orgId': { in: scopes } }, { limit: Math.min(1000, MOST_OFFICERS * paths.length) })
  return found.filter(one => one.state === 'active')
}

/** The duty officers, nearest office first; those of the bureau where no street has one. */
export const dutyOf = (officers: readonly Member[], scopes: readonly string[]): Link<'street' | 'bureau'>[] => {
  const upwards = [...scopes].reverse()
  const of = <R extends 'street' | 'bureau'>(role: R) => upwards.flatMap(orgId => holders(officers, role, orgId)).map(linkAs(role))
  const street = of('street')
  return street.length > 0 ? street : of('bureau')
}

/** An elder's chain, rung by rung: liaisons, group leaders, secretaries, duty officers above. */
export const chainOf = async (store: Store, elder: Elder & Pick<Member, 'path'>) => {
  const [officers, paired] = await Promise.all([officersOf(store, elder.path), helpersOf(store, [elder._id])])
  return {
    liaison: liaisonsOf(elder, officers, paired.get(elder._id) ?? []).map(linkAs('liaison')),
    leader: holders(officers, 'leader', elder.groupId ?? undefined).map(linkAs('leader')),
    secretary: holders(officers, 'secretary', elder.branchId).map(linkAs('secretary')),
    street: dutyOf(officers, scopesOf(elder.path)),
  }
}
