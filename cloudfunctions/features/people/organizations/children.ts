import type { organizations as contract } from '../../../../core/people/organizations/contract'
import { byText, pageBy } from '../../../kernel/keyset'
import { Organizations } from '../documents'
import type { Handlers } from '../use-case'
import { shownOf } from './shown'

const PAGE = 50

export const children: Handlers<Pick<typeof contract, 'org.children'>> = {
  async 'org.children'({ cursor }, { store, subject }) {
    const { items, cursor: next } = await pageBy(store.table(Organizations), { parentId: subject._id }, byText('name'), {
      size: PAGE,
      cursor,
    })
    return { items: items.map(shownOf), cursor: next }
  },
}
