import * as z from 'zod'
import { operation } from '../../shared/operation'
import { FileId, Id, InstantMs, Nothing } from '../../shared/schemas'

const office = { who: ['bureau'] } as const

const HandOver = z.object({
  exportId: Id,
  by: z.string(),
  startedAt: InstantMs,
  /** Branches that are written, and how many there are. */
  done: z.int(),
  total: z.int(),
  finishedAt: InstantMs.optional(),
  /** Zips of Excel files; each is there until `endsAt`. */
  files: z.array(z.object({ fileId: FileId, url: z.string(), name: z.string(), bytes: z.int() })),
  endsAt: InstantMs,
  confirmedAt: InstantMs.optional(),
})

export const exports = {
  /**
   * Everything that an organization and all below it own, as zips of Excel files, one workbook to a branch: an officer leaves, or a system
   * changes. The timer makes it; the officer who asked is told in their inbox.
   */
  'upkeep.export': operation({
    ...office,
    of: 'orgId',
    input: z.object({ orgId: Id }),
    output: z.object({ exportId: Id }),
    errors: ['EXPORT_RUNNING'],
  }),
  /** The exports of the last weeks, the latest first, with their progress. */
  'upkeep.exports': operation({ ...office, of: 'orgId', input: z.object({ orgId: Id }), output: z.object({ items: z.array(HandOver) }) }),
  /** The bureau has the files in hand and has opened them: from now on, for a week, the data may be erased. */
  'upkeep.confirm': operation({
    ...office,
    of: 'exportId',
    input: z.object({ exportId: Id }),
    output: Nothing,
    errors: ['EXPORT_UNFINISHED'],
  }),
} as const
