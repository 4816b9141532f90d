import * as z from 'zod'
import { monthOf } from '../../../../core/shared/calendar'
import type { Ports } from '../../../kernel/ports'
import { markRollup, type Topic } from '../../../kernel/rollups'
import { CareContacts } from './documents'

/** The figures of a branch's special care are to be counted again. */
export const markSpecialCare = (ports: Pick<Ports, 'store' | 'now'>, branchId: string): Promise<void> =>
  markRollup(ports, specialCareTopic.name, branchId, [monthOf(ports.now)])

const Figures = z.object({ concerned: z.number(), overdue: z.number() })
type Figures = z.infer<typeof Figures>

/** How many elders are in special care, and how many of them were not contacted in time (P43); the last count of a month is kept. */
export const specialCareTopic: Topic<Figures> = {
  name: 'special-care',
  shape: Figures,
  nothing: { concerned: 0, overdue: 0 },
  added: (one, other) => ({ concerned: one.concerned + other.concerned, overdue: one.overdue + other.overdue }),
  periods: now => [monthOf(now)],
  async countBranch(store, branch, _period, at) {
    const rows = await store.table(CareContacts).findAll({ lists: branch._id })
    return { concerned: rows.length, overdue: rows.filter(row => row.rank <= at).length }
  },
  worry: ({ overdue }) => overdue,
  ages: true,
}
