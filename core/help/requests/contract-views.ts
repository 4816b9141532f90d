import * as z from 'zod'
import { ClockTime, FileId, Id, InstantMs, IsoDate, Point } from '../../shared/schemas'
import { emergencies } from './emergencies'
import { urgencies } from './kinds'
import { requestKinds } from '../../shared/request-kinds'
import { acts, happenings, helperRoles, requestStates, risks, rungs, viewers } from './states'

/** The shapes in which the operations of `contract.ts` show a request, a desk and a board. */

export const Helper = z.object({ memberId: Id, name: z.string(), role: z.enum(helperRoles) })
export const ToldPerson = z.object({ name: z.string(), role: z.enum(helperRoles) })
export const State = z.object({ state: z.enum(requestStates) })
export const Raised = z.object({
  requestId: Id,
  promiseAt: InstantMs,
  /** The promise as a sentence: “今晚12点前解决”. */
  promise: z.string(),
  urgent: z.boolean(),
  /** The helpers asked now; in quiet hours their phones ring in the morning (`ringsAt`). */
  told: z.array(ToldPerson),
  ringsAt: InstantMs.optional(),
})

/** `HH:mm` of Asia/Shanghai. */
export const Wanted = z.object({ date: IsoDate, time: ClockTime.optional() })

export const Item = z.object({
  requestId: Id,
  kind: z.enum(requestKinds),
  emergency: z.enum(emergencies).optional(),
  /** When help is wanted, where it was said. */
  wanted: Wanted.optional(),
  urgency: z.enum(urgencies),
  state: z.enum(requestStates),
  rung: z.enum(rungs),
  memberId: Id,
  /** The elder; for a helper who has not taken it, and after it is over, only as one speaks of them (刘老). */
  name: z.string(),
  branchId: Id,
  raisedAt: InstantMs,
  promiseAt: InstantMs,
  promise: z.string(),
  risk: z.enum(risks),
  owner: Helper.nullable(),
  /** The officer who sees to it that a broken promise is kept after all. */
  chaser: Helper.optional(),
  /** No one has been found yet who could be told. */
  unheard: z.literal(true).optional(),
  as: z.enum(viewers),
  /** The first words of the request, for viewers who may see them; else empty. */
  text: z.string(),
  /** For a helper who is asked and has not taken it: the part of town, and how far it is from their home, by the hundred metres. */
  area: z.string().optional(),
  metres: z.int().optional(),
  stars: z.int().min(1).max(5).optional(),
})

const Line = z.object({
  at: InstantMs,
  what: z.enum(happenings),
  by: z.string().optional(),
  role: z.enum(helperRoles).optional(),
  /** The members who were asked, or the one it was given to. */
  whom: z.array(ToldPerson).optional(),
  rung: z.enum(rungs).optional(),
  text: z.string().optional(),
  voiceFileId: FileId.optional(),
  photoFileIds: z.array(FileId).optional(),
  stars: z.int().optional(),
  promiseAt: InstantMs.optional(),
})

export const Full = Item.extend({
  voiceFileId: FileId.optional(),
  photoFileIds: z.array(FileId),
  /** Where to go; only for viewers who may see it. */
  address: z.string().optional(),
  point: Point.optional(),
  /** Who asked for the elder, where it was another person. */
  raisedBy: z.object({ name: z.string(), relation: z.string().optional() }).optional(),
  second: Helper.nullable(),
  secondWanted: z.boolean(),
  plan: z.object({ text: z.string(), date: IsoDate }).nullable(),
  /** The helpers asked on this rung, and who declined. */
  told: z.array(ToldPerson.extend({ declined: z.boolean() })),
  /** Of those told about an urgent request, the ones who got no message of WeChat: to be rung. */
  unreached: z.array(Helper).optional(),
  /** When the next ones are asked, where no one takes it before. */
  asksNextAt: InstantMs.optional(),
  timeline: z.array(Line),
  may: z.array(z.enum(acts)),
  /** The people the caller may ring about it now, with `request.phone`. */
  callable: z.array(Helper.omit({ role: true }).extend({ role: z.enum([...helperRoles, 'elder']) })),
})

export const DeskItem = Item.extend({
  point: Point.optional(),
  told: z.array(ToldPerson.extend({ memberId: Id, declined: z.boolean() })),
  /** Helpers who are asked now and were reached by no service message: to be phoned (`request.phone`). */
  unreached: z.array(Helper),
})

const Minutes = z
  .int()
  .min(1)
  .max(24 * 60)
/** The time of each rung in minutes; the street has none, because it owns what reaches it. */
const RungClocks = z.object({ liaison: Minutes, team: Minutes, near: Minutes, secretary: Minutes })
export const Settings = z.object({
  clocks: z.object({ urgent: RungClocks, prompt: RungClocks, ordinary: RungClocks }),
  /** How many volunteers near are asked at once. */
  volunteers: z.int().min(1).max(20),
  /** The radius in metres within which a volunteer is near. */
  radius: z.int().min(200).max(20_000),
  quietHours: z.object({ from: ClockTime, to: ClockTime }),
})
export type Settings = z.infer<typeof Settings>

export const Figures = z.object({
  raised: z.int(),
  solved: z.int(),
  kept: z.int(),
  broken: z.int(),
  /** kept ÷ (kept + broken); null where no promise was due yet. */
  keptRate: z.number().nullable(),
  /** Medians in minutes, exact to their class (a fifth); null where there are no durations. */
  acceptMinutes: z.number().nullable(),
  solveMinutes: z.number().nullable(),
})
/** The size of each list of a desk; a broken promise is not counted as one at risk. */
export const Load = z.object({ unowned: z.int(), broken: z.int(), atRisk: z.int(), running: z.int(), done: z.int() })
