import { builtInTemplate } from '../../../../core/assessment/templates/built-in'
import { pointsOf, rulesOf, type Template } from '../../../../core/assessment/templates/standards'
import { scopesOf } from '../../../../core/shared/scopes'
import type { Store } from '../../../kernel/store'
import { type AssessmentTemplate, AssessmentTemplates } from './documents'

export const templateOf = ({ _id, name, kind, version, document, from, standards }: AssessmentTemplate): Template => ({
  ...{ templateId: _id, name, kind, version, document, from, standards },
})

/** One that an organization on the path made. */
export const ownAt = async (store: Store, path: string, templateId: string): Promise<AssessmentTemplate | undefined> => {
  const row = await store.table(AssessmentTemplates).get(templateId)
  return row && scopesOf(path).includes(row.orgId) ? row : undefined
}

/** A template as it stands at a place: one the product comes with, or one of the organizations on the path. */
export const templateAt = async (store: Store, path: string, templateId: string): Promise<Template | undefined> => {
  const builtIn = builtInTemplate(templateId)
  if (builtIn) return builtIn
  const row = await ownAt(store, path, templateId)
  return row && templateOf(row)
}

/** A template as lists show it. */
export const headOf = (template: Template) => {
  const { templateId, name, kind, version, document, from } = template
  const rules = rulesOf(template)
  return { templateId, name, kind, version, document, from, rules: rules.length, points: pointsOf(rules) }
}
