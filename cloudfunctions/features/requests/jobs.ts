import { advance, climbsFrom } from '../../../core/requests/clocks'
import type { HelpRequest } from '../../kernel/documents/requests'
import type { Job } from '../../kernel/jobs'
import { logFault } from '../../kernel/log'
import type { Ports } from '../../kernel/ports'
import { deliver } from './deliver'
import { standOn } from './people'
import { settle } from './settle'

/** As many as are fetched at once, as many as one run looks at, and as many as are under way at a time. */
const PAGE = 100
const EACH_RUN = 1000
const AT_A_TIME = 8

/**
 * Moves every request whose clock has something to say: rings, climbs, warns, closes, and tells what was not told yet. One conditional write per
 * request decides, so that two runs at once, or one that was killed anywhere, do each thing once. Costs what is due, however many are open.
 */
export const advanceRequests: Job = async ports => {
  const table = ports.store.table('requests')
  let looked = 0
  let failed = 0
  let after: readonly [number, string] | undefined
  while (looked < EACH_RUN) {
    const due = await table.find(
      { nextDueAt: { lte: ports.now } },
      {
        order: [
          ['nextDueAt', 'asc'],
          ['_id', 'asc'],
        ],
        limit: PAGE,
        ...(after ? { after } : {}),
      },
    )
    for (let start = 0; start < due.length; start += AT_A_TIME)
      await Promise.all(
        due.slice(start, start + AT_A_TIME).map(async request => {
          try {
            await advanceOne(ports, request)
          } catch (error) {
            // The others do not wait for this one; it is tried again in a minute.
            logFault(error, { job: 'advanceRequests', requestId: request._id })
            failed++
          }
        }),
      )
    looked += due.length
    const last = due.at(-1)
    if (due.length < PAGE || !last) break
    after = [last.nextDueAt ?? ports.now, last._id]
  }
  if (failed > 0) throw new Error(`${String(failed)} of ${String(looked)} requests could not be moved on`)
  return looked
}

const advanceOne = async (ports: Ports, seen: HelpRequest): Promise<void> => {
  const settled = await settle(ports, seen, async request => {
    // Who stands on the ladder matters only where it is climbed.
    const from = climbsFrom(request, ports.now)
    return { next: advance(request, from === null ? null : await standOn(ports, request, from), ports.now) }
  })
  if (!('refused' in settled)) await deliver(ports, settled.request)
}
