import { byText, pageBy, rowsBy } from '../../../kernel/keyset'
import { writeExport } from '../../../kernel/files'
import type { liaisons as contract } from '../../../../core/people/liaisons/contract'
import { dateOf } from '../../../../core/shared/calendar'
import { sayPeriod } from '../../../../core/shared/obligations/periods'
import type { OwedState } from '../../../../core/shared/obligations/owed'
import type { Handlers } from '../use-case'
import { BranchDuties } from './documents'
import { type Line, linesOf } from './item'

const PAGE = 50
/** More branches than a sheet holds. */
const MOST_ROWS = 5000
/** More branches than one liaison has. */
const MOST_OWN = 200

const orders = { visit: byText('visitDueOn'), report: byText('reportDueOn') } as const

const columns = [
  { title: '支部', width: 36 },
  { title: '联络员', width: 12 },
  { title: '上次走访', width: 14 },
  { title: '要走访的时期', width: 18 },
  { title: '走访截止', width: 14 },
  { title: '走访', width: 10 },
  { title: '要报告的时期', width: 18 },
  { title: '报告截止', width: 14 },
  { title: '报告', width: 10 },
] as const

const stateWords: Readonly<Record<OwedState, string>> = { done: '已办', upcoming: '还没到', due: '该办', overdue: '已超期' }
const cellsOf = (next: Line['visit']): string[] => (next ? [sayPeriod(next.period), next.dueOn, stateWords[next.state]] : ['', '', ''])

export const list: Handlers<Pick<typeof contract, 'liaison.list' | 'liaison.export' | 'liaison.mine'>> = {
  async 'liaison.list'({ orgId, by = 'visit', cursor }, { store, now }) {
    const page = await pageBy(store.table(BranchDuties), { scopes: orgId }, orders[by], { size: PAGE, cursor })
    return { items: await linesOf(store, page.items, dateOf(now)), cursor: page.cursor }
  },

  async 'liaison.export'({ orgId }, context) {
    const { store, subject, now } = context
    const [{ items }, { writeWorkbook }] = await Promise.all([
      rowsBy(store.table(BranchDuties), { scopes: orgId }, orders.visit, { most: MOST_ROWS }),
      import('../../../spreadsheets/write'),
    ])
    const lines: Line[] = []
    // A thousand names at a time, which is what one request returns.
    for (let start = 0; start < items.length; start += 1000)
      lines.push(...(await linesOf(store, items.slice(start, start + 1000), dateOf(now))))
    const rows = lines.map(({ name, liaison, visitedOn = '', visit, report }) => [
      ...[name, liaison?.name ?? '没有', visitedOn],
      ...cellsOf(visit),
      ...cellsOf(report),
    ])
    const content = await writeWorkbook([{ name: '支部联络', columns, rows }])
    return writeExport(context, { name: `${subject.name}支部联络`, about: orgId, content })
  },

  async 'liaison.mine'(_, { store, person, now }) {
    const rows = await store.table(BranchDuties).find({ memberId: person._id }, { limit: MOST_OWN })
    const open = rows.filter(row => row.scopes.length > 0).sort((one, other) => (one.visitDueOn < other.visitDueOn ? -1 : 1))
    return { items: await linesOf(store, open, dateOf(now)) }
  },
}
