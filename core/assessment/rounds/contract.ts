import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Cursor, FileId, Id, InstantMs, IsoDate, line, Nothing, page, Period, text } from '../../shared/schemas'
import { bands, ruleStates } from '../evidence/score'
import { measureUnits } from '../evidence/measures'
import { Points, RuleId } from '../templates/contract'
import { templateKinds } from '../templates/standards'
import { entries, stages } from './rules'

const officers = ['secretary', 'street', 'bureau'] as const
const words = (max: number) => text(max).min(1)
const Files = z.array(FileId).max(9)
/** A branch in a round: rights are those over the branch. */
const sheet = { roundId: Id, branchId: Id }
const own = { who: ['secretary'], of: 'branchId' } as const
const judges = { who: ['street', 'bureau'], of: 'branchId' } as const
const all = { who: officers, of: 'branchId' } as const
const closed = 'ASSESSMENT_CLOSED'

const Score = z.object({ score: z.number(), of: z.number(), total: z.number() })
const Bands = z.record(z.enum(bands), z.int())
const Head = z.object({
  ...{ roundId: Id, orgId: Id, orgName: z.string(), name: z.string(), kind: z.enum(templateKinds), period: Period },
  ...{ version: z.int(), closesOn: IsoDate, stage: z.enum(stages), entry: z.enum(entries) },
})
const Seen = z.object({ text: z.string(), page: z.string().optional() })
const By = { by: z.string(), at: InstantMs }
const Rule = z.object({
  ruleId: RuleId,
  standard: z.string(),
  text: z.string(),
  points: z.number(),
  /** Looked at on the spot. */
  visit: z.boolean(),
  /** What is measured and from when on it is met, in words; missing where people judge. */
  asks: z.string().optional(),
  /** What the system saw; null where it sees nothing. `points`: what it is worth by itself. */
  evidence: z.object({ value: z.number(), unit: z.enum(measureUnits), points: z.number(), seen: z.array(Seen) }).nullable(),
  /** What the branch says of itself. */
  self: z.object({ points: z.number(), words: z.string(), fileIds: z.array(FileId), ...By }).nullable(),
  /** What the judges say together, beside the evidence. */
  judged: z
    .object({ points: z.number(), words: z.string(), judges: z.int(), low: z.number(), high: z.number(), apart: z.boolean() })
    .nullable(),
  marks: z.array(z.object({ points: z.number(), words: z.string(), panel: z.boolean(), mine: z.boolean(), ...By })),
  /** Words that judges took back or replaced. */
  former: z.array(z.object({ points: z.number(), words: z.string(), ...By })),
  appeal: z
    .object({ words: z.string(), fileIds: z.array(FileId), ...By, answer: z.object({ words: z.string(), ...By }).nullable() })
    .nullable(),
  /** What counts; null where neither figure nor judge says anything. */
  counted: z.number().nullable(),
  state: z.enum(ruleStates),
})
const Line = z.object({
  ...{ branchId: Id, name: z.string(), share: z.number().nullable(), band: z.enum(bands), named: z.boolean() },
  standards: z.array(Score),
}).extend(Score.shape) // prettier-ignore
const MapRow = z.object({
  ...{ orgId: Id, name: z.string(), isBranch: z.boolean(), branches: z.int(), bands: Bands },
  standards: z.array(Score),
  /** In the round before, where there was one. */
  before: Score.nullable(),
}).extend(Score.shape) // prettier-ignore

