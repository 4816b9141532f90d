import type { specialCare as contract } from '../../../../core/care/special-care/contract'
import { roles } from '../../../../core/shared/operation'
import type { Context, Handlers } from '../use-case'
import { Visits } from '../visits/documents'
import { elderFor } from './elder'

/** Is a visit to the elder due now? */
const isDue = async ({ store, now }: Pick<Context<'care.phone'>, 'store' | 'now'>, memberId: string): Promise<boolean> =>
  (await store.table(Visits).find({ memberId, closes: { gte: now }, state: 'due', opens: { lte: now } }, { limit: 1 })).length > 0

export const phone: Handlers<Pick<typeof contract, 'care.phone'>> = {
  async 'care.phone'({ memberId }, context) {
    const { elder, row, standing } = await elderFor(context, memberId, roles)
    // An office alone opens no number: the elder stands on a list of theirs, in special care or among the visits that are due.
    const listed = standing.paired || row?.on === true || (await isDue(context, memberId))
    if (!listed) return context.fail('FORBIDDEN')
    context.audit(memberId, 'care.phone')
    return {
      phones: elder.phones,
      emergency: elder.emergencyPhones.map(phone => ({ name: elder.emergencyName ?? '家属', phone })),
    }
  },
}
