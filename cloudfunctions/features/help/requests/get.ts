import type { requests as contract } from '../../../../core/help/requests/contract'
import type { Viewer } from '../../../../core/help/requests/states'
import { actsOf, callableBy, isConcerned, partOf, viewerOf } from '../../../../core/help/requests/viewers'
import { omit } from '../../../../core/shared/fields'
import { type Output, roles } from '../../../../core/shared/operation'
import type { HelpRequest } from '../documents'
import type { Context, Handlers } from '../use-case'
import { itemOf } from './item'

type Caller = Pick<Context<'request.get'>, 'person' | 'subject' | 'holds' | 'fail'>

/** As which viewer the caller sees the request; FORBIDDEN where they may not see it. */
export const viewerFor = ({ person, subject, holds, fail }: Caller): Viewer =>
  viewerOf(subject, person._id, holds(roles, subject.path)) ?? fail('FORBIDDEN')

const fullOf = (
  request: HelpRequest,
  viewer: Viewer,
  memberId: string,
  assigns: boolean,
  now: number,
): Output<(typeof contract)['request.get']> => {
  const concerned = isConcerned(request, viewer)
  const { raisedBy, voiceFileId, address, point, plan } = request
  const onRung = request.asked.filter(one => one.rung === request.rung && !one.second)
  return {
    ...itemOf(request, viewer, now),
    text: concerned ? request.text : '',
    photoFileIds: concerned ? request.photoFileIds : [],
    ...(concerned && voiceFileId !== undefined ? { voiceFileId } : {}),
    ...(concerned && address !== undefined ? { address } : {}),
    ...(concerned && point ? { point } : {}),
    ...(raisedBy.memberId === request.memberId
      ? {}
      : { raisedBy: { name: raisedBy.name, ...(raisedBy.relation === undefined ? {} : { relation: raisedBy.relation }) } }),
    second: request.second,
    secondWanted: request.secondWanted,
    plan: plan && viewer !== 'past' ? { text: plan.text, date: plan.date } : null,
    told: viewer === 'past' ? [] : onRung.map(({ name, role, declined }) => ({ name, role, declined: viewer === 'desk' && declined })),
    timeline: partOf(request, viewer, memberId).map(({ by, whom, ...entry }) => ({
      ...omit(entry, 'quiet'),
      ...(by ? { by: by.name } : {}),
      ...(whom ? { whom: whom.map(({ name, role }) => ({ name, role })) } : {}),
    })),
    may: actsOf(request, viewer, assigns),
    callable: callableBy(request, viewer, memberId),
  }
}

export const get: Handlers<Pick<typeof contract, 'request.get'>> = {
  async 'request.get'(_, context) {
    const { subject, person, holds, now } = context
    const viewer = viewerFor(context)
    return Promise.resolve(fullOf(subject, viewer, person._id, holds(roles, subject.path), now))
  },
}
