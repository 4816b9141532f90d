import { sayValue } from '../../../../core/assessment/evidence/measures'
import { bandOf, isApart, judgedOf, liftsOf, scoreOf, shareOf, spreadOf } from '../../../../core/assessment/evidence/score'
import type { rounds as contract } from '../../../../core/assessment/rounds/contract'
import { LEAST_ALIKE, sayAlike } from '../../../../core/assessment/rounds/alike'
import { addHeat, type Judged, judgedRule, noHeat, stageOf } from '../../../../core/assessment/rounds/rules'
import type { EvidenceAsked } from '../../../../core/assessment/templates/standards'
import { omit } from '../../../../core/shared/fields'
import type { Output } from '../../../../core/shared/operation'
import { Rollups } from '../../../kernel/documents'
import { rollupId, valueOf } from '../../../kernel/rollups'
import { evidenceOf } from '../evidence/collect'
import { sourceNamed } from '../evidence/sources'
import type { Handlers } from '../use-case'
import { recount } from './acts'
import { alikeIn, traitsOf } from './alike'
import type { AssessmentRound, AssessmentSheet } from './documents'
import { headOf } from './open'
import { sheetOf } from './row'
import { markSheets, roundTopic } from './topic'

type Rule = Output<(typeof contract)['assessment.sheet']>['rules'][number]

/** The place that a reader compares within: all of the round, and of an officer below it their own part. */
const scopeOf = (roundPath: string, offices: readonly { path: string }[]): string => {
  const widest = offices.map(one => one.path).sort((one, other) => one.length - other.length)[0] ?? roundPath
  const path = widest.length > roundPath.length ? widest : roundPath
  return path.split('/').findLast(one => one !== '') ?? ''
}

export const unitOf = ({ source, measure }: Pick<EvidenceAsked, 'source' | 'measure'>) =>
  sourceNamed(source)?.measures[measure]?.unit ?? '次'

/** What a rule asks of the figures, in words. */
export const asksOf = (asked: EvidenceAsked): string => {
  const measure = sourceNamed(asked.source)?.measures[asked.measure]
  if (!measure) return ''
  const full = measure.unit === 'yes' ? '' : `，达到${sayValue(asked.atLeast, measure.unit)}得满分`
  const less =
    asked.lose !== undefined
      ? `，每少1${measure.unit === '%' ? '个百分点' : measure.unit}扣${String(asked.lose)}分`
      : asked.halfAt !== undefined
        ? `，达到${sayValue(asked.halfAt, measure.unit)}得一半`
        : ''
  return `${measure.text}${full}${less}`
}

const ruleOf = (rule: Judged, standard: string, sheet: AssessmentSheet, memberId: string): Rule => {
  const seen = sheet.evidence[rule.ruleId]
  const marks = sheet.marks.filter(one => one.ruleId === rule.ruleId)
  const [points, spread] = [judgedOf(marks), spreadOf(marks)]
  const self = sheet.self[rule.ruleId]
  const appeal = sheet.appeals[rule.ruleId]
  return {
    ...{ ruleId: rule.ruleId, standard, text: rule.text, points: rule.points, visit: rule.visit === true },
    ...(rule.evidence ? { asks: asksOf(rule.evidence) } : {}),
    evidence:
      rule.evidence && seen && rule.computed !== null
        ? { value: seen.value, unit: unitOf(rule.evidence), points: rule.computed, seen: [...seen.seen] }
        : null,
    self: self ? { points: self.points, words: self.words, fileIds: self.fileIds, by: self.by.name, at: self.at } : null,
    judged:
      points === null || spread === null
        ? null
        : { points, words: marks.map(one => one.words).join('；'), ...spread, apart: isApart(spread, rule.points) },
    marks: marks.map(one => ({ ...omit(one, 'ruleId', 'by'), by: one.by.name, mine: one.by.memberId === memberId })),
    former: sheet.former
      .filter(one => one.ruleId === rule.ruleId)
      .map(one => ({ points: one.points, words: one.words, by: one.by.name, at: one.at })),
    appeal: appeal
      ? {
          ...{ words: appeal.words, fileIds: appeal.fileIds, by: appeal.by.name, at: appeal.at },
          answer: appeal.answer ? { words: appeal.answer.words, by: appeal.answer.by.name, at: appeal.answer.at } : null,
        }
      : null,
    counted: rule.counted,
    state: rule.state,
  }
}

/** The rules of a sheet with what each comes to, and the standard that it belongs to. */
export const judgedWith = (round: AssessmentRound, sheet: AssessmentSheet): { rule: Judged; standard: string }[] =>
  round.template.standards.flatMap(({ name, rules }) => rules.map(rule => ({ rule: judgedRule(rule, sheet), standard: name })))

