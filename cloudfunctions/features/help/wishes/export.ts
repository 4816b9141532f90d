import type { wishes as contract } from '../../../../core/help/wishes/contract'
import { wishKindWords, wishStateWords } from '../../../../core/help/wishes/kinds'
import { sumOf } from '../../../../core/help/wishes/rules'
import { dateOf, shanghai } from '../../../../core/shared/calendar'
import { writeExport } from '../../../kernel/files'
import { byNumber, rowsBy } from '../../../kernel/keyset'
import type { TextSheet } from '../../../spreadsheets/write'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'
import { Wishes, type Wish } from './documents'

const MOST_ROWS = 1000
const yuan = (fen: number) => (fen / 100).toFixed(2)
/** What was put right is said in words: a text that begins with a minus is one a sheet would count. */
const saidYuan = (fen: number) => (fen < 0 ? `冲回 ${yuan(-fen)}` : yuan(fen))

const wishColumns = [
  { title: '提出', width: 14 },
  { title: '姓名', width: 12 },
  { title: '类别', width: 14 },
  { title: '内容', width: 40 },
  { title: '情况', width: 10 },
  { title: '日子', width: 14 },
  { title: '同去的人', width: 36 },
  { title: '用车', width: 14 },
  { title: '办了几步', width: 10 },
  { title: '费用（元）', width: 12 },
  { title: '怎么办的', width: 40 },
] as const
const costColumns = [
  { title: '姓名', width: 12 },
  { title: '日期', width: 18 },
  { title: '用在哪里', width: 24 },
  { title: '金额（元）', width: 12 },
  { title: '谁记的', width: 12 },
] as const

const wishRow = ({ raisedAt, name, kind, text, state, on, plan, costs, note }: Wish): string[] => [
  ...[dateOf(raisedAt), name, wishKindWords[kind], text, wishStateWords[state], plan?.on ?? on ?? ''],
  ...[(plan?.people ?? []).map(one => `${one.name}（${one.part}）`).join('、'), plan?.vehicle ?? ''],
  plan ? `${String(plan.steps.filter(one => one.doneAt !== undefined).length)}/${String(plan.steps.length)}` : '',
  ...[costs.length > 0 ? yuan(sumOf(costs)) : '', note],
]

/** Wishes and escorts, and what they cost, a row for each amount. */
export const wishSheets = (rows: readonly Wish[]): TextSheet[] => [
  { name: '心愿和陪同', columns: wishColumns, rows: rows.map(wishRow) },
  {
    name: '费用',
    columns: costColumns,
    rows: rows.flatMap(({ name, costs }) =>
      costs.map(one => [name, shanghai(one.at).format('YYYY-MM-DD HH:mm'), one.what, saidYuan(one.fen), one.by.name]),
    ),
  },
]

export const exportWishes: Handlers<Pick<typeof contract, 'wish.export'>> = {
  async 'wish.export'({ orgId }, context) {
    const { store, subject: org, audit } = context
    const order = byNumber('raisedAt', 'desc')
    const [open, over, { writeWorkbook }] = await Promise.all([
      rowsBy(store.table(Wishes), { scopes: orgId, open: true }, order, { most: MOST_ROWS }),
      rowsBy(store.table(Wishes), { scopes: orgId, open: false }, order, { most: MOST_ROWS }),
      import('../../../spreadsheets/write'),
    ])
    const all = [...open.items, ...over.items]
    const elders = await store.table(Members).getMany([...new Set(all.map(one => one.memberId))])
    const here = new Set(elders.filter(one => one.path.startsWith(org.path)).map(one => one._id))
    const rows = all.filter(one => here.has(one.memberId))
    for (const memberId of new Set(rows.map(one => one.memberId))) audit(memberId, 'wish.exported')
    return writeExport(context, { name: '心愿和陪同', about: org._id, content: await writeWorkbook(wishSheets(rows)) })
  },
}
