import type { roster } from '../../../../core/people/roster/contract'
import type { Input, Output } from '../../../../core/shared/operation'
import { newInvite } from '../identity/invites'
import type { Context } from '../use-case'

/** A code that binds the member's own WeChat account. */
export const invite = async (
  _input: Input<(typeof roster)['roster.invite']>,
  context: Context<'roster.invite'>,
): Promise<Output<(typeof roster)['roster.invite']>> => {
  const { subject: member, audit } = context
  audit(member._id, 'roster.invite')
  return newInvite(context, { memberId: member._id, as: { kind: 'self' } })
}
