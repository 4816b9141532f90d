import type { BoardTopic } from '../../../../core/figures/boards/contract'
import { festivals, festivalWords } from '../../../../core/shared/almanac/festivals'
import { type Route, routes } from '../../../../core/shared/routes'
import { change, changeOfRate, percent } from '../../../components/months'
import type { Column } from '../../../components/order'
import type { Given } from '../../../platform/call'
import { coverageOf, named, type Numbers, of, type Place } from './words'

const rate = (numbers: Numbers, part: string, whole: string): number | null =>
  of(numbers, whole) === 0 ? null : of(numbers, part) / of(numbers, whole)
const joined = (...parts: string[]): string => parts.filter(Boolean).join('；')
const changeOf = (name: string, unit: string) => (now: NonNullable<Numbers>, before: Numbers) =>
  before === null ? '' : change(of(now, name), of(before, name), unit)

const festivalOf = (now: Numbers): string => festivalWords[festivals[of(now, 'festival')] ?? 'spring-festival']

/** One of the numbers at the top of a board. */
export interface Shown {
  topic: BoardTopic
  words: string
  /** What its line over six months is drawn through. */
  value: (now: NonNullable<Numbers>) => number | null
  number: (now: NonNullable<Numbers>) => string
  note: (now: NonNullable<Numbers>, before: Numbers) => string
  /** The rows behind it; undefined where only the bars below tell more. */
  page?: (place: Place, now: Numbers) => Route | undefined
}

/** The numbers of a board in their order; a board shows those that are counted. */
export const numbers: readonly Shown[] = [
  {
    topic: 'members',
    words: '党员',
    value: now => of(now, 'count'),
    number: now => `${of(now, 'count')}`,
    note: (now, before) => joined(`离退休 ${of(now, 'retired')}`, changeOf('count', ' 人')(now, before)),
    page: ({ branch, secretary }) => (branch && secretary ? routes.roster() : undefined),
  },
  {
    topic: 'visits',
    words: '节日走访',
    value: now => rate(now, 'done', 'due'),
    number: now => percent(rate(now, 'done', 'due')),
    note: now => `${festivalOf(now)}走了 ${of(now, 'done')} 户，应走 ${of(now, 'due')} 户`,
    page: (place, now) => coverageOf(place, now),
  },
  {
    topic: 'pairings',
    words: '没有结对',
    value: now => of(now, 'gaps'),
    number: now => `${of(now, 'gaps')}`,
    note: (now, before) => joined(`老同志 ${of(now, 'elders')} 人`, changeOf('gaps', ' 人')(now, before)),
    page: place => (place.branch ? routes.pairings(named(place)) : routes.gaps({ ...named(place), month: place.month })),
  },
  {
    topic: 'special-care',
    words: '超期没联系',
    value: now => of(now, 'overdue'),
    number: now => `${of(now, 'overdue')}`,
    note: (now, before) => joined(`特殊关怀 ${of(now, 'concerned')} 人`, changeOf('overdue', ' 人')(now, before)),
    page: place => routes.special(named(place)),
  },
  {
    topic: 'requests',
    words: '求助说到做到',
    value: now => kept(now),
    number: now => percent(kept(now)),
    note: (now, before) =>
      joined(
        `本月求助 ${of(now, 'raised')} 件`,
        of(now, 'broken') > 0 ? `没按时 ${of(now, 'broken')} 件` : '',
        changeOfRate(kept(now), before && kept(before)),
      ),
    page: place => routes.requestBoard(named(place)),
  },
]

const kept = (numbers: NonNullable<Numbers>): number | null => {
  const judged = of(numbers, 'kept') + of(numbers, 'broken')
  return judged === 0 ? null : of(numbers, 'kept') / judged
}

/** A row of the table: what stands directly under an organization. */
export type Unit = Given<'board.table'>['items'][number]
const say = (value: number | null, words: (value: number) => string): string => (value === null ? '—' : words(value))
const counts = (topic: BoardTopic, words: string, name: string): Column<Unit> => {
  const value = ({ topics }: Unit) => topics[topic]?.[name] ?? null
  return { key: topic, words, value, say: unit => say(value(unit), String) }
}

/** The columns of the table on a wide window. */
export const columns: readonly Column<Unit>[] = [
  { key: 'name', words: '单位', value: one => one.name, say: one => one.name, first: 'ascending' },
  counts('members', '党员', 'count'),
  {
    key: 'visits',
    words: '节日走访',
    value: ({ topics }) => rate(topics.visits ?? null, 'done', 'due'),
    say: ({ topics }) => say(rate(topics.visits ?? null, 'done', 'due'), percent),
    first: 'ascending',
  },
  counts('pairings', '没结对', 'gaps'),
  counts('special-care', '没联系', 'overdue'),
  counts('benefits', '待遇超期', 'overdue'),
  counts('requests', '求助超时', 'broken'),
  counts('life', '会没有办', 'overdue'),
]
