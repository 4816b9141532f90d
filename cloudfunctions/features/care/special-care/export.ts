import type { specialCare as contract } from '../../../../core/care/special-care/contract'
import { specialWords } from '../../../../core/care/special-care/kinds'
import { dateOf } from '../../../../core/shared/calendar'
import type { Instant } from '../../../../core/shared/operation'
import { writeExport } from '../../../kernel/files'
import { rowsBy } from '../../../kernel/keyset'
import type { Handlers } from '../use-case'
import { CareContacts } from './documents'
import { type CareItem, itemsOf, longestFirst } from './items'

const MOST_ROWS = 5000

export const careColumns = [
  { title: '姓名', width: 12 },
  { title: '支部', width: 26 },
  { title: '党小组', width: 14 },
  { title: '特殊情况', width: 18 },
  { title: '联系人', width: 18 },
  { title: '最近电话', width: 14 },
  { title: '最近上门', width: 14 },
  { title: '最晚打电话', width: 14 },
  { title: '最晚上门', width: 14 },
  { title: '情况', width: 22 },
] as const

const day = (at: Instant | undefined) => (at === undefined ? '' : dateOf(at))

const lateWords = { call: '电话', visit: '上门' } as const

export const careRow = (item: CareItem): string[] => [
  item.name,
  item.branchName,
  item.groupName ?? '',
  item.kinds.map(kind => specialWords[kind]).join('、'),
  item.helpers.join('、'),
  day(item.lastCallAt),
  day(item.lastVisitAt),
  item.callBy ?? '',
  item.visitBy ?? '',
  item.late.length === 0 ? '按时' : `${item.late.map(by => lateWords[by]).join('、')}超期${String(item.daysLate)}天`,
]

export const exportCare: Handlers<Pick<typeof contract, 'care.export'>> = {
  async 'care.export'({ orgId }, context) {
    const { store, subject, now, audit } = context
    const { items: rows } = await rowsBy(store.table(CareContacts), { lists: orgId }, longestFirst, { most: MOST_ROWS })
    const [items, { writeWorkbook }] = await Promise.all([itemsOf(store, rows, now), import('../../../spreadsheets/write')])
    for (const row of rows) audit(row._id, 'care.exported')
    const content = await writeWorkbook([{ name: `特殊关怀${dateOf(now)}`, columns: careColumns, rows: items.map(careRow) }])
    return writeExport(context, { name: '特殊关爱', about: subject._id, content })
  },
}
