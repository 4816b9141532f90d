import * as z from 'zod'
import { operation } from '../../shared/operation'
import { FileId, Id, InstantMs, Nothing, text } from '../../shared/schemas'
import { strands } from './kinds'

const Quarter = z.string().regex(/^20\d{2}-Q[1-4]$/)
const Month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
const Year = z.int().min(2020).max(2100)
const Counts = z.record(z.enum(strands), z.int())

/** What a branch says of its life as a whole: a theme for each quarter, its strands and its pictures by month (P14). */
export const strandsContract = {
  /** The theme of a quarter (S3 每季一主题); said again it takes the place of the former one, empty it is taken away. */
  'activity.theme': operation({
    who: ['secretary'],
    of: 'branchId',
    input: z.object({ branchId: Id, quarter: Quarter, title: text(30) }),
    output: Nothing,
  }),
  /** A year of a branch: how many activities, in which strands, the themes of its quarters, and how many photos each month has. One's own branch, unless one is named. */
  'activity.year': operation({
    who: 'member',
    of: 'branchId',
    input: z.object({ branchId: Id.optional(), year: Year, forMemberId: Id.optional() }),
    output: z.object({
      branchId: Id,
      branchName: z.string(),
      held: z.int(),
      strands: Counts,
      themes: z.array(z.object({ quarter: Quarter, title: z.string() })),
      /** Months in which something was held, the latest first. */
      months: z.array(z.object({ month: Month, held: z.int(), photos: z.int() })),
      may: z.array(z.enum(['theme'])),
    }),
  }),
  /** The page of a month in the picture book: what was held and has photos, in its order. */
  'activity.album': operation({
    who: 'member',
    of: 'branchId',
    input: z.object({ branchId: Id.optional(), month: Month, forMemberId: Id.optional() }),
    output: z.object({
      items: z.array(z.object({ activityId: Id, title: z.string(), startsAt: InstantMs, line: z.string(), photoFileIds: z.array(FileId) })),
    }),
  }),
} as const
