import type { specialCare as contract } from '../../../../core/care/special-care/contract'
import { pageBy } from '../../../kernel/keyset'
import type { Handlers } from '../use-case'
import { CareContacts } from './documents'
import { itemsOf, longestFirst } from './items'

const PAGE = 30

export const list: Handlers<Pick<typeof contract, 'care.list'>> = {
  async 'care.list'({ orgId, cursor }, { store, now, may }) {
    const table = store.table(CareContacts)
    const [{ items, cursor: next }, concerned, overdue] = await Promise.all([
      pageBy(table, { lists: orgId }, longestFirst, { size: PAGE, cursor }),
      table.count({ lists: orgId }),
      table.count({ lists: orgId, rank: { lte: now } }),
    ])
    return { items: await itemsOf(store, items, now), cursor: next, counts: { concerned, overdue }, may: may('configure', 'export') }
  },
}
