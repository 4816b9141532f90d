/** What a template judges: 示范党支部 (P60), a year's targets (P61), 老党员之家 (P63), a brand (P62). */
export const templateKinds = ['model', 'yearly', 'home', 'brand'] as const
export type TemplateKind = (typeof templateKinds)[number]
export const templateKindWords: Readonly<Record<TemplateKind, string>> = {
  model: '示范党支部',
  yearly: '年度目标',
  home: '老党员之家',
  brand: '支部品牌',
}

/**
 * What the figures have to say for a rule's points: from `atLeast` on all of them. Below it each one that is lacking loses `lose` points; or from `halfAt` on half
 * of the points are left; else none. Of every measure more is better.
 */
export interface EvidenceAsked {
  source: string
  measure: string
  atLeast: number
  halfAt?: number | undefined
  lose?: number | undefined
}

/** One rule of a standard. Without `evidence` it is for people to judge. */
export interface TemplateRule {
  ruleId: string
  text: string
  points: number
  evidence?: EvidenceAsked | undefined
  /** What a visit looks at on the spot. */
  visit?: true | undefined
}
export interface Standard {
  name: string
  rules: TemplateRule[]
}

/** A template as rounds take it: with the version of the day on which a round is opened. */
export interface Template {
  templateId: string
  name: string
  kind: TemplateKind
  version: number
  /** The document that it follows, and since when. */
  document: string
  from: string
  standards: readonly Standard[]
}

export const rulesOf = ({ standards }: { standards: readonly Standard[] }): TemplateRule[] => standards.flatMap(one => one.rules)
/** All points there are. */
export const pointsOf = (rules: readonly Pick<TemplateRule, 'points'>[]): number => rules.reduce((sum, one) => sum + one.points, 0)

type Unnumbered = Omit<TemplateRule, 'ruleId'> & { ruleId?: string | undefined }

const digits = /^r(\d+)$/u

/** Rules with their ids: those that have one keep it, so that two versions and two rounds can be compared rule by rule; the others get the next that is free. */
export const numbered = (
  standards: readonly { name: string; rules: readonly Unnumbered[] }[],
  taken: readonly string[] = [],
): Standard[] => {
  const said = standards.flatMap(one => one.rules.flatMap(rule => rule.ruleId ?? []))
  let last = Math.max(0, ...[...said, ...taken].map(id => Number(digits.exec(id)?.[1] ?? 0)))
  const seen = new Set<string>()
  const idOf = (ruleId: string | undefined): string => {
    const own = ruleId !== undefined && !seen.has(ruleId) ? ruleId : `r${String(++last)}`
    seen.add(own)
    return own
  }
  return standards.map(({ name, rules }) => ({ name, rules: rules.map(rule => ({ ...rule, ruleId: idOf(rule.ruleId) })) }))
}
