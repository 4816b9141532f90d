import type { Sheet } from '../../core/people/roster/cells'
import { most, TooLargeInside } from './limits'
import { sheetReader, type Book } from './sheet'
import { stylesOf } from './styles'
import { textGatherer, type Written } from './texts'
import { attribute, isOn, scanner } from './xml'
import { LockedZip, openZip, type Zip } from './zip'

/** Why a file cannot be read, in a sentence for the person who chose it. */
export class UnreadableWorkbook extends Error {}

const sentences = {
  empty: '这个文件是空的。请重新选择花名册文件',
  old: '这是旧版 .xls 文件，或是加了密码的文件。请在 Excel 或 WPS 里“另存为”.xlsx（不设密码）后再选',
  other: '这不是 Excel 文件。请选择 .xlsx 格式的花名册',
  large: '这个文件太大（超过8MB），不像花名册。请删去图片和表下面的空行后再选',
  broken: '这个文件打不开，可能没有传完或已经损坏。请在 Excel 或 WPS 里打开，“另存为”.xlsx 后再选',
  full: '这个文件里的内容太多，不像花名册。请只留花名册那一页再选',
  blank: (rows: number) =>
    `表里有${String(rows)}多行空行（只有格式、没有内容），读不过来。请在最后一位同志下面点住行号，按 Ctrl+Shift+↓ 选到底，右键“删除”，保存后再选`,
}

const startsWith = (content: Uint8Array, ...bytes: number[]) => bytes.every((byte, at) => content[at] === byte)

/** What a file is by its first bytes. */
const refusalOf = (content: Uint8Array): string | null => {
  if (content.length === 0) return sentences.empty
  if (content.length > most.fileBytes) return sentences.large
  if (startsWith(content, 0xd0, 0xcf, 0x11, 0xe0)) return sentences.old
  return startsWith(content, 0x50, 0x4b) ? null : sentences.other
}

/** The sheets of a workbook, in its order: name, whether hidden, and the file in the zip. */
const sheetsIn = (zip: Zip): { sheets: { name: string; hidden: boolean; file: string }[]; since1904: boolean } => {
  const targets = new Map<string, string>()
  const relations = scanner({
    open: (name, attributes) => {
      if (name === 'Relationship') targets.set(attribute(attributes, 'Id') ?? '', attribute(attributes, 'Target') ?? '')
    },
  })
  zip.read('xl/_rels/workbook.xml.rels', relations.write)
  const sheets: { name: string; hidden: boolean; file: string }[] = []
  let since1904 = false
  const workbook = scanner({
    open: (name, attributes) => {
      if (name === 'workbookPr') since1904 = isOn(attribute(attributes, 'date1904'))
      if (name !== 'sheet' || sheets.length === most.entries) return
      const target = targets.get(attribute(attributes, 'id') ?? '') ?? ''
      const file = target.startsWith('/') ? target.slice(1) : `xl/${target}`
      sheets.push({
        name: attribute(attributes, 'name') ?? '',
        hidden: /^(?:hidden|veryHidden)$/.test(attribute(attributes, 'state') ?? ''),
        file,
      })
    },
  })
  zip.read('xl/workbook.xml', workbook.write)
  return { sheets: sheets.filter(sheet => zip.has(sheet.file) && !sheet.file.includes('chartsheets/')), since1904 }
}

const sharedTexts = (zip: Zip): Written[] => {
  const shared: Written[] = []
  let letters = 0
  const text = textGatherer()
  const xml = scanner({
    open: (name, attributes) => (name === 'si' ? text.empty() : text.seen.open(name, attributes)),
    close: name => {
      if (name !== 'si') {
        text.seen.close(name)
        return
      }
      const written = text.take()
      // Each costs more than its letters.
      letters += written.text.length + written.struck.length + 16
      if (letters > most.textLetters) throw new TooLargeInside()
      shared.push(written)
    },
    text: text.seen.text,
  })
  zip.read('xl/sharedStrings.xml', xml.write)
  return shared
}

const readSheet = (zip: Zip, book: Book, { name, hidden, file }: { name: string; hidden: boolean; file: string }): Sheet => {
  const reader = sheetReader(book)
  try {
    zip.read(file, reader.write)
  } catch (error) {
    throw error instanceof TooLargeInside ? new TooLargeInside(reader.blanks()) : error
  }
  return reader.finish(name, hidden)
}

/** So many blank rows are what makes a sheet too large. */
const MANY_BLANKS = 10_000

const sentenceOf = (error: unknown): string => {
  if (error instanceof LockedZip) return sentences.old
  if (!(error instanceof TooLargeInside)) return sentences.broken
  return error.blankRows < MANY_BLANKS ? sentences.full : sentences.blank(Math.floor(error.blankRows / 10_000) * 10_000)
}

const read = (content: Uint8Array): Sheet[] => {
  const refusal = refusalOf(content)
  if (refusal !== null) throw new UnreadableWorkbook(refusal)
  try {
    const zip = openZip(content)
    const { sheets, since1904 } = sheetsIn(zip)
    if (sheets.length === 0) throw new Error('no sheets')
    const book: Book = { styles: stylesOf(zip), shared: sharedTexts(zip), since1904 }
    return sheets.map(sheet => readSheet(zip, book, sheet))
  } catch (error) {
    throw new UnreadableWorkbook(sentenceOf(error), { cause: error })
  }
}

/**
 * Reads every sheet of an .xlsx file: rows from row 1 on with the blank ones, dates as dates, a cell merged downwards repeated in each of its rows,
 * rows that are hidden or struck out marked. Text is handed on as it stands; errors of formulas as the text they show.
 * @throws UnreadableWorkbook with a sentence for the person
 */
export const readWorkbook = (content: Uint8Array): Promise<Sheet[]> => new Promise(resolve => resolve(read(content)))
