import { decline, handOver } from '../../../core/requests/hands'
import { holdsIt } from '../../../core/requests/step'
import type { Farewell } from '../../kernel/documents/aftercare'
import type { Ports } from '../../kernel/ports'
import { deliver } from '../requests/deliver'
import { standOn } from '../requests/people'
import { settle } from '../requests/settle'

/** More than anybody has in hand. */
const MOST = 100

/** Requests of others that the dead had in hand, or was asked for, go on to the next: none is left with nobody (P30). */
export const passOnRequests = async (ports: Ports, row: Farewell): Promise<void> => {
  const held = await ports.store.table('requests').find({ concerned: row._id, open: true }, { limit: MOST })
  const doing = { by: row.markedBy, now: ports.now, commandId: `aftercare-${row._id}-${String(row.round)}` }
  for (const seen of held) {
    const settled = await settle(ports, seen, async request => {
      const ladder = await standOn(ports, request, request.rung)
      return holdsIt(request, row._id)
        ? handOver(request, row._id, '原来经办的同志来不了了', ladder, doing)
        : decline(request, row._id, undefined, ladder, doing)
    })
    if (!('refused' in settled)) await deliver(ports, settled.request)
  }
}
