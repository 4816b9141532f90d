import type { specialCare as contract } from '../../../../core/care/special-care/contract'
import { roles } from '../../../../core/shared/operation'
import type { Handlers } from '../use-case'
import { elderFor } from './elder'

export const phone: Handlers<Pick<typeof contract, 'care.phone'>> = {
  async 'care.phone'({ memberId }, context) {
    const { elder } = await elderFor(context, memberId, roles)
    context.audit(memberId, 'care.phone')
    return {
      phones: elder.phones,
      emergency: elder.emergencyPhones.map(phone => ({ name: elder.emergencyName ?? '家属', phone })),
    }
  },
}
