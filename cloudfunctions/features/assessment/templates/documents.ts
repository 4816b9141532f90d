import type { Standard, TemplateKind } from '../../../../core/assessment/templates/standards'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import type { Actor } from '../../../kernel/identity'

/** A template that a bureau made, or changed from one the product comes with. Rounds keep the version that they were opened with. */
export interface AssessmentTemplate {
  _id: string
  orgId: string
  orgName: string
  name: string
  kind: TemplateKind
  document: string
  from: DateText
  standards: Standard[]
  /** Who saved which version; the latest last. */
  saves: { commandId: string; version: number; at: Instant; by: Actor }[]
  /** The ids that rules ever had, so that none comes to stand for another. */
  ruleIds: string[]
  version: number
}
export const AssessmentTemplates = collection('assessment-templates', {
  indexes: [by('org', 'orgId', '_id')],
  fates: stays,
  takeover: 'stays',
  succession: 'stays',
}).of<AssessmentTemplate>()
