import type { requests as contract } from '../../../../core/help/requests/contract'
import { byNumber, pageBy } from '../../../kernel/keyset'
import { Requests } from '../documents'
import type { Handlers } from '../use-case'
import { chasersFor } from './chasers'
import { itemOf, PAGE } from './item'
import { sightsFor } from './sight'
import { placed } from './standing'

export const mine: Handlers<Pick<typeof contract, 'request.mine'>> = {
  async 'request.mine'({ part = 'asked', cursor }, context) {
    const { store, person, account, now } = context
    const asked = part === 'asked'
    // What an elder does for others is no affair that family act in.
    if (!asked && account?.memberId !== person._id) return { items: [], cursor: null }
    const { items, cursor: next } = await pageBy(
      store.table(Requests),
      asked ? { memberId: person._id } : { concerned: person._id, open: part === 'helping' },
      asked ? byNumber('raisedAt', 'desc') : byNumber('rank'),
      { size: PAGE, cursor },
    )
    const found = asked ? items : await placed(store, items)
    const [sightOf, chaserOf] = await Promise.all([sightsFor(context, found), chasersFor(context, asked ? found : [])])
    return {
      items: found.flatMap(one => {
        const sight = sightOf(one)
        return sight ? [itemOf(one, sight, now, { home: person.home, chaser: chaserOf(one) })] : []
      }),
      cursor: next,
    }
  },
}
