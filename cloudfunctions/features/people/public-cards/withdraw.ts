import type { publicCards as contract } from '../../../../core/people/public-cards/contract'
import type { Handlers } from '../use-case'
import { self } from './self'
import { withdrawPublicCard } from './withdraw-public-card'

export const withdraw: Handlers<Pick<typeof contract, 'publicCard.withdraw'>> = {
  async 'publicCard.withdraw'(_, context) {
    const me = self(context)
    if (await withdrawPublicCard(context, me._id)) context.audit(me._id, 'public-card.withdrawn')
    return {}
  },
}
