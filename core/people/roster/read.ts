import { fold, saysNothing, textOf, withoutIdNumbers, type Cell, type Sheet } from './cells'
import { headerOf, type Column } from './columns'
import { readRow, type PersonRow, type Section } from './row'
import { standings } from './contract'
import type { Abroad } from './phones'
import { isPresentHeading, signOfHeading, signWords } from './signs'
import { groupNameOf, standingWords } from './words'
import type { DateText } from '../../shared/operation'
import { omit } from '../../shared/fields'

export interface IgnoredRow {
  row: number
  sheet?: string
  why: string
}

/** A file as it was read: each of its rows is in `people` or in `ignored`. `found` is false where no sheet has a header. */
export interface RosterReading {
  found: boolean
  /** Titles of columns with something in them for which a roster has no place, each once. */
  unread: string[]
  people: PersonRow[]
  ignored: IgnoredRow[]
}

/** A header is looked for no further down than this. */
const headerWithin = 60

const fillers =
  /^(?:填表|填报|制表|审核|复核|审批|负责|联系|经办|主管|统计|录入|报送|上报|支部书记|书记|单位|日期|时间|签字|签名|盖章|公章)[^，。]{0,12}(?:[:：]|[（(](?:盖章|公章|签[字章名])[）)])/
const isFiller = (text: string) => fillers.test(text) || /[（(](?:盖章|公章|签[字章名])[）)]$/.test(text)
const isTotal = (text: string) => /^(?:合计|总计|小计|共计|总人数|人数合计|累计)|^(?:以上)?共\s*\d+\s*[人名]|^\d+人$/.test(text)
const isNote = (text: string) => /^(?:注|说明|备注|填表说明|填报说明|附注|提示|温馨提示)\d?[:：]|^[※*]\s*\p{Script=Han}{4,}/u.test(text)

/** Longer than this is a sentence, no heading. */
const LONGEST_HEADING = 24

/** A line between the rows that heads those below it: 第一党小组（22人）, 一、离休干部, 已去世党员; a plain 在册党员 ends what the line before it said. */
const sectionOf = (text: string): (Section & { words: string }) | null => {
  const heads = [...text].length <= LONGEST_HEADING && !/[。；;]/.test(text) && !isNote(fold(text))
  const what = heads ? signOfHeading(text) : null
  if (what) return { sign: { what, words: `这一行在“${text}”下面` }, words: `的人，像是${signWords[what]}，先问您` }
  const found = groupOrStandingOf(text)
  return found ?? (heads && isPresentHeading(text) ? { words: '的人在册' } : null)
}

