import type { finding as contract } from '../../../../core/people/finding/contract'
import type { Handlers } from '../use-case'

/** Numbers that one officer looks at in an hour. */
const [MOST, WINDOW] = [60, 60 * 60_000]

export const phone: Handlers<Pick<typeof contract, 'person.phone'>> = {
  async 'person.phone'(_, { subject: member, openid, limit, audit, fail }) {
    if (member.state !== 'active') return fail('NOT_FOUND')
    await limit(openid, MOST, WINDOW)
    audit(member._id, 'person.phone')
    return {
      phones: member.phones,
      emergency: member.emergencyPhones.map(number => ({ name: member.emergencyName ?? '家属', phone: number })),
    }
  },
}
