import type { organizations as contract } from '../../../../core/people/organizations/contract'
import { afterText, pageOf } from '../../../kernel/pages'
import { Organizations } from '../documents'
import type { Handlers } from '../use-case'
import { shownOf } from './shown'

const PAGE = 50

export const children: Handlers<Pick<typeof contract, 'org.children'>> = {
  // A name is unique under its parent, so the last name seen is where the next page begins.
  async 'org.children'({ cursor }, { store, subject }) {
    const { after } = afterText(cursor)
    const filter = { parentId: subject._id, ...(after ? { name: { gt: after[0] } } : {}) }
    const found = await store.table(Organizations).find(filter, { order: [['name', 'asc']], limit: PAGE + 1 })
    const { items, cursor: next } = pageOf(found, PAGE, one => one.name)
    return { items: items.map(shownOf), cursor: next }
  },
}
