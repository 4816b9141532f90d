import readXlsxFile from 'read-excel-file/node'
import { cellAddress, type Cell, type Sheet } from '../../core/people/roster/cells'
import { anatomyOf, TooLargeInside, type SheetAnatomy } from './anatomy'

/** Why a file cannot be read, in a sentence for the person who chose it. */
export class UnreadableWorkbook extends Error {}

/** Far above any roster of 3,000 people. */
const MOST_BYTES = 8_000_000

const reasons: Readonly<Record<string, string>> = {
  NO_DATA: '这个文件是空的。请重新选择花名册文件',
  XLS_FILE_NOT_SUPPORTED: '这是旧版 .xls 文件，或是加了密码的文件。请在 Excel 或 WPS 里“另存为”.xlsx（不设密码）后再选',
  FILE_NOT_SUPPORTED: '这不是 Excel 文件。请选择 .xlsx 格式的花名册',
}
const broken = '这个文件打不开，可能没有传完或已经损坏。请在 Excel 或 WPS 里打开，“另存为”.xlsx 后再选'

/** How exact a format shows a date, by its letters outside quotes, brackets and escapes. */
const exactnessOf = (format: string): 'year' | 'month' | 'day' => {
  const letters = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase()
  if (letters.includes('d') || !/[ye]/.test(letters)) return 'day'
  return letters.includes('m') ? 'month' : 'year'
}

/** A date shown as 1941年3月 was typed so: Excel added the 1st. */
const cellOf = (value: unknown, format: string | undefined): Cell => {
  if (value instanceof Date) {
    const exactness = format === undefined ? 'day' : exactnessOf(format)
    return exactness === 'day' ? value : value.toISOString().slice(0, exactness === 'month' ? 7 : 4)
  }
  // 1948.10 is stored as the number 1948.1; its format tells that the zero was meant.
  const decimals = typeof value === 'number' && format !== undefined ? /^0\.(0+)$/.exec(format)?.[1] : undefined
  if (typeof value === 'number') return decimals !== undefined && !Number.isInteger(value) ? value.toFixed(decimals.length) : value
  return typeof value === 'string' || typeof value === 'boolean' ? value : null
}

const sheetOf = (name: string, data: readonly (readonly unknown[])[], anatomy: SheetAnatomy | undefined): Sheet => {
  const rows = data.map((row, at) => row.map((value, column) => cellOf(value, anatomy?.formats.get(cellAddress(column, at)))))
  for (const { column, from, to } of anatomy?.merges ?? []) {
    const value = rows[from]?.[column] ?? null
    for (let at = from + 1; at <= to; at += 1) {
      const row = rows[at]
      if (row && value !== null) row[column] = value
    }
  }
  return { name, rows, hidden: anatomy?.hidden ?? false }
}

const isZip = (content: Uint8Array) => content[0] === 0x50 && content[1] === 0x4b

/**
 * Reads every sheet of an .xlsx file: rows from row 1 on including blank ones, dates as dates, a cell merged downwards repeated in each of
 * its rows, text unchanged.
 * @throws UnreadableWorkbook with a sentence for the person
 */
export const readWorkbook = async (content: Uint8Array): Promise<Sheet[]> => {
  if (content.length > MOST_BYTES) throw new UnreadableWorkbook('这个文件太大（超过8MB），不像花名册。请删去图片后再选')
  try {
    // The anatomy first: it refuses an oversized file before all of it is unpacked.
    const anatomies = isZip(content) ? anatomyOf(content) : []
    const sheets = await readXlsxFile(Buffer.from(content), { trim: false })
    return sheets.map(({ sheet, data }, index) => sheetOf(sheet, data, anatomies[index]))
  } catch (error) {
    if (error instanceof TooLargeInside) throw new UnreadableWorkbook('这个文件里的内容太多，不像花名册。请只留花名册那一页再选')
    const code = error !== null && typeof error === 'object' && 'code' in error ? String(error.code) : ''
    throw new UnreadableWorkbook(reasons[code] ?? broken, { cause: error })
  }
}
