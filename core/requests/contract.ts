import * as z from 'zod'
import { operation } from '../shared/operation'
import { Cursor, FileId, Id, InstantMs, IsoDate, Nothing, Point, line, page, text } from '../shared/schemas'
import { requestKinds, urgencies } from './kinds'

/** The ladder (P30): own liaison → group leader and the service team of the kind → volunteers near → secretary → street. */
export const rungs = ['liaison', 'team', 'near', 'secretary', 'street'] as const
export type Rung = (typeof rungs)[number]
/** As what somebody is asked. */
export const helperRoles = ['liaison', 'leader', 'team', 'volunteer', 'secretary', 'street', 'bureau'] as const
export type HelperRole = (typeof helperRoles)[number]

/** Without an owner; taken; on the way; said to be done; agreed to be done; taken back by whoever asked. */
export const requestStates = ['waiting', 'accepted', 'on-the-way', 'done', 'closed', 'cancelled'] as const
export type RequestState = (typeof requestStates)[number]
/** The lists of a desk. What is without an owner and at risk is in both. */
export const lanes = ['unowned', 'at-risk', 'running', 'done'] as const
export type Lane = (typeof lanes)[number]
export const risks = ['fine', 'at-risk', 'broken'] as const
export type Risk = (typeof risks)[number]

/** What can happen to a request; its line on the timeline. `by` is missing where a clock did it. */
export const happenings = [
  'raised', 'said-more', 'asked', 'rang', 'declined', 'taken', 'second-wanted', 'second', 'on-the-way', 'note', 'planned', 'handed-over', 'assigned',
  'by-default', 'at-risk', 'broken', 'done', 'confirmed', 'reopened', 'closed-silently', 'cancelled', 'nobody',
] as const // prettier-ignore
export type Happening = (typeof happenings)[number]

const Helper = z.object({ memberId: Id, name: z.string(), role: z.enum(helperRoles) })
const Told = z.object({ name: z.string(), role: z.enum(helperRoles) })
const State = z.object({ state: z.enum(requestStates) })
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

const asking = {
  kind: z.enum(requestKinds),
  text: text(500).optional(),
  voiceFileId: FileId.optional(),
  photoFileIds: z.array(FileId).max(9).optional(),
  point: Point.optional(),
}
const Raised = z.object({
  requestId: Id,
  promiseAt: InstantMs,
  /** The promise as a sentence: “今晚12点前解决”. */
  promise: z.string(),
  urgent: z.boolean(),
  /** Whom this very moment's rung holds; in quiet hours they are rung in the morning (`ringsAt`). */
  told: z.array(Told),
  ringsAt: InstantMs.optional(),
})

/** As whom the caller sees it: `asked` may take it, `past` was asked and is not concerned any more, `desk` holds an office over it. */
const viewers = ['elder', 'asked', 'owner', 'second', 'desk', 'past'] as const
export type Viewer = (typeof viewers)[number]

const Item = z.object({
  requestId: Id,
  kind: z.enum(requestKinds),
  urgency: z.enum(urgencies),
  state: z.enum(requestStates),
  rung: z.enum(rungs),
  memberId: Id,
  name: z.string(),
  branchId: Id,
  raisedAt: InstantMs,
  promiseAt: InstantMs,
  promise: z.string(),
  risk: z.enum(risks),
  owner: Helper.nullable(),
  as: z.enum(viewers),
  /** The first words of what was asked, for whoever is concerned; empty otherwise. */
  text: z.string(),
  stars: z.int().min(1).max(5).optional(),
})

const Line = z.object({
  at: InstantMs,
  what: z.enum(happenings),
  by: z.string().optional(),
  role: z.enum(helperRoles).optional(),
  /** Who was asked, or to whom it was given. */
  whom: z.array(Told).optional(),
  rung: z.enum(rungs).optional(),
  text: z.string().optional(),
  photoFileIds: z.array(FileId).optional(),
  stars: z.int().optional(),
  promiseAt: InstantMs.optional(),
})

/** What this caller may do now: the buttons of the screen. */
export const acts = [
  'accept', 'decline', 'progress', 'handOver', 'askSecond', 'plan', 'done', 'confirm', 'cancel', 'reassign',
] as const // prettier-ignore
export type Act = (typeof acts)[number]

