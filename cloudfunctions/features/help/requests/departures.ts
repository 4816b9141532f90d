import { inPlay } from '../../../../core/help/requests/ground'
import { withdrawnReason } from '../../../../core/service/public'
import type { WindUp } from '../../../kernel/departures'
import { Requests } from '../documents'
import { releaseFrom } from './follow'

/** More requests than one helper has or is asked about at a time. */
const MOST = 200

/**
 * Releases requests of others that the departing person owns or was asked about: the ladder looks for another helper and those concerned
 * are told.
 */
export const leaveRequests: WindUp = async (ports, { memberId, by }) => {
  const requests = await ports.store.table(Requests).find({ concerned: memberId, open: true }, { limit: MOST })
  for (const request of requests) {
    const { holders, asked } = inPlay(request)
    const helper = [...holders, ...asked].find(one => one.memberId === memberId)
    if (helper && request.memberId !== memberId) await releaseFrom(ports, request, helper, withdrawnReason, by)
  }
}
