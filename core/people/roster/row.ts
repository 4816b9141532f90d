import { joinedTooYoung, readBirthday, readJoinedPartyOn } from './birthday'
import { asksOf, isStruckOut, type RowAsk } from './asks'
import {
  cellAddress,
  fold,
  isCellError,
  read,
  saysNothing,
  textOf,
  withoutIdNumbers,
  type Cell,
  type Reading,
  type RowMarks,
} from './cells'
import type { Column, ColumnKind } from './columns'
import { careKinds } from './contract'
import { readPhones, type Abroad } from './phones'
import type { Facts } from './facts'
import {
  careWords,
  readCare,
  readEthnicity,
  readGender,
  readGroupName,
  readHealth,
  readName,
  readSkills,
  readStanding,
  readText,
  readYes,
  standingWords,
  type CareKind,
  type Standing,
} from './words'
import type { Sign } from './signs'
import type { DateText } from '../../shared/operation'

export interface Fault {
  column: string
  cell: string
  message: string
}

/** What a cell says of where its person belongs; an empty text where it says nothing. */
export interface Place {
  text: string
  column: string
  cell: string
}

/** One row of people as it was read; without facts where a fault keeps it out. */
export interface PersonRow {
  /** Row number as the spreadsheet shows it. */
  row: number
  /** The sheet's name, where people stand on several. */
  sheet?: string
  name: string
  /** Address of the cell of the name. */
  nameCell: string
  nameColumn: string
  facts: Facts | null
  errors: Fault[]
  warnings: Fault[]
  /** What the secretary has to answer before the row is imported. */
  asks: RowAsk[]
  /** The branch it names, and the street, where its sheet has columns for them. */
  branch?: Place
  street?: Place
}

/** What headings between the rows say of the people below them. */
export interface Section {
  groupName?: string
  standing?: Standing
  /** That those below are no living members of the branch any more, and the words that say so. */
  sign?: { what: Sign; words: string }
}

const tickOf: Partial<Record<ColumnKind, CareKind>> = {
  alone: 'alone',
  emptyNest: 'empty-nest',
  isDisabled: 'disabled',
  isHalfDisabled: 'half-disabled',
  isBedridden: 'bedridden',
}
const standingOf: Partial<Record<ColumnKind, Standing>> = {
  isHonoured: 'honoured-retired',
  isRetired: 'retired',
  isInService: 'in-service',
}

interface Reader {
  cells: readonly Cell[]
  at: number
  today: DateText
  errors: Fault[]
  warnings: Fault[]
}

const noteAt = (reader: Reader, column: Column, message: string): Fault => ({
  column: column.title,
  cell: cellAddress(column.index, reader.at),
  message,
})

/** Reads one cell, noting its fault and doubts. An identity-card number in it is taken out first, whatever the column (PRODUCT P03). */
const take = <T>(reader: Reader, column: Column, readCell: (cell: Cell | undefined) => Reading<T>): T | null => {
  const cell = reader.cells[column.index]
  const note = (message: string) => noteAt(reader, column, message)
  const { text, found } = withoutIdNumbers(typeof cell === 'string' || typeof cell === 'number' ? textOf(cell) : '')
  if (found) reader.warnings.push(note('这一格里有身份证号，没有记；本系统不存身份证号'))
  const { value, fault, doubts } = readCell(found ? text : cell)
  if (fault !== null) reader.errors.push(note(fault))
  reader.warnings.push(...doubts.map(note))
  return value
}

/** The first value of several columns of one kind; what a later one says otherwise is told, not stored. */
const takeFirst = <T>(
  reader: Reader,
  columns: readonly Column[],
  readCell: (cell: Cell | undefined, column: Column) => Reading<T>,
): T | null => {
  let kept: { value: T; column: Column } | null = null
  for (const column of columns) {
    const raw = textOf(reader.cells[column.index])
    if (kept && !saysNothing(fold(raw)) && raw !== textOf(reader.cells[kept.column.index])) {
      reader.warnings.push(noteAt(reader, column, `写的是“${withoutIdNumbers(raw).text}”，没有记，已按“${kept.column.title}”一列记`))
    }
    if (kept) continue
    const value = take(reader, column, cell => readCell(cell, column))
    if (value !== null) kept = { value, column }
  }
  return kept?.value ?? null
}