export const read: Handlers<Pick<typeof contract, 'assessment.sheet' | 'assessment.recount' | 'assessment.since' | 'assessment.compare'>> =
  {
    async 'assessment.sheet'({ roundId }, context) {
      const { subject: branch, person, now, may, fail } = context
      const { round, sheet } = await sheetOf(context, roundId, branch, fail)
      const judged = judgedWith(round, sheet)
      const rules = judged.map(one => one.rule)
      const score = scoreOf(rules)
      const lifts = liftsOf(rules)
      const stage = stageOf(round, now)
      const able = may('self', 'judge', 'recount', 'appeal', 'answer', 'visit')
      return {
        ...headOf(round, now),
        ...{ branchName: sheet.branchName, rules: judged.map(one => ruleOf(one.rule, one.standard, sheet, person._id)) },
        ...{ ...score, band: bandOf(score) },
        lifts: { gain: lifts.gain, rules: lifts.rules.map(({ ruleId, text, gain }) => ({ ruleId, text, gain })) },
        ...{ countedAt: sheet.countedAt, frozen: sheet.frozenAt !== undefined },
        visits: sheet.visits.map(({ on, words, fileIds, found, by, at }) => ({ on, words, fileIds, found, by: by.name, at })),
        named: sheet.named ?? null,
        applied: sheet.appliedAt === undefined ? null : { words: sheet.appliedWords ?? '', at: sheet.appliedAt },
        may: able.filter(verb => {
          if (verb === 'recount') return sheet.frozenAt === undefined
          if (verb === 'self') return stage === 'checking'
          return stage !== 'closed'
        }),
      }
    },

    async 'assessment.recount'({ roundId }, context) {
      const { subject: branch, fail } = context
      const { round, sheet } = await sheetOf(context, roundId, branch, fail)
      if (sheet.frozenAt !== undefined) return fail('ASSESSMENT_FROZEN')
      const { changed } = await recount(context, round, sheet)
      await markSheets(context, [sheet])
      return { changed }
    },

    async 'assessment.since'({ roundId }, context) {
      const { subject: branch, fail } = context
      const { round, sheet } = await sheetOf(context, roundId, branch, fail)
      const evidence = await evidenceOf(context, branch, round)
      const items = judgedWith(round, sheet).flatMap(({ rule: { ruleId, text, evidence: asked } }) => {
        const [before, after] = [sheet.evidence[ruleId]?.value ?? null, evidence[ruleId]?.value ?? null]
        return asked && before !== after ? [{ ruleId, text, unit: unitOf(asked), before, now: after }] : []
      })
      return { countedAt: sheet.countedAt, items }
    },

    async 'assessment.compare'({ roundId, branchId }, context) {
      const { store, subject: branch, person, now, fail } = context
      const [{ round }, traits] = await Promise.all([sheetOf(context, roundId, branch, fail), traitsOf(store, branchId, now)])
      const offices = person.grants.filter(one => (one.role === 'street' || one.role === 'bureau') && branch.path.startsWith(one.path))
      const named = offices.length > 0
      const near = branch.parentId ?? round.orgId
      const idOf = (orgId: string, of: string) => rollupId(roundTopic.name, orgId, of)
      const own = idOf(branchId, roundId)
      const [around, whole] = [idOf(near, roundId), idOf(round.orgId, roundId)]
      const before = round.beforeId === undefined ? undefined : idOf(branchId, round.beforeId)
      const [rows, alike] = await Promise.all([
        store.table(Rollups).getMany([...new Set([own, around, whole, ...(before === undefined ? [] : [before])])]),
        traits === null ? [] : alikeIn(store, scopeOf(round.path, offices), traits),
      ])
      const found = new Map(rows.map(row => [row._id, row]))
      const standardsOf = (id: string | undefined) => {
        const row = id === undefined ? undefined : found.get(id)
        return row && row.value !== null ? valueOf(roundTopic, row).standards : null
      }
      const heats = alike.length === 0 ? [] : await store.table(Rollups).getMany(alike.map(one => idOf(one._id, roundId)))
      const judged = alike.flatMap(one => {
        const row = heats.find(each => each.orgId === one._id)
        const heat = row && row.value !== null ? valueOf(roundTopic, row) : noHeat
        return heat.branches === 0 ? [] : [{ branchId: one._id, name: one.name, heat }]
      })
      const enough = judged.length >= LEAST_ALIKE
      return {
        standards: round.template.standards.map(one => one.name),
        own: standardsOf(own) ?? [],
        ...{ near: standardsOf(around), whole: standardsOf(whole), before: standardsOf(before) },
        alike: traits && {
          branches: judged.length,
          why: sayAlike(traits),
          scores: enough ? judged.map(one => one.heat).reduce(addHeat, noHeat).standards : null,
          // A secretary hears of others together, those above read each of their own.
          items: named ? judged.map(one => ({ branchId: one.branchId, name: one.name, share: shareOf(one.heat) })) : [],
        },
      }
    },
  }
