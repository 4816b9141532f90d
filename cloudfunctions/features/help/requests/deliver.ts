import { Requests } from '../documents'
import type { Happening } from '../../../../core/help/requests/states'
import { untold } from '../../../../core/help/requests/notices'
import { nextDue } from '../../../../core/help/requests/clocks'
import type { HelpRequest } from '../documents'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { markFigures } from './figures'
import { desksOf } from './people'

/** What officers hear of. */
const forDesks: readonly Happening[] = ['by-default', 'at-risk', 'broken', 'reopened']

/**
 * Tells everyone what has happened to a request and was not told yet. What is to be told stands on the request itself, written together with what
 * happened: whoever is cut off leaves it to the timer, which comes within a minute; and what is told twice is one message.
 */
export const deliver = async (ports: Ports, request: HelpRequest): Promise<void> => {
  const last = request.timeline.at(-1)?.n ?? 0
  if (last <= request.toldUpTo) return
  const news = request.timeline.filter(entry => entry.n > request.toldUpTo)
  const desks = news.some(entry => forDesks.includes(entry.what)) ? await desksOf(ports.store, request) : { secretary: [], street: [] }
  await Promise.all([
    markFigures(ports, request),
    ...untold(request, desks).map(({ memberIds, telling, quiet }) => tell(ports, memberIds, telling, { quiet })),
  ])
  // Whoever changed it meanwhile tells the rest; what we told is then met again as told.
  await ports.store
    .table(Requests)
    .update({ _id: request._id, version: request.version }, { set: { toldUpTo: last, nextDueAt: nextDue({ ...request, toldUpTo: last }) } })
}
