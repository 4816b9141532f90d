import type { Store } from '../../../kernel/store'
import { Members, Organizations, type Member } from '../documents'

/** More officers than stand over one person. */
const MOST_OFFICERS = 200

/**
 * The officers who keep a person: the secretaries of their branch; where there is none but the person, those of the street, then of the bureau. None for
 * volunteers on no roster.
 */
export const keepersOf = async (store: Store, { _id, path }: Pick<Member, '_id' | 'path'>): Promise<string[]> => {
  const ids = path.split('/').filter(part => part !== '')
  const officers = (await store.table(Members).find({ 'grants.orgId': { in: ids } }, { limit: MOST_OFFICERS })).filter(
    one => one.state === 'active' && one._id !== _id,
  )
  for (const role of ['secretary', 'street', 'bureau'] as const) {
    const near = officers.filter(one => one.grants.some(grant => grant.role === role && path.startsWith(grant.path)))
    if (near.length > 0) return near.map(one => one._id)
  }
  return []
}

/** The secretaries of a branch. */
export const secretariesOf = async (store: Store, { branchId }: { branchId: string }): Promise<string[]> =>
  (await store.table(Members).find({ 'grants.orgId': branchId }, { limit: MOST_OFFICERS }))
    .filter(one => one.state === 'active' && one.grants.some(grant => grant.role === 'secretary' && grant.orgId === branchId))
    .map(one => one._id)

/** The officers of the bureau, over the roots of all organizations. */
export const bureauOfficers = async (store: Store): Promise<string[]> => {
  const roots = await store.table(Organizations).find({ parentId: null })
  const officers = await store.table(Members).find({ 'grants.orgId': { in: roots.map(one => one._id) } }, { limit: MOST_OFFICERS })
  return officers.filter(one => one.state === 'active' && one.grants.some(grant => grant.role === 'bureau')).map(one => one._id)
}
