import * as z from 'zod'
import { operation } from '../../shared/operation'
import { alreadyTaken } from '../../shared/refusals'
import { Cursor, FileId, Id, InstantMs, IsoDate, Nothing, Point, line, page, text } from '../../shared/schemas'
import { DeskItem, Figures, Full, Helper, Item, Load, Raised, Settings, State, ToldPerson, Wanted } from './contract-views'
import { emergencies } from './emergencies'
import { requestKinds } from '../../shared/request-kinds'
import { lanes, requestStates } from './states'

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

const asking = {
  kind: z.enum(requestKinds),
  /** What endangers life; the request is urgent then, whatever its words. */
  emergency: z.enum(emergencies).optional(),
  /** When help is wanted; a time that has passed already changes nothing. */
  wanted: Wanted.optional(),
  text: text(500).optional(),
  voiceFileId: FileId.optional(),
  photoFileIds: z.array(FileId).max(9).optional(),
  point: Point.optional(),
}

const desk = ['secretary', 'leader', 'liaison', 'street', 'bureau'] as const

export const requests = {
  'request.raise': operation({
    who: 'member',
    input: z.object({ ...asking, forMemberId: Id.optional() }),
    output: Raised,
  }),
  /** A group leader, liaison, secretary or street officer asks for an elder. */
  'request.raiseFor': operation({
    who: ['leader', 'liaison', 'secretary', 'street'],
    of: 'memberId',
    input: z.object({ ...asking, memberId: Id }),
    output: Raised,
  }),
  /** One helper takes it, however many tap; ALREADY_TAKEN names the owner. Where a second helper is wanted, the next one becomes that. */
  'request.accept': operation({
    who: 'self',
    of: 'requestId',
    input: z.object({ requestId: Id, note: text(200).optional() }),
    output: State,
    errors: [alreadyTaken, 'REQUEST_CLOSED'],
  }),
  /** The helper declines; where none of those asked is left, the next rung is asked at once. */
  'request.decline': operation({
    who: 'self',
    of: 'requestId',
    input: z.object({ requestId: Id, reason: text(100).optional() }),
    output: State,
    errors: ['REQUEST_NOT_YOURS', 'REQUEST_CLOSED'],
  }),
  /** The helper is on the way, or leaves a note for everyone concerned. */
  'request.progress': operation({
    who: 'self',
    of: 'requestId',
    input: z.object({ requestId: Id, state: z.literal('on-the-way').optional(), note: text(200).optional() }),
    output: State,
    errors: ['REQUEST_NOT_YOURS', 'REQUEST_CLOSED'],
  }),
  /** The helper gives it back with a reason; the ladder goes on from the same rung without them. */
  'request.handOver': operation({
    who: 'self',
    of: 'requestId',
    input: z.object({ requestId: Id, reason: line(200) }),
    output: State,
    errors: ['REQUEST_NOT_YOURS', 'REQUEST_CLOSED'],
  }),
  'request.askSecond': operation({
    who: 'self',
    of: 'requestId',
    input: z.object({ requestId: Id, note: text(200).optional() }),
    output: z.object({ state: z.enum(requestStates), told: z.array(ToldPerson) }),
    errors: ['REQUEST_NOT_YOURS', 'REQUEST_CLOSED'],
  }),
  /** 难事妥办: a written plan with a date; the promise then runs to the end of that date. */
  'request.plan': operation({
    who: 'self',
    of: 'requestId',
    input: z.object({ requestId: Id, text: line(500), date: IsoDate }),
    output: z.object({ state: z.enum(requestStates), promiseAt: InstantMs, promise: z.string() }),
    errors: ['REQUEST_NOT_YOURS', 'REQUEST_CLOSED', 'PLAN_DATE_WRONG'],
  }),
  'request.done': operation({
    who: 'self',
    of: 'requestId',
    input: z.object({ requestId: Id, note: text(500).optional(), photoFileIds: z.array(FileId).max(9).optional() }),
    output: State,
    errors: ['REQUEST_NOT_YOURS', 'REQUEST_CLOSED'],
  }),
  /** The elder (or family) says whether it is solved; if not, it is reopened one rung higher. */
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
  /** The elder (or family) no longer needs it. */
  'request.cancel': operation({
    who: 'member',
    of: 'requestId',
    input: z.object({ requestId: Id, reason: text(200).optional(), forMemberId: Id.optional() }),
    output: State,
    errors: ['REQUEST_NOT_YOURS', 'REQUEST_CLOSED'],
  }),
  /**
   * The elder, their family or the officer who asked for them adds words, voice or photos to an open request. The owner or those asked are
   * told at once (`told`); words of danger make it urgent.
   */
  'request.sayMore': operation({
    who: 'member',
    of: 'requestId',
    input: z.object({
      requestId: Id,
      text: text(500).optional(),
      voiceFileId: FileId.optional(),
      photoFileIds: z.array(FileId).max(9).optional(),
      forMemberId: Id.optional(),
    }),
    output: Raised.omit({ requestId: true, ringsAt: true }).extend({ state: z.enum(requestStates) }),
    errors: ['REQUEST_NOT_YOURS', 'REQUEST_CLOSED'],
  }),
  'request.get': operation({
    who: 'member',
    of: 'requestId',
    input: z.object({ requestId: Id, forMemberId: Id.optional() }),
    output: Full,
  }),
  /** The numbers to ring about it, while both sides are concerned; leaves an audit row. */
  'request.phone': operation({
    who: 'member',
    of: 'requestId',
    input: z.object({ requestId: Id, memberId: Id, forMemberId: Id.optional() }),
    output: z.object({ phones: z.array(z.string()), emergency: z.array(z.object({ name: z.string(), phone: z.string() })) }),
  }),
  /**
   * `asked`: what the caller asked, newest first; `helping`: what waits for them or is theirs, urgent first; `helped`: what they solved,
   * newest first.
   */
  'request.mine': operation({
    who: 'member',
    input: z.object({ part: z.enum(['asked', 'helping', 'helped']).optional(), cursor: Cursor.optional(), forMemberId: Id.optional() }),
    output: page(Item),
  }),
  /** One list of a desk, urgent first, then by promise; with the size of each list. */
  'request.desk': operation({
    who: desk,
    of: 'orgId',
    input: z.object({ orgId: Id, lane: z.enum(lanes), cursor: Cursor.optional() }),
    output: page(DeskItem).extend({ counts: Load, may: z.array(z.enum(['board'])) }),
  }),
  /** Who can be given a request, the least loaded first: the candidates of its rungs; for the secretary and above also the officers. */
  'request.candidates': operation({
    who: desk,
    of: 'requestId',
    input: z.object({ requestId: Id }),
    output: z.object({ items: z.array(Helper.extend({ load: z.int(), metres: z.int().optional() })) }),
  }),
  /**
   * A leader or liaison gives it to a helper of `request.candidates` or to a member they are in charge of; the secretary and above may give
   * it upwards too.
   */
  'request.reassign': operation({
    who: desk,
    of: 'requestId',
    input: z.object({ requestId: Id, memberId: Id, reason: text(200).optional() }),
    output: State,
    errors: ['REQUEST_CLOSED'],
  }),
  /** One month (of raising) of an organization: its own figures, those of each kind, and those of each organization directly under it. */
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
      may: z.array(z.enum(['configure'])),
    }),
  }),
  /** The rows behind the board; `risk` keeps those whose promise was broken or is in danger now. */
  'request.rows': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({
      orgId: Id,
      month: Month,
      kind: z.enum(requestKinds).optional(),
      risk: z.enum(['at-risk', 'broken']).optional(),
      cursor: Cursor.optional(),
    }),
    output: page(Item),
  }),
  /** The month's rows as a sheet of at most 5,000 (`rows`); `cursor` asks for the next sheet. */
  'request.export': operation({
    kept: true,
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, month: Month, cursor: Cursor.optional() }),
    output: z.object({ fileId: FileId, url: z.string(), rows: z.int(), cursor: Cursor.nullable() }),
  }),
  /** The dispatch settings that hold for an organization: its own, else those of the nearest above, else the usual ones. */
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
