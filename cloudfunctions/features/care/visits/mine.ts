import type { visits as contract } from '../../../../core/care/visits/contract'
import { byNumber, pageBy } from '../../../kernel/keyset'
import { reachOf } from '../../../../core/shared/reach'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'
import { Visits } from './documents'
import { mineOf, PAGE } from './item'
import { settingsAt } from './settings'
import { standingsOn } from './standing'

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
    const people = store.table(Members).getMany([...new Set(items.map(one => one.memberId))])
    const byId = new Map((await people).map(one => [one._id, one]))
    const found = items.map(one => ({ ...one, path: byId.get(one.memberId)?.path ?? one.path }))
    const [standingOf, settingsOf] = await Promise.all([
      standingsOn(store, person, found),
      settingsAt(
        store,
        found.map(one => one.path),
      ),
    ])
    return {
      items: found.flatMap(one => {
        const reach = reachOf(standingOf(one))
        return reach === 'none' ? [] : [mineOf(one, byId.get(one.memberId), reach === 'whole', settingsOf(one.path), now)]
      }),
      cursor: next,
    }
  },
}
