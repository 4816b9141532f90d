import type { Case } from '../../../../core/help/requests/case'
import { nextDue } from '../../../../core/help/requests/clocks'
import { type Desks, untold } from '../../../../core/help/requests/notices'
import type { Happening } from '../../../../core/help/requests/states'
import { scopesOf } from '../../../../core/shared/scopes'
import type { Ports } from '../../../kernel/ports'
import type { Store } from '../../../kernel/store'
import { tell } from '../../../kernel/tell'
import { dutyOf, holders, officersOf } from '../../care/public'
import { type HelpRequest, Requests } from '../documents'
import { markRequests } from './topic'

/** What officers hear of. */
const forDesks: readonly Happening[] = ['by-default', 'at-risk', 'broken', 'reopened']

/** Who is told of promises in danger. */
export const desksOf = async (store: Store, request: Pick<Case, 'path' | 'branchId'>): Promise<Desks> => {
  const officers = await officersOf(store, request.path)
  return {
    secretary: holders(officers, 'secretary', request.branchId).map(one => one._id),
    street: dutyOf(officers, scopesOf(request.path)).map(one => one.memberId),
  }
}

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
    markRequests(ports, request),
    ...untold(request, desks).map(({ memberIds, telling, quiet }) => tell(ports, memberIds, telling, { quiet })),
  ])
  // Whoever changed it meanwhile tells the rest; what we told is then met again as told.
  await ports.store
    .table(Requests)
    .update({ _id: request._id, version: request.version }, { set: { toldUpTo: last, nextDueAt: nextDue({ ...request, toldUpTo: last }) } })
}
