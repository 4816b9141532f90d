import { settled } from '../../../../core/people/roster/answers'
import type { Preview } from './useImport'

export type Row = Preview['rows'][number]
export type Ask = NonNullable<Row['asks']>[number]
type Kind = Ask['what']

/** What the secretary says of a row that is asked about; `same` and `new` only where it may be another person's row. */
export type Decision = 'import' | 'same' | 'new' | 'leave'
/** By the row's key; a row that is not in it has not been looked at, and stays out. */
export type Decisions = Readonly<Record<string, Decision>>

export const keyOf = ({ row, sheet }: Pick<Row, 'row' | 'sheet'>) => `${sheet ?? ''}:${row}`
export const placeOf = ({ row, sheet }: Pick<Row, 'row' | 'sheet'>) => `${sheet ? `“${sheet}” ` : ''}第 ${row} 行`

/** Whether something has to be said of a row before it is imported. A row that is wrong or changes nothing is not asked about. */
export const isAsked = (row: Row) => (row.fate === 'new' || row.fate === 'changed') && (row.asks ?? []).length > 0

/** What rows of each kind are called, and what it means to import them all the same. */
const kinds: Readonly<Record<Kind, { title: string; yes: string }>> = {
  same: { title: '可能已经在花名册上', yes: '' },
  twin: { title: '表里可能写了两遍', yes: '' },
  died: { title: '像是已经去世', yes: '还健在，照样导入' },
  moved: { title: '像是已经转走', yes: '还在本支部，照样导入' },
  stopped: { title: '像是已经停止党籍', yes: '还是党员，照样导入' },
  void: { title: '像是旧名单里的', yes: '还在本支部，照样导入' },
  hidden: { title: '表上看不见的行', yes: '照样导入' },
  struck: { title: '表上划掉的行', yes: '没有作废，照样导入' },
  error: { title: '公式出错的行', yes: '照样导入，出错的格子空着' },
}
/** What decides first where several things are asked of one row. */
const order: readonly Kind[] = ['same', 'twin', 'died', 'moved', 'stopped', 'void', 'struck', 'hidden', 'error']

/** What a row is asked about first. */
const mainKind = (row: Row): Kind => order.find(kind => row.asks?.some(ask => ask.what === kind)) ?? 'hidden'

/** The rows that are asked about, by what is asked first. */
export const askedGroups = (rows: readonly Row[]): { kind: Kind; title: string; rows: Row[] }[] => {
  const asked = rows.filter(isAsked)
  return order
    .map(kind => ({ kind, title: kinds[kind].title, rows: asked.filter(row => mainKind(row) === kind) }))
    .filter(group => group.rows.length > 0)
}

/** The answers that may be given for rows of a kind. */
export const optionsFor = (kind: Kind): { value: Decision; words: string }[] => {
  if (kind === 'same')
    return [
      { value: 'same', words: '是同一个人，按这张表改' },
      { value: 'new', words: '是另一个人，新加' },
      { value: 'leave', words: '这一行不导入' },
    ]
  if (kind === 'twin')
    return [
      { value: 'new', words: '是两个人，都导入' },
      { value: 'leave', words: '是同一个人，这一行不导入' },
    ]
  return [
    { value: 'import', words: kinds[kind].yes },
    { value: 'leave', words: '不导入' },
  ]
}

type Answers = Parameters<typeof settled>[1][number][]

const answerTo = (kind: Kind, decision: Decision): Answers[number]['answer'] => {
  if (decision === 'leave') return 'leave'
  if (kind === 'same') return decision === 'same' ? 'same' : 'new'
  return kind === 'twin' ? 'new' : 'import'
}

/** The decisions as the cloud takes them. A row that stays out needs no answer. */
export const answersOf = (rows: readonly Row[], decisions: Decisions): Answers =>
  rows.filter(isAsked).flatMap(row => {
    const decision = decisions[keyOf(row)]
    if (decision === undefined || decision === 'leave') return []
    const place = { row: row.row, ...(row.sheet === undefined ? {} : { sheet: row.sheet }) }
    return (row.asks ?? []).map(({ what }) => ({ what, answer: answerTo(what, decision), ...place }))
  })

/** How many people an import with these decisions adds or changes, and how many rows nothing was said of yet. */
export const outcomeOf = (rows: readonly Row[], decisions: Decisions): { imported: number; open: number } => {
  const answers = answersOf(rows, decisions)
  const kept = rows.filter(row => (row.fate === 'new' || row.fate === 'changed') && settled(row, answers) !== 'left-out')
  return { imported: kept.length, open: rows.filter(row => isAsked(row) && decisions[keyOf(row)] === undefined).length }
}
