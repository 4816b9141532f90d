import { advance, climbsFrom } from '../../../../core/help/requests/clocks'
import { eachRow, type Job } from '../../../kernel/jobs'
import { byNumber, firstBy } from '../../../kernel/keyset'
import type { Ports } from '../../../kernel/ports'
import { type HelpRequest, Requests } from '../documents'
import { deliver } from './deliver'
import { ladderFor } from './ladder'
import { stepRequest } from './step'

/** As many as one run looks at, and as many as are under way at a time. */
const EACH_RUN = 1000
const AT_A_TIME = 8

/**
 * Moves every request whose clock has something to say: rings, climbs, warns, closes, and tells what was not told yet. One conditional write per
 * request decides, so that two runs at once, or one that was killed anywhere, do each thing once. Costs what is due, however many are open.
 */
export const advanceRequests: Job = async ports => {
  const due = await firstBy(ports.store.table(Requests), { nextDueAt: { lte: ports.now } }, byNumber('nextDueAt'), EACH_RUN)
  return eachRow(due, 'advanceRequests', request => advanceOne(ports, request), AT_A_TIME)
}

const advanceOne = async (ports: Ports, seen: HelpRequest): Promise<void> => {
  const outcome = await stepRequest(ports, seen, async request => {
    // Who stands on the ladder matters only where it is climbed.
    const from = climbsFrom(request, ports.now)
    return { next: advance(request, from === null ? null : await ladderFor(ports, request, from), ports.now) }
  })
  if (!('refused' in outcome)) await deliver(ports, outcome.request)
}
