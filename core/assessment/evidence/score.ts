import type { EvidenceAsked, TemplateRule } from '../templates/standards'

/** How a rule stands: what no figure and no person says is not judged, and counts on neither side. */
export const ruleStates = ['met', 'partly', 'unmet', 'unknown'] as const
export type RuleState = (typeof ruleStates)[number]
export const ruleStateWords: Readonly<Record<RuleState, string>> = { met: '达到', partly: '部分达到', unmet: '没达到', unknown: '未评' }

/** Points go by halves. */
const STEP = 0.5
/** At most that many points, in halves. */
const downToHalf = (points: number): number => Math.floor(points / STEP) * STEP
const nearestHalf = (points: number): number => Math.round(points / STEP) * STEP

/** The points that a figure is worth; null where there is no figure. Never more than the rule has, never less than none; a larger figure never has fewer. */
export const earned = (
  points: number,
  { atLeast, halfAt, lose }: Omit<EvidenceAsked, 'source' | 'measure'>,
  value: number | null,
): number | null => {
  if (value === null) return null
  if (value >= atLeast) return points
  if (lose !== undefined) return Math.max(0, downToHalf(points - lose * Math.ceil(atLeast - value)))
  return halfAt !== undefined && value >= halfAt ? downToHalf(points / 2) : 0
}

/** How points stand to those that a rule has. */
export const stateOf = (counted: number | null, points: number): RuleState =>
  counted === null ? 'unknown' : counted >= points ? 'met' : counted > 0 ? 'partly' : 'unmet'

/** What one judge says. `panel`: with an office over the whole round; their word comes before that of the offices below. */
export interface Mark {
  points: number
  panel: boolean
}

/** The points of those who count: of the panel, where one has spoken, else of the others. */
const heardOf = (marks: readonly Mark[]): number[] => {
  const panel = marks.filter(one => one.panel)
  return (panel.length > 0 ? panel : marks).map(one => one.points)
}

/** What the judges who count say together; in halves, since points go by halves. Null where no one has spoken. */
export const judgedOf = (marks: readonly Mark[]): number | null => {
  const heard = heardOf(marks)
  return heard.length === 0 ? null : nearestHalf(heard.reduce((sum, points) => sum + points, 0) / heard.length)
}

/** How far the judges who count are from one another. */
export interface Spread {
  judges: number
  low: number
  high: number
}
export const spreadOf = (marks: readonly Mark[]): Spread | null => {
  const heard = heardOf(marks)
  return heard.length === 0 ? null : { judges: heard.length, low: Math.min(...heard), high: Math.max(...heard) }
}
/** Judges who differ by more than that share of the points have something to talk over. */
const APART = 0.4
export const isApart = (spread: Spread | null, points: number): boolean => spread !== null && spread.high - spread.low > APART * points

/** What counts of a rule: the word of the judges stands before the figure and never takes its place. */
export const countedOf = (computed: number | null, marks: readonly Mark[]): number | null => judgedOf(marks) ?? computed

/** A rule as far as its points go. */
export interface Counted extends Pick<TemplateRule, 'points'> {
  counted: number | null
}
/** The sum of what counts, of the points that are judged at all, and of all there are. */
export interface Score {
  score: number
  of: number
  total: number
}
export const noScore: Score = { score: 0, of: 0, total: 0 }
export const scoreOf = (rules: readonly Counted[]): Score =>
  rules.reduce(
    (sum, { points, counted }) => ({
      score: sum.score + (counted ?? 0),
      of: sum.of + (counted === null ? 0 : points),
      total: sum.total + points,
    }),
    noScore,
  )

/** The share that a score is of what is judged, in percent; null where nothing is. */
export const shareOf = ({ score, of }: Pick<Score, 'score' | 'of'>): number | null =>
  of === 0 ? null : Math.round((1000 * score) / of) / 10

/** 先进、中间、后进 (S1); `open` where too little is judged to say. */
export const bands = ['first', 'middle', 'last', 'open'] as const
export type Band = (typeof bands)[number]
export const bandWords: Readonly<Record<Band, string>> = { first: '先进', middle: '中间', last: '后进', open: '还没评完' }
/** From that share on a branch is with the first, with the middle; and so much of all points must be judged for either to be said. */
const [FIRST, MIDDLE, ENOUGH] = [90, 70, 0.6] as const
export const bandOf = (score: Score): Band => {
  const share = shareOf(score)
  if (share === null || score.of < ENOUGH * score.total) return 'open'
  return share >= FIRST ? 'first' : share >= MIDDLE ? 'middle' : 'last'
}

/** What would lift a branch most: rules that are judged and lack points, those that lack most first. */
export const liftsOf = <R extends Counted>(rules: readonly R[], most = 3): { rules: (R & { gain: number })[]; gain: number } => {
  const lacking = rules
    .flatMap(rule => (rule.counted === null || rule.counted >= rule.points ? [] : [{ ...rule, gain: rule.points - rule.counted }]))
    .sort((one, other) => other.gain - one.gain)
    .slice(0, most)
  return { rules: lacking, gain: lacking.reduce((sum, one) => sum + one.gain, 0) }
}
