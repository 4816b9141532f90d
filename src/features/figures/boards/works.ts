import type { BoardTopic } from '../../../../core/figures/boards/contract'
import { sayMoney } from '../../../../core/means/public'
import { type Route, routes } from '../../../../core/shared/routes'
import type { IconName } from '../../../components/icons'
import { named, type Numbers, of, type Place } from './words'

/** One of the works that a board counts beside its five numbers: what it comes to in words, and the page of its rows. */
export interface Work {
  topic: BoardTopic
  icon: IconName
  words: string
  /** Of places with branches below them alone. */
  above?: true
  say: (now: NonNullable<Numbers>, place: Place) => string
  /** Undefined where the reader has no such page. */
  page: (place: Place, now: Numbers) => Route | undefined
}

const joined = (...parts: (string | false)[]): string => parts.filter(Boolean).join('，')
const any = (now: NonNullable<Numbers>, ...names: string[]): boolean => names.some(name => of(now, name) > 0)
const yearOf = ({ month }: Pick<Place, 'month'>): number => Number(month.slice(0, 4))
const lacking = [
  ['no-branch', '没有支部'],
  ['no-home', '没编进支部'],
  ['no-activity', '没有活动'],
  ['unpaired', '没人结对'],
  ['liaison', '没有联络员'],
] as const

/** The bands of branches, as the board's figures name them. */
const bands = [
  ['first', '先进'],
  ['middle', '中间'],
  ['last', '后进'],
  ['open', '没评完'],
] as const
/** Of a branch: the band in which it is. */
const bandOfOne = (now: NonNullable<Numbers>): string => {
  const band = bands.find(([name]) => of(now, name) > 0)
  return band === undefined ? '' : band[0] === 'open' ? '考评还没有评完' : `在“${band[1]}”这一档`
}

