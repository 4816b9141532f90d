import * as z from 'zod'
import { type VisitRule, visitRules } from '../../../../core/care/visits/kinds'
import { stateOf } from '../../../../core/care/visits/rules'
import type { Instant } from '../../../../core/shared/operation'
import type { Ports } from '../../../kernel/ports'
import { markRollup, type Topic } from '../../../kernel/rollups'
import { type Visit, Visits } from './documents'
import { planYears } from './round'

/** `due` counts all visits owed, those made included; `gaps` counts the owed ones without an assignee. */
const Count = z.object({ due: z.int(), done: z.int(), overdue: z.int(), gaps: z.int() })
type Count = z.infer<typeof Count>
export const noVisits: Count = { due: 0, done: 0, overdue: 0, gaps: 0 }

const Figures = z.object({ rules: z.partialRecord(z.enum(visitRules), Count) })
type VisitFigures = z.infer<typeof Figures>

const plus = (one: Count, other: Count): Count => ({
  due: one.due + other.due,
  done: one.done + other.done,
  overdue: one.overdue + other.overdue,
  gaps: one.gaps + other.gaps,
})

/** What one row counts for. */
const countOne = (visit: Pick<Visit, 'state' | 'closes' | 'assigneeId'>, now: Instant): Count => {
  if (visit.state === 'dropped') return noVisits
  const done = visit.state === 'done'
  return {
    due: 1,
    done: done ? 1 : 0,
    overdue: stateOf(visit, now) === 'overdue' ? 1 : 0,
    gaps: !done && visit.assigneeId === null ? 1 : 0,
  }
}

/** The visits of each rule. */
export const countVisits = (
  rows: readonly Pick<Visit, 'rule' | 'state' | 'closes' | 'assigneeId'>[],
  now: Instant,
): VisitFigures['rules'] => {
  const rules: Partial<Record<VisitRule, Count>> = {}
  for (const row of rows) if (row.state !== 'dropped') rules[row.rule] = plus(rules[row.rule] ?? noVisits, countOne(row, now))
  return rules
}

/** Visits by year and rule (P42), for the boards; the period is a year. */
export const visitsTopic: Topic<VisitFigures> = {
  name: 'visits',
  shape: Figures,
  nothing: { rules: {} },
  added: (one, other) => ({
    rules: Object.fromEntries(
      visitRules.flatMap(rule =>
        one.rules[rule] || other.rules[rule] ? [[rule, plus(one.rules[rule] ?? noVisits, other.rules[rule] ?? noVisits)]] : [],
      ),
    ),
  }),
  periods: now => planYears(now).map(String),
  countBranch: async (store, { _id: branchId }, period, at) => ({
    rules: countVisits(await store.table(Visits).findAll({ branchId, year: Number(period) }), at),
  }),
  worry: ({ rules }) => visitRules.reduce((sum, rule) => sum + (rules[rule]?.overdue ?? 0) + (rules[rule]?.gaps ?? 0), 0),
  ages: true,
}

/** The figures of a branch's visits of a year are to be counted again. */
export const markVisits = (ports: Pick<Ports, 'store' | 'now'>, branchId: string, year: number): Promise<void> =>
  markRollup(ports, visitsTopic.name, branchId, [String(year)])
