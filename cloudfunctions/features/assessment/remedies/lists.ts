import type { remedies as contract } from '../../../../core/assessment/remedies/contract'
import type { RemedyState } from '../../../../core/assessment/remedies/rules'
import { isLate } from '../../../../core/life/public'
import { dateOf } from '../../../../core/shared/calendar'
import type { DateText, Output } from '../../../../core/shared/operation'
import { writeExport } from '../../../kernel/files'
import { byText, pageBy, rowsBy } from '../../../kernel/keyset'
import type { Filter } from '../../../kernel/store'
import type { Handlers } from '../use-case'
import { Remedies, type Proof, type Remedy } from './documents'

type Item = Output<(typeof contract)['remedy.mine']>['items'][number]

const PAGE = 20
/** More rows than an office reads in one sheet. */
const MOST = 5000
const inPlace = byText('place')

const filterOf = (orgId: string, state: RemedyState | undefined, today: DateText): Filter<Remedy> => {
  if (state === 'late') return { scopes: orgId, open: true, dueOn: { lt: today } }
  return state === undefined ? { scopes: orgId } : { scopes: orgId, place: { startsWith: state === 'open' ? '0:' : '1:' } }
}

const itemOf = (row: Remedy, today: DateText): Item => ({
  ...{ remedyId: row._id, branchId: row.branchId, branchName: row.branchName, problem: row.problem, target: row.target },
  ...{ measure: row.measure, ownerId: row.ownerId, ownerName: row.ownerName, dueOn: row.dueOn, open: row.open },
  ...{ overdue: isLate(row, today), reported: row.open && row.reports.length > 0 },
  ...(row.ruleId === undefined ? {} : { ruleId: row.ruleId }),
  ...(row.doneOn === undefined ? {} : { doneOn: row.doneOn }),
})

const shownProof = ({ at, by, note, photoFileIds }: Proof) => ({ at, by: by.name, note, photoFileIds })

export const remedyColumns = [
  { title: '支部', width: 26 },
  { title: '问题', width: 40 },
  { title: '目标', width: 40 },
  { title: '整改措施', width: 40 },
  { title: '责任人', width: 12 },
  { title: '期限', width: 12 },
  { title: '情况', width: 14 },
  { title: '销号日期', width: 12 },
  { title: '整改结果', width: 40 },
  { title: '照片', width: 8 },
] as const

export const remedyRow = (row: Remedy, today: DateText): string[] => [
  ...[
    row.branchName,
    row.problem,
    row.target,
    row.measure,
    row.open && row.ownerId === null ? `${row.ownerName}（另请人）` : row.ownerName,
    row.dueOn,
  ],
  ...[row.open ? (isLate(row, today) ? '过期没改好' : '正在整改') : '已销号', row.doneOn ?? ''],
  ...[row.done?.note ?? row.reports.at(-1)?.note ?? '', String((row.done ?? row.reports.at(-1))?.photoFileIds.length ?? 0)],
]

export const lists: Handlers<Pick<typeof contract, 'remedy.get' | 'remedy.list' | 'remedy.mine' | 'remedy.export'>> = {
  async 'remedy.get'(_input, { subject: row, person, now, may, holds, fail }) {
    if (row.ownerId !== person._id && !holds(['secretary', 'street', 'bureau'], row.path)) return fail('FORBIDDEN')
    const keeps = holds(['secretary', 'street'], row.path) && row.open
    return {
      ...itemOf(row, dateOf(now)),
      reports: row.reports.map(shownProof),
      ...(row.done ? { done: shownProof(row.done) } : {}),
      reopened: row.reopened.map(({ at, by, reason }) => ({ at, by: by.name, reason })),
      may: [
        ...(keeps ? (['save'] as const) : []),
        ...(row.ownerId === person._id && row.open ? (['report'] as const) : []),
        ...(row.open ? may('tick') : may('reopen')),
      ],
    }
  },

  async 'remedy.list'({ orgId, state, cursor }, { store, subject, now, may }) {
    const today = dateOf(now)
    const table = store.table(Remedies)
    const [page, overdue] = await Promise.all([
      pageBy(table, filterOf(orgId, state, today), state === 'late' ? byText('dueOn') : inPlace, { size: PAGE, cursor }),
      table.count(filterOf(orgId, 'late', today)),
    ])
    return {
      items: page.items.map(row => itemOf(row, today)),
      cursor: page.cursor,
      overdue,
      may: subject.kind === 'branch' ? may('export', 'save') : may('export'),
    }
  },

  async 'remedy.mine'({ cursor }, { store, person, now }) {
    const page = await pageBy(store.table(Remedies), { ownerId: person._id }, inPlace, { size: PAGE, cursor })
    return { items: page.items.map(row => itemOf(row, dateOf(now))), cursor: page.cursor }
  },

  async 'remedy.export'({ orgId, state }, context) {
    const { store, now, audit } = context
    const today = dateOf(now)
    const order = state === 'late' ? byText('dueOn') : inPlace
    const [{ items }, { writeWorkbook }] = await Promise.all([
      rowsBy(store.table(Remedies), filterOf(orgId, state, today), order, { most: MOST }),
      import('../../../spreadsheets/write'),
    ])
    const content = await writeWorkbook([
      { name: '问题目标整改清单', columns: remedyColumns, rows: items.map(row => remedyRow(row, today)), landscape: true },
    ])
    for (const memberId of new Set(items.flatMap(one => one.ownerId ?? []))) audit(memberId, 'remedy.exported')
    return writeExport(context, { name: '问题目标整改清单', about: orgId, content })
  },
}
