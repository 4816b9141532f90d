import type { requests as contract } from '../../../../core/help/requests/contract'
import { viewerOf } from '../../../../core/help/requests/viewers'
import { roles } from '../../../../core/shared/operation'
import { byNumber, pageBy } from '../../../kernel/keyset'
import { type HelpRequest, Requests } from '../documents'
import type { Handlers } from '../use-case'
import { itemOf, PAGE } from './item'

export const mine: Handlers<Pick<typeof contract, 'request.mine'>> = {
  async 'request.mine'({ part = 'asked', cursor }, { store, person, holds, now }) {
    const asked = part === 'asked'
    const { items, cursor: next } = await pageBy(
      store.table(Requests),
      asked ? { memberId: person._id } : { concerned: person._id, open: part === 'helping' },
      asked ? byNumber('raisedAt', 'desc') : byNumber('rank'),
      { size: PAGE, cursor },
    )
    const viewer = (one: HelpRequest) => viewerOf(one, person._id, holds(roles, one.path)) ?? 'past'
    return { items: items.map(one => itemOf(one, viewer(one), now)), cursor: next }
  },
}
