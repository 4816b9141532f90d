/** What a spreadsheet cell holds. A Date is a calendar date at midnight UTC, as spreadsheets mean it. */
export type Cell = string | number | boolean | Date | null

/** What one sees of a row beside its values. */
export interface RowMarks {
  /** Not shown: hidden by hand or by a filter. */
  hidden?: boolean
  /** Columns whose cell is struck out as a whole. */
  struck?: readonly number[]
  /** Words that are struck out beside others that stand. */
  crossed?: readonly { column: number; text: string }[]
}

/** One sheet of a workbook: its rows from row 1 on, blank rows included, but for the long gaps that are told apart. */
export interface Sheet {
  name: string
  /** Hidden by its maker: told, not read. */
  hidden?: boolean
  /** A filter is set on it. */
  filtered?: boolean
  rows: readonly (readonly Cell[])[]
  /** Many blank rows that stand before that row of `rows` and are not among them. */
  gaps?: readonly { before: number; rows: number }[]
  /** By their place in `rows`. */
  marks?: ReadonlyMap<number, RowMarks>
}

/** What stands for a formula that no program has worked out. */
export const UNCALCULATED = '#公式!'

/** What a spreadsheet shows where a formula failed; typed or copied as text it says as little. */
export const isCellError = (cell: Cell | undefined): boolean =>
  typeof cell === 'string' &&
  /^#(?:REF!|VALUE!|N\/A|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|GETTING_DATA|公式!)$/i.test(
    cell.trim(),
  )

/** What was made of one cell: a value (null: the cell says nothing), or a fault; doubts tell what was read doubtfully or left out. */
export interface Reading<T> {
  value: T | null
  fault: string | null
  doubts: readonly string[]
}

export const read = <T>(value: T | null, ...doubts: readonly string[]): Reading<T> => ({ value, fault: null, doubts })
export const unreadable = <T>(fault: string): Reading<T> => ({ value: null, fault, doubts: [] })

/** A1-style address: column index and row index from 0. */
export const cellAddress = (column: number, row: number): string => {
  let letters = ''
  for (let left = column; left >= 0; left = Math.floor(left / 26) - 1) letters = String.fromCharCode(65 + (left % 26)) + letters
  return `${letters}${String(row + 1)}`
}

const isoDate = (date: Date) => (Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10))

/** A number without exponent, as digits a person could have typed. */
const plainNumber = (value: number) => (Number.isFinite(value) ? (Number.isInteger(value) ? BigInt(value).toString() : String(value)) : '')

/** Letters, digits and common characters without a blank: nothing in them is hidden or has another form. Most cells of a large file are of these. */
const isPlain = (text: string): boolean => /^[!-~\u4e00-\u9fff]*$/.test(text)

/** Takes away what the eye does not see: control and zero-width characters, half characters, spaces at the ends; blanks become one space. */
export const tidy = (text: string): string =>
  isPlain(text)
    ? text
    : text
        .replace(/[\u200b-\u200f\u2060\ufeff\u00ad\p{Cs}]/gu, '')
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim()

/** The cell as tidy text; a tick box as 是/否, a date as `YYYY-MM-DD`. */
export const textOf = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  if (typeof cell === 'number') return plainNumber(cell)
  // An apostrophe before a sign is how one types text that looks like a formula.
  return cell instanceof Date ? isoDate(cell) : tidy(cell).replace(/^'(?=[=+\-@])/, '')
}

/** The same text with full-width and compatibility forms folded (＋８６ → +86), for parsing only: names and notes keep their own characters. */
export const fold = (text: string): string => (isPlain(text) ? text : tidy(text.normalize('NFKC')))

/** What people write into a cell to say that there is nothing to say. */
const nothings = new Set(['', '/', '\\', '-', '--', '---', '—', '——', '－', '无', '暂无', '没有', '不详', '未知', '不清楚', '待查', '空'])
export const saysNothing = (text: string): boolean => nothings.has(text)

/** 18 digits (the last may be X) in a row or grouped 6-8-4, and the old 15 with a date inside. */
const idNumber =
  /(?<!\d)(?:\d{17}[\dXx]|[1-9]\d{5}[ -]?(?:18|19|20)\d{6}[ -]?\d{3}[\dXx]|[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})(?![\dXx])/g

const SHORTEST_ID = 15

/** The text without any identity-card number (PRODUCT P03: none anywhere), and whether there was one. */
export const withoutIdNumbers = (text: string): { text: string; found: boolean } => {
  if (text.length < SHORTEST_ID) return { text, found: false }
  // Full-width digits fold one to one, so that places in the folded text are places in the text itself.
  const shadow = text.replace(/[０-９Ｘｘ]/g, one => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
  const spans = [...shadow.matchAll(idNumber)]
  if (spans.length === 0) return { text, found: false }
  let left = ''
  let from = 0
  for (const span of spans) {
    left += text.slice(from, span.index)
    from = span.index + span[0].length
  }
  return { text: tidy(left + text.slice(from)), found: true }
}
