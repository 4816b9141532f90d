import * as z from 'zod'
import { monthOf } from '../../../../core/shared/calendar'
import type { Topic } from '../../../kernel/rollups'
import { OverdueDuties } from './documents'

/** The figures of organized life, by month. */
export const LIFE = 'life'

const Figures = z.object({ behind: z.number(), overdue: z.number() })
type Figures = z.infer<typeof Figures>

/** How many branches are late with what they owe, and with how much of it (P12): the rows that the list of what is late reads. The last count of a month is kept. */
export const lifeTopic: Topic<Figures> = {
  name: LIFE,
  shape: Figures,
  nothing: { behind: 0, overdue: 0 },
  added: (one, other) => ({ behind: one.behind + other.behind, overdue: one.overdue + other.overdue }),
  periods: now => [monthOf(now)],
  async countBranch(store, { _id: branchId }) {
    const overdue = await store.table(OverdueDuties).count({ branchId })
    return { behind: overdue > 0 ? 1 : 0, overdue }
  },
  worry: ({ overdue }) => overdue,
}
