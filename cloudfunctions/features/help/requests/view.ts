import { Requests } from '../documents'
import { Members } from '../../people/public'
import { Messages } from '../../../kernel/documents'
import type { requests as contract } from '../../../../core/help/requests/contract'
import type { Viewer } from '../../../../core/help/requests/states'
import { type Helper } from '../../../../core/help/requests/case'
import { omit } from '../../../../core/shared/fields'
import { deskKey } from '../../../../core/help/requests/filing'
import { stillAsked } from '../../../../core/help/requests/ladder'
import { riskOf, sayPromise } from '../../../../core/help/requests/promise'
import { actsOf, callableBy, firstWords, isConcerned, partOf, viewerOf } from '../../../../core/help/requests/view'
import { roles, type Output } from '../../../../core/shared/operation'
import type { HelpRequest } from '../documents'
import type { Member } from '../../people/public'
import { byNumber, pageBy } from '../../../kernel/keyset'
import type { Context, Handlers } from '../use-case'
import type { Store } from '../../../kernel/store'
import { messageId } from '../../../kernel/tell'
import { loadOf } from './figures'

type Viewing = Handlers<Pick<typeof contract, 'request.get' | 'request.phone' | 'request.mine' | 'request.desk' | 'request.rows'>>
type Item = Output<(typeof contract)['request.mine']>['items'][number]

const PAGE = 20

/** One line of a list. */
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

type Looking = Pick<Context<'request.get'>, 'person' | 'subject' | 'holds' | 'fail'>
const lookingAs = ({ person, subject, holds, fail }: Looking): Viewer =>
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

/** The latest telling that asked somebody to come, by its message; none where it rang nobody on purpose. */
const askingOf = (request: HelpRequest, { memberId }: Helper): string | null => {
  const entry = request.timeline.findLast(
    one =>
      ['asked', 'rang', 'assigned', 'by-default', 'handed-over'].includes(one.what) && one.whom?.some(other => other.memberId === memberId),
  )
  return entry && !entry.quiet ? messageId({ kind: 'request-asked', about: `${request._id}:${String(entry.n)}` }, memberId) : null
}

/** Whom it waits for: who is asked, or who has it and did not ask for it. */
const awaited = (request: HelpRequest): Helper[] => {
  if (request.state === 'waiting') return stillAsked(request)
  const unasked = request.timeline.findLast(one => ['taken', 'assigned', 'by-default'].includes(one.what))?.what !== 'taken'
  return request.owner && request.state === 'accepted' && unasked ? [request.owner] : []
}

/** Who of those it waits for was reached by no service message (43101, or no account at all) and has not read the inbox either: to be phoned. */
const unreachedOf = async (store: Store, requests: readonly HelpRequest[]): Promise<Map<string, Helper[]>> => {
  const wanted = requests.flatMap(request =>
    awaited(request).flatMap(helper => {
      const id = askingOf(request, helper)
      return id === null ? [] : [{ request, helper, id }]
    }),
  )
  const messages = new Map((await store.table(Messages).getMany(wanted.map(one => one.id))).map(one => [one._id, one]))
  const unreached = new Map<string, Helper[]>()
  for (const { request, helper, id } of wanted) {
    const message = messages.get(id)
    // What has not been sent yet is no failure.
    if (!message || message.read || message.push === 'sent' || message.push === 'due') continue
    const { memberId, name, role } = helper
    unreached.set(request._id, [...(unreached.get(request._id) ?? []), { memberId, name, role }])
  }
  return unreached
}

export const viewing: Viewing = {
  async 'request.get'(_, context) {
    const { subject, person, holds, now } = context
    const viewer = lookingAs(context)
    return Promise.resolve(fullOf(subject, viewer, person._id, holds(roles, subject.path), now))
  },

  async 'request.phone'({ memberId }, context) {
    const { store, subject, person, audit, fail } = context
    const viewer = lookingAs(context)
    if (!callableBy(subject, viewer, person._id).some(one => one.memberId === memberId)) return fail('FORBIDDEN')
    const other = await store.table(Members).get(memberId)
    if (!other) return fail('NOT_FOUND')
    audit(memberId, 'request.phone', subject._id)
    return { phones: other.phones, emergency: emergencyOf(other, memberId === subject.memberId) }
  },

  async 'request.mine'({ part = 'asked', cursor }, { store, person, holds, now }) {
    const asked = part === 'asked'
    const { items, cursor: next } = await pageBy(
      store.table(Requests),
      asked ? { memberId: person._id } : { concerned: person._id, open: part === 'helping' },
      asked ? byNumber('raisedAt', 'desc') : byNumber('rank'),
      { size: PAGE, cursor },
    )
    const viewer = (one: HelpRequest) => viewerOf(one, person._id, holds(roles, one.path)) ?? 'past'
    return { items: items.map(one => itemOf(one, viewer(one), now)), cursor: next }
  },

  async 'request.desk'({ orgId, lane, cursor }, { store, now }) {
    const [rows, counts] = await Promise.all([
      pageBy(store.table(Requests), { desks: deskKey(orgId, lane) }, byNumber('rank'), { size: PAGE, cursor }),
      loadOf(store, orgId),
    ])
    const { items, cursor: next } = rows
    const unreached = await unreachedOf(store, items)
    return {
      items: items.map(one => ({
        ...itemOf(one, 'desk', now),
        ...(one.point ? { point: one.point } : {}),
        told: one.asked
          .filter(asked => asked.rung === one.rung && !asked.second)
          .map(({ memberId, name, role, declined }) => ({ memberId, name, role, declined })),
        unreached: unreached.get(one._id) ?? [],
      })),
      cursor: next,
      counts,
    }
  },

  async 'request.rows'({ orgId, month, kind, risk, cursor }, { store, now }) {
    const { items, cursor: next } = await pageBy(
      store.table(Requests),
      {
        scopes: orgId,
        month,
        state: { not: 'cancelled' },
        ...(kind === undefined ? {} : { kind }),
        ...(risk === undefined ? {} : { risk }),
      },
      byNumber('raisedAt'),
      { size: PAGE, cursor },
    )
    return { items: items.map(one => itemOf(one, 'desk', now)), cursor: next }
  },
}

/** The family's numbers go with the elder's only: a helper's family is nobody's concern here. */
const emergencyOf = (member: Member, isElder: boolean) =>
  isElder ? member.emergencyPhones.map(phone => ({ name: member.emergencyName ?? '', phone })) : []
