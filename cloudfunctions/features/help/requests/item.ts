import type { requests as contract } from '../../../../core/help/requests/contract'
import { riskOf, sayPromise } from '../../../../core/help/requests/promise'
import type { Viewer } from '../../../../core/help/requests/states'
import { firstWords, isConcerned } from '../../../../core/help/requests/viewers'
import type { Output } from '../../../../core/shared/operation'
import type { HelpRequest } from '../documents'

type Item = Output<(typeof contract)['request.mine']>['items'][number]

/** Rows of a page of every list of requests. */
export const PAGE = 20

/** One line of a list, as this viewer sees it. */
export const itemOf = (request: HelpRequest, viewer: Viewer, now: number): Item => ({
  requestId: request._id,
  kind: request.kind,
  urgency: request.urgency,
  state: request.state,
  rung: request.rung,
  memberId: request.memberId,
  name: request.name,
  branchId: request.branchId,
  raisedAt: request.raisedAt,
  promiseAt: request.promiseAt,
  promise: sayPromise(request.promiseAt, now),
  risk: riskOf(request, now),
  owner: request.owner,
  as: viewer,
  text: isConcerned(request, viewer) ? firstWords(request.text) : '',
  ...(request.stars === undefined ? {} : { stars: request.stars }),
})
