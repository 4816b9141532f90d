import type { Asked, Given } from '../../../platform/call'
import { fields, list, oneOf, text } from '../../../platform/shape'

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
  name: string
  standards: { name: string; rules: DraftRule[] }[]
}

export const isTemplateDraft = fields<TemplateDraft>({
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
