import type { BoardTopic } from '../../../../core/figures/boards/contract'
import { festivalAt } from '../../../../core/figures/boards/figures'
import { festivals } from '../../../../core/shared/almanac/festivals'
import { monthBefore } from '../../../../core/shared/calendar'
import type { DateText } from '../../../../core/shared/operation'
import type { Rollup } from '../../../kernel/documents'
import { type Topic, valueOf } from '../../../kernel/rollups'
import { allOf, benefitsTopic, noVisits, pairingsTopic, specialCareTopic, visitsTopic } from '../../care/public'
import { lifeTopic, studyTopic } from '../../life/public'
import { requestsTopic, totalOf } from '../../help/public'
import { serviceTopic } from './service-topic'
import { type Coverage, coverageFigures } from '../../../../core/people/public'
import { coverageTopic } from '../../people/public'
import { fundsTopic } from '../../means/public'
import { suggestionsTopic } from '../../voice/public'
import { assessmentTopic } from '../../assessment/public'
import { membersTopic } from './members-topic'

/** How a topic is shown on the boards. */
export interface Panel<V> {
  name: BoardTopic
  topic: Topic<V>
  /** The period of the topic that a month's board shows. */
  period(this: void, month: string, today: DateText): string
  /** The period it is compared with. */
  before(this: void, month: string, today: DateText): string
  /** The value as numbers by name. */
  figures(this: void, value: V, month: string, today: DateText): Record<string, number>
  /** The titles of these numbers, as columns of a sheet. */
  columns: Readonly<Record<string, string>>
  /** What its `worry` counts, in words; empty where it never worries. */
  worries: string
}

/** The periods of a topic that is counted by months. */
const monthly = { period: (month: string) => month, before: monthBefore }

const members: Panel<ReturnType<(typeof membersTopic)['added']>> = {
  name: 'members',
  topic: membersTopic,
  ...monthly,
  figures: ({ count, retired, alone, elderly, bound }) => ({ count, retired, alone, elderly, bound }),
  columns: { count: '党员', retired: '离退休', alone: '独居', elderly: '80岁以上', bound: '绑定微信' },
  worries: '',
}

const requests: Panel<ReturnType<(typeof requestsTopic)['added']>> = {
  name: 'requests',
  topic: requestsTopic,
  ...monthly,
  figures: value => {
    const { raised, solved, kept, broken } = totalOf(value)
    return { raised, solved, kept, broken }
  },
  columns: { raised: '求助', solved: '办好', kept: '按时', broken: '超时' },
  worries: '求助超时',
}

const specialCare: Panel<ReturnType<(typeof specialCareTopic)['added']>> = {
  name: 'special-care',
  topic: specialCareTopic,
  ...monthly,
  figures: ({ concerned, overdue }) => ({ concerned, overdue }),
  columns: { concerned: '特殊关怀', overdue: '超期没联系' },
  worries: '超期没联系',
}

const benefits: Panel<ReturnType<(typeof benefitsTopic)['added']>> = {
  name: 'benefits',
  topic: benefitsTopic,
  ...monthly,
  figures: value => ({ ...allOf(value) }),
  columns: { concerned: '待遇应办', done: '已办', overdue: '超期' },
  worries: '待遇超期没办',
}

const pairings: Panel<ReturnType<(typeof pairingsTopic)['added']>> = {
  name: 'pairings',
  topic: pairingsTopic,
  ...monthly,
  figures: ({ elders, paired }) => ({ elders, gaps: elders - paired }),
  columns: { elders: '要结对的老同志', gaps: '没有结对' },
  worries: '没有结对',
}

/** The visits of a year, of which a board shows the present or last festival. */
const visits: Panel<ReturnType<(typeof visitsTopic)['added']>> = {
  name: 'visits',
  topic: visitsTopic,
  period: (month, today) => String(festivalAt(month, today).year),
  before: (month, today) => String(festivalAt(month, today).year - 1),
  figures: ({ rules }, month, today) => {
    const { festival, year } = festivalAt(month, today)
    const { due, done } = rules[festival] ?? noVisits
    return { festival: festivals.indexOf(festival), year, due, done, missing: due - done }
  },
  columns: { due: '节日应走访', done: '已走访', missing: '没走到' },
  worries: '走访超期或没人去',
}

/** What branches owe of organized life and is late (P12); its list is on a page of its own. */
const life: Panel<ReturnType<(typeof lifeTopic)['added']>> = {
  name: 'life',
  topic: lifeTopic,
  ...monthly,
  figures: ({ behind, overdue }) => ({ behind, overdue }),
  columns: { behind: '会没办齐的支部', overdue: '过期没办的会' },
  worries: '组织生活过期没办',
}

