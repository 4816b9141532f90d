import type { BoardTopic } from '../../../../core/figures/boards/contract'
import { festivals } from '../../../../core/shared/almanac/festivals'
import type { IconName } from '../../../components/icons'
import type { Given } from '../../../platform/call'
import { type Route, routes } from '../../../../core/shared/routes'

export type Data = Given<'board.get'>
export type Numbers = Record<string, number> | null
type Line = Data['attention'][number]

/** What is looked at: an organization, and the month. */
export interface Place {
  orgId: string
  name: string
  month: string
  branch: boolean
  /** The reader is the secretary: the roster and the pairings are theirs to change. */
  secretary: boolean
  /** The reader is of the bureau: money of branches is shown to it and to them. */
  bureau: boolean
}

/** A number of a figure; 0 where it has none of that name. */
export const of = (numbers: Numbers, name: string): number => numbers?.[name] ?? 0

/** What is shown of a figure now; nothing while it is being counted and would not agree with the others. */
export const shownNow = ({ now, counting }: Data['figures'][number]): Numbers => (counting === true ? null : now)

/** What the address of a page about an organization names of it. */
export const named = ({ orgId, name }: Pick<Place, 'orgId' | 'name'>) => ({ orgId, name })

/** The rows of a festival's visits. */
export const coverageOf = ({ orgId }: Pick<Place, 'orgId'>, now: Numbers): Route =>
  routes.missing({ orgId, festival: festivals[of(now, 'festival')], year: of(now, 'year') })

/** What each topic calls attention to: the bars' words, the lines' words, and the rows behind a line. */
export const worries: Readonly<
  Partial<Record<BoardTopic, { words: string; unit: string; icon: IconName; page: (line: Line, month: string) => Route }>>
> = {
  visits: {
    words: '走访',
    unit: '户',
    icon: 'home',
    page: line => coverageOf(line, line.figures),
  },
  pairings: {
    words: '没有结对',
    unit: '人',
    icon: 'people',
    page: line => routes.pairings(named(line)),
  },
  'special-care': {
    words: '超期没联系',
    unit: '人',
    icon: 'phone',
    page: line => routes.special(named(line)),
  },
  suggestions: {
    words: '建议没答复',
    unit: '条',
    icon: 'talk',
    page: line => routes.suggestions({ ...named(line), state: 'late' }),
  },
  benefits: {
    words: '待遇超期',
    unit: '项',
    icon: 'wallet',
    page: line => routes.benefits(named(line)),
  },
  requests: {
    words: '求助超时',
    unit: '件',
    icon: 'help',
    page: (line, month) => routes.requestBoard({ ...named(line), month, rows: true, broken: true }),
  },
  life: {
    words: '会没有办',
    unit: '项',
    icon: 'calendar',
    page: line => routes.rhythm(named(line)),
  },
  funds: {
    words: '党费没返还',
    unit: '个季度',
    icon: 'wallet',
    page: line => routes.funds(named(line)),
  },
  service: {
    words: '值班、共建',
    unit: '处',
    icon: 'serve',
    page: line => (of(line.figures, 'overdue') > 0 ? routes.pledges(named(line)) : routes.runStations(named(line))),
  },
}

/** Can a topic need attention? */
export const isTopic = (name: string): name is BoardTopic => name in worries

/** 昨夜核对：一致. */
export const comparedWords = ({ state, repaired }: Data['compared']): string =>
  ({
    none: '数字还没有核对过，今夜会核对',
    running: '正在核对昨天的数字',
    done: repaired === 0 ? '昨夜核对：一致' : `昨夜核对：修正了 ${repaired} 处`,
  })[state]
