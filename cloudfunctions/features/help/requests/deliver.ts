import type { Case } from '../../../../core/help/requests/case'
import { chaserOf } from '../../../../core/help/requests/chasing'
import { nextDue } from '../../../../core/help/requests/clocks'
import { type Desks, untold } from '../../../../core/help/requests/notices'
import type { Happening } from '../../../../core/help/requests/states'
import { scopesOf } from '../../../../core/shared/scopes'
import type { Ports } from '../../../kernel/ports'
import type { Store } from '../../../kernel/store'
import { tell } from '../../../kernel/tell'
import { dutyOf, holders, linkAs, officersOf } from '../../care/public'
import { type HelpRequest, Requests } from '../documents'
import { markRequests } from './topic'

/** Happenings that officers are told of. */
const forDesks: readonly Happening[] = ['by-default', 'at-risk', 'broken', 'reopened', 'handed-over']

/** The officers who are told of promises in danger: the branch's secretaries and the duty officers above. */
const desksOf = async (store: Store, request: Pick<Case, 'path' | 'branchId' | 'memberId' | 'owner' | 'second'>): Promise<Desks> => {
  const officers = await officersOf(store, request.path)
  const secretaries = holders(officers, 'secretary', request.branchId)
  const duty = dutyOf(officers, scopesOf(request.path))
  return {
    secretary: secretaries.map(one => one._id),
    street: duty.map(one => one.memberId),
    chaser: chaserOf(request, [...secretaries.map(linkAs('secretary')), ...duty]),
  }
}

/**
 * Tells everyone concerned what happened to a request and was not told yet. The news are part of the request, so a delivery that is cut off
 * is finished by the timer within a minute; telling twice is one message.
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
  // A change made meanwhile has its own delivery; messages already sent are recognised by their id.
  await ports.store
    .table(Requests)
    .update({ _id: request._id, version: request.version }, { set: { toldUpTo: last, nextDueAt: nextDue({ ...request, toldUpTo: last }) } })
}
