import * as z from 'zod'
import { operation } from '../../shared/operation'
import { ClockTime, FileId, Id, InstantMs, IsoDate, LastsMinutes, Nothing, Period, Place, line } from '../../shared/schemas'
import { activityKinds } from '../activities/contract'
import { strands } from '../strands/kinds'
import { reasons } from './planner'

const Year = z.int().min(2020).max(2099)
const about = { branchId: Id, year: Year }
const Kind = z.enum(activityKinds)

const Item = z.object({
  itemId: Id,
  kind: Kind,
  title: line(40),
  date: IsoDate,
  time: ClockTime,
  lastsMinutes: LastsMinutes,
  place: Place,
  strand: z.enum(strands).optional(),
})

const keepers = { who: ['secretary'], of: 'branchId' } as const
const readers = { who: ['secretary', 'street', 'bureau'], of: 'branchId' } as const

/** A branch's year, planned in one go: made from what it owes, its habits, the feasts and the heat; edited, published, printed. */
export const plans = {
  /** The plan of a year; `items` empty where none was made. With what of that year there is without it, and what is owed and covered by neither. */
  'plan.get': operation({
    ...readers,
    input: z.object(about),
    output: z.object({
      branchName: z.string(),
      /** When it was made; null where it was not. */
      madeAt: InstantMs.nullable(),
      items: z.array(Item.extend({ why: z.enum(reasons), activityId: Id.optional() })),
      /** Activities of that year that are out, and those of monthly templates. */
      fixed: z.array(z.object({ kind: Kind, title: z.string(), date: IsoDate, activityId: Id.optional() })),
      lacking: z.array(z.object({ kind: Kind, period: Period, lacking: z.int() })),
      feasts: z.array(z.object({ date: IsoDate, words: z.string() })),
      /** The weeks in which nothing is to be out of doors. */
      heat: z.object({ from: IsoDate, to: IsoDate }),
      may: z.array(z.enum(['make', 'set', 'remove', 'publish'])),
    }),
  }),
  /** Makes the plan, or makes it once more: what went out and what was added by hand stays, the rest is planned again. */
  'plan.make': operation({ ...keepers, input: z.object(about), output: z.object({ items: z.int() }), errors: ['PLAN_YEAR_OVER'] }),
  /** Adds an item, or changes one (`itemId`) that has not gone out. Its day lies in the year, not before today. */
  'plan.set': operation({
    ...keepers,
    input: Item.partial({ itemId: true }).extend(about),
    output: z.object({ itemId: Id }),
    errors: ['PLAN_DAY_WRONG', 'PLAN_OUT'],
  }),
  'plan.remove': operation({ ...keepers, input: z.object({ ...about, itemId: Id }), output: Nothing, errors: ['PLAN_OUT'] }),
  /**
   * Puts up every item that has not gone out, each once, however often this is called: one that fails stops no other. Members hear of the whole at once,
   * and of each activity some days before it.
   */
  'plan.publish': operation({
    kept: true,
    ...keepers,
    input: z.object(about),
    output: z.object({
      published: z.int(),
      failed: z.array(z.object({ itemId: Id, title: z.string(), code: z.string() })),
      /** Those whose place is one of the branch's rooms: booked with it, or why not. */
      rooms: z.array(z.object({ itemId: Id, title: z.string(), date: IsoDate, place: z.string(), why: z.string().optional() })),
    }),
  }),
  'plan.export': operation({ kept: true, ...readers, input: z.object(about), output: z.object({ fileId: FileId, url: z.string() }) }),
} as const
