import type { aftercare as contract } from '../../../../core/departures/aftercare/contract'
import { byNumber, pageBy } from '../../../kernel/keyset'
import { Farewells } from '../documents'
import type { Handlers } from '../use-case'
import { summaryOf } from './summary'

const PAGE = 30

export const list: Handlers<Pick<typeof contract, 'aftercare.list'>> = {
  async 'aftercare.list'({ orgId, cursor }, { store, subject, now, may }) {
    const table = store.table(Farewells)
    const [rows, open] = await Promise.all([
      pageBy(table, { lists: orgId }, byNumber('markedAt', 'desc'), { size: PAGE, cursor }),
      table.count({ lists: orgId, open: true }),
    ])
    const { items, cursor: next } = rows
    // A death is marked among the members of one branch.
    return { items: items.map(row => summaryOf(row, now)), cursor: next, open, may: subject.kind === 'branch' ? may('mark') : [] }
  },
}
