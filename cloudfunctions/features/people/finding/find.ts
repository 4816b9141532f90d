import type { finding as contract } from '../../../../core/people/finding/contract'
import { keyTyped } from '../../../../core/people/finding/keys'
import { byText, pageJoined } from '../../../kernel/keyset'
import { Members, Organizations } from '../documents'
import type { Handlers } from '../use-case'
import { foundOf } from './found'

const PAGE = 20
/** More than an officer asks while typing for ten minutes; far fewer than it takes to read a district out. */
const [MOST, WINDOW] = [150, 10 * 60_000]

export const find: Handlers<Pick<typeof contract, 'person.find'>> = {
  async 'person.find'({ words, cursor }, { store, subject: org, openid, limit, now }) {
    const typed = keyTyped(words)
    if (!typed) return { items: [], cursor: null }
    const { key, digits } = typed
    const wanted = {
      findKeys: key,
      state: 'active',
      path: { startsWith: org.path },
      ...(digits === undefined ? {} : { phones: { includes: digits } }),
    } as const
    const list = { size: PAGE, cursor, field: 'branchId', from: Organizations } as const
    const [page] = await Promise.all([pageJoined(store, Members, wanted, byText('path'), list), limit(openid, MOST, WINDOW)])
    return { items: page.items.map(({ joined: [branch], ...member }) => foundOf(member, branch?.name ?? '', now)), cursor: page.cursor }
  },
}
