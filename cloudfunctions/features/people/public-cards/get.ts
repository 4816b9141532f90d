import type { publicCards as contract } from '../../../../core/people/public-cards/contract'
import type { Handlers } from '../use-case'
import { cardOf } from './card-of'

export const get: Handlers<Pick<typeof contract, 'publicCard.get'>> = {
  async 'publicCard.get'({ code }, context) {
    const { content } = await cardOf(context, code)
    return content ? { state: 'shown', card: content } : { state: 'withdrawn' }
  },
}
