import type { requests as contract } from '../../../../core/help/requests/contract'
import { actsOf, callableBy, partOf } from '../../../../core/help/requests/viewers'
import { omit } from '../../../../core/shared/fields'
import { type Output, roles } from '../../../../core/shared/operation'
import type { Member } from '../../people/public'
import type { HelpRequest } from '../documents'
import type { Handlers } from '../use-case'
import { itemOf } from './item'
import { type Sight, sightFor } from './sight'

const fullOf = (
  request: HelpRequest,
  sight: Sight,
  { _id: memberId, home }: Member,
  assigns: boolean,
  now: number,
): Output<(typeof contract)['request.get']> => {
  const { viewer, whole } = sight
  const { raisedBy, voiceFileId, address, point, plan } = request
  const onRung = request.asked.filter(one => one.rung === request.rung && !one.second)
  return {
    ...itemOf(request, sight, now, home),
    text: whole ? request.text : '',
    photoFileIds: whole ? request.photoFileIds : [],
    ...(whole && voiceFileId !== undefined ? { voiceFileId } : {}),
    ...(whole && address !== undefined ? { address } : {}),
    ...(whole && point ? { point } : {}),
    ...(raisedBy.memberId === request.memberId || !whole
      ? {}
      : { raisedBy: { name: raisedBy.name, ...(raisedBy.relation === undefined ? {} : { relation: raisedBy.relation }) } }),
    second: request.second,
    secondWanted: request.secondWanted,
    plan: plan && whole && viewer !== 'past' ? { text: plan.text, date: plan.date } : null,
    told:
      viewer === 'past' || !whole
        ? []
        : onRung.map(({ name, role, declined }) => ({ name, role, declined: viewer === 'desk' && declined })),
    timeline: partOf(request, viewer, memberId, whole).map(({ by, whom, ...entry }) => ({
      ...omit(entry, 'quiet'),
      ...(by ? { by: by.name } : {}),
      ...(whom ? { whom: whom.map(({ name, role }) => ({ name, role })) } : {}),
    })),
    may: actsOf(request, viewer, assigns),
    callable: callableBy(request, viewer, memberId, whole),
  }
}

export const get: Handlers<Pick<typeof contract, 'request.get'>> = {
  async 'request.get'(_, context) {
    const { subject, person, holds, now } = context
    return fullOf(subject, await sightFor(context), person, holds(roles, subject.path), now)
  },
}
