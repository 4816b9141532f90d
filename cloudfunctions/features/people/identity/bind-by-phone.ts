import type { identity as contract } from '../../../../core/people/identity/contract'
import { chooseByPhone, GUESSES, maskName } from '../../../../core/people/identity/rules'
import { Members } from '../documents'
import type { Handlers } from '../use-case'
import { bindSelf } from './bonds'
import { ownId } from './own-id'
import { countGuess, verifiedPhone } from './verified-phone'

/** More people than ever shared one phone. */
const SHARERS = 50

export const bindByPhone: Handlers<Pick<typeof contract, 'me.bindByPhone'>> = {
  async 'me.bindByPhone'({ phoneCode, name }, context) {
    const { store, openid, fail, spent, limit, audit } = context
    if (await spent(openid, GUESSES.max, GUESSES.windowMs)) await limit(openid, GUESSES.max, GUESSES.windowMs)
    const phone = await verifiedPhone(context, phoneCode)
    const sharers = (await store.table(Members).find({ phones: phone }, { limit: SHARERS })).filter(one => one.state === 'active')
    const choice = chooseByPhone(sharers, name)
    if ('refused' in choice) {
      if (name !== undefined) await countGuess(context)
      return choice.refused === 'PHONE_SHARED'
        ? fail(choice.refused, { names: sharers.map(one => maskName(one.name)) })
        : fail(choice.refused)
    }
    const memberId = choice.found._id
    if (ownId(context) === memberId) return { memberId }
    if (!(await bindSelf(context, memberId))) return fail('ALREADY_BOUND')
    audit(memberId, 'account.bound', 'phone')
    return { memberId }
  },
}
