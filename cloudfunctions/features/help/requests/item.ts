import type { requests as contract } from '../../../../core/help/requests/contract'
import { riskOf, sayPromise } from '../../../../core/help/requests/promise'
import { firstWords } from '../../../../core/help/requests/viewers'
import { calledName, partOfTown, roughMetres } from '../../../../core/shared/least'
import { metresBetween } from '../../../../core/shared/places'
import type { Helper } from '../../../../core/help/requests/case'
import { stillAsked } from '../../../../core/help/requests/ladder'
import type { Output } from '../../../../core/shared/operation'
import { pointOf } from '../../../kernel/geo'
import type { Member } from '../../people/public'
import type { HelpRequest } from '../documents'
import type { Sight } from './sight'

type Item = Output<(typeof contract)['request.mine']>['items'][number]

/** Rows of a page of every list of requests. */
export const PAGE = 20

/** The part of town and the way there, for a helper who is asked. */
const whereabouts = ({ address, point }: Pick<HelpRequest, 'address' | 'point'>, home: Member['home']) => {
  const area = partOfTown(address)
  return {
    ...(area === '' ? {} : { area }),
    ...(point && home ? { metres: roughMetres(metresBetween(point, pointOf(home))) } : {}),
  }
}

interface Known {
  /** Where the viewer lives. */
  home?: Member['home']
  chaser?: Helper | undefined
}

/** One line of a list, as this viewer sees it. */
export const itemOf = (request: HelpRequest, { viewer, whole }: Sight, now: number, { home, chaser }: Known = {}): Item => ({
  requestId: request._id,
  kind: request.kind,
  ...(request.emergency === undefined ? {} : { emergency: request.emergency }),
  ...(request.wanted === undefined ? {} : { wanted: request.wanted }),
  urgency: request.urgency,
  state: request.state,
  rung: request.rung,
  memberId: request.memberId,
  name: whole ? request.name : calledName(request.name),
  branchId: request.branchId,
  raisedAt: request.raisedAt,
  promiseAt: request.promiseAt,
  promise: sayPromise(request.promiseAt, now),
  risk: riskOf(request, now),
  owner: request.owner,
  ...(chaser && (viewer === 'elder' || viewer === 'desk') ? { chaser } : {}),
  ...(request.state === 'waiting' && stillAsked(request).length === 0 ? { unheard: true } : {}),
  as: viewer,
  text: whole ? firstWords(request.text) : '',
  ...(viewer === 'asked' ? whereabouts(request, home) : {}),
  ...(request.stars === undefined ? {} : { stars: request.stars }),
})
