import type { specialCare as contract } from '../../../../core/care/special-care/contract'
import { firstBy } from '../../../kernel/keyset'
import type { Store } from '../../../kernel/store'
import { eldersOf, helpersOf } from '../pairings/helpers'
import type { Handlers } from '../use-case'
import { type CareContact, CareContacts } from './documents'
import { itemsOf, longestFirst } from './items'

/** More than one liaison looks after. */
const MOST_MINE = 300

/** The elders the caller looks after: paired with them, or under their office as a liaison and paired with no member. */
const mineOf = async (store: Store, memberId: string, liaisonOver: readonly string[]): Promise<CareContact[]> => {
  const table = store.table(CareContacts)
  const [paired, under] = await Promise.all([
    eldersOf(store, memberId),
    liaisonOver.length === 0 ? [] : firstBy(table, { lists: { in: liaisonOver } }, longestFirst, MOST_MINE),
  ])
  const own = new Set(paired.map(one => one.memberId))
  const [rows, helpers] = await Promise.all([
    table.getMany([...own]),
    helpersOf(
      store,
      under.map(one => one._id),
    ),
  ])
  const unpaired = under.filter(
    one => one._id !== memberId && !own.has(one._id) && (helpers.get(one._id) ?? []).every(helper => helper.partner),
  )
  return [...rows.filter(one => one.on), ...unpaired].sort((one, other) => one.rank - other.rank || (one._id < other._id ? -1 : 1))
}

export const mine: Handlers<Pick<typeof contract, 'care.mine'>> = {
  async 'care.mine'(_, { store, account, people, now }) {
    const own = people.find(one => one._id === account?.memberId)
    // A family helper who is no member has no elders by office or pairing.
    if (!own) return { items: [] }
    const over = own.grants.filter(grant => grant.role === 'liaison').map(grant => grant.orgId)
    return { items: await itemsOf(store, await mineOf(store, own._id, over), now) }
  },
}
