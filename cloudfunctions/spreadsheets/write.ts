import writeXlsxFile, { type CellObject } from 'write-excel-file/node'

/** A sheet to write: column titles with widths in characters, and rows of text. */
export interface TextSheet {
  name: string
  columns: readonly { title: string; width: number }[]
  rows: readonly (readonly string[])[]
  /** Printed with the long side down. */
  landscape?: boolean
}

/** Text that a spreadsheet could take for a formula gets an apostrophe in front, as a person would type it; `textOf` removes it again. */
const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/** Text cells only: a phone number keeps its 0, a date its exactness. */
const cell = (text: string): CellObject => ({ value: guarded(text), type: String, format: '@', alignVertical: 'center', wrap: true })
const heading = (text: string): CellObject => ({ ...cell(text), fontWeight: 'bold', backgroundColor: '#F2E3D5', align: 'center' })

/** Writes sheets of text as an .xlsx file, each with its first row fixed. */
export const writeWorkbook = async (sheets: readonly TextSheet[]): Promise<Uint8Array> =>
  writeXlsxFile(
    sheets.map(({ name, columns, rows, landscape = false }) => ({
      sheet: name,
      data: [columns.map(column => heading(column.title)), ...rows.map(row => row.map(text => (text === '' ? null : cell(text))))],
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      ...(landscape ? { orientation: 'landscape' as const } : {}),
    })),
  ).toBuffer()
