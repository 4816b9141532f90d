import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Cursor, FileId, Id, InstantMs, IsoDate, page } from '../../shared/schemas'
import { organizationKinds } from '../../shared/organization-kinds'

/** The topics of a board, each counted by the capability of that name. */
export const boardTopics = [
  'members',
  'visits',
  'pairings',
  'special-care',
  'benefits',
  'requests',
  'life',
  'organizations',
  'study',
  'suggestions',
  'service',
  'assessment',
  'funds',
] as const
export const BoardTopic = z.enum(boardTopics)
export type BoardTopic = z.infer<typeof BoardTopic>

/** `YYYY-MM`. */
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
/** The figures of a topic by name, such as `due` and `done` of visits. */
const Figures = z.record(z.string(), z.number())
const Line = z.object({ topic: BoardTopic, orgId: Id, name: z.string(), worry: z.number(), figures: Figures })

const More = {
  /** So much below is still to be counted that the figure of now would not agree with the others. */
  counting: z.boolean().optional(),
  /** How much of it needs attention: the sum of what the lines below say. */
  worry: z.number(),
  /** As the boards of six months show it, the oldest first, this one last; null where it was not counted. */
  history: z.array(Figures.nullable()),
}

const office = { who: ['secretary', 'street', 'bureau'], of: 'orgId' } as const

export const boards = {
  /**
   * The board of an organization (P80): its figures beside those of the month before, the organizations directly under it (20 at a time,
   * what needs most attention first), and the branches anywhere under it that need attention. Reads a bounded number of stored figures.
   */
  'board.get': operation({
    ...office,
    input: z.object({ orgId: Id, period: Month.optional(), topic: BoardTopic.optional(), cursor: Cursor.optional() }),
    output: z.object({
      name: z.string(),
      kind: z.enum(organizationKinds),
      period: Month,
      figures: z.array(z.object({ topic: BoardTopic, now: Figures.nullable(), before: Figures.nullable(), ...More })),
      below: z.object({ topic: BoardTopic, items: z.array(Line), cursor: Cursor.nullable() }),
      attention: z.array(Line),
      /** How last night's comparison of the figures below this organization went. */
      compared: z.object({ date: IsoDate, state: z.enum(['none', 'running', 'done']), repaired: z.int() }),
      countedAt: InstantMs.nullable(),
    }),
  }),
  /** What stands directly under an organization, each with its figures of every topic: the rows of one table. */
  'board.table': operation({
    ...office,
    input: z.object({ orgId: Id, period: Month.optional() }),
    output: z.object({
      items: z.array(z.object({ orgId: Id, name: z.string(), topics: z.partialRecord(BoardTopic, Figures) })),
    }),
  }),
  /** The branches anywhere under an organization (or itself) that need attention in one topic, the worst first, 20 to a page. */
  'board.worst': operation({
    ...office,
    input: z.object({ orgId: Id, topic: BoardTopic, period: Month.optional(), cursor: Cursor.optional() }),
    output: page(Line),
  }),
  /** The figures of all organizations directly under one, and the branches that need attention, as an Excel file. */
  'board.export': operation({
    kept: true,
    ...office,
    input: z.object({ orgId: Id, period: Month.optional() }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
} as const
