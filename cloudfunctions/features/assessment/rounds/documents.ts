import type { Tier } from '../../../../core/assessment/awards/rules'
import type { Seen } from '../../../../core/assessment/evidence/measures'
import type { Entry } from '../../../../core/assessment/rounds/rules'
import type { Template } from '../../../../core/assessment/templates/standards'
import type { DateText, Instant } from '../../../../core/shared/operation'
import type { ActInPieces, Acting } from '../../../kernel/acts'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'

/**
 * `enter` makes the sheets of all branches and counts their evidence; `tell` tells their secretaries; `count` counts once more each night of the self-check;
 * `freeze` does so a last time, after which the figures stay; `award` books what scores bring.
 */
export interface AssessmentAct extends ActInPieces {
  what: 'enter' | 'tell' | 'count' | 'freeze' | 'award'
}

/** A round of an assessment (P60). It keeps the template as it was on the day on which it was opened. */
export interface AssessmentRound extends Acting<AssessmentAct> {
  orgId: string
  orgName: string
  path: string
  scopes: string[]
  template: Template
  /** As the template is called. */
  name: string
  period: string
  closesOn: DateText
  entry: Entry
  /** How many branches stood below the organization when it was opened. */
  branches: number
  /** The round before by the same template. */
  beforeId?: string
  openedBy: Actor
  openedAt: Instant
  frozen: boolean
  closed: boolean
  /** 以奖代补: the tiers, and who had them booked. */
  award?: { tiers: readonly Tier[]; by: Actor; at: Instant; bookedAt?: Instant; bookedBy?: Actor }
  batches: { batch: string; at: Instant; by: Actor; branches: { branchId: string; name: string }[] }[]
  version: number
}
export const AssessmentRounds = collection('assessment-rounds', {
  indexes: [
    by('org', 'orgId', 'openedAt', '_id'),
    by('within', 'scopes', 'openedAt', '_id'),
    by('before', 'orgId', 'template.templateId', 'openedAt'),
    by('due', 'actDue'),
  ],
  fates: stays,
  takeover: 'stays',
  // Streets and bureaus open rounds; what a branch was judged by stays as it was.
  succession: 'stays',
}).of<AssessmentRound>()

/** What a judge says to a rule. */
export interface SheetMark {
  ruleId: string
  points: number
  words: string
  /** The judge's office is over the whole round: their word comes before that of offices below. */
  panel: boolean
  by: Actor
  at: Instant
}

/** A branch in a round; `_id` is `${roundId}:${branchId}`. All that is said of it stands here, so that one search opens it. */
export interface AssessmentSheet {
  _id: string
  roundId: string
  branchId: string
  branchName: string
  path: string
  period: string
  appliedAt?: Instant
  appliedWords?: string
  /** By rule; what is missing was not to be seen. */
  evidence: Record<string, { value: number; seen: readonly Seen[] }>
  countedAt: Instant
  frozenAt?: Instant
  self: Record<string, { points: number; words: string; fileIds: string[]; by: Actor; at: Instant }>
  marks: SheetMark[]
  /** Marks that were taken back or replaced, the latest last. */
  former: SheetMark[]
  visits: {
    commandId: string
    on: DateText
    words: string
    fileIds: string[]
    found: { ruleId: string; good: boolean; words: string }[]
    by: Actor
    at: Instant
  }[]
  appeals: Record<string, { words: string; fileIds: string[]; by: Actor; at: Instant; answer?: { words: string; by: Actor; at: Instant } }>
  named?: { batch: string; at: Instant }
  /** What was booked for its score. */
  award?: { fen: number; entryId: string; at: Instant }
  version: number
}
export const sheetId = (roundId: string, branchId: string): string => `${roundId}:${branchId}`
export const AssessmentSheets = collection('assessment-sheets', {
  indexes: [by('round', 'roundId', 'branchId', '_id'), by('branch', 'branchId', 'period', '_id'), by('place', 'path')],
  fates: stays,
  takeover: 'stays',
  succession: 'goes',
}).of<AssessmentSheet>()
