import { routes, type Route } from '../../shared/routes'

/** Where the rows lie that a figure counts. */
interface Asked {
  branchId: string
  year: number
}
const at = {
  roster: () => routes.roster(),
  committee: ({ branchId }: Asked) => routes.committee({ orgId: branchId }),
  talents: ({ branchId }: Asked) => routes.talents({ orgId: branchId }),
  rhythm: ({ branchId, year }: Asked) => routes.rhythm({ orgId: branchId, year }),
  year: ({ branchId, year }: Asked) => routes.branchYear({ orgId: branchId, year }),
  study: ({ branchId }: Asked) => routes.studyBoard({ orgId: branchId }),
  posts: () => routes.posts(),
  honours: ({ branchId, year }: Asked) => routes.honours({ orgId: branchId, year }),
  suggestions: ({ branchId }: Asked) => routes.suggestions({ orgId: branchId, state: 'all' }),
  pledges: ({ branchId, year }: Asked) => routes.pledges({ orgId: branchId, year }),
  visits: () => routes.visits(),
  spring: ({ branchId, year }: Asked) => routes.missing({ orgId: branchId, festival: 'spring-festival', year }),
  requests: () => routes.requestDesk(),
  wishes: ({ branchId }: Asked) => routes.keepWishes({ orgId: branchId }),
  hours: ({ branchId }: Asked) => routes.keepHours({ orgId: branchId }),
  pairings: ({ branchId }: Asked) => routes.pairings({ orgId: branchId }),
  special: ({ branchId }: Asked) => routes.special({ orgId: branchId }),
  benefits: ({ branchId }: Asked) => routes.benefits({ orgId: branchId }),
  remedies: ({ branchId }: Asked) => routes.remedies({ orgId: branchId }),
  dues: ({ branchId }: Asked) => routes.dues({ orgId: branchId }),
  funds: ({ branchId, year }: Asked) => routes.funds({ orgId: branchId, year }),
  rooms: ({ branchId }: Asked) => routes.runVenues({ orgId: branchId }),
  homes: ({ branchId }: Asked) => routes.partyHomes({ orgId: branchId }),
} satisfies Record<string, (asked: Asked) => Route>

type Kind = readonly [words: string, unit: string, rows: keyof typeof at]

/** Everything that a debrief may count: its words, its unit, and where its rows are. Figures of a branch as it is come first, then those of the year. */
export const figureKinds = {
  members: ['党员', '名', 'roster'],
  retired: ['离退休党员', '名', 'roster'],
  elderly: ['80岁以上的党员', '名', 'roster'],
  alone: ['独居的党员', '名', 'roster'],
  committee: ['支部班子', '人', 'committee'],
  talents: ['银发人才', '名', 'talents'],

  'general-meeting': ['支部党员大会', '次', 'rhythm'],
  'committee-meeting': ['支委会', '次', 'rhythm'],
  'group-meeting': ['党小组会', '次', 'rhythm'],
  lecture: ['党课', '次', 'rhythm'],
  'party-day': ['主题党日', '次', 'rhythm'],
  'org-life': ['组织生活会', '次', 'rhythm'],
  appraisal: ['民主评议党员', '次', 'rhythm'],
  briefing: ['形势通报会', '次', 'rhythm'],
  expected: ['该到会', '人次', 'rhythm'],
  present: ['到会', '人次', 'rhythm'],
  attendance: ['到会率', '%', 'rhythm'],
  lateDuties: ['过期没办的组织生活', '次', 'rhythm'],
  activities: ['活动', '次', 'year'],
  in: ['请进来', '次', 'year'],
  out: ['请出去', '次', 'year'],
  move: ['动起来', '次', 'year'],

  studyHours: ['学习', '学时', 'study'],
  reached: ['学够学时的党员', '名', 'study'],
  courses: ['学完的课', '门次', 'study'],
  brought: ['送学上门', '次', 'study'],

  posts: ['服务岗位', '个', 'posts'],
  served: ['服务', '人次', 'posts'],
  serviceHours: ['服务时长', '小时', 'posts'],
  honours: ['授予荣誉', '项', 'honours'],
  suggested: ['建议', '条', 'suggestions'],
  adopted: ['采纳的建议', '条', 'suggestions'],
  pledged: ['共建该办的事', '件', 'pledges'],
  kept: ['共建办了的事', '件', 'pledges'],
  pledgesLate: ['共建过期没办的事', '件', 'pledges'],

  elders: ['要结对的老同志', '名', 'pairings'],
  paired: ['结了对的老同志', '名', 'pairings'],
  cared: ['特殊关怀的老同志', '名', 'special'],
  careLate: ['超期没联系的老同志', '名', 'special'],
  visitsDue: ['该走访', '次', 'visits'],
  visitsDone: ['走访', '次', 'visits'],
  visitsLate: ['过期没走访', '次', 'visits'],
  springDue: ['春节该走访', '次', 'spring'],
  springDone: ['春节走访', '次', 'spring'],
  benefits: ['该办的待遇', '项', 'benefits'],
  benefitsDone: ['办了的待遇', '项', 'benefits'],
  raised: ['求助', '件', 'requests'],
  solved: ['办好的求助', '件', 'requests'],
  inTime: ['按时办好的求助', '件', 'requests'],
  broken: ['超时的求助', '件', 'requests'],
  wishes: ['办成的心愿和陪同', '件', 'wishes'],
  consulted: ['办过的预约咨询', '人次', 'hours'],

  duesOwing: ['定了党费基数的党员', '名', 'dues'],
  duesInTime: ['不欠党费的党员', '名', 'dues'],
  spends: ['经费支出', '笔', 'funds'],
  spendsLacking: ['缺单据的支出', '笔', 'funds'],
  rooms: ['活动阵地', '处', 'rooms'],
  homeChecks: ['老党员之家的要求', '项', 'homes'],
  homeHeld: ['老党员之家达到的要求', '项', 'homes'],
  remedied: ['销号的整改', '项', 'remedies'],
  remediesOpen: ['没销号的整改', '项', 'remedies'],
  remediesLate: ['过期的整改', '项', 'remedies'],
} as const satisfies Record<string, Kind>
export type FigureName = keyof typeof figureKinds

/** What is known of a branch's year. A figure that is not known is not there. */
export type Figures = Readonly<Partial<Record<FigureName, number>>>

/** A figure as it is shown beside a text: what it counts, and where its rows are. */
export interface ShownFigure {
  name: FigureName
  words: string
  value: number
  unit: string
  page: Route
}

export const isFigureName = (name: string): name is FigureName => Object.hasOwn(figureKinds, name)

/** A known figure with what it counts and where its rows are. */
export const shownFigure = (name: FigureName, value: number, asked: Asked): ShownFigure => {
  const [words, unit, rows] = figureKinds[name]
  return { name, words, value, unit, page: at[rows](asked) }
}
