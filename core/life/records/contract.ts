import * as z from 'zod'
import { operation, refusal } from '../../shared/operation'
import { FileId, Id, InstantMs, IsoDate } from '../../shared/schemas'
import { bookKinds, recordParts } from './kinds'

const keepers = ['secretary', 'street', 'bureau'] as const
const Span = z.object({ branchId: Id, from: IsoDate, to: IsoDate })
const tooLong = refusal('BOOK_TOO_LONG', z.object({ most: z.int() }))

/** 三会一课记录本 (P12): written from the activities, their sheets and their records; nothing in it is typed for it. */
export const records = {
  /**
   * The book of a branch from a day to a day, both included, as a Word or an Excel file. Photos stand in the Word file as far as they fit; `photosLeft` are
   * those that do not.
   */
  'life.book': operation({
    kept: true,
    who: keepers,
    of: 'branchId',
    input: Span.extend({ format: z.enum(['docx', 'xlsx']) }),
    output: z.object({ fileId: FileId, url: z.string(), meetings: z.int(), photosLeft: z.int() }),
    errors: [tooLong],
  }),
  /** What the book will hold, the earliest first, and what each meeting's record still lacks. */
  'life.contents': operation({
    who: keepers,
    of: 'branchId',
    input: Span,
    output: z.object({
      items: z.array(
        z.object({
          activityId: Id,
          kind: z.enum(bookKinds),
          title: z.string(),
          startsAt: InstantMs,
          lacks: z.array(z.enum(recordParts)),
        }),
      ),
    }),
    errors: [tooLong],
  }),
  /**
   * Who has a vote at a meeting (Article 11): full members whose membership is with the branch on its day, of a committee's meeting its members then in
   * office. `voters` is null where there is no vote: a group's meeting, a branch that does not vote, no committee recorded. `people` are those it is
   * held for, to choose who chaired and who kept the minutes.
   */
  'life.voters': operation({
    who: ['secretary'],
    of: 'activityId',
    input: z.object({ activityId: Id }),
    output: z.object({
      of: z.enum(['members', 'committee']),
      voters: z.object({ due: z.int(), present: z.int() }).nullable(),
      people: z.array(z.object({ memberId: Id, name: z.string() })),
    }),
  }),
} as const
