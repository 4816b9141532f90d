import * as z from 'zod'
import { bands } from '../../../../core/assessment/evidence/score'
import { addHeat, type Heat, heatOf, noHeat, rankOf } from '../../../../core/assessment/rounds/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { type Acting, markFigures, type Topic } from '../../../kernel/rollups'
import { AssessmentRounds, type AssessmentSheet, AssessmentSheets, sheetId } from './documents'

const Score = z.object({ score: z.number(), of: z.number(), total: z.number() })
const HeatShape = Score.extend({ branches: z.number(), standards: z.array(Score), bands: z.record(z.enum(bands), z.number()) })

/** The standards of a round, branch by branch and summed above: the period is the round. Nights compare none with its sheets: what changes a sheet marks it. */
export const roundTopic: Topic<Heat> = {
  name: 'assessment-round',
  shape: HeatShape,
  nothing: noHeat,
  added: addHeat,
  periods: () => [],
  async countBranch(store, { _id: branchId }, roundId) {
    const [round, sheet] = await Promise.all([
      store.table(AssessmentRounds).get(roundId),
      store.table(AssessmentSheets).get(sheetId(roundId, branchId)),
    ])
    return round && sheet ? heatOf(round.template.standards, sheet) : noHeat
  },
  worry: rankOf,
}

/** Where the branches of a year stand, each by its latest round; and how many were named. */
export interface YearFigures extends Heat {
  named: number
  /** Of a branch: the round. */
  roundId?: string | undefined
}
const nothing: YearFigures = { ...noHeat, named: 0 }

/** Assessments by the year that they judge (P60, P61). Which branch stands where is on a list of its own. */
export const assessmentTopic: Topic<YearFigures> = {
  name: 'assessment',
  shape: HeatShape.extend({ named: z.number(), roundId: z.string().optional() }),
  nothing,
  // Standards are of one template, and are not summed over several.
  added: (one, other) => ({ ...addHeat({ ...one, standards: [] }, { ...other, standards: [] }), named: one.named + other.named }),
  periods: now => [dateOf(now).slice(0, 4)],
  async countBranch(store, { _id: branchId }, year) {
    const sheets = await store.table(AssessmentSheets).findAll({ branchId, period: { gte: year, lt: String(Number(year) + 1) } })
    if (sheets.length === 0) return nothing
    const rounds = await store.table(AssessmentRounds).getMany(sheets.map(one => one.roundId))
    const [latest] = rounds.sort((one, other) => other.openedAt - one.openedAt)
    const sheet = sheets.find(one => one.roundId === latest?._id)
    if (!latest || !sheet) return nothing
    const heat = heatOf(latest.template.standards, sheet)
    return { ...heat, standards: [], named: sheets.some(one => one.named) ? 1 : 0, roundId: latest._id }
  },
  worry: rankOf,
}

/** The figures of branches in a round, and in the year that it judges, are to be counted again. */
export const markSheets = (ports: Acting, sheets: readonly Pick<AssessmentSheet, 'roundId' | 'branchId' | 'period'>[]): Promise<void> =>
  markFigures(
    ports,
    sheets.flatMap(({ roundId, branchId: orgId, period }) => [
      { topic: roundTopic.name, orgId, period: roundId },
      { topic: assessmentTopic.name, orgId, period: period.slice(0, 4) },
    ]),
  )
