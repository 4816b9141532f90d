import { advance, climbsFrom } from '../../../../core/help/requests/clocks'
import { eachRow, type Job } from '../../../kernel/jobs'
import { byNumber, firstBy } from '../../../kernel/keyset'
import type { Ports } from '../../../kernel/ports'
import { type HelpRequest, Requests } from '../documents'
import { deliver } from './deliver'
import { ladderFor } from './ladder'
import { stepRequest } from './step'

/** Requests that one run looks at, and how many of them at a time. */
const EACH_RUN = 1000
const AT_A_TIME = 8

/**
 * Moves every request whose clock is due: rings, climbs, warns, closes, and delivers news that are still untold. One conditional write for
 * each request decides, so two runs at once, or a run that is killed, do each thing once. The cost depends on what is due, not on how many
 * are open.
 */
export const advanceRequests: Job = async ports => {
  const due = await firstBy(ports.store.table(Requests), { nextDueAt: { lte: ports.now } }, byNumber('nextDueAt'), EACH_RUN)
  return eachRow(due, 'advanceRequests', request => advanceOne(ports, request), AT_A_TIME)
}

const advanceOne = async (ports: Ports, seen: HelpRequest): Promise<void> => {
  const outcome = await stepRequest(ports, seen, async request => {
    // The candidates are read only where the request climbs.
    const from = climbsFrom(request, ports.now)
    return { next: advance(request, from === null ? null : await ladderFor(ports, request, from), ports.now) }
  })
  if (!('refused' in outcome)) await deliver(ports, outcome.request)
}
