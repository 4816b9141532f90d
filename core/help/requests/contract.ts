import * as z from 'zod'
import { operation } from '../../shared/operation'
import { alreadyTaken } from '../../shared/refusals'
import { Cursor, FileId, Id, InstantMs, IsoDate, Nothing, Point, line, page, text } from '../../shared/schemas'
import { DeskItem, Figures, Full, Helper, Item, Load, Raised, Settings, State, ToldPerson } from './contract-views'
import { requestKinds } from '../../shared/request-kinds'
import { lanes, requestStates } from './states'

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

const asking = {
  kind: z.enum(requestKinds),
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
    errors: [alreadyTaken, 'REQUEST_CLOSED'],
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
    output: z.object({ state: z.enum(requestStates), told: z.array(ToldPerson) }),
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
  /**
   * The elder (or family, or whoever asked in their stead) says more about what is running: words, voice, photos. Whoever has it in hand or is
   * asked hears of it at once; words of danger make it urgent. `told` are those who heard.
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
  /** Who can be given a request, the least loaded first: the rung's people, the team, those near; from the secretary upwards officers too. */
  'request.candidates': operation({
    who: desk,
    of: 'requestId',
    input: z.object({ requestId: Id }),
    output: z.object({ items: z.array(Helper.extend({ load: z.int(), metres: z.int().optional() })) }),
  }),
  /** A leader or liaison gives it to whom `request.candidates` names or whom they look after; those above, also upwards. */
  'request.reassign': operation({
    who: desk,
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
  /** The rows behind the board; `risk` leaves those whose promise was broken, or is in danger now. */
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
  /** The month's rows as a sheet of at most 5,000 (`rows`); where there are more, `cursor` asks for the next sheet. */
  'request.export': operation({
    who: ['secretary', 'street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, month: Month, cursor: Cursor.optional() }),
    output: z.object({ fileId: FileId, url: z.string(), rows: z.int(), cursor: Cursor.nullable() }),
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
