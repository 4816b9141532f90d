import type { publicCards as contract } from '../../../../core/people/public-cards/contract'
import { maskPhone } from '../../../../core/people/roster/phones'
import { Organizations } from '../documents'
import { PublicCards } from './documents'
import type { Handlers } from '../use-case'
import { self } from './self'

export const mine: Handlers<Pick<typeof contract, 'publicCard.mine'>> = {
  async 'publicCard.mine'(_, context) {
    const { store } = context
    const me = self(context)
    const [card, branch] = await Promise.all([store.table(PublicCards).get(me._id), store.table(Organizations).get(me.branchId)])
    const code = card?.codes.at(-1)
    const [phone] = me.phones
    return {
      card: card?.content && code !== undefined ? { ...card.content, code } : null,
      name: me.name,
      branchName: branch?.name ?? '',
      ...(phone === undefined ? {} : { maskedPhone: maskPhone(phone) }),
    }
  },
}