const groupOrStandingOf = (text: string): (Section & { words: string }) | null => {
  const plain = fold(text)
    .replace(/^[（(]?[一二三四五六七八九十\d]+[)）]?[、.．]\s*/, '')
    .replace(/[（(【].*$|[:：].*$|\s|\d+[人名]$|共$/g, '')
  const group = /小组$|^第?[\d一二三四五六七八九十]{1,3}组$/.test(plain) ? groupNameOf(plain) : null
  if (group) return { groupName: group, words: `没有填党小组的按“${group}”记` }
  const found = standings.filter(standing => plain.includes(standingWords[standing]))
  const [one, ...others] = found
  if (!one || others.length > 0 || plain.includes('离退') || [...plain].length > 8) return null
  return { standing: one, words: `没有填类别的按“${standingWords[one]}”记` }
}

const isBlank = (cell: Cell | undefined) => textOf(cell) === ''

/** Why a row below the header is not of a person; null where it is. */
const whyIgnored = (cells: readonly Cell[], columns: readonly Column[]): string | null => {
  const filled = cells.map((cell, index) => ({ index, text: textOf(cell) })).filter(one => one.text !== '')
  const [head] = filled
  if (!head) return '空行'
  const kindAt = (index: number) => columns[index]?.kind ?? null
  if (filled.every(one => kindAt(one.index) === 'ordinal' || saysNothing(fold(one.text)))) return '只有序号，没有内容'
  if (isTotal(fold(head.text)) || filled.slice(0, 3).some(one => isTotal(fold(one.text)) && kindAt(one.index) !== 'note'))
    return '合计的一行，不是人员'
  const name =
    columns
      .filter(column => column.kind === 'name')
      .map(column => textOf(cells[column.index]))
      .find(text => text !== '') ?? ''
  if (name !== '' && isFiller(fold(name))) return '填表、审核签字的一行，不是人员'
  if (name !== '' && isNote(fold(name))) return '表下的说明，不是人员'
  if (/^(?:例|示例|样例|举例|填写示例)[:：\s]|^[（(](?:示例|例|样例)[)）]/.test(fold(name))) return '填写示例，不是人员'
  if (name !== '' && columns.find(column => column.kind === 'name')?.index !== head.index && isNote(fold(head.text)))
    return '表下的说明，不是人员'
  if (name !== '') return null
  if (filled.every(one => (columns[one.index]?.title ?? '') === '')) return `表格以外的内容“${withoutIdNumbers(head.text).text}”，不是人员`
  if (filled.some(one => isFiller(fold(one.text)))) return '填表、审核签字的一行，不是人员'
  if (isNote(fold(head.text))) return '表下的说明，不是人员'
  const loose = filled.filter(one => kindAt(one.index) !== 'ordinal' || [...one.text].length > 6)
  if (filled.length === 1 && loose.length === 1 && ([...head.text].length > 12 || /[。；;]/.test(head.text)))
    return '一行说明文字，不是人员'
  return null
}

/** Titles of the columns with something in them for which a roster has no place. */
const unreadTitles = (columns: readonly Column[], rows: readonly (readonly Cell[])[]): string[] =>
  columns.flatMap(({ title, kind, index }) => (title === '' || kind !== null || rows.every(row => isBlank(row[index])) ? [] : [title]))

/** Words on the columns that are left out with good reason. */
const columnNotes = (columns: readonly Column[]): string[] =>
  columns.flatMap(column => {
    if (column.kind === 'idNumber') return [`“${column.title}”一列没有读取：本系统不存身份证号`]
    if (column.kind === 'derived') return [`“${column.title}”一列没有读取：由出生日期、入党时间算出`]
    return []
  })

/** Blank rows in a row that are told as one: a stray cell far below would otherwise drown the rest. */
const manyBlanks = 50

const gathered = (ignored: readonly IgnoredRow[]): IgnoredRow[] => {
  const told: IgnoredRow[] = []
  let run: IgnoredRow[] = []
  const flush = () => {
    const [first] = run
    told.push(...(first && run.length > manyBlanks ? [{ ...first, why: `从这里起连续${run.length}行空行` }] : run))
    run = []
  }
  for (const one of ignored) {
    const last = run.at(-1)
    if (one.why !== '空行' || (last && last.row + 1 !== one.row)) flush()
    if (one.why === '空行') run.push(one)
    else told.push(one)
  }
  flush()
  return told
}

const ofPlaces = (kind: Column['kind']) => kind === 'branch' || kind === 'street'

/**
 * The columns as they are read: those that say where a person belongs only in a file of several branches, one of each kind, a 支部 before a 党组织. The others
 * have no place.
 */
const heeded = (columns: readonly Column[], byBranch: boolean): Column[] => {
  const named = columns.filter(column => column.kind === 'branch')
  const branch = named.find(column => column.title.includes('支部')) ?? named[0]
  const street = columns.find(column => column.kind === 'street')
  return columns.map(column =>
    ofPlaces(column.kind) && !(byBranch && (column === branch || column === street)) ? { ...column, kind: null } : column,
  )
}

const titlesOf = (columns: readonly Column[]) => columns.map(column => column.title).join('|')

const ditto = /^(?:同上|同|〃|″|"|'')$/

/** 同上 under a column of words means what stands above it; a name and a phone belong to one person. */
const withoutDittos = (cells: readonly Cell[], above: readonly Cell[], columns: readonly Column[]): readonly Cell[] =>
  cells.map((cell, index) => {
    const kind = columns[index]?.kind
    const repeats = kind && kind !== 'name' && kind !== 'phones' && kind !== 'idNumber' && ditto.test(fold(textOf(cell)))
    return repeats ? (above[index] ?? null) : cell
  })

/** What the name of a sheet says of all its people. */
const sheetSection = (name: string): Section => {
  const what = signOfHeading(name)
  return what ? { sign: { what, words: `这一页叫“${name}”` } } : {}
}

const readSheet = (
  { name, rows, filtered = false, gaps = [], marks }: Sheet,
  today: DateText,
  { several, byBranch = false, abroad }: ReadingOptions & { several: boolean },
): RosterReading => {
  const on = several || byBranch ? { sheet: name } : {}
  const unread: string[] = []
  const people: PersonRow[] = []
  const ignored: IgnoredRow[] = []
  const ignore = (at: number, why: string) => ignored.push({ row: at + 1, ...on, why })
  let columns: Column[] | null = null
  let headerAt = -2
  const ofSheet = sheetSection(name)
  let section = ofSheet
  let last: readonly Cell[] = []
  let skipped = 0
  for (const [index, cells] of rows.entries()) {
    for (const gap of gaps.filter(one => one.before === index)) {
      ignored.push({ row: index + skipped + 1, ...on, why: `从这里起连续${String(gap.rows)}行空行` })
      skipped += gap.rows
    }
    const at = index + skipped
    const headed: Column[] | null = columns !== null || at < headerWithin ? headerOf(cells, rows[index - 1]) : null
    const header: Column[] | null = headed && heeded(headed, byBranch)
    const filled = cells.map(textOf).filter(text => text !== '')
    const heading = new Set(filled).size === 1 ? sectionOf(filled[0] ?? '') : null
    if (header) {
      // A second row right below a header is the lower half of the same one; a table further down may have other columns.
      const again = columns !== null && headerAt !== at - 1
      const repeats = again && titlesOf(header) === titlesOf(columns ?? [])
      const notes = repeats ? [] : columnNotes(header)
      if (!repeats) unread.push(...unreadTitles(header, rows.slice(index + 1)))
      columns = header
      headerAt = at
      ignore(at, [again ? '又一次的表头' : '表头', ...notes].join('；'))
    } else if (columns === null) {
      const above = filled.length === 1 ? sectionOf(filled[0] ?? '') : null
      if (above?.sign) section = { sign: { ...above.sign, words: `表的标题是“${filled[0] ?? ''}”` } }
      ignore(at, filled.length === 0 ? '空行' : '表头以上的文字')
    } else if (heading) {
      const { words, ...rest } = heading
      section = { ...omit(section, 'sign'), ...(ofSheet.sign ? { sign: ofSheet.sign } : {}), ...rest }
      ignore(at, `小标题“${filled[0] ?? ''}”：下面${words}`)
    } else {
      const why = whyIgnored(cells, columns)
      if (why === null) {
        last = withoutDittos(cells, last, columns)
        people.push({ ...readRow(last, { at, marks: marks?.get(index) ?? {}, filtered }, columns, section, today, abroad), ...on })
      } else ignore(at, why)
    }
  }
  return { found: columns !== null, people, ignored: gathered(ignored), unread }
}

interface ReadingOptions {
  /** The file is of several branches: its rows say which, and each says its sheet. */
  byBranch?: boolean
  /** How numbers abroad are read. */
  abroad?: Abroad | undefined
}

/**
 * Reads a workbook: finds the header of each sheet wherever it stands, and says of every row what it is. Sheets without a header are left out
 * with a word; where no sheet has one, nothing is found.
 * @param today dates ahead of it are doubted
 */
export const readRoster = (sheets: readonly Sheet[], today: DateText, options: ReadingOptions = {}): RosterReading => {
  const several = sheets.length > 1
  const unread = (sheet: Sheet, why: string): RosterReading => ({
    found: false,
    people: [],
    unread: [],
    ignored: [{ row: 1, sheet: sheet.name, why: `“${sheet.name}”这一页${why}，整页没有读取` }],
  })
  const parts = sheets.map(sheet => {
    if (sheet.hidden) return unread(sheet, '是隐藏的')
    const reading = readSheet(sheet, today, { ...options, several })
    return reading.found || !several || sheet.rows.length === 0 ? reading : unread(sheet, '没有找到带“姓名”的表头')
  })
  return {
    found: parts.some(one => one.found),
    people: parts.flatMap(one => one.people),
    ignored: parts.flatMap(one => one.ignored),
    unread: [...new Set(parts.flatMap(one => one.unread))],
  }
}