/** Everything that is counted, in the order of the works of a branch. */
const works: readonly Work[] = [
  {
    topic: 'life',
    icon: 'calendar',
    words: '三会一课',
    say: (now, { branch }) =>
      of(now, 'overdue') === 0
        ? '到期的会都办了'
        : branch
          ? `${of(now, 'overdue')} 项会过期没有办`
          : `${of(now, 'behind')} 个支部有 ${of(now, 'overdue')} 项会过期没有办`,
    page: place => (place.branch ? routes.rhythm(named(place)) : routes.rhythmOverdue(named(place))),
  },
  {
    topic: 'organizations',
    icon: 'people',
    words: '支部班子',
    say: (now, { branch }) =>
      of(now, 'committee') === 0
        ? branch
          ? '班子齐全'
          : '各支部班子齐全'
        : branch
          ? '班子不齐'
          : `${of(now, 'committee')} 个支部班子不齐`,
    page: place => (place.branch ? routes.committee({ orgId: place.orgId }) : routes.committees(named(place))),
  },
  {
    topic: 'organizations',
    icon: 'chart',
    words: '六个全覆盖',
    // Of one branch it is the committee, which stands above.
    above: true,
    say: now => {
      const said = lacking.filter(([name]) => of(now, name) > 0).map(([name, words]) => `${words} ${of(now, name)}`)
      return said.length === 0 ? '都覆盖到了' : `还差：${said.join('，')}`
    },
    page: place => routes.coverage(named(place)),
  },
  {
    topic: 'benefits',
    icon: 'wallet',
    words: '待遇',
    say: now =>
      of(now, 'concerned') === 0
        ? '这个月没有要办的'
        : joined(`该办 ${of(now, 'concerned')} 项，办了 ${of(now, 'done')} 项`, any(now, 'overdue') && `超期 ${of(now, 'overdue')} 项`),
    page: place => routes.benefits(named(place)),
  },
  {
    topic: 'study',
    icon: 'book',
    words: '学习',
    say: now =>
      joined(
        `今年共 ${of(now, 'hours')} 学时，${of(now, 'reached')} 人学够`,
        any(now, 'brought') && `送学上门 ${of(now, 'brought')} 次`,
        any(now, 'late') && `${of(now, 'late')} 本书到期没还`,
      ),
    page: place => routes.studyBoard(named(place)),
  },
  {
    topic: 'assessment',
    icon: 'award',
    words: '示范创建和考核',
    say: (now, { branch }) =>
      of(now, 'judged') === 0
        ? '今年还没有考评'
        : branch
          ? joined(bandOfOne(now), any(now, 'named') && '已经命名')
          : joined(
              `${of(now, 'judged')} 个支部参评`,
              ...bands.map(([name, words]) => any(now, name) && `${words} ${of(now, name)}`),
              any(now, 'named') && `命名 ${of(now, 'named')}`,
            ),
    page: (place, now) =>
      place.branch || now === null || of(now, 'judged') === 0
        ? routes.assessments(named(place))
        : routes.assessmentYear({ ...named(place), year: yearOf(place) }),
  },
  {
    topic: 'suggestions',
    icon: 'talk',
    words: '建言献策',
    say: now =>
      joined(
        any(now, 'came')
          ? `这个月提了 ${of(now, 'came')} 条，答复 ${of(now, 'answered')} 条，采纳 ${of(now, 'adopted')} 条`
          : '这个月没有新建议',
        any(now, 'late') && `${of(now, 'late')} 条过期没答复`,
      ),
    page: place => routes.suggestions(named(place)),
  },
  {
    topic: 'funds',
    icon: 'wallet',
    words: '党费和经费',
    say: now =>
      any(now, 'collectedFen', 'inFen', 'outFen', 'late')
        ? joined(
            `今年收党费 ${sayMoney(of(now, 'collectedFen'))}，返还 ${sayMoney(of(now, 'returnedFen'))}`,
            any(now, 'late') && `${of(now, 'late')} 个季度过期没返还`,
            `经费余额 ${sayMoney(of(now, 'balanceFen'))}`,
          )
        : '今年还没有记账',
    page: place =>
      place.branch
        ? place.secretary || place.bureau
          ? routes.funds({ ...named(place), year: yearOf(place) })
          : undefined
        : place.bureau
          ? routes.duesReturns(named(place))
          : undefined,
  },
  {
    topic: 'service',
    icon: 'serve',
    words: '志愿服务',
    say: now =>
      any(now, 'posts', 'served', 'hours')
        ? `这个月办了 ${of(now, 'posts')} 个岗位，${of(now, 'served')} 人次，${of(now, 'hours')} 小时`
        : '这个月没有办服务岗位',
    page: ({ branch, secretary }) => (branch && secretary ? routes.posts() : undefined),
  },
  {
    topic: 'service',
    icon: 'place',
    words: '服务站点',
    say: now =>
      any(now, 'stations', 'points')
        ? joined(
            `${of(now, 'stations')} 个服务站，${of(now, 'points')} 个服务点`,
            any(now, 'gapDays') && `缺人值班 ${of(now, 'gapDays')} 天`,
          )
        : '还没有服务站点',
    page: place => routes.runStations(named(place)),
  },
  {
    topic: 'service',
    icon: 'notice',
    words: '应急集结',
    say: now => (any(now, 'musters') ? `这个月集结 ${of(now, 'musters')} 次` : '这个月没有集结'),
    page: place => routes.musters(named(place)),
  },
  {
    topic: 'service',
    icon: 'star',
    words: '银发人才',
    say: now => (any(now, 'talents') ? `${of(now, 'talents')} 人登记，愿意发挥作用` : '还没有人登记'),
    page: place => routes.talents(named(place)),
  },
  {
    topic: 'service',
    icon: 'link',
    words: '共建单位',
    say: now =>
      any(now, 'pledges')
        ? joined(
            `今年该做 ${of(now, 'pledges')} 件，做了 ${of(now, 'kept')} 件`,
            any(now, 'overdue') && `过期没做 ${of(now, 'overdue')} 件`,
          )
        : '今年没有约定的事',
    page: place => routes.pledges({ ...named(place), year: yearOf(place) }),
  },
  {
    topic: 'service',
    icon: 'award',
    words: '荣誉',
    say: now => (any(now, 'honours') ? `今年授予 ${of(now, 'honours')} 项` : '今年还没有授予'),
    page: place => routes.honours({ ...named(place), year: yearOf(place) }),
  },
  {
    topic: 'service',
    icon: 'law',
    words: '预约咨询',
    say: now => (any(now, 'booked', 'held') ? `这个月约了 ${of(now, 'booked')} 人次，办了 ${of(now, 'held')} 人次` : '这个月没有人预约'),
    page: place => routes.keepHours(named(place)),
  },
  {
    topic: 'service',
    icon: 'hand',
    words: '心愿和陪同',
    say: now => (any(now, 'wishes') ? `这个月办成 ${of(now, 'wishes')} 件` : '这个月还没有办成的'),
    page: place => routes.keepWishes(named(place)),
  },
  {
    topic: 'service',
    icon: 'home',
    words: '活动场地',
    say: now => (any(now, 'rooms') ? `${of(now, 'rooms')} 处，这个月用了 ${of(now, 'roomUses')} 场` : '还没有登记场地'),
    page: place => routes.runVenues(named(place)),
  },
]

/** The works that a place of that kind has. */
export const worksOf = ({ branch }: Pick<Place, 'branch'>): Work[] => works.filter(one => !branch || one.above !== true)
