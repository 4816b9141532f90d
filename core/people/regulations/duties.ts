import { BRANCH, type Regulated, type Rule, USUAL } from './sources'

/** What a branch holds by a rhythm (P12): 三会一课, 主题党日, 组织生活会, 民主评议, 形势通报会. */
export const duties = [
  'general-meeting',
  'committee',
  'group-meeting',
  'lecture',
  'party-day',
  'org-life',
  'appraisal',
  'briefing',
] as const
export type Duty = (typeof duties)[number]

/** A rhythm is three numbers: how long a period is, how often in it, and how many days after it still count for it. */
const parts = ['months', 'times', 'grace-days'] as const
export type DutyKey = `rhythm.${Duty}.${(typeof parts)[number]}`
export const dutyKeys: readonly DutyKey[] = duties.flatMap(duty => parts.map(part => `rhythm.${duty}.${part}` as const))

const months = (what: string, rule: Rule): Regulated => ({ title: `${what}几个月算一期`, unit: '个月', rows: [rule] })
const grace = (what: string, value: number): Regulated => ({
  title: `${what}过期几天内补办还算`,
  unit: '天',
  rows: [{ ...USUAL, value }],
})
const once = (what: string, source: typeof BRANCH | typeof USUAL, ...rows: Rule[]): Regulated => ({
  title: `${what}一期几次`,
  unit: '次',
  rows: [{ ...source, value: 1 }, ...rows],
})

/** Members of a branch of 三不转 keep their membership elsewhere, where they decide and are appraised. */
const notWithoutTransfer: Rule = { ...USUAL, value: 0, branchKind: 'unestablished' }
/** Those of a temporary branch are appraised at their own. */
const notForAWhile: Rule = { ...USUAL, value: 0, branchKind: 'temporary' }

/** The rhythm of each duty (docs/rules.md 1.1). */
export const dutyRules: Readonly<Record<DutyKey, Regulated>> = {
  'rhythm.general-meeting.months': months('党员大会', { ...BRANCH, value: 3, article: '第十一条' }),
  'rhythm.general-meeting.times': once('党员大会', BRANCH, notWithoutTransfer),
  'rhythm.general-meeting.grace-days': grace('党员大会', 10),
  'rhythm.committee.months': months('支委会', { ...BRANCH, value: 1, article: '第十二条' }),
  'rhythm.committee.times': once('支委会', BRANCH),
  'rhythm.committee.grace-days': grace('支委会', 5),
  'rhythm.group-meeting.months': months('党小组会', { ...BRANCH, value: 1, article: '第十三条' }),
  'rhythm.group-meeting.times': once('党小组会', BRANCH),
  'rhythm.group-meeting.grace-days': grace('党小组会', 5),
  'rhythm.lecture.months': months('党课', { ...USUAL, value: 3 }),
  'rhythm.lecture.times': once('党课', USUAL),
  'rhythm.lecture.grace-days': grace('党课', 10),
  'rhythm.party-day.months': months('主题党日', { ...BRANCH, value: 1 }),
  'rhythm.party-day.times': once('主题党日', BRANCH),
  // Where it is the 5th of each month (S1), that of the next month makes good none before.
  'rhythm.party-day.grace-days': grace('主题党日', 3),
  'rhythm.org-life.months': months('组织生活会', { ...BRANCH, value: 12, article: '第十七条' }),
  'rhythm.org-life.times': once('组织生活会', BRANCH, notWithoutTransfer),
  'rhythm.org-life.grace-days': grace('组织生活会', 31),
  'rhythm.appraisal.months': months('民主评议', { ...BRANCH, value: 12 }),
  'rhythm.appraisal.times': once('民主评议', BRANCH, notWithoutTransfer, notForAWhile),
  'rhythm.appraisal.grace-days': grace('民主评议', 31),
  'rhythm.briefing.months': months('形势通报会', { ...USUAL, value: 6 }),
  'rhythm.briefing.times': once('形势通报会', USUAL),
  'rhythm.briefing.grace-days': grace('形势通报会', 15),
}
