import type { Organization } from '../cloudfunctions/features/people/documents'
import type { Merge } from '../cloudfunctions/features/people/duplicates/documents'
import { ending } from '../cloudfunctions/features/people/memberships/ends'
import type { StoredSuccession } from '../cloudfunctions/features/people/successions/documents'
import type { Review } from '../cloudfunctions/features/life/reviews/documents'
import type { Muster, MusterCall, MusterTally } from '../cloudfunctions/features/service/musters/documents'
import type { Actor } from '../cloudfunctions/kernel/identity'
import { omit } from '../core/shared/fields'
import { nothing } from '../core/service/musters/rules'
import type { Doc } from '../localcloud/engine/values'
import { MORNING, type Documented } from './cloud'
import { memberOf } from './people'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR
const TODAY = '2026-11-21'
const STREET = '/district/changqing/'
const BRANCH = { _id: 'branch-01', name: '常青花园离退休干部党支部', path: `${STREET}branch-01/` }
const OTHER = { _id: 'branch-02', path: `${STREET}branch-02/` }
/** The secretary of the demo. */
export const BY: Actor = { openid: 'demo-secretary', memberId: 'v-10', name: '马静宜' }

/** A letter to another branch, or outside, that was received, of which nothing has been carried over. */
export const received = (row: Doc): Doc => ({
  ...omit(row, 'climbAt'),
  ...ending({ _id: String(row['_id']) }, { state: 'received', on: TODAY, by: BY }).set,
  dueAt: MORNING - HOUR,
})

/** A branch of three that is to become part of the first one, of which nothing has been carried over. */
const small: Organization = {
  ...{ _id: 'branch-small', name: '湖滨离退休干部党支部', kind: 'branch', branchKind: 'established', parentId: 'changqing' },
  ...{ path: `${STREET}branch-small/`, rosterVersion: 0, findKeys: [], history: [] },
}
const succession: StoredSuccession = {
  ...{ _id: small._id, kind: 'merge', from: small._id, fromName: small.name, fromPath: small.path },
  ...{ into: BRANCH._id, intoName: BRANCH.name, intoPath: BRANCH.path, past: [], paths: [{ from: small.path, into: BRANCH.path }] },
  ...{
    on: TODAY,
    reason: '人数不足三名',
    fileIds: [],
    by: BY,
    at: MORNING - HOUR,
    commandId: 'succession-of-branch',
    dueAt: MORNING - HOUR,
  },
}

/** Two records of one person, of which nothing has been taken over. */
const merge: Merge = {
  ...{ _id: 'm-44', into: 'm-47', name: '马月娥', intoName: '窦永年', branchId: BRANCH._id, homes: [BRANCH._id], state: 'merged', by: BY },
  ...{ at: MORNING - HOUR, undoUntil: MORNING + DAY, dueAt: MORNING - HOUR, round: 1, commands: ['merge-of-branch'] },
}

/** A muster of the whole district, of which each branch is a part: only its figures grow with all of them. */
const muster: Muster = {
  ...{
    _id: 'muster-district',
    orgId: 'district',
    orgName: '区委离退休干部工作委员会',
    path: '/district/',
    scopes: ['district'],
    small: false,
  },
  ...{ title: '巡堤护湖', why: '水位要涨。', places: [{ name: '东堤' }], shifts: [{ startsAt: MORNING + HOUR, endsAt: MORNING + DAY }] },
  ...{ need: 3, elders: true, ringAt: MORNING, startsAt: MORNING + HOUR, endsAt: MORNING + DAY, state: 'open', acts: [] },
  ...{ leads: [], handOvers: [], asked: 0, secret: 'demo-secret-muster-district', createdBy: BY, createdAt: MORNING - HOUR },
}
const callOf = ({ _id: branchId, path }: typeof OTHER, memberId: string, answer: MusterCall['answer']): MusterCall => ({
  ...{ _id: `${muster._id}:${memberId}`, musterId: muster._id, memberId, name: '某某', branchId, path, bound: true },
  ...{ endsAt: muster.endsAt, answer, cells: answer === 'coming' ? ['0-0'] : [], arrivals: [], calledAt: MORNING - HOUR },
  ...{ tries: [], history: [], version: 1 },
})
/** A branch whose people have answered. */
const tallyOf = ({ _id: branchId, path }: typeof OTHER): MusterTally => ({
  ...{ _id: `${muster._id}:${branchId}`, musterId: muster._id, branchId, path, figures: nothing, due: MORNING - HOUR, marks: 1 },
})

/** Of that appraisal something is to be put right by today. */
const reviewOf = (activityId: string): Review => ({
  ...{ _id: activityId, talks: [], ticks: [], grades: [], remindOn: TODAY, version: 1 },
  remedies: [
    {
      ...{ remedyId: 'remedy-of-branch', problem: '学习安排不够经常', measure: '每月集中学习一次' },
      ...{ ownerId: 'v-10', ownerName: BY.name, dueOn: TODAY },
    },
  ],
})

/** Rows as calls leave them that were cut off half way, of what no story of a branch leaves so; `appraisal` is an activity of that kind. */
export const halfWay = (appraisal: string): Documented => ({
  organizations: [small],
  members: ['e-01', 'e-02', 'e-03'].map((id, n) => memberOf(small._id, id, n)),
  successions: [succession],
  merges: [merge],
  musters: [muster],
  'muster-calls': [
    callOf(BRANCH, 'm-01', 'coming'),
    callOf(BRANCH, 'm-02', 'no'),
    callOf(BRANCH, 'm-03', null),
    callOf(OTHER, 'n-01', 'coming'),
  ],
  'muster-tallies': [tallyOf(BRANCH), tallyOf(OTHER)],
  reviews: [reviewOf(appraisal)],
})
