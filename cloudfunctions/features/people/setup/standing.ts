import { isSetupNeeded } from '../../../../core/people/setup/rules'
import type { Store } from '../../../kernel/store'
import { Members, Organizations } from '../documents'
import { SETUP, Setups, type Setup } from './documents'
import { VOLUNTEERS, volunteersHome } from '../identity/volunteers'

/** Behind every place in the volunteers' home. */
const BEHIND = `${volunteersHome.path}\uffff`

/** In an order that the index has: the first met is enough, however many there are. */
const FIRST = { order: [['path', 'asc'], ['_id', 'asc']], limit: 1 } as const // prettier-ignore

/** There are no members but registered volunteers, and no organization but their home. */
const isEmpty = async (store: Store): Promise<boolean> => {
  const members = store.table(Members)
  const [roots, ...others] = await Promise.all([
    store.table(Organizations).find({ parentId: null }, { limit: 2 }),
    members.find({ path: { lt: volunteersHome.path } }, FIRST),
    members.find({ path: { gte: BEHIND } }, FIRST),
  ])
  return roots.every(one => one._id === VOLUNTEERS) && others.every(one => one.length === 0)
}

const look = (store: Store) => Promise.all([store.table(Setups).get(SETUP), isEmpty(store)])

/**
 * What is known of the first officer, and whether the environment still waits for one. One round trip; two where a claim may have come between the two
 * looks, which are made side by side.
 */
export const setupStanding = async (store: Store): Promise<{ row: Setup | null; needed: boolean }> => {
  const [seen, seemsEmpty] = await look(store)
  const moved = seen !== null && seemsEmpty === (seen.doneAt !== undefined)
  const [row, empty] = moved ? await look(store) : [seen, seemsEmpty]
  return { row, needed: isSetupNeeded(row, empty) }
}
