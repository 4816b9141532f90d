import { CareContacts } from './documents'
import type { specialCare as contract } from '../../../../core/care/special-care/contract'
import { specialWords } from '../../../../core/care/special-care/kinds'
import { dateOf } from '../../../../core/shared/calendar'
import type { Instant } from '../../../../core/shared/operation'
import type { CareContact } from './documents'
import { byNumber, pageBy, rowsBy } from '../../../kernel/keyset'
import { eldersOf, helpersOf } from '../pairings/helpers'
import type { Handlers } from '../use-case'
import type { Store } from '../../../kernel/store'
import { itemsOf, type CareItem } from './view'

const PAGE = 30
/** More than one liaison ever looks after. */
const MOST_MINE = 300
const MOST_ROWS = 5000

/** Who has waited longest to be heard of comes first. */
const longestFirst = byNumber('rank')

const columns = [
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
const rowOf = (item: CareItem): string[] => [
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

/** Whom the caller is to look after: paired with them, or under their office as a liaison and paired with nobody else. */
const mineOf = async (store: Store, memberId: string, liaisonOver: readonly string[]): Promise<CareContact[]> => {
  const table = store.table(CareContacts)
  const [paired, under] = await Promise.all([
    eldersOf(store, memberId),
    liaisonOver.length === 0
      ? []
      : table.find(
          { lists: { in: liaisonOver } },
          {
            order: [
              ['rank', 'asc'],
              ['_id', 'asc'],
            ],
            limit: MOST_MINE,
          },
        ),
  ])
  const own = new Set(paired.map(one => one.memberId))
  const [rows, helpers] = await Promise.all([
    table.getMany([...own]),
    helpersOf(
      store,
      under.map(one => one._id),
    ),
  ])
  const unpaired = under.filter(
    one => one._id !== memberId && !own.has(one._id) && (helpers.get(one._id) ?? []).every(helper => helper.partner),
  )
  return [...rows.filter(one => one.on), ...unpaired].sort((one, other) => one.rank - other.rank || (one._id < other._id ? -1 : 1))
}

export const lists: Handlers<Pick<typeof contract, 'care.list' | 'care.mine' | 'care.export'>> = {
  async 'care.list'({ orgId, cursor }, { store, now }) {
    const table = store.table(CareContacts)
    const [{ items, cursor: next }, concerned, overdue] = await Promise.all([
      pageBy(table, { lists: orgId }, longestFirst, { size: PAGE, cursor }),
      table.count({ lists: orgId }),
      table.count({ lists: orgId, rank: { lte: now } }),
    ])
    return { items: await itemsOf(store, items, now), cursor: next, counts: { concerned, overdue } }
  },

  async 'care.mine'(_, { store, account, people, now }) {
    const own = people.find(one => one._id === account?.memberId)
    // Whoever only acts for an elder looks after nobody by office or pairing.
    if (!own) return { items: [] }
    const over = own.grants.filter(grant => grant.role === 'liaison').map(grant => grant.orgId)
    return { items: await itemsOf(store, await mineOf(store, own._id, over), now) }
  },

  async 'care.export'({ orgId }, { store, files, subject, commandId, now, audit }) {
    const { items: rows } = await rowsBy(store.table(CareContacts), { lists: orgId }, longestFirst, { most: MOST_ROWS })
    const [items, { writeWorkbook }] = await Promise.all([itemsOf(store, rows, now), import('../../../spreadsheets/write')])
    for (const row of rows) audit(row._id, 'care.exported')
    const content = await writeWorkbook([{ name: `特殊关怀${dateOf(now)}`, columns, rows: items.map(rowOf) }])
    return files.write(`exports/care/${subject._id}/${commandId}.xlsx`, content)
  },
}
