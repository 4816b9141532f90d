import type { Case } from '../../../../core/help/requests/case'
import { decline, handOver, without } from '../../../../core/help/requests/helper-steps'
import { holdsIt } from '../../../../core/help/requests/step'
import { withdrawnReason } from '../../../../core/service/public'
import type { Departing, WindUp } from '../../../kernel/departures'
import type { Ports } from '../../../kernel/ports'
import { type HelpRequest, Requests } from '../documents'
import { deliver } from './deliver'
import { ladderFor } from './ladder'
import { stepRequest } from './step'

/** More requests than one helper has or is asked about at a time. */
const MOST = 200

const leaveRequest = async (ports: Ports, request: HelpRequest, { memberId, by }: Departing): Promise<void> => {
  if (request.memberId === memberId) return
  const step = async (seen: Case) => {
    // The version is part of the command id: a request given to the person again later is released again.
    const doing = { by, now: ports.now, commandId: `released:${memberId}:${String(seen.version)}` }
    const ladder = await ladderFor(ports, without(seen, memberId), seen.rung)
    return holdsIt(seen, memberId)
      ? handOver(seen, memberId, withdrawnReason, ladder, doing)
      : decline(seen, memberId, undefined, ladder, doing)
  }
  const outcome = await stepRequest(ports, request, step)
  if (!('refused' in outcome)) await deliver(ports, outcome.request)
}

/**
 * Releases requests of others that the departing person owns or was asked about: the ladder looks for another helper and those concerned
 * are told.
 */
export const leaveRequests: WindUp = async (ports, departing) => {
  const requests = await ports.store.table(Requests).find({ concerned: departing.memberId, open: true }, { limit: MOST })
  for (const request of requests) await leaveRequest(ports, request, departing)
}
