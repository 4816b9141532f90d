import { localEnvironment } from '../../../config/local-environment'
import type { Contract, OperationName } from '../../../core/contract'
import type { Output } from '../../../core/shared/operation'
import type { Answers } from './wechat'

export type Given<K extends OperationName> = Output<Contract[K]>

/** An answer whose data are of the contract's type. */
export const good = <K extends OperationName>(_op: K, data: Given<K>) => ({ ok: true as const, data })

const MINUTE = 60_000
const HOUR = 60 * MINUTE

export const person = { memberId: 'member-01', name: '王秀英', branchId: 'branch-1', branchName: '第一党支部' }

/** Who the phone belongs to, asked at this moment. */
export const meNow = (change: Partial<Given<'me.get'>> = {}): Given<'me.get'> => ({
  ...{ openid: 'o', member: person, grants: [], actingFor: [], privacyAgreed: true, unreadMessages: 0, now: Date.now() },
  environment: { templates: localEnvironment.templates, phoneBinding: true },
  ...change,
})

/** Who the phone belongs to, where it is the secretary's. */
export const secretaryNow = (): Given<'me.get'> =>
  meNow({ grants: [{ role: 'secretary', orgId: person.branchId, orgName: person.branchName }] })

/** A Party day that begins in ten minutes, its door open. */
export const partyDay = (change: Partial<Given<'activity.get'>> = {}): Given<'activity.get'> => {
  const now = Date.now()
  return {
    activityId: 'act-1',
    branchId: 'branch-1',
    branchName: '第一党支部',
    kind: 'party-day',
    title: '主题党日',
    startsAt: now + 10 * MINUTE,
    endsAt: now + 2 * HOUR,
    place: { name: '二楼会议室' },
    state: 'published',
    capacity: 40,
    joined: 38,
    waiting: 0,
    mySignup: null,
    audience: 'branch',
    body: '请带好笔记本',
    parts: [],
    signInOpensAt: now - 20 * MINUTE,
    signInClosesAt: now + 2 * HOUR,
    mySignIn: null,
    read: true,
    may: [],
    ...change,
  }
}

/** What the cloud says to a member on the morning of a Party day, with changes. */
export const morning = (activity: () => Given<'activity.get'>, change: Answers = {}): Answers => ({
  'me.get': () => good('me.get', meNow()),
  'card.get': () =>
    good('card.get', {
      elder: { memberId: person.memberId, name: person.name },
      liaison: { memberId: 'liaison', name: '陈志强', phone: '13800001144' },
      groupLeader: null,
      secretary: { memberId: 'secretary', name: '赵国栋', phone: '13700008888' },
      teams: [],
      point: null,
      station: null,
    }),
  'activity.list': () => good('activity.list', { items: [activity()], cursor: null }),
  'activity.get': () => good('activity.get', activity()),
  'activity.read': () => good('activity.read', {}),
  'inbox.list': () => good('inbox.list', { items: [], cursor: null }),
  'request.mine': () => good('request.mine', { items: [], cursor: null }),
  'visit.mine': () => good('visit.mine', { items: [], cursor: null }),
  'care.mine': () => good('care.mine', { items: [] }),
  ...change,
})