/** Rounds of an assessment (P60): evidence, self-check, judges, visits, appeals, names. */
export const rounds = {
  /** All branches below the organization are judged by the template as it is today, or those that apply. */
  'assessment.open': operation({
    who: ['street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, templateId: Id, period: Period, closesOn: IsoDate, entry: z.enum(entries).optional() }),
    output: z.object({ roundId: Id, branches: z.int() }),
  }),
  /** Rounds that concern an organization: its own, those above it and below it; the latest first, 20 to a page. */
  'assessment.list': operation({
    who: officers,
    of: 'orgId',
    input: z.object({ orgId: Id, cursor: Cursor.optional() }),
    output: page(Head).extend({ may: z.array(z.enum(['open'])) }),
  }),
  'assessment.apply': operation({ ...own, input: z.object({ ...sheet, words: text(500).optional() }), output: Nothing, errors: [closed, 'ASSESSMENT_SELF_OVER'] }), // prettier-ignore
  /** A branch in a round, rule by rule: what the system saw, what the branch says, what judges say. */
  'assessment.sheet': operation({
    ...all,
    input: z.object(sheet),
    output: Head.extend({
      branchName: z.string(),
      rules: z.array(Rule),
      ...Score.shape,
      band: z.enum(bands),
      /** What would lift the branch most. */
      lifts: z.object({ gain: z.number(), rules: z.array(z.object({ ruleId: RuleId, text: z.string(), gain: z.number() })) }),
      /** When the figures were counted; `frozen` where they no longer change. */
      countedAt: InstantMs,
      frozen: z.boolean(),
      visits: z.array(
        z.object({
          ...{ on: IsoDate, words: z.string(), fileIds: z.array(FileId), ...By },
          found: z.array(z.object({ ruleId: RuleId, good: z.boolean(), words: z.string() })),
        }),
      ),
      named: z.object({ batch: z.string(), at: InstantMs }).nullable(),
      /** What the branch said when it applied; null where all are judged. */
      applied: z.object({ words: z.string(), at: InstantMs }).nullable(),
      may: z.array(z.enum(['self', 'judge', 'recount', 'appeal', 'answer', 'visit'])),
    }),
  }),
  /** The figures are counted again, until they are frozen. */
  'assessment.recount': operation({
    kept: true,
    ...all,
    input: z.object(sheet),
    output: z.object({ changed: z.int() }),
    errors: ['ASSESSMENT_FROZEN'],
  }),
  /** What has changed since the figures were counted; the sheet stays as it is. */
  'assessment.since': operation({
    ...all,
    input: z.object(sheet),
    output: z.object({
      countedAt: InstantMs,
      items: z.array(z.object({ ruleId: RuleId, text: z.string(), unit: z.enum(measureUnits), before: z.number().nullable(), now: z.number().nullable() })), // prettier-ignore
    }),
  }),
  /** Its score beside that of its street, of all branches, of branches like it, and its own in the round before. */
  'assessment.compare': operation({
    ...all,
    input: z.object(sheet),
    output: z.object({
      standards: z.array(z.string()),
      own: z.array(Score),
      near: z.array(Score).nullable(),
      whole: z.array(Score).nullable(),
      before: z.array(Score).nullable(),
      /** Branches of its kind, about as large and as old, of the reader's own part; null where it is not known yet what it is like. */
      alike: z
        .object({
          branches: z.int(),
          why: z.string(),
          /** Null where they are too few to say anything. */
          scores: z.array(Score).nullable(),
          /** For those above the branch. */
          items: z.array(z.object({ branchId: Id, name: z.string(), share: z.number().nullable() })),
        })
        .nullable(),
    }),
  }),
  /** What the branch says of itself to a rule, beside the evidence; said again it takes the place of the one before. */
  'assessment.self': operation({
    ...own,
    input: z.object({ ...sheet, ruleId: RuleId, points: Points, words: text(500), fileIds: Files.optional() }),
    output: Nothing,
    errors: [closed, 'ASSESSMENT_SELF_OVER'],
  }),
  /** What a judge says to a rule: it counts before the figure, which stays beside it. */
  'assessment.judge': operation({
    ...judges,
    input: z.object({ ...sheet, ruleId: RuleId, points: Points, words: words(500) }),
    output: Nothing,
    errors: [closed],
  }),
  /** A judge takes their own word back; what counted without it counts again. */
  'assessment.unjudge': operation({ ...judges, input: z.object({ ...sheet, ruleId: RuleId }), output: Nothing, errors: [closed] }),
  /** What was found on the spot, told once it is known; may have waited on the phone. */
  'assessment.visit': operation({
    ...judges,
    input: z.object({
      ...sheet,
      on: IsoDate,
      words: text(1000),
      fileIds: Files.optional(),
      found: z.array(z.object({ ruleId: RuleId, good: z.boolean(), words: text(200).optional() })).max(200),
    }),
    output: Nothing,
    errors: [closed],
  }),
  /** The branch does not agree with what counts of a rule. */
  'assessment.appeal': operation({
    ...own,
    input: z.object({ ...sheet, ruleId: RuleId, words: words(500), fileIds: Files.optional() }),
    output: Nothing,
    errors: [closed],
  }),
  'assessment.answer': operation({
    ...judges,
    input: z.object({ ...sheet, ruleId: RuleId, words: words(500) }),
    output: Nothing,
    errors: [closed],
  }),
  /** Standards by what stands directly below an organization, and the round before. */
  'assessment.map': operation({
    who: ['street', 'bureau'],
    of: 'orgId',
    input: z.object({ roundId: Id, orgId: Id }),
    output: Head.extend({
      standards: z.array(z.object({ name: z.string(), points: z.number() })),
      whole: MapRow.nullable(),
      rows: z.array(MapRow),
      /** Branches that are still to be counted. */
      left: z.int(),
      may: z.array(z.enum(['close', 'name', 'export'])),
    }),
  }),
  /** Branches at and below an organization by their score; of a band where it is named. */
  'assessment.branches': operation({
    who: ['street', 'bureau'],
    of: 'orgId',
    input: z.object({ roundId: Id, orgId: Id, band: z.enum(bands).optional(), worst: z.boolean().optional(), cursor: Cursor.optional() }),
    output: page(Line),
  }),
  /** Where branches stand in a year, each by its latest round: what the board's topic `assessment` counts. */
  'assessment.year': operation({
    who: ['street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, year: z.int().min(2020).max(2100), band: z.enum(bands).optional(), cursor: Cursor.optional() }),
    output: page(Line.pick({ branchId: true, name: true, share: true, band: true, named: true }).extend({ roundId: Id })),
  }),
  /** The same list as a workbook. */
  'assessment.exportYear': operation({
    kept: true,
    who: ['street', 'bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id, year: z.int().min(2020).max(2100), band: z.enum(bands).optional() }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
  /** They are named in a batch, and told; the same batch again names more. */
  'assessment.name': operation({
    who: ['bureau'],
    of: 'roundId',
    input: z.object({ roundId: Id, branchIds: z.array(Id).min(1).max(200), batch: line(40) }),
    output: z.object({ named: z.int() }),
  }),
  /** Who was named, batch by batch: for everyone who may see the round. */
  'assessment.named': operation({
    who: officers,
    of: 'orgId',
    input: z.object({ roundId: Id, orgId: Id }),
    output: Head.extend({
      batches: z.array(z.object({ batch: z.string(), at: InstantMs, branches: z.array(z.object({ branchId: Id, name: z.string() })) })),
    }),
  }),
  /** No one judges any more, and the figures stay as they are. */
  'assessment.close': operation({ who: ['street', 'bureau'], of: 'roundId', input: z.object({ roundId: Id }), output: Nothing }),
  /** The figures, the branch's word and the judges' word of each rule, as a workbook or as a document. */
  'assessment.export': operation({
    kept: true,
    who: officers,
    of: 'orgId',
    input: z.object({ roundId: Id, orgId: Id, format: z.enum(['xlsx', 'docx']).optional() }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
} as const
