import type { funds as contract } from '../../../../core/means/funds/contract'
import { kindTable } from '../../../../core/means/funds/kinds'
import { type Entry, linesOf, sumsByLine, yearOf } from '../../../../core/means/funds/ledger'
import { sayYuan } from '../../../../core/means/dues/words'
import { dateOf } from '../../../../core/shared/calendar'
import { omit } from '../../../../core/shared/fields'
import { writeExport } from '../../../kernel/files'
import type { Store } from '../../../kernel/store'
import type { Block } from '../../../papers/paper'
import type { Context, Handlers } from '../use-case'
import { monthsOf } from './book'
import { duesOf, paymentsOf } from './collected'
import { FundBooks, type FundBook, type FundMonth, FundProposals, FundPublications, type FundPublication } from './documents'
import { lacksOf } from './entries'

const PAGE = 50
/** More yearly publications than are read at a time. */
const MOST_YEARS = 10
const MOST_PROPOSALS = 50

const shown = (entry: Entry) => ({
  ...{ entryId: entry._id, kind: entry.kind, fen: entry.fen, on: entry.on, line: entry.line, words: entry.words },
  ...{ fileIds: entry.fileIds, by: entry.by.name, at: entry.at, lacks: lacksOf(entry) },
  ...(entry.discussion ? { discussion: entry.discussion } : {}),
  ...(entry.partner === undefined ? {} : { partner: entry.partner }),
  ...(entry.people ? { people: entry.people } : {}),
  ...(entry.approvedBy ? { approvedBy: entry.approvedBy.name } : {}),
  ...(entry.of ? { quarter: entry.of.quarter } : {}),
  ...(entry.reverses === undefined ? {} : { reverses: entry.reverses }),
  ...(entry.reversedBy === undefined ? {} : { reversedBy: entry.reversedBy }),
  ...(entry.reason === undefined ? {} : { reason: entry.reason }),
})

const countsOf = (book: FundBook | null, year: number) => (book?.counts ?? []).filter(one => one.on.startsWith(String(year)))
const budgetOf = (book: FundBook | null, year: number) => book?.budgets.find(one => one.year === year)?.lines ?? []

const readYear = async (store: Store, orgId: string, year: number) => {
  const [book, months] = await Promise.all([store.table(FundBooks).get(orgId), monthsOf(store, orgId)])
  const { entries, totals } = yearOf(months, year)
  const before = months.filter(one => one.month < String(year)).flatMap(one => one.entries)
  return { book, months, entries, totals, lines: linesOf(entries.map(one => one.entry), budgetOf(book, year), before) } // prettier-ignore
}

/** A page of entries: the rows after the one that the cursor names. */
const pageAfter = <R extends { entry: Entry }>(rows: readonly R[], cursor: string | undefined) => {
  const start = cursor === undefined ? 0 : rows.findIndex(one => one.entry._id === cursor) + 1
  const items = rows.slice(start, start + PAGE)
  const last = items.at(-1)
  return { items, cursor: last && start + PAGE < rows.length ? last.entry._id : null }
}

const ledgerColumns = [
  { title: '日期', width: 12 },
  { title: '类别', width: 12 },
  { title: '科目', width: 14 },
  { title: '摘要', width: 40 },
  { title: '收入（元）', width: 14 },
  { title: '支出（元）', width: 14 },
  { title: '余额（元）', width: 14 },
  { title: '经手人', width: 12 },
  { title: '同意人', width: 12 },
  { title: '集体讨论', width: 20 },
  { title: '对象', width: 30 },
  { title: '备注', width: 24 },
] as const

const ledgerRow = ({ entry, balanceFen }: { entry: Entry; balanceFen: number }): string[] => {
  const way = kindTable[entry.kind].way
  return [
    ...[entry.on, kindTable[entry.kind].words, entry.line, entry.words],
    ...[way === 'in' ? sayYuan(entry.fen) : '', way === 'out' ? sayYuan(entry.fen) : '', sayYuan(balanceFen)],
    ...[
      entry.by.name,
      entry.approvedBy?.name ?? '',
      entry.discussion?.words ?? entry.discussion?.on ?? (entry.discussion ? '有会议记录' : ''),
    ],
    (entry.people ?? []).map(one => `${one.name}${one.what === undefined ? '' : `（${one.what}）`}${sayYuan(one.fen)}`).join('；'),
    entry.reverses !== undefined ? `冲销：${entry.reason ?? ''}` : entry.reversedBy !== undefined ? '已冲销' : (entry.partner ?? ''),
  ]
}

const totalRows = (totals: { openingFen: number; inFen: number; outFen: number; closingFen: number }): string[][] => [
  ['', '', '', '期初余额', '', '', sayYuan(totals.openingFen)],
  ['', '', '', '本年收入、支出合计', sayYuan(totals.inFen), sayYuan(totals.outFen), ''],
  ['', '', '', '期末余额', '', '', sayYuan(totals.closingFen)],
]

/** The publication as a paper for the wall. */
export const publicationPaper = ({
  name,
  year,
  dues,
  totals,
  lines,
  words,
  at,
}: Omit<FundPublication, '_id' | 'orgId' | 'path' | 'by'>): Block[] => [
  { kind: 'cover', title: `${name}${String(year)}年党费和经费公示`, lines: [`公示日期：${dateOf(at)}`] },
  { kind: 'heading', text: '一、党费' },
  {
    kind: 'line',
    text: `有${String(dues.people)}名党员交了党费，共收${sayYuan(dues.collectedFen)}元，上交${sayYuan(dues.handedFen)}元，上级返还${sayYuan(dues.returnedFen)}元。`,
  },
  { kind: 'heading', text: '二、经费' },
  {
    kind: 'line',
    text: `年初余额${sayYuan(totals.openingFen)}元，收入${sayYuan(totals.inFen)}元，支出${sayYuan(totals.outFen)}元，年末余额${sayYuan(totals.closingFen)}元。`,
  },
  {
    kind: 'list',
    titles: ['类别', '科目', '金额（元）'],
    widths: [30, 40, 30],
    rows: lines.map(one => [kindTable[one.kind].words, one.line, sayYuan(one.fen)]),
  },
  ...(words === '' ? [] : [{ kind: 'line' as const, text: words }]),
  { kind: 'line', text: '对公示内容有疑问的，请向支部书记反映。' },
]

