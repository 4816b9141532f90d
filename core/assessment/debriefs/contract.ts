import * as z from 'zod'
import { operation, refusal } from '../../shared/operation'
import { Cursor, FileId, Id, InstantMs, IsoDate, line, Nothing, page, text } from '../../shared/schemas'
import { debriefGrades } from './rules'

const Year = z.int().min(2000).max(2100)
const above = ['street', 'bureau'] as const
const readers = ['secretary', ...above] as const
const ofYear = z.object({ branchId: Id, year: Year })
const File = z.object({ fileId: FileId, url: z.string() })

/** A figure of the year with where its rows are: a page's address. */
const Figure = z.object({ name: z.string(), words: z.string(), value: z.number(), unit: z.string(), page: z.string() })
const Section = z.object({ title: z.string(), text: z.string() })
const Grade = z.enum(debriefGrades)
const Review = z.object({ at: InstantMs, by: z.string(), grade: Grade, words: z.string() })
/** Before its November nothing is handed in. */
const early = refusal('DEBRIEF_EARLY', z.object({ opensOn: IsoDate }))

/** 述职 (P61): drafted from the year's rows, edited by the secretary, handed in as Word, judged by those above. */
export const debriefs = {
  /** What the system knows of the branch's year, in the secretary's voice. Figures are those of the moment; nothing is stored. */
  'debrief.draft': operation({
    who: ['secretary'],
    of: 'branchId',
    input: ofYear,
    output: z.object({ branchName: z.string(), opensOn: IsoDate, sections: z.array(Section.extend({ figures: z.array(Figure) })) }),
  }),
  /** Hands it in, in the secretary's words; the figures as they are then stand beside it. Until it is judged it may be handed in again, what was before is kept. */
  'debrief.submit': operation({
    kept: true,
    who: ['secretary'],
    of: 'branchId',
    input: ofYear.extend({ sections: z.array(z.object({ title: line(40), text: text(3000) })).min(1).max(20) }), // prettier-ignore
    output: File,
    errors: [early, 'DEBRIEF_JUDGED'],
  }),
  /** The debrief of a year as it was handed in, and how those of other years were judged. */
  'debrief.get': operation({
    who: readers,
    of: 'branchId',
    input: ofYear,
    output: z.object({
      branchName: z.string(),
      opensOn: IsoDate,
      /** It may be handed in today. */
      open: z.boolean(),
      submitted: z
        .object({
          at: InstantMs,
          by: z.string(),
          sections: z.array(Section),
          /** What the system counted when it was handed in. */
          figures: z.array(Figure),
          /** How often it was handed in before. */
          earlier: z.int(),
          reviews: z.array(Review),
        })
        .nullable(),
      years: z.array(z.object({ year: Year, grade: Grade.optional() })),
      may: z.array(z.enum(['submit', 'review', 'file'])),
    }),
  }),
  /** One word and one grade on one debrief (一述一评). Said once more it stands beside the former, and the last one holds. */
  'debrief.review': operation({
    who: above,
    of: 'branchId',
    input: ofYear.extend({ grade: Grade, words: text(1000).min(1) }),
    output: Nothing,
  }),
  /** It as a Word file, with what those above said. */
  'debrief.file': operation({ kept: true, who: readers, of: 'branchId', input: ofYear, output: File }),
  /** The branches at and below an organization, with what became of the debrief of a year; by their places. */
  'debrief.list': operation({
    who: above,
    of: 'orgId',
    input: z.object({ orgId: Id, year: Year, cursor: Cursor.optional() }),
    output: page(
      z.object({ branchId: Id, name: z.string(), state: z.enum(['missing', 'submitted', 'judged']), at: InstantMs.optional(), grade: Grade.optional() }), // prettier-ignore
    ).extend({ branches: z.int(), submitted: z.int() }),
  }),
  'debrief.export': operation({ kept: true, who: above, of: 'orgId', input: z.object({ orgId: Id, year: Year }), output: File }),
} as const
