import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import type { Cell } from '../../../core/people/roster/cells'

const dataOf = (rows: readonly (readonly Cell[])[]): SheetData =>
  rows.map(row => row.map(cell => (cell instanceof Date ? { value: cell, type: Date, format: 'yyyy-mm-dd' } : cell)))

/** A workbook with these sheets, dates as dates. */
export const workbookOf = (sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Promise<Uint8Array> =>
  writeXlsxFile(Object.entries(sheets).map(([sheet, rows]) => ({ sheet, data: dataOf(rows) }))).toBuffer()