type Reading = Context<'fund.audit'>

export const read: Handlers<Pick<typeof contract, 'fund.ledger' | 'fund.audit' | 'fund.published' | 'fund.export' | 'fund.paper'>> = {
  async 'fund.ledger'({ orgId, year, cursor, latest }, { store, may, actor }) {
    const [{ book, entries, totals, lines }, proposals, published] = await Promise.all([
      readYear(store, orgId, year),
      store.table(FundProposals).find({ orgId, state: 'proposed' }, { order: [['_id', 'asc']], limit: MOST_PROPOSALS }),
      store.table(FundPublications).get(`${orgId}:${String(year)}`),
    ])
    const page = pageAfter(latest === true ? entries.toReversed() : entries, cursor)
    return {
      items: page.items.map(({ entry, balanceFen }) => ({ ...shown(entry), balanceFen })),
      cursor: page.cursor,
      ...{ totals, lines, closedThrough: book?.closedThrough || null, counts: countsOf(book, year) },
      proposals: proposals.map(({ entry }) => ({
        ...omit(shown(entry), 'reverses', 'reversedBy'),
        own: entry.by.memberId === actor.memberId,
      })),
      auditors: book?.auditors ?? [],
      published: published?.at ?? null,
      may: may('entry', 'reverse', 'close', 'budget', 'count', 'publish', 'approve', 'appoint', 'export'),
    }
  },

  async 'fund.audit'({ orgId, year }, { store, person, fail }: Reading) {
    const [{ book, months, entries, totals, lines }, payments] = await Promise.all([
      readYear(store, orgId, year),
      paymentsOf(store, orgId, year),
    ])
    if (!book?.auditors.some(one => one.memberId === person._id)) return fail('FORBIDDEN')
    return {
      ...{ name: book.name, totals, lines, counts: countsOf(book, year), closedThrough: book.closedThrough || null },
      dues: duesOf(payments, months, year),
      entries: entries.map(({ entry, balanceFen }) => ({ ...shown(entry), balanceFen })),
    }
  },

  async 'fund.published'(_, { store, person, actor }) {
    const own = actor.memberId === person._id
    const [rows, books] = await Promise.all([
      store.table(FundPublications).find({ orgId: person.branchId }, { order: [['year', 'desc'], ['_id', 'desc']], limit: MOST_YEARS }), // prettier-ignore
      own ? store.table(FundBooks).find({ 'auditors.memberId': person._id }, { limit: MOST_YEARS }) : [],
    ])
    return {
      items: rows.map(row => ({
        ...{ orgId: row.orgId, name: row.name, year: row.year, at: row.at },
        ...{ totals: row.totals, lines: row.lines, dues: row.dues, words: row.words },
      })),
      audits: books.map(book => ({ orgId: book._id, name: book.name })),
    }
  },

  async 'fund.export'({ orgId, year }, context) {
    const { store, subject: org, audit } = context
    const { entries, totals, lines } = await readYear(store, orgId, year)
    const { writeWorkbook } = await import('../../../spreadsheets/write')
    const content = await writeWorkbook([
      { name: `${String(year)}年收支`, columns: ledgerColumns, rows: [...entries.map(ledgerRow), ...totalRows(totals)], landscape: true },
      {
        name: '预算执行',
        columns: [
          { title: '科目', width: 16 },
          { title: '预算（元）', width: 14 },
          { title: '捐助（元）', width: 14 },
          { title: '已用（元）', width: 14 },
          { title: '还剩（元）', width: 14 },
        ],
        rows: lines.map(one => [one.line, sayYuan(one.budgetFen), sayYuan(one.givenFen), sayYuan(one.spentFen), sayYuan(one.leftFen)]),
      },
      {
        name: '资助和订阅',
        columns: [
          { title: '日期', width: 12 },
          { title: '科目', width: 14 },
          { title: '姓名', width: 12 },
          { title: '内容', width: 20 },
          { title: '金额（元）', width: 14 },
        ],
        rows: entries.flatMap(({ entry }) =>
          (entry.people ?? []).map(one => [entry.on, entry.line, one.name, one.what ?? entry.words, sayYuan(one.fen)]),
        ),
      },
    ])
    const named = entries.flatMap(({ entry }) => (entry.people ?? []).flatMap(one => one.memberId ?? []))
    for (const memberId of new Set(named)) audit(memberId, 'fund.exported')
    return writeExport(context, { name: `${org.name}${String(year)}年经费账`, about: orgId, content })
  },

  async 'fund.paper'({ orgId, year }, context) {
    const { store, fail } = context
    const row = await store.table(FundPublications).get(`${orgId}:${String(year)}`)
    if (!row) return fail('NOT_FOUND')
    const { writeWord } = await import('../../../papers/word')
    const content = await writeWord(publicationPaper(row))
    return writeExport(context, { name: `${row.name}${String(year)}年党费和经费公示`, about: orgId, content, ending: 'docx' })
  },
}

/** The sums of a year for those who read sums alone. */
export const publicSums = (months: readonly FundMonth[], year: number) => {
  const { entries, totals } = yearOf(months, year)
  return { totals, lines: sumsByLine(entries.map(one => one.entry)) }
}
