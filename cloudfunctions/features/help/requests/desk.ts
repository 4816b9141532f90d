import type { requests as contract } from '../../../../core/help/requests/contract'
import { onLane } from '../../../../core/help/requests/filing'
import { byNumber, pageBy } from '../../../kernel/keyset'
import { Requests } from '../documents'
import type { Handlers } from '../use-case'
import { chasersFor } from './chasers'
import { itemOf, PAGE } from './item'
import { deskSights } from './sight'
import { loadOf } from './topic'
import { unreachedOf } from './unreached'

export const desk: Handlers<Pick<typeof contract, 'request.desk'>> = {
  async 'request.desk'({ orgId, lane, cursor }, context) {
    const { store, now, may } = context
    const [rows, counts] = await Promise.all([
      pageBy(store.table(Requests), onLane(orgId, lane), byNumber('rank'), { size: PAGE, cursor }),
      loadOf(store, orgId),
    ])
    const { items, cursor: next } = rows
    const [unreached, sightOf, chaserOf] = await Promise.all([
      unreachedOf(store, items),
      deskSights(context, items),
      chasersFor(context, items),
    ])
    return {
      items: items.map(one => ({
        ...itemOf(one, sightOf(one), now, { chaser: chaserOf(one) }),
        ...(one.point && sightOf(one).whole ? { point: one.point } : {}),
        told: one.asked
          .filter(asked => asked.rung === one.rung && !asked.second)
          .map(({ memberId, name, role, declined }) => ({ memberId, name, role, declined })),
        unreached: unreached.get(one._id) ?? [],
      })),
      cursor: next,
      counts,
      may: may('board'),
    }
  },
}
