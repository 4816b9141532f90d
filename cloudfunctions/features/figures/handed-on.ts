import { dateOf, monthOf } from '../../../core/shared/calendar'
import type { Instant } from '../../../core/shared/operation'
import { Rollups } from '../../kernel/documents'
import type { Store } from '../../kernel/store'
import type { TextSheet } from '../../spreadsheets/write'
import { figuresIn, panels } from './boards/panels'

const columns = [
  { title: '事项', width: 16 },
  { title: '时期', width: 12 },
  { title: '数目', width: 10 },
] as const

const isMonth = /^\d{4}-\d{2}$/

/** What a branch hands on of the boards: every figure of it that is kept, of all periods. */
export const figuresHandedOn = async (store: Store, branchId: string, now: Instant): Promise<TextSheet[]> => {
  const stored = await store.table(Rollups).findAll({ scopes: branchId })
  const today = dateOf(now)
  const rows = panels.flatMap(one =>
    stored
      .filter(row => row.topic === one.topic.name && row.orgId === branchId)
      .sort((row, other) => (row.period < other.period ? -1 : 1))
      .flatMap(row => {
        const figures = figuresIn(one, row, { month: isMonth.test(row.period) ? row.period : monthOf(now), today }) ?? {}
        return Object.entries(one.columns).map(([key, title]) => [title, row.period, String(figures[key] ?? '')])
      }),
  )
  return [{ name: '看板数字', columns, rows }]
}
