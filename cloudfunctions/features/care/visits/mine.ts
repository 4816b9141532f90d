import type { visits as contract } from '../../../../core/care/visits/contract'
import { byNumber, pageBy } from '../../../kernel/keyset'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'
import { Visits } from './documents'
import { mineOf, PAGE } from './item'
import { settingsAt } from './settings'

const DAY = 24 * 60 * 60_000

/** How far ahead the visitor's list looks, and how long it keeps what is overdue. */
const AHEAD = 28 * DAY

const BEHIND = 60 * DAY

export const mine: Handlers<Pick<typeof contract, 'visit.mine'>> = {
  async 'visit.mine'({ until, done = false, cursor }, { store, person, now }) {
    const direction = done ? 'desc' : 'asc'
    const { items, cursor: next } = await pageBy(
      store.table(Visits),
      {
        assigneeId: person._id,
        state: done ? 'done' : 'due',
        ...(cursor === undefined ? { closes: { gte: now - (done ? 366 * DAY : BEHIND) } } : {}),
        ...(done ? {} : { opens: { lte: until ?? now + AHEAD } }),
      },
      byNumber('closes', direction),
      { size: PAGE, cursor },
    )
    const [elders, settingsOf] = await Promise.all([
      store.table(Members).getMany([...new Set(items.map(one => one.memberId))]),
      settingsAt(
        store,
        items.map(one => one.path),
      ),
    ])
    const byId = new Map(elders.map(one => [one._id, one]))
    return { items: items.map(one => mineOf(one, byId.get(one.memberId), settingsOf(one.path), now)), cursor: next }
  },
}