/** All values of several columns of one kind. */
const takeAll = <T>(reader: Reader, columns: readonly Column[], readCell: (cell: Cell | undefined) => Reading<T>): T[] =>
  columns.flatMap(column => {
    const value = take(reader, column, readCell)
    return value === null ? [] : [value]
  })

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]

/** Phones of the person; words beside a number are told, since there is no place for them. */
const phonesIn =
  (abroad: Abroad | undefined) =>
  (cell: Cell | undefined): Reading<string[]> => {
    const { value, fault, doubts } = readPhones(cell, abroad)
    if (!value) return { value: null, fault, doubts }
    return read(value.phones, ...doubts, ...(value.words ? [`号码旁边的“${value.words}”没有记`] : []))
  }

/** A contact's name, numbers, or both in one cell. One that cannot be rung keeps no person from the roster: it is told and left out. */
const contactIn =
  (abroad: Abroad | undefined) =>
  (cell: Cell | undefined): Reading<{ phones: string[]; words: string }> => {
    const text = textOf(cell)
    if (/\d{3}/.test(fold(text))) {
      const { value, fault, doubts } = readPhones(cell, abroad)
      return fault === null ? { value, fault, doubts } : read<{ phones: string[]; words: string }>(null, `${fault}。这一格没有记`)
    }
    const words = readText(cell).value
    return read(words === null ? null : { phones: [], words })
  }

const placeIn = (reader: Reader, [column]: readonly Column[]): Place | null =>
  column ? { text: take(reader, column, readText) ?? '', column: column.title, cell: cellAddress(column.index, reader.at) } : null

const asksOfHealth = (column: Column) => /失能|自理/.test(column.title)

/** Where a row stands and what is seen of it beside its values. */
export interface RowPlace {
  /** Its number as the spreadsheet shows it, less one. */
  at: number
  marks: RowMarks
  /** A filter is set on its sheet. */
  filtered: boolean
}

/** The cells without what is struck out and what a formula failed to give; the name stays, so that its fault is told. */
const whatStands = (cells: readonly Cell[], columns: readonly Column[], { at, marks }: RowPlace, warnings: Fault[]): readonly Cell[] => {
  const note = (column: number, message: string) =>
    warnings.push({ column: columns[column]?.title ?? '', cell: cellAddress(column, at), message })
  for (const { column, text } of marks.crossed ?? []) note(column, `“${withoutIdNumbers(text.trim()).text}”划掉了，没有记`)
  const whole = isStruckOut(cells, columns, marks)
  return cells.map((cell, column) => {
    if (columns[column]?.kind === 'name') return cell
    if (isCellError(cell)) {
      if (columns[column]?.kind === 'emergency') note(column, `写的是“${textOf(cell)}”，公式出错了，没有记`)
      return null
    }
    if (whole || !marks.struck?.includes(column) || textOf(cell) === '') return cell
    note(column, `“${withoutIdNumbers(textOf(cell)).text}”划掉了，没有记`)
    return null
  })
}

