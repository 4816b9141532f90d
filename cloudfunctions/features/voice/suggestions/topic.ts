import * as z from 'zod'
import { addMonths, dateOf, instantOf, monthOf } from '../../../../core/shared/calendar'
import { sumsOf } from '../../../../core/shared/fields'
import type { Topic } from '../../../kernel/rollups'
import { Suggestions } from './documents'
import { SUGGESTIONS } from './mark'

const names = ['came', 'answered', 'adopted', 'satisfied', 'unsatisfied', 'late'] as const
const Figures = z.object({
  /** Of the suggestions that came in the month: all, those answered, those adopted whole or in part, and what their proposers say. */
  came: z.number(),
  answered: z.number(),
  adopted: z.number(),
  satisfied: z.number(),
  unsatisfied: z.number(),
  /** Not answered by their day, of whatever month. */
  late: z.number(),
})
export type SuggestionFigures = z.infer<typeof Figures>
const nothing: SuggestionFigures = { came: 0, answered: 0, adopted: 0, satisfied: 0, unsatisfied: 0, late: 0 }

/** What members proposed, by month, and what became of it (P50); what is late worries. */
export const suggestionsTopic: Topic<SuggestionFigures> = {
  name: SUGGESTIONS,
  shape: Figures,
  nothing,
  added: (one, other) => sumsOf(names, one, other),
  periods: now => [monthOf(now)],
  async countBranch(store, { _id: branchId }, period, at) {
    const table = store.table(Suggestions)
    const [from, to] = [instantOf(`${period}-01`), instantOf(addMonths(`${period}-01`, 1))]
    const [rows, late] = await Promise.all([
      table.findAll({ branchId, at: { gte: from, lt: to } }),
      table.count({ scopes: branchId, open: true, dueOn: { lt: dateOf(at) } }),
    ])
    const count = (holds: (row: (typeof rows)[number]) => boolean) => rows.filter(holds).length
    return {
      came: rows.length,
      answered: count(one => !one.open),
      adopted: count(one => one.state === 'adopted' || one.state === 'partly'),
      satisfied: count(one => one.rated?.answers === true),
      unsatisfied: count(one => one.rated?.answers === false),
      late,
    }
  },
  worry: ({ late }) => late,
  ages: true,
}
