import type { identity as contract } from '../../../../core/people/identity/contract'
import type { Handlers } from '../use-case'
import { newInvite } from './invites'

export const inviteFamily: Handlers<Pick<typeof contract, 'family.invite'>> = {
  async 'family.invite'({ name, relation }, context) {
    const { account, people, audit, checkText, fail } = context
    const elder = people.find(one => one._id === account?.memberId)
    // A family helper cannot let others in: that is the elder's own to say.
    if (!elder) return fail('FORBIDDEN')
    await checkText(name)
    const invitation = await newInvite(context, { memberId: elder._id, as: { kind: 'family', name, relation, consent: 'self' } })
    audit(elder._id, 'helper.invited')
    return invitation
  },
}
