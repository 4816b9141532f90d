import type { requests as contract } from '../../../../core/help/requests/contract'
import { byNumber, pageBy } from '../../../kernel/keyset'
import { Requests } from '../documents'
import type { Handlers } from '../use-case'
import { chasersFor } from './chasers'
import { itemOf, PAGE } from './item'
import { deskSights } from './sight'

export const rows: Handlers<Pick<typeof contract, 'request.rows'>> = {
  async 'request.rows'({ orgId, month, kind, risk, cursor }, context) {
    const { store, now } = context
    const { items, cursor: next } = await pageBy(
      store.table(Requests),
      {
        scopes: orgId,
        month,
        state: { not: 'cancelled' },
        ...(kind === undefined ? {} : { kind }),
        ...(risk === undefined ? {} : { risk }),
      },
      byNumber('raisedAt'),
      { size: PAGE, cursor },
    )
    const [sightOf, chaserOf] = await Promise.all([deskSights(context, items), chasersFor(context, items)])
    return { items: items.map(one => itemOf(one, sightOf(one), now, { chaser: chaserOf(one) })), cursor: next }
  },
}