const Full = Item.extend({
  voiceFileId: FileId.optional(),
  photoFileIds: z.array(FileId),
  /** Where to go; only while concerned. */
  address: z.string().optional(),
  point: Point.optional(),
  /** Who asked in the elder's stead. */
  raisedBy: z.object({ name: z.string(), relation: z.string().optional() }).optional(),
  second: Helper.nullable(),
  secondWanted: z.boolean(),
  plan: z.object({ text: z.string(), date: IsoDate }).nullable(),
  /** Who was asked on this rung and stands where. */
  told: z.array(Told.extend({ declined: z.boolean() })),
  timeline: z.array(Line),
  may: z.array(z.enum(acts)),
  /** Whom one may ring about it now: by `request.phone`. */
  callable: z.array(Helper.omit({ role: true }).extend({ role: z.enum([...helperRoles, 'elder']) })),
})

const DeskItem = Item.extend({
  point: Point.optional(),
  told: z.array(Told.extend({ memberId: Id, declined: z.boolean() })),
  /** Asked now, and no service message reached them: to be phoned (`request.phone`). */
  unreached: z.array(Helper),
})

const Minutes = z
  .int()
  .min(1)
  .max(24 * 60)
/** `HH:mm` of Asia/Shanghai. */
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** How long each rung has, in minutes; the street has no clock: there it is owned. */
const RungClocks = z.object({ liaison: Minutes, team: Minutes, near: Minutes, secretary: Minutes })
export const Settings = z.object({
  clocks: z.object({ urgent: RungClocks, prompt: RungClocks, ordinary: RungClocks }),
  /** How many volunteers near are asked at once. */
  volunteers: z.int().min(1).max(20),
  /** How near is near, in metres. */
  radius: z.int().min(200).max(20_000),
  quietHours: z.object({ from: Clock, to: Clock }),
})
export type Settings = z.infer<typeof Settings>

const Figures = z.object({
  raised: z.int(),
  solved: z.int(),
  kept: z.int(),
  broken: z.int(),
  /** kept ÷ (kept + broken); null where nothing was due yet. */
  keptRate: z.number().nullable(),
  /** Medians in minutes, as exact as their classes (within a fifth); null where there is nothing. */
  acceptMinutes: z.number().nullable(),
  solveMinutes: z.number().nullable(),
})
const Load = z.object({ unowned: z.int(), atRisk: z.int(), running: z.int(), done: z.int() })

const desk = ['secretary', 'leader', 'liaison', 'street', 'bureau'] as const

