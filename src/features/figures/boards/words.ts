import type { BoardTopic } from '../../../../core/figures/boards/contract'
import { festivals, festivalWords } from '../../../../core/shared/almanac/festivals'
import { change, changeOfRate, percent } from '../../../components/months'
import type { IconName } from '../../../components/icons'
import type { Given } from '../../../platform/call'
import { type Route, routes } from '../../../../core/shared/routes'

export type Data = Given<'board.get'>
type Numbers = Record<string, number> | null
type Line = Data['attention'][number]

/** What is looked at: an organization, and the month. */
export interface Place {
  orgId: string
  name: string
  month: string
  branch: boolean
  /** The reader is the secretary: the roster and the pairings are theirs to change. */
  secretary: boolean
}

const of = (numbers: Numbers, name: string): number => numbers?.[name] ?? 0
const rate = (numbers: Numbers, part: string, whole: string): number | null =>
  of(numbers, whole) === 0 ? null : of(numbers, part) / of(numbers, whole)
const joined = (...parts: string[]): string => parts.filter(Boolean).join('；')
const changeOf = (name: string, unit: string) => (now: NonNullable<Numbers>, before: Numbers) =>
  before === null ? '' : change(of(now, name), of(before, name), unit)

const festivalOf = (now: Numbers): string => festivalWords[festivals[of(now, 'festival')] ?? 'spring-festival']

/** What the address of a page about an organization names of it. */
export const named = ({ orgId, name }: Pick<Place, 'orgId' | 'name'>) => ({ orgId, name })

const coverageOf = ({ orgId }: Pick<Place, 'orgId'>, now: Numbers): Route =>
  routes.missing({ orgId, festival: festivals[of(now, 'festival')], year: of(now, 'year') })

/** One of the numbers at the top of a board. */
export interface Shown {
  topic: BoardTopic
  words: string
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
    number: now => `${of(now, 'count')}`,
    note: (now, before) => joined(`离退休 ${of(now, 'retired')}`, changeOf('count', ' 人')(now, before)),
    page: ({ branch, secretary }) => (branch && secretary ? routes.roster() : undefined),
  },
  {
    topic: 'visits',
    words: '节日走访',
    number: now => percent(rate(now, 'done', 'due')),
    note: now => joined(`${festivalOf(now)} 走了 ${of(now, 'done')} 户`, of(now, 'missing') > 0 ? `还差 ${of(now, 'missing')} 户` : ''),
    page: (place, now) => coverageOf(place, now),
  },
  {
    topic: 'pairings',
    words: '没有结对',
    number: now => `${of(now, 'gaps')}`,
    note: (now, before) => joined(`老同志 ${of(now, 'elders')} 人`, changeOf('gaps', ' 人')(now, before)),
    page: place => (place.branch ? routes.pairings(named(place)) : routes.gaps({ ...named(place), month: place.month })),
  },
  {
    topic: 'special-care',
    words: '超期没联系',
    number: now => `${of(now, 'overdue')}`,
    note: (now, before) => joined(`特殊关怀 ${of(now, 'concerned')} 人`, changeOf('overdue', ' 人')(now, before)),
    page: place => routes.special(named(place)),
  },
  {
    topic: 'requests',
    words: '求助说到做到',
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

/** What each topic calls attention to: the bars' words, the lines' words, and the rows behind a line. */
export const worries: Readonly<
  Partial<
    Record<
      BoardTopic,
      { words: string; unit: string; icon: IconName; line: (count: number) => string; page: (line: Line, month: string) => Route }
    >
  >
> = {
  visits: {
    words: '走访',
    unit: '户',
    icon: 'home',
    line: count => `${count} 户走访超期，或者还没有人去`,
    page: line => coverageOf(line, line.figures),
  },
  pairings: {
    words: '没有结对',
    unit: '人',
    icon: 'people',
    line: count => `${count} 位老同志没有结对`,
    page: line => routes.pairings(named(line)),
  },
  'special-care': {
    words: '超期没联系',
    unit: '人',
    icon: 'phone',
    line: count => `${count} 位老同志超期没人联系`,
    page: line => routes.special(named(line)),
  },
  benefits: {
    words: '待遇超期',
    unit: '项',
    icon: 'wallet',
    line: count => `${count} 项待遇到期没办`,
    page: line => routes.benefits(named(line)),
  },
  requests: {
    words: '求助超时',
    unit: '件',
    icon: 'help',
    line: count => `${count} 件求助没按说好的时间办`,
    page: (line, month) => routes.requestBoard({ ...named(line), month, rows: true, broken: true }),
  },
}

/** 昨夜核对：一致. */
export const comparedWords = ({ state, repaired }: Data['compared']): string =>
  ({
    none: '数字还没有核对过，今夜会核对',
    running: '正在核对昨天的数字',
    done: repaired === 0 ? '昨夜核对：一致' : `昨夜核对：修正了 ${repaired} 处`,
  })[state]
