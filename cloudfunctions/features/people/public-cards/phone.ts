import type { publicCards as contract } from '../../../../core/people/public-cards/contract'
import { Members } from '../documents'
import type { Handlers } from '../use-case'
import { cardOf, AN_HOUR } from './card-of'

/** Numbers shown to one account in an hour. */
const NUMBERS = 20

export const phone: Handlers<Pick<typeof contract, 'publicCard.phone'>> = {
  async 'publicCard.phone'({ code }, context) {
    const { store, openid, limit, audit, fail } = context
    const { _id, content } = await cardOf(context, code)
    if (content?.reach !== 'phone') return fail('NOT_FOUND')
    await limit(`number:${openid}`, NUMBERS, AN_HOUR)
    const member = await store.table(Members).get(_id)
    const [phone] = member?.state === 'active' ? member.phones : []
    if (phone === undefined) return fail('NOT_FOUND')
    audit(_id, 'public-card.phone')
    return { phone }
  },
}
