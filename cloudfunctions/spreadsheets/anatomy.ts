import { strFromU8, unzipSync } from 'fflate'

/** What a workbook says of its cells besides their values. */
export interface SheetAnatomy {
  /** Cells merged downwards in one column: first and last row and the column, from 0. */
  merges: { column: number; from: number; to: number }[]
  /** Number format of each cell that has one, by its address. */
  formats: Map<string, string>
  hidden: boolean
}

/** A sheet of 3,000 people is 3 MB; a file that unpacks to more than this is no roster. */
const MOST_BYTES = 60_000_000

/** Thrown where a file unpacks to more than a roster could hold. */
export class TooLargeInside extends Error {}

/** Chinese built-in formats without a day (ECMA-376, 18.8.30) and those of numbers that show their zeros. */
const builtIn: Readonly<Record<string, string>> = {
  2: '0.00',
  17: 'mmm-yy',
  27: 'yyyy"年"m"月"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  52: 'yyyy"年"m"月"',
  57: 'yyyy"年"m"月"',
}

const attribute = (tag: string, name: string): string | undefined => new RegExp(`(?:^|\\s)(?:\\w+:)?${name}="([^"]*)"`).exec(tag)?.[1]
const unescaped = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
const tags = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*?)/?>`, 'g'))].map(match => match[1] ?? '')

/** Column and row of an address, from 0. */
const placeOf = (address: string): { column: number; row: number } => {
  const [, letters = '', digits = '1'] = /^\$?([A-Z]+)\$?(\d+)$/.exec(address) ?? []
  return { column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1, row: Number(digits) - 1 }
}

/** The format of each cell style, by its number. */
const stylesOf = (xml: string): (string | undefined)[] => {
  const custom = new Map(tags(xml, 'numFmt').map(tag => [attribute(tag, 'numFmtId'), unescaped(attribute(tag, 'formatCode') ?? '')]))
  const cells = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? ''
  return tags(cells, 'xf').map(tag => {
    const id = attribute(tag, 'numFmtId') ?? '0'
    return custom.get(id) ?? builtIn[id]
  })
}

const sheetAnatomy = (xml: string, styles: readonly (string | undefined)[], hidden: boolean): SheetAnatomy => {
  const formats = new Map<string, string>()
  for (const tag of tags(xml, 'c')) {
    const format = styles[Number(attribute(tag, 's') ?? -1)]
    const address = attribute(tag, 'r')
    if (format !== undefined && address !== undefined) formats.set(address, format)
  }
  const merges = tags(xml, 'mergeCell').flatMap(tag => {
    const [from = '', to = from] = (attribute(tag, 'ref') ?? 'A1').split(':')
    const [first, last] = [placeOf(from), placeOf(to)]
    return first.column === last.column && last.row > first.row ? [{ column: first.column, from: first.row, to: last.row }] : []
  })
  return { merges, formats, hidden }
}

/**
 * Reads what the reader of values leaves out: merged cells, number formats and hidden sheets, in the workbook's order of sheets.
 * @throws TooLargeInside where it unpacks to more than 60 MB; an Error of the unzipper where it is no zip
 */
export const anatomyOf = (content: Uint8Array): SheetAnatomy[] => {
  let bytes = 0
  const files = unzipSync(content, {
    filter: ({ name, originalSize }) => {
      const wanted = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|styles\.xml|worksheets\/[^/]+\.xml|sharedStrings\.xml)$/.test(name)
      if (wanted && (bytes += originalSize) > MOST_BYTES) throw new TooLargeInside()
      return wanted && name !== 'xl/sharedStrings.xml'
    },
  })
  const xml = (path: string) => (files[path] ? strFromU8(files[path]) : '')
  const targets = new Map(
    tags(xml('xl/_rels/workbook.xml.rels'), 'Relationship').map(tag => [attribute(tag, 'Id'), attribute(tag, 'Target') ?? '']),
  )
  const styles = stylesOf(xml('xl/styles.xml'))
  return tags(xml('xl/workbook.xml'), 'sheet').map(tag => {
    const target = targets.get(attribute(tag, 'id')) ?? ''
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
    return sheetAnatomy(xml(path), styles, /^(?:hidden|veryHidden)$/.test(attribute(tag, 'state') ?? ''))
  })
}
