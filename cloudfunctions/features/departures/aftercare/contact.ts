import type { aftercare as contract } from '../../../../core/departures/aftercare/contract'
import { chainOf } from '../../care/public'
import { Members } from '../../people/public'
import { Farewells } from '../documents'
import type { Handlers } from '../use-case'
import { isMarked } from './access'

/** Answers the secretary's number, or that of the duty officers above: both are duty numbers. */
export const contact: Handlers<Pick<typeof contract, 'aftercare.contact'>> = {
  async 'aftercare.contact'(_, { store, account }) {
    const ids = (account?.actingFor ?? []).map(bond => bond.memberId)
    const rows = ids.length === 0 ? [] : (await store.table(Farewells).getMany(ids)).filter(isMarked)
    const items = await Promise.all(
      rows.map(async row => {
        const chain = await chainOf(store, { _id: row._id, branchId: row.branchId, groupId: null, path: row.path })
        const onDuty = chain.secretary.length > 0 ? chain.secretary : chain.street
        const officers = await store.table(Members).getMany(onDuty.map(one => one.memberId))
        return { name: row.name, contacts: officers.flatMap(({ name, phones: [phone] }) => (phone === undefined ? [] : [{ name, phone }])) }
      }),
    )
    return { items }
  },
}
