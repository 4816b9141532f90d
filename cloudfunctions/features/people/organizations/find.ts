import { orgKeyTyped } from '../../../../core/people/organizations/key-typed'
import type { organizations as contract } from '../../../../core/people/organizations/contract'
import { nameKey } from '../../../../core/people/names/names'
import { byText, pageJoined } from '../../../kernel/keyset'
import { Organizations } from '../documents'
import type { Handlers } from '../use-case'
import { shownOf } from './shown'

const PAGE = 30

export const find: Handlers<Pick<typeof contract, 'org.find'>> = {
  async 'org.find'({ words, cursor }, { store, subject: org }) {
    const typed = orgKeyTyped(words)
    if (!typed) return { items: [], cursor: null }
    const wanted = { findKeys: typed.key, path: { startsWith: org.path } }
    const list = { size: PAGE, cursor, field: 'parentId', from: Organizations } as const
    const page = await pageJoined(store, Organizations, wanted, byText('path'), list)
    const isMeant = (name: string) => typed.key === typed.whole || nameKey(name).includes(typed.whole)
    return {
      items: page.items
        .filter(one => isMeant(one.name))
        .map(({ joined: [above], ...one }) => ({ ...shownOf(one), under: above?.name ?? '' })),
      cursor: page.cursor,
    }
  },
}
