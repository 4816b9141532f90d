import type { materials as contract } from '../../../../core/life/materials/contract'
import { writeExport } from '../../../kernel/files'
import { byNumber, pageBy, rowsBy } from '../../../kernel/keyset'
import { handedOf, leftOf } from '../../../../core/life/materials/rules'
import type { Handlers } from '../use-case'
import { Materials } from './documents'
import { shownMaterial } from './shown'

const PAGE = 20
const MOST_ROWS = 2000
const latest = byNumber('createdAt', 'desc')

const stockColumns = [
  { title: '材料', width: 30 },
  { title: '日期', width: 14 },
  { title: '上级发的', width: 24 },
  { title: '收到', width: 8 },
  { title: '发出', width: 8 },
  { title: '还剩', width: 8 },
] as const
const handingColumns = [
  { title: '材料', width: 30 },
  { title: '发给', width: 24 },
  { title: '几份', width: 8 },
  { title: '发放日期', width: 14 },
  { title: '确认收到', width: 14 },
  { title: '经办人', width: 12 },
] as const

export const lists: Handlers<Pick<typeof contract, 'material.list' | 'material.get' | 'material.export'>> = {
  async 'material.list'({ branchId, cursor }, { store, may }) {
    const { items, cursor: next } = await pageBy(store.table(Materials), { orgId: branchId }, latest, { size: PAGE, cursor })
    return { items: items.map(shownMaterial), cursor: next, may: may('give') }
  },

  async 'material.get'(_, { store, subject: row, may }) {
    const children = row.sent.length === 0 ? [] : await store.table(Materials).getMany(row.sent.map(one => `${row._id}:${one.orgId}`))
    const arrived = new Map(children.map(one => [one._id, one.arrivedOn]))
    return {
      ...shownMaterial(row),
      orgId: row.orgId,
      // Who does not have it for sure stands first.
      handed: row.given.toSorted((one, other) => Number(one.gotOn !== undefined) - Number(other.gotOn !== undefined)),
      sent: row.sent.map(({ orgId, name, count, on }) => {
        const arrivedOn = arrived.get(`${row._id}:${orgId}`)
        return { orgId, name, count, on, ...(arrivedOn === undefined ? {} : { arrivedOn }) }
      }),
      may: may('hand', 'arrived'),
    }
  },

  async 'material.export'({ branchId }, context) {
    const { store, subject: org, audit } = context
    const [{ items }, { writeWorkbook }] = await Promise.all([
      rowsBy(store.table(Materials), { orgId: branchId }, latest, { most: MOST_ROWS }),
      import('../../../spreadsheets/write'),
    ])
    for (const memberId of new Set(items.flatMap(row => row.given.map(one => one.memberId)))) audit(memberId, 'study.exported')
    const content = await writeWorkbook([
      {
        name: '材料',
        columns: stockColumns,
        rows: items.map(row => [...[row.title, row.on, row.from?.name ?? ''], ...[row.received, handedOf(row), leftOf(row)].map(String)]),
      },
      {
        name: '发给了谁',
        columns: handingColumns,
        rows: items.flatMap(row => [
          ...row.sent.map(one => [row.title, one.name, String(one.count), one.on, '', '']),
          ...row.given.map(one => [row.title, one.name, String(one.count), one.on, one.gotOn ?? '', one.gotBy ?? '']),
        ]),
      },
    ])
    return writeExport(context, { name: '学习材料', about: org._id, content })
  },
}