export const requests = {
  'request.raise': operation({
    who: 'member',
    input: z.object({ ...asking, forMemberId: Id.optional() }),
    output: Raised,
  }),
  /** The group leader, liaison or secretary asks in an elder's stead. */
  'request.raiseFor': operation({
    who: ['leader', 'liaison', 'secretary', 'street'],
    of: 'memberId',
    input: z.object({ ...asking, memberId: Id }),
    output: Raised,
  }),
  /** One takes it, however many tap; ALREADY_TAKEN carries `{by: {name, role}}`. Where a second hand was asked for, the next one becomes that. */
  'request.accept': operation({
    who: 'member',
    of: 'requestId',
    input: z.object({ requestId: Id, note: text(200).optional() }),
    output: State,
    errors: ['ALREADY_TAKEN', 'REQUEST_CLOSED'],
  }),
  /** Not now, not me: where nobody of the rung is left, the next one is asked at once. */
  'request.decline': operation({
    who: 'member',
    of: 'requestId',
    input: z.object({ requestId: Id, reason: text(100).optional() }),
    output: State,
    errors: ['REQUEST_NOT_YOURS', 'REQUEST_CLOSED'],
  }),
  /** On the way, or a note for everyone concerned. */
  'request.progress': operation({
    who: 'member',
    of: 'requestId',
    input: z.object({ requestId: Id, state: z.literal('on-the-way').optional(), note: text(200).optional() }),
    output: State,
    errors: ['REQUEST_NOT_YOURS', 'REQUEST_CLOSED'],
  }),
  /** Gives it back with a reason; the ladder goes on from the same rung without the one who gave it back. */
  'request.handOver': operation({
    who: 'member',
    of: 'requestId',
    input: z.object({ requestId: Id, reason: line(200) }),
    output: State,
    errors: ['REQUEST_NOT_YOURS', 'REQUEST_CLOSED'],
  }),
  'request.askSecond': operation({
    who: 'member',
    of: 'requestId',
    input: z.object({ requestId: Id, note: text(200).optional() }),
    output: z.object({ state: z.enum(requestStates), told: z.array(Told) }),
    errors: ['REQUEST_NOT_YOURS', 'REQUEST_CLOSED'],
  }),
  /** 难事妥办: a written plan with a date, by the end of which it is promised now. */
  'request.plan': operation({
    who: 'member',
    of: 'requestId',
    input: z.object({ requestId: Id, text: line(500), date: IsoDate }),
    output: z.object({ state: z.enum(requestStates), promiseAt: InstantMs, promise: z.string() }),
    errors: ['REQUEST_NOT_YOURS', 'REQUEST_CLOSED', 'PLAN_DATE_WRONG'],
  }),
  'request.done': operation({
    who: 'member',
    of: 'requestId',
    input: z.object({ requestId: Id, note: text(500).optional(), photoFileIds: z.array(FileId).max(9).optional() }),
    output: State,
    errors: ['REQUEST_NOT_YOURS', 'REQUEST_CLOSED'],
  }),
  /** The elder (or family) says whether it is solved; not satisfied reopens it one rung higher. */
  'request.confirm': operation({
    who: 'member',
    of: 'requestId',
    input: z.object({
      requestId: Id,
      satisfied: z.boolean(),
      stars: z.int().min(1).max(5).optional(),
      note: text(200).optional(),
      forMemberId: Id.optional(),
    }),
    output: State,
    errors: ['REQUEST_NOT_YOURS', 'REQUEST_NOT_DONE', 'REQUEST_CLOSED'],
  }),
  /** Whoever asked needs it no more. */
  'request.cancel': operation({
    who: 'member',
    of: 'requestId',
    input: z.object({ requestId: Id, reason: text(200).optional(), forMemberId: Id.optional() }),
    output: State,
    errors: ['REQUEST_NOT_YOURS', 'REQUEST_CLOSED'],
  }),
  'request.get': operation({
    who: 'member',
    of: 'requestId',
    input: z.object({ requestId: Id, forMemberId: Id.optional() }),
    output: Full,
  }),
  /** Numbers to ring about it, while both are concerned; leaves an audit row. */
  'request.phone': operation({
    who: 'member',
    of: 'requestId',
    input: z.object({ requestId: Id, memberId: Id, forMemberId: Id.optional() }),
    output: z.object({ phones: z.array(z.string()), emergency: z.array(z.object({ name: z.string(), phone: z.string() })) }),
  }),
  /** `asked`: what I asked, newest first; `helping`: what waits for me or is in my hands, urgent first; `helped`: what I solved, newest first. */
  'request.mine': operation({
    who: 'member',
    input: z.object({ part: z.enum(['asked', 'helping', 'helped']).optional(), cursor: Cursor.optional(), forMemberId: Id.optional() }),
    output: page(Item),
  }),
  /** One list of a desk, urgent first, then by promise; with how many are in each. */
  'request.desk': operation({
    who: desk,
    of: 'orgId',
    input: z.object({ orgId: Id, lane: z.enum(lanes), cursor: Cursor.optional() }),
    output: page(DeskItem).extend({ counts: Load }),
  }),
  /** Who can be given a request, the least loaded first: the rung's people, the team, those near. */
  'request.candidates': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'requestId',
    input: z.object({ requestId: Id }),
    output: z.object({ items: z.array(Helper.extend({ load: z.int(), metres: z.int().optional() })) }),
  }),
  'request.reassign': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'requestId',
    input: z.object({ requestId: Id, memberId: Id, reason: text(200).optional() }),
    output: State,
    errors: ['REQUEST_CLOSED'],
  }),
  /** One month (of raising) of an organization: its own figures, those of each kind, and those of whatever stands directly under it. */
  'request.board': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, month: Month }),
    output: z.object({
      load: Load,
      total: Figures,
      byKind: z.array(Figures.extend({ kind: z.enum(requestKinds) })),
      below: z.array(Figures.extend({ orgId: Id, name: z.string(), load: Load })),
      /** When these figures were last counted; null before the first request. */
      countedAt: InstantMs.nullable(),
    }),
  }),
  /** The rows behind the board. */
  'request.rows': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, month: Month, kind: z.enum(requestKinds).optional(), cursor: Cursor.optional() }),
    output: page(Item),
  }),
  'request.export': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, month: Month }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
  /** The ladder's clocks as they hold for an organization: its own, else those of the nearest above, else the usual. */
  'request.settings': operation({
    who: desk,
    of: 'orgId',
    input: z.object({ orgId: Id }),
    output: Settings.extend({ from: z.object({ orgId: Id, name: z.string() }).nullable() }),
  }),
  'request.configure': operation({
    who: ['street', 'bureau'],
    of: 'orgId',
    input: Settings.extend({ orgId: Id }),
    output: Nothing,
  }),
} as const
