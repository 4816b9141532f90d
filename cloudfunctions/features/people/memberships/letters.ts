import type { transfers as contract } from '../../../../core/people/memberships/transfers'
import type { Input, Output } from '../../../../core/shared/operation'
import { writeExport } from '../../../kernel/files'
import { byNumber, pageBy, rowsBy } from '../../../kernel/keyset'
import type { Filter } from '../../../kernel/store'
import type { Context, Handlers } from '../use-case'
import { Transfers, type Transfer } from './documents'
import { itemOf } from './letter'

type Listed = Input<(typeof contract)['transfer.export']>

const PAGE = 50
/** As many letters as one sheet holds. */
const MOST_ROWS = 5000
const NEWEST = byNumber('startedAt', 'desc')

const filterOf = ({ orgId, only }: Listed): Filter<Transfer> => ({
  scopes: orgId,
  ...(only === undefined ? {} : { open: only === 'open' }),
})

export const stateWords = { open: '等待接收', received: '已接收', refused: '已退回', cancelled: '已收回' } as const

const columns = [
  { title: '姓名', width: 12 },
  { title: '转出支部', width: 30 },
  { title: '接收支部', width: 30 },
  { title: '事由', width: 30 },
  { title: '介绍信编号', width: 18 },
  { title: '开出日期', width: 14 },
  { title: '应答复日期', width: 14 },
  { title: '有效期至', width: 14 },
  { title: '状态', width: 12 },
  { title: '办结日期', width: 14 },
  { title: '说明', width: 30 },
] as const

const rowOf = (row: Transfer): string[] => [
  ...[row.name, row.fromName, row.toName, row.reason, row.letterNo ?? '', row.startedOn, row.dueOn, row.validUntil],
  ...[stateWords[row.state], row.endedOn ?? '', row.words ?? ''],
]

/** The letters as a sheet; each person on it gets an audit row. */
const exported = async (input: Listed, context: Context<'transfer.export'>): Promise<Output<(typeof contract)['transfer.export']>> => {
  const { store, subject, audit } = context
  const [{ items }, { writeWorkbook }] = await Promise.all([
    rowsBy(store.table(Transfers), filterOf(input), NEWEST, { most: MOST_ROWS }),
    import('../../../spreadsheets/write'),
  ])
  for (const memberId of new Set(items.map(one => one.memberId))) audit(memberId, 'transfer.exported')
  const content = await writeWorkbook([{ name: '组织关系接转', columns, rows: items.map(rowOf) }])
  return writeExport(context, { name: '组织关系接转', about: subject._id, content })
}

export const letters: Handlers<Pick<typeof contract, 'transfer.list' | 'transfer.export'>> = {
  async 'transfer.list'({ cursor, ...listed }, context) {
    const { items, cursor: next } = await pageBy(context.store.table(Transfers), filterOf(listed), NEWEST, { size: PAGE, cursor })
    return { items: items.map(row => itemOf(row, context)), cursor: next }
  },
  'transfer.export': exported,
}
