import type { books as contract } from '../../../../core/life/books/contract'
import { freeOf } from '../../../../core/life/books/rules'
import { dateOf } from '../../../../core/shared/calendar'
import type { Input, Output } from '../../../../core/shared/operation'
import { writeExport } from '../../../kernel/files'
import { byText, rowsBy } from '../../../kernel/keyset'
import type { Context } from '../use-case'
import { BookLoans, Books, type Book, type BookLoan } from './documents'

type Export = (typeof contract)['book.export']

const MOST_ROWS = 5000

const loanColumns = [
  { title: '书名', width: 30 },
  { title: '谁借的', width: 12 },
  { title: '借出', width: 14 },
  { title: '应还', width: 14 },
  { title: '还回', width: 14 },
  { title: '情况', width: 10 },
  { title: '谁带去的', width: 12 },
  { title: '谁取回的', width: 12 },
] as const
const bookColumns = [
  { title: '书名', width: 30 },
  { title: '作者', width: 16 },
  { title: '共几本', width: 8 },
  { title: '在架', width: 8 },
  { title: '在谁手里', width: 40 },
] as const

const loanRow = ({ title, name, lentOn, dueOn, backOn, state, broughtBy, fetchedBy }: BookLoan, today: string): string[] => [
  ...[title, name, lentOn, dueOn, backOn ?? '', state === 'back' ? '已还' : dueOn < today ? '到期没还' : '在借'],
  ...[broughtBy ?? '', fetchedBy ?? ''],
]
const bookRow = (book: Book): string[] => [
  ...[book.title, book.author, String(book.copies), String(freeOf(book))],
  book.out.map(one => one.name).join('、'),
]

/** Shelf and loans as a workbook: what is out first, the first due first. */
export const exportBooks = async ({ branchId }: Input<Export>, context: Context<'book.export'>): Promise<Output<Export>> => {
  const { store, subject: branch, now, audit } = context
  const loans = store.table(BookLoans)
  const [out, back, shelf, { writeWorkbook }] = await Promise.all([
    rowsBy(loans, { branchId, state: 'out' }, byText('dueOn'), { most: MOST_ROWS }),
    rowsBy(loans, { branchId, state: 'back' }, byText('dueOn', 'desc'), { most: MOST_ROWS }),
    rowsBy(store.table(Books), { branchId }, byText('title'), { most: MOST_ROWS }),
    import('../../../spreadsheets/write'),
  ])
  const all = [...out.items, ...back.items]
  for (const memberId of new Set(all.map(one => one.memberId))) audit(memberId, 'study.exported')
  const content = await writeWorkbook([
    { name: '借书', columns: loanColumns, rows: all.map(one => loanRow(one, dateOf(now))) },
    { name: '书架', columns: bookColumns, rows: shelf.items.map(bookRow) },
  ])
  return writeExport(context, { name: '党员书屋', about: branch._id, content })
}
