import type { Helper } from '../../../../core/help/requests/case'
import type { requests as contract } from '../../../../core/help/requests/contract'
import type { Viewer } from '../../../../core/help/requests/states'
import { actsOf, callableBy, partOf } from '../../../../core/help/requests/viewers'
import { omit } from '../../../../core/shared/fields'
import { type Output, roles } from '../../../../core/shared/operation'
import type { Member } from '../../people/public'
import type { HelpRequest } from '../documents'
import type { Handlers } from '../use-case'
import { chasersFor } from './chasers'
import { itemOf } from './item'
import { type Sight, sightFor } from './sight'
import { unreachedOf } from './unreached'

/** Those who may ring the helpers that are asked, and are told which of them to ring. */
const rings = (viewer: Viewer): boolean => viewer === 'elder' || viewer === 'desk'

const fullOf = (
  request: HelpRequest,
  sight: Sight,
  { _id: memberId, home }: Member,
  assigns: boolean,
  now: number,
  { chaser, unreached }: { chaser: Helper | undefined; unreached: readonly Helper[] },
): Output<(typeof contract)['request.get']> => {
  const { viewer, whole } = sight
  const { raisedBy, voiceFileId, address, point, plan } = request
  const onRung = request.asked.filter(one => one.rung === request.rung && !one.second)
  return {
    ...itemOf(request, sight, now, { home, chaser }),
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
    ...(unreached.length > 0 && rings(viewer) ? { unreached: [...unreached] } : {}),
    ...(request.climbAt !== null && rings(viewer) ? { asksNextAt: request.climbAt } : {}),
    timeline: partOf(request, viewer, memberId, whole).map(({ by, whom, ...entry }) => ({
      ...omit(entry, 'quiet'),
      ...(by ? { by: by.name } : {}),
      ...(whom ? { whom: whom.map(({ name, role }) => ({ name, role })) } : {}),
    })),
    may: actsOf(request, viewer, assigns),
    callable: callableBy(request, viewer, memberId, whole, chaser),
  }
}

export const get: Handlers<Pick<typeof contract, 'request.get'>> = {
  async 'request.get'(_, context) {
    const { subject, person, holds, now } = context
    const urgent = subject.urgency === 'urgent' && subject.state === 'waiting'
    const [sight, chaserOf, unreached] = await Promise.all([
      sightFor(context),
      chasersFor(context, [subject]),
      urgent ? unreachedOf(context.store, [subject]) : new Map<string, Helper[]>(),
    ])
    const known = { chaser: chaserOf(subject), unreached: unreached.get(subject._id) ?? [] }
    return fullOf(subject, sight, person, holds(roles, subject.path), now, known)
  },
}
