import type { Instant } from '../../../core/shared/operation'
import type { Store } from '../../kernel/store'
import type { TextSheet } from '../../spreadsheets/write'
import type { Member, Organization } from '../people/public'
import { benefitSheets } from './benefits/export'
import { branchPairings } from './pairings/branch-pairings'
import { pairColumns, pairRows } from './pairings/export'
import { listOf } from './pairings/list'
import { CareContacts } from './special-care/documents'
import { careColumns, careRow } from './special-care/export'
import { itemsOf } from './special-care/items'
import { Visits } from './visits/documents'
import { visitColumns, visitRow } from './visits/export'

/** What a branch hands on of its care: pairings, visits of all years, special care, and the benefits of its members. */
export const careHandedOn = async (store: Store, branch: Organization, members: readonly Member[], now: Instant): Promise<TextSheet[]> => {
  const active = members.filter(one => one.state === 'active')
  const [pairings, visits, contacts, benefits] = await Promise.all([
    branchPairings(store, branch),
    store.table(Visits).findAll({ branchId: branch._id }),
    store.table(CareContacts).findAll({ branchId: branch._id }),
    benefitSheets(store, active, now),
  ])
  const special = await itemsOf(
    store,
    contacts.filter(one => one.on),
    now,
  )
  return [
    { name: '结对', columns: pairColumns, rows: pairRows(listOf(pairings, branch), pairings) },
    { name: '走访', columns: visitColumns, rows: visits.filter(one => one.state !== 'dropped').map(one => visitRow(one, now)) },
    { name: '特殊关怀', columns: careColumns, rows: special.map(careRow) },
    ...benefits,
  ]
}
