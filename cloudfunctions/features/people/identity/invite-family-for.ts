import type { identity as contract } from '../../../../core/people/identity/contract'
import type { Handlers } from '../use-case'
import { newInvite } from './invites'

export const inviteFamilyFor: Handlers<Pick<typeof contract, 'family.inviteFor'>> = {
  async 'family.inviteFor'({ name, relation, consent }, context) {
    const { subject: elder, audit, checkText, fail } = context
    if (elder.state !== 'active') return fail('NOT_FOUND')
    await checkText(name, consent)
    const invitation = await newInvite(context, { memberId: elder._id, as: { kind: 'family', name, relation, consent } })
    audit(elder._id, 'helper.invited', 'by the branch')
    return invitation
  },
}
