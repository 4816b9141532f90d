import type { rhythm as contract } from '../../../../core/life/rhythm/contract'
import { dutyWords, triedWords } from '../../../../core/life/rhythm/words'
import { sayPeriod } from '../../../../core/shared/obligations/periods'
import type { Output } from '../../../../core/shared/operation'
import { writeExport } from '../../../kernel/files'
import { byText, pageBy, rowsBy } from '../../../kernel/keyset'
import type { Store } from '../../../kernel/store'
import { Organizations } from '../../people/public'
import type { Handlers } from '../use-case'
import { OverdueDuties, type OverdueDuty } from './documents'

type Line = Output<(typeof contract)['rhythm.overdue']>['items'][number]

const PAGE = 50
/** Rows of one sheet. */
const MOST_ROWS = 20_000

/** By branch, then duty, then period. */
const order = byText('_id')

const columns = [
  { title: '支部', width: 36 },
  { title: '事项', width: 14 },
  { title: '时期', width: 18 },
  { title: '最晚', width: 14 },
  { title: '还差几次', width: 10 },
  { title: '情况', width: 24 },
] as const

const within = (orgId: string, duty: Line['duty'] | undefined) => ({ scopes: orgId, ...(duty === undefined ? {} : { duty }) })

/** Rows with the names of their branches. */
const linesOf = async (store: Store, rows: readonly OverdueDuty[]): Promise<Line[]> => {
  const branches = await store.table(Organizations).getMany([...new Set(rows.map(row => row.branchId))])
  const names = new Map(branches.map(one => [one._id, one.name]))
  return rows.map(({ branchId, duty, period, dueOn, lacking, tried }) => ({
    ...{ branchId, name: names.get(branchId) ?? '', duty, period, dueOn, lacking },
    ...(tried ? { tried } : {}),
  }))
}

export const overdue: Handlers<Pick<typeof contract, 'rhythm.overdue' | 'rhythm.export'>> = {
  async 'rhythm.overdue'({ orgId, duty, cursor }, { store }) {
    const page = await pageBy(store.table(OverdueDuties), within(orgId, duty), order, { size: PAGE, cursor })
    return { items: await linesOf(store, page.items), cursor: page.cursor }
  },

  async 'rhythm.export'({ orgId, duty }, context) {
    const { store, subject } = context
    const [{ items }, { writeWorkbook }] = await Promise.all([
      rowsBy(store.table(OverdueDuties), within(orgId, duty), order, { most: MOST_ROWS }),
      import('../../../spreadsheets/write'),
    ])
    const rows = (await linesOf(store, items)).map(({ name, duty: what, period, dueOn, lacking, tried }) => [
      ...[name, dutyWords[what], sayPeriod(period), dueOn, String(lacking)],
      tried ? triedWords[tried] : '没有办',
    ])
    const content = await writeWorkbook([{ name: '过期没办', columns, rows }])
    return writeExport(context, { name: `${subject.name}三会一课过期没办`, about: orgId, content })
  },
}
