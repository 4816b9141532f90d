import type { requests as contract } from '../../../../core/help/requests/contract'
import { byNumber, pageBy } from '../../../kernel/keyset'
import { Requests } from '../documents'
import type { Handlers } from '../use-case'
import { itemOf, PAGE } from './item'

export const rows: Handlers<Pick<typeof contract, 'request.rows'>> = {
  async 'request.rows'({ orgId, month, kind, risk, cursor }, { store, now }) {
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
    return { items: items.map(one => itemOf(one, 'desk', now)), cursor: next }
  },
}