/** Reads one row of a person by the columns of its header. Never throws, whatever the cells hold. */
export const readRow = (
  written: readonly Cell[],
  place: RowPlace,
  columns: readonly Column[],
  section: Section,
  today: DateText,
  abroad?: Abroad,
): PersonRow => {
  const { at } = place
  const warnings: Fault[] = []
  const cells = whatStands(written, columns, place, warnings)
  const reader: Reader = { cells, at, today, errors: [], warnings }
  const of = (kind: ColumnKind) => columns.filter(column => column.kind === kind)
  const first = <T>(kind: ColumnKind, readCell: (cell: Cell | undefined, column: Column) => Reading<T>) =>
    takeFirst(reader, of(kind), readCell)
  const said: Facts['said'] = {}
  const care: Facts['care'] = {}

  const [nameColumn] = of('name')
  const named = first('name', readName)
  const nameCell = nameColumn ? cellAddress(nameColumn.index, at) : cellAddress(0, at)
  if (!named && reader.errors.length === 0)
    reader.errors.push({ column: nameColumn?.title ?? '姓名', cell: nameCell, message: '没有姓名。请补上姓名，或删去这一行' })

  const gender = first('gender', readGender) ?? named?.gender
  const birthday = first('birthday', (cell, column) => readBirthday(cell, { lunarColumn: column.lunar, today }))
  const joinedPartyOn = first('joinedPartyOn', cell => readJoinedPartyOn(cell, today))
  const ticked = columns.flatMap(column => {
    const standing = column.kind && standingOf[column.kind]
    return standing && take(reader, column, cell => readYes(cell, standingWords[standing])) ? [standing] : []
  })
  const kind = first('standing', readStanding) ?? ticked[0] ?? section.standing
  const ethnicity = first('ethnicity', readEthnicity)
  const formerPost = unique(takeAll(reader, of('formerPost'), readText)).join(' ')
  const residence = first('residence', readText)
  const phones = unique(takeAll(reader, of('phones'), phonesIn(abroad)).flat())
  const contacts = takeAll(reader, of('emergency'), contactIn(abroad))
  const emergencyName = unique(contacts.map(one => one.words).filter(words => words !== '')).join('、')
  const emergencyPhones = unique(contacts.flatMap(one => one.phones))
  const health = takeAll(reader, of('health'), readHealth)
  const skills = unique(takeAll(reader, of('skills'), readSkills).flat())
  const groupName = first('groupName', readGroupName) ?? section.groupName
  const liaisonName = first('liaisonName', readText)
  const note = unique(takeAll(reader, of('note'), readText)).join('；')
  const branch = placeIn(reader, of('branch'))
  const street = placeIn(reader, of('street'))

  // 失能 under 健康状况 stays beside 独居 under 居住情况; only a column that asks about it (失能情况, 自理能力) takes it away.
  const [asking, others] = [of('care').filter(asksOfHealth), of('care').filter(column => !asksOfHealth(column))]
  for (const heard of [...health.map(one => one.care), ...takeAll(reader, others, readCare)])
    for (const kind of careKinds) {
      const is = heard[kind]
      if (is !== undefined) care[kind] = is || care[kind] === true
    }
  for (const column of asking) Object.assign(care, take(reader, column, readCare))
  for (const column of columns) {
    const kind = column.kind && tickOf[column.kind]
    const yes = kind ? take(reader, column, cell => readYes(cell, careWords[kind])) : null
    if (kind && yes !== null) care[kind] = yes
  }

  if (gender) said.gender = gender
  if (ethnicity) said.ethnicity = ethnicity
  if (birthday) said.birthday = birthday
  const joinedColumn = of('joinedPartyOn')[0]
  if (joinedPartyOn && joinedColumn && birthday && joinedTooYoung(joinedPartyOn, birthday))
    reader.warnings.push(noteAt(reader, joinedColumn, '入党时间比出生晚不到16年，没有记。请核对这两个日期'))
  else if (joinedPartyOn) said.joinedPartyOn = joinedPartyOn
  if (kind) said.standing = kind
  if (formerPost) said.formerPost = formerPost
  if (residence) said.residence = residence
  if (phones.length > 0) said.phones = phones
  if (emergencyName) said.emergencyName = emergencyName
  if (emergencyPhones.length > 0) said.emergencyPhones = emergencyPhones
  if (health.length > 0) said.health = health.map(one => one.text).join('；')
  if (skills.length > 0) said.skills = skills
  if (groupName) said.groupName = groupName
  if (liaisonName) said.liaisonName = liaisonName
  if (note) said.note = note

  const name = named?.name ?? ''
  const shown = name || (nameColumn ? withoutIdNumbers(textOf(cells[nameColumn.index])).text : '')
  const facts = named && reader.errors.length === 0 ? { name, said, care } : null
  return {
    row: at + 1,
    name: shown,
    nameCell,
    nameColumn: nameColumn?.title ?? '姓名',
    facts,
    errors: reader.errors,
    warnings: reader.warnings,
    asks: asksOf(written, columns, place, section),
    ...(branch ? { branch } : {}),
    ...(street ? { street } : {}),
  }
}
