import { fitsClaim } from '../../../../core/people/identity/claims'
import type { identity as contract } from '../../../../core/people/identity/contract'
import type { Handlers } from '../use-case'
import { branchOfCard } from '../joining/cards'
import { bindSelf } from './bonds'
import { identifyByNumber, membersBehind } from './by-number'
import { ownId } from './own-id'
import { tellBound } from './tell-bound'
import { verifiedPhone } from './verified-phone'

export const bindByPhone: Handlers<Pick<typeof contract, 'me.bindByPhone'>> = {
  async 'me.bindByPhone'({ phoneCode, branchToken, ...claim }, context) {
    const { store, fail, audit } = context
    const [behind, branch] = await Promise.all([
      verifiedPhone(context, phoneCode).then(number => membersBehind(context, number)),
      branchToken === undefined ? null : branchOfCard(store, branchToken),
    ])
    const here = behind.filter(one => one.branchId === branch?._id)
    const members = here.length > 0 ? here : behind
    if (members.length === 0) return fail('PHONE_UNKNOWN')
    const own = ownId(context)
    if (own !== null) {
      const mine = members.find(one => one._id === own)
      return mine && fitsClaim({ name: mine.name, birthYear: mine.birthday?.year }, claim) ? { memberId: own } : fail('ALREADY_BOUND')
    }
    const member = await identifyByNumber(context, members, claim)
    const bound = await bindSelf(context, member._id, 'number')
    if (!bound) return fail('ALREADY_BOUND')
    await tellBound(context, member, bound)
    audit(member._id, 'account.bound', 'phone')
    return { memberId: member._id }
  },
}
