import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Id, InstantMs, IsoDate, line, Period } from '../../shared/schemas'
import { ruleStates } from '../evidence/score'
import { measureUnits } from '../evidence/measures'
import { templateKinds } from './standards'

const readers = { who: ['secretary', 'street', 'bureau'], of: 'orgId' } as const
const bureau = { who: ['bureau'], of: 'orgId' } as const

/** Points go by halves. */
export const Points = z.number().min(0).max(100).multipleOf(0.5)
const EvidenceAsked = z.object({
  source: line(40),
  measure: line(40),
  atLeast: z.number().min(0).max(100_000),
  halfAt: z.number().min(0).max(100_000).optional(),
  lose: z.number().min(0.5).max(100).multipleOf(0.5).optional(),
})
export const RuleId = z.string().regex(/^r\d{1,4}$/)
const Rule = z.object({
  /** Kept from the version before; a new rule has none. */
  ruleId: RuleId.optional(),
  text: line(200),
  points: Points.min(0.5),
  evidence: EvidenceAsked.optional(),
  visit: z.literal(true).optional(),
})
const Standards = z
  .array(z.object({ name: line(60), rules: z.array(Rule).min(1).max(40) }))
  .min(1)
  .max(20)
const Head = z.object({
  templateId: Id,
  name: z.string(),
  kind: z.enum(templateKinds),
  version: z.int(),
  document: z.string(),
  from: IsoDate,
  /** Missing for those that the product comes with. */
  orgId: Id.optional(),
  orgName: z.string().optional(),
  rules: z.int(),
  points: z.number(),
})

/** Templates of assessments (P60–P63): standards with rules and points as data, with versions. */
export const templates = {
  /** Where figures come from, and what each measures; of every measure more is better. */
  'assessment.sources': operation({
    who: ['bureau'],
    of: 'orgId',
    input: z.object({ orgId: Id.optional() }),
    output: z.object({
      items: z.array(
        z.object({
          source: z.string(),
          title: z.string(),
          measures: z.array(z.object({ measure: z.string(), unit: z.enum(measureUnits), text: z.string() })),
        }),
      ),
    }),
  }),
  /**
   * A new template, or with `templateId` the next version of one's own; rounds that are under way keep theirs. `version`: the one that was read; CONFLICT where
   * another office has saved one since: what it saved stands, and is read by `assessment.standards`.
   */
  'assessment.template': operation({
    ...bureau,
    input: z.object({
      orgId: Id,
      templateId: Id.optional(),
      version: z.int().optional(),
      name: line(40),
      kind: z.enum(templateKinds),
      document: line(80).optional(),
      from: IsoDate.optional(),
      standards: Standards,
    }),
    output: z.object({ templateId: Id, version: z.int() }),
  }),
  /** Those that the product comes with, and those of the organization and the ones above it. */
  'assessment.templates': operation({
    ...readers,
    input: z.object({ orgId: Id }),
    output: z.object({ items: z.array(Head), may: z.array(z.enum(['template', 'open'])) }),
  }),
  'assessment.standards': operation({
    ...readers,
    input: z.object({ orgId: Id, templateId: Id }),
    output: Head.extend({
      standards: z.array(z.object({ name: z.string(), rules: z.array(Rule.required({ ruleId: true })) })),
      /** Who saved this version, for those who may save the next. */
      saved: z.object({ by: z.string(), at: InstantMs }).optional(),
    }),
  }),
  /** What rules would come to at up to three real branches; nothing is kept. */
  'assessment.try': operation({
    ...bureau,
    input: z.object({ orgId: Id, period: Period, branchIds: z.array(Id).min(1).max(3), standards: Standards }),
    output: z.object({
      branches: z.array(
        z.object({
          branchId: Id,
          name: z.string(),
          score: z.number(),
          of: z.number(),
          total: z.number(),
          /** In the order of the standards. */
          rules: z.array(z.object({ value: z.number().nullable(), points: z.number().nullable(), state: z.enum(ruleStates) })),
        }),
      ),
    }),
  }),
} as const
