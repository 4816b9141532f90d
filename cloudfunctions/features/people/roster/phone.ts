import type { roster } from '../../../../core/people/roster/contract'
import type { Input, Output } from '../../../../core/shared/operation'
import type { Context } from '../use-case'

/** The numbers to dial. */
export const phone = async (
  _input: Input<(typeof roster)['roster.phone']>,
  { subject: member, audit }: Context<'roster.phone'>,
): Promise<Output<(typeof roster)['roster.phone']>> => {
  audit(member._id, 'roster.phone')
  return {
    phones: member.phones,
    emergency: member.emergencyPhones.map(number => ({ name: member.emergencyName ?? '家属', phone: number })),
  }
}