/** Who and what is left out (P06); its lists are on a page of their own. */
const organizations: Panel<Coverage> = {
  name: 'organizations',
  topic: coverageTopic,
  ...monthly,
  figures: coverageFigures,
  columns: {
    'no-branch': '没有支部',
    'no-home': '没有编进支部',
    committee: '班子不齐',
    liaison: '没有联络员',
    'no-activity': '没有活动',
    unpaired: '没人结对',
  },
  worries: '',
}

/** What is learnt in a year (P13); its rows are on a page of their own. */
const study: Panel<ReturnType<(typeof studyTopic)['added']>> = {
  name: 'study',
  topic: studyTopic,
  period: month => month.slice(0, 4),
  before: month => String(Number(month.slice(0, 4)) - 1),
  figures: value => ({ ...value }),
  columns: {
    people: '学习人数',
    care: '只记不催',
    reached: '学够学时',
    hours: '学时',
    courses: '学完的课',
    brought: '送学上门',
    lent: '借出的书',
    late: '到期没还的书',
  },
  worries: '',
}

/** What members propose (P50); its list is on a page of its own. */
const suggestions: Panel<ReturnType<(typeof suggestionsTopic)['added']>> = {
  name: 'suggestions',
  topic: suggestionsTopic,
  ...monthly,
  figures: value => ({ ...value }),
  columns: {
    came: '提的建议',
    answered: '已答复',
    adopted: '采纳的',
    satisfied: '说答到点上',
    unsatisfied: '说没答到',
    late: '过期没答复',
  },
  worries: '建议过期没答复',
}

/** What is served and helped (P20–P25, P31, P33, P71), in hours; its rows are on pages of their own. */
const service: Panel<ReturnType<(typeof serviceTopic)['added']>> = {
  name: 'service',
  topic: serviceTopic,
  ...monthly,
  figures: ({ minutes, ...value }) => ({ ...value, hours: Math.round(minutes / 6) / 10 }),
  columns: {
    posts: '服务岗位',
    served: '服务人次',
    hours: '服务小时',
    stations: '服务站',
    points: '服务点',
    gapDays: '缺人值班天数',
    musters: '应急集合',
    talents: '银发人才',
    pledges: '共建该做',
    kept: '共建已做',
    overdue: '共建没做',
    honours: '荣誉',
    booked: '约好的咨询',
    held: '办过的咨询',
    wishes: '办成的心愿陪同',
    rooms: '活动场地',
    roomUses: '场地用了几场',
  },
  worries: '值班、共建没跟上',
}

/** Where branches stand in what the year's assessments judge (P60); its list is on a page of its own. */
const assessment: Panel<ReturnType<(typeof assessmentTopic)['added']>> = {
  name: 'assessment',
  topic: assessmentTopic,
  period: month => month.slice(0, 4),
  before: month => String(Number(month.slice(0, 4)) - 1),
  figures: ({ branches, bands, named }) => ({ judged: branches, ...bands, named }),
  columns: { judged: '参评支部', first: '先进', middle: '中间', last: '后进', open: '没评完', named: '命名' },
  worries: '',
}

const YUAN = 100
/** The money of a year (P70): what there is for each member, what of the dues came back in time, what is in hand; its rows are the ledgers. */
const funds: Panel<ReturnType<(typeof fundsTopic)['added']>> = {
  name: 'funds',
  topic: fundsTopic,
  period: month => month.slice(0, 4),
  before: month => String(Number(month.slice(0, 4)) - 1),
  figures: value => {
    const perHeadFen = value.people === 0 ? 0 : Math.round(value.inFen / value.people)
    const { people, collectedFen, returnedFen, onTime, late, inFen, outFen, balanceFen } = value
    const yuan = { perHead: perHeadFen / YUAN, collected: collectedFen / YUAN, returned: returnedFen / YUAN, balance: balanceFen / YUAN }
    return { people, perHeadFen, collectedFen, returnedFen, onTime, late, inFen, outFen, balanceFen, ...yuan }
  },
  columns: {
    perHead: '人均经费（元）',
    collected: '收的党费（元）',
    returned: '返还的党费（元）',
    onTime: '按时返还的季度',
    late: '过期没返还的季度',
    balance: '经费余额（元）',
  },
  worries: '党费过期没返还',
}

/** Everything a board shows, in its order. */
export const panels: readonly Panel<unknown>[] = [
  members,
  visits,
  pairings,
  specialCare,
  benefits,
  requests,
  life,
  organizations,
  study,
  suggestions,
  service,
  assessment,
  funds,
]

/** The month of a board, and the day on which it is looked at. */
export interface When {
  month: string
  today: DateText
}

/** The figures of a stored row; null where nothing has been counted. */
export const figuresIn = <V>(one: Panel<V>, row: Rollup | undefined, { month, today }: When): Record<string, number> | null =>
  row === undefined || row.value === null ? null : one.figures(valueOf(one.topic, row), month, today)
