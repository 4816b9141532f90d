import { cellAddress, isCellError, saysNothing, fold, textOf, withoutIdNumbers, type Cell, type RowMarks } from './cells'
import type { Column, ColumnKind } from './columns'
import type { askKinds } from './contract'
import type { RowPlace, Section } from './row'
import { signUnder, signWords, type Sign } from './signs'

/** Something about a row that the secretary has to answer before it is imported. */
export interface RowAsk {
  what: (typeof askKinds)[number]
  column?: string
  cell?: string
  words: string
}

/** Columns that speak of others, or count. */
const unheard: readonly (ColumnKind | null)[] = ['ordinal', 'idNumber', 'emergency', 'liaisonName', 'skills']
const unused: readonly (ColumnKind | null)[] = ['ordinal', 'idNumber', 'derived']

const filledColumns = (cells: readonly Cell[], columns: readonly Column[]): Column[] =>
  columns.filter(column => column.kind !== 'ordinal' && !saysNothing(fold(textOf(cells[column.index]))))

/** Whether a row is struck out as a whole: its name is, or at least half of what it says. */
export const isStruckOut = (cells: readonly Cell[], columns: readonly Column[], { struck = [] }: RowMarks): boolean => {
  if (struck.length === 0) return false
  const filled = filledColumns(cells, columns)
  const crossed = filled.filter(column => struck.includes(column.index))
  return crossed.some(column => column.kind === 'name') || (crossed.length > 1 && crossed.length * 2 >= filled.length)
}

/** What a cell tells of its person being gone; a unit that the person once left is no home they moved from. */
const signAt = (cells: readonly Cell[], column: Column): Sign | null => {
  if (column.title === '' || unheard.includes(column.kind)) return null
  const said = signUnder(column.title, textOf(cells[column.index]))
  return said === 'moved' && column.kind === 'formerPost' ? null : said
}

const quoted = (text: string) => `“${withoutIdNumbers(text).text}”`

/**
 * What a person sees of a row that says “not this one” or “not here any more”: the sheet or heading it stands under, that it is hidden or struck out, a
 * column that tells of death, transfer or 停止党籍 (one that is not stored too), formulas that failed. One of each kind.
 */
export const asksOf = (
  cells: readonly Cell[],
  columns: readonly Column[],
  { at, marks, filtered }: RowPlace,
  section: Section,
): RowAsk[] => {
  const asks: RowAsk[] = []
  const add = (ask: RowAsk) => {
    if (!asks.some(one => one.what === ask.what)) asks.push(ask)
  }
  const placed = (column: Column) => ({ column: column.title, cell: cellAddress(column.index, at) })
  if (section.sign) add({ what: section.sign.what, words: `${section.sign.words}，像是${signWords[section.sign.what]}` })
  for (const column of columns) {
    const what = signAt(cells, column)
    if (what) add({ what, ...placed(column), words: `“${column.title}”写着${quoted(textOf(cells[column.index]))}，像是${signWords[what]}` })
  }
  if (marks.hidden) add({ what: 'hidden', words: filtered ? '这一行被筛选藏起来了，表上看不见' : '这一行是隐藏的，表上看不见' })
  if (isStruckOut(cells, columns, marks)) add({ what: 'struck', words: '这一行在表上划掉了' })
  const failed = columns.filter(column => column.title !== '' && !unused.includes(column.kind) && isCellError(cells[column.index]))
  const [first] = failed
  if (first && failed.some(column => column.kind !== null && column.kind !== 'emergency' && column.kind !== 'name'))
    add({
      what: 'error',
      ...placed(first),
      words: `${failed.map(column => `“${column.title}”（${cellAddress(column.index, at)}）是 ${textOf(cells[column.index])}`).join('，')}，公式出错了，读不出内容`,
    })
  return asks
}
