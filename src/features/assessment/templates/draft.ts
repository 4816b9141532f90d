import type { Asked, Given } from '../../../platform/call'
import { fields, list, number, oneOf, text } from '../../../platform/shape'

type Template = Given<'assessment.standards'>
type Standards = Asked<'assessment.template'>['standards']

/** A rule as it is typed. `less`: what becomes of a figure below the threshold. */
export interface DraftRule {
  ruleId: string
  text: string
  points: string
  by: 'system' | 'people' | 'visit'
  source: string
  measure: string
  atLeast: string
  less: 'none' | 'half' | 'lose'
  lessBy: string
}
export interface TemplateDraft {
  /** The version that was read when it was begun. */
  version: number
  name: string
  standards: { name: string; rules: DraftRule[] }[]
}

export const isTemplateDraft = fields<TemplateDraft>({
  version: number,
  name: text,
  standards: list(
    fields<TemplateDraft['standards'][number]>({
      name: text,
      rules: list(
        fields<DraftRule>({
          ...{ ruleId: text, text, points: text, by: oneOf(['system', 'people', 'visit']), source: text, measure: text },
          ...{ atLeast: text, less: oneOf(['none', 'half', 'lose']), lessBy: text },
        }),
      ),
    }),
  ),
})

export const blankRule: DraftRule = {
  ...{ ruleId: '', text: '', points: '2', by: 'people', source: '', measure: '', atLeast: '', less: 'none', lessBy: '' },
}

type Rule = Template['standards'][number]['rules'][number]
const typed = ({ ruleId, text: words, points, evidence, visit }: Rule): DraftRule => ({
  ...{ ruleId, text: words, points: String(points), by: evidence ? 'system' : visit ? 'visit' : 'people' },
  ...{ source: evidence?.source ?? '', measure: evidence?.measure ?? '', atLeast: evidence ? String(evidence.atLeast) : '' },
  less: evidence?.halfAt !== undefined ? 'half' : evidence?.lose !== undefined ? 'lose' : 'none',
  lessBy: String(evidence?.halfAt ?? evidence?.lose ?? ''),
})
export const draftOf = (template: Template): TemplateDraft => ({
  version: template.version,
  name: template.orgId === undefined ? `${template.name}（本地）` : template.name,
  standards: template.standards.map(one => ({ name: one.name, rules: one.rules.map(typed) })),
})

/** As the cloud takes it; `named`: rules keep the names they have, as in a new version of one's own. */
export const standardsOf = ({ standards }: TemplateDraft, named: boolean): Standards =>
  standards
    .filter(one => one.rules.length > 0)
    .map(({ name, rules }) => ({
      name,
      rules: rules.map(one => ({
        ...{ text: one.text.trim(), points: Number(one.points) },
        ...(named && one.ruleId !== '' ? { ruleId: one.ruleId } : {}),
        ...(one.by === 'visit' ? { visit: true as const } : {}),
        ...(one.by === 'system'
          ? {
              evidence: {
                ...{ source: one.source, measure: one.measure, atLeast: Number(one.atLeast) },
                ...(one.less === 'half' ? { halfAt: Number(one.lessBy) } : {}),
                ...(one.less === 'lose' ? { lose: Number(one.lessBy) } : {}),
              },
            }
          : {}),
      })),
    }))

export const sumOf = ({ standards }: TemplateDraft): number =>
  standards.reduce((sum, one) => sum + one.rules.reduce((all, rule) => all + (Number(rule.points) || 0), 0), 0)

const rulesIn = ({ standards }: TemplateDraft): DraftRule[] => standards.flatMap(one => one.rules)
const sameRule = (one: DraftRule, other: DraftRule): boolean =>
  Object.entries(one).every(([key, value]) => Object.entries(other).some(([name, same]) => name === key && same === value))

/** In what the version that another office saved is different from what was typed here, rule by rule. */
export const differences = (mine: TemplateDraft, theirs: TemplateDraft): string[] => {
  const [own, other] = [rulesIn(mine), rulesIn(theirs)]
  const said = ({ text: words, points }: DraftRule) => `“${words}”（${points} 分）`
  return [
    ...(mine.name === theirs.name ? [] : [`名字是“${theirs.name}”`]),
    ...other.flatMap(rule => {
      const here = own.find(one => one.ruleId === rule.ruleId)
      return here === undefined ? [`多一条${said(rule)}`] : sameRule(here, rule) ? [] : [`这一条是${said(rule)}`]
    }),
    ...own.filter(rule => rule.ruleId === '' || !other.some(one => one.ruleId === rule.ruleId)).map(rule => `没有您的${said(rule)}`),
  ]
}
