import { brandWords } from '../../../core/assessment/brands/rules'
import { gradeWords } from '../../../core/assessment/debriefs/rules'
import { dateOf } from '../../../core/shared/calendar'
import type { Instant } from '../../../core/shared/operation'
import type { Store } from '../../kernel/store'
import type { TextSheet } from '../../spreadsheets/write'
import { Brands } from './brands/documents'
import { Debriefs } from './debriefs/documents'
import { Remedies } from './remedies/documents'
import { remedyColumns, remedyRow } from './remedies/lists'

const debriefColumns = [
  { title: '年份', width: 8 },
  { title: '述职人', width: 12 },
  { title: '交的日期', width: 12 },
  { title: '部分', width: 20 },
  { title: '内容', width: 80 },
  { title: '等次', width: 8 },
  { title: '点评', width: 40 },
] as const
const brandColumns = [
  { title: '类别', width: 8 },
  { title: '名称', width: 20 },
  { title: '起', width: 12 },
  { title: '止', width: 12 },
  { title: '故事', width: 60 },
  { title: '变化', width: 40 },
] as const

/** What a branch hands on of what it had to put right, of its debriefs, its brand and project, with those before. */
export const assessmentHandedOn = async (store: Store, branchId: string, now: Instant): Promise<TextSheet[]> => {
  const [remedies, debriefs, brands] = await Promise.all([
    store.table(Remedies).findAll({ branchId }),
    store.table(Debriefs).findAll({ branchId }),
    store.table(Brands).findAll({ branchId }),
  ])
  const told = debriefs
    .toSorted((one, other) => one.year - other.year)
    .flatMap(({ year, by, at, sections, reviews }) => {
      const last = reviews.at(-1)
      const judged = last ? [gradeWords[last.grade], last.words] : ['', '']
      return sections.map(one => [String(year), by.name, dateOf(at), one.title, one.text, ...judged])
    })
  const known = brands.flatMap(({ kind, now: present, past }) =>
    [...past, ...(present ? [{ ...present, until: '' }] : [])].map(one => [
      ...[brandWords[kind], one.name, one.since, one.until, one.story, one.changed],
    ]),
  )
  return [
    { name: '整改清单', columns: remedyColumns, rows: remedies.map(row => remedyRow(row, dateOf(now))) },
    { name: '述职', columns: debriefColumns, rows: told },
    { name: '品牌和项目', columns: brandColumns, rows: known },
  ]
}
