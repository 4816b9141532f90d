import { dateOf } from '../../shared/calendar'
import type { DateText, Instant } from '../../shared/operation'
import {
  bandOf,
  countedOf,
  earned,
  noScore,
  scoreOf,
  shareOf,
  stateOf,
  type Band,
  type Mark,
  type RuleState,
  type Score,
} from '../evidence/score'
import { rulesOf, type Standard, type TemplateRule } from '../templates/standards'

/** Branches check themselves up to a day; then people judge, until the round is closed. */
export const stages = ['checking', 'judging', 'closed'] as const
export type Stage = (typeof stages)[number]
export const stageWords: Readonly<Record<Stage, string>> = { checking: '支部自查', judging: '审核评议', closed: '已经结束' }
export const stageOf = ({ closed, closesOn }: { closed: boolean; closesOn: DateText }, now: Instant): Stage =>
  closed ? 'closed' : dateOf(now) <= closesOn ? 'checking' : 'judging'

/** Does a round judge all branches below it, or those that apply? */
export const entries = ['all', 'apply'] as const
export type Entry = (typeof entries)[number]

/** More judges than say something to one rule. */
export const MOST_MARKS = 30

/** What a sheet says to rules, by their ids. */
export interface Said {
  evidence: Readonly<Record<string, { value: number }>>
  marks: readonly (Mark & { ruleId: string })[]
}

/** A rule with what it comes to. */
export interface Judged extends TemplateRule {
  /** Of the figure alone. */
  computed: number | null
  counted: number | null
  state: RuleState
}

/** What one rule comes to on a sheet. */
export const judgedRule = (rule: TemplateRule, { evidence, marks }: Said): Judged => {
  const value = evidence[rule.ruleId]?.value ?? null
  const computed = rule.evidence === undefined ? null : earned(rule.points, rule.evidence, value)
  const counted = countedOf(
    computed,
    marks.filter(one => one.ruleId === rule.ruleId),
  )
  return { ...rule, computed, counted, state: stateOf(counted, rule.points) }
}
export const judgedRules = (standards: readonly Standard[], said: Said): Judged[] =>
  rulesOf({ standards }).map(rule => judgedRule(rule, said))

/** A branch, or all below an organization, standard by standard; and how many branches are in each band. */
export interface Heat extends Score {
  branches: number
  standards: Score[]
  bands: Record<Band, number>
}
export const noHeat: Heat = { branches: 0, standards: [], bands: { first: 0, middle: 0, last: 0, open: 0 }, ...noScore }

const plus = (one: Score, other: Score): Score => ({
  score: one.score + other.score,
  of: one.of + other.of,
  total: one.total + other.total,
})
export const addHeat = (one: Heat, other: Heat): Heat => ({
  ...plus(one, other),
  branches: one.branches + other.branches,
  standards: Array.from({ length: Math.max(one.standards.length, other.standards.length) }, (_, at) =>
    plus(one.standards[at] ?? noScore, other.standards[at] ?? noScore),
  ),
  bands: {
    first: one.bands.first + other.bands.first,
    middle: one.bands.middle + other.bands.middle,
    last: one.bands.last + other.bands.last,
    open: one.bands.open + other.bands.open,
  },
})

/** The heat of one branch. */
export const heatOf = (standards: readonly Standard[], said: Said): Heat => {
  const scores = standards.map(({ rules }) => scoreOf(rules.map(rule => judgedRule(rule, said))))
  const all = scores.reduce(plus, noScore)
  return { ...all, branches: 1, standards: scores, bands: { ...noHeat.bands, [bandOf(all)]: 1 } }
}

/** Where a branch stands in the list: the larger, the more is lacking; what is not judged enough stands behind all. */
const OPEN_RANK = 2000
export const rankOf = (score: Score): number => {
  const share = shareOf(score)
  return share === null || bandOf(score) === 'open' ? OPEN_RANK : Math.round(1000 - 10 * share)
}
/** The places in the list of the branches of a band. */
export const ranksOf: Readonly<Record<Band, { gte: number; lt: number }>> = {
  first: { gte: 0, lt: 101 },
  middle: { gte: 101, lt: 301 },
  last: { gte: 301, lt: OPEN_RANK },
  open: { gte: OPEN_RANK, lt: OPEN_RANK + 1 },
}

/** How a cell of the map looks, from the best on: by a sign and a colour, so that it is read without colours too. */
export const heats = ['full', 'good', 'fair', 'poor', 'none'] as const
export type HeatLevel = (typeof heats)[number]
export const heatWords: Readonly<Record<HeatLevel, string>> = { full: '全达到', good: '较好', fair: '一般', poor: '较差', none: '未评' }
export const heatSigns: Readonly<Record<HeatLevel, string>> = { full: '●', good: '◕', fair: '◑', poor: '○', none: '–' }
export const levelOf = (score: Pick<Score, 'score' | 'of'>): HeatLevel => {
  const share = shareOf(score)
  return share === null ? 'none' : share >= 95 ? 'full' : share >= 80 ? 'good' : share >= 60 ? 'fair' : 'poor'
}
