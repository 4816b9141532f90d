import { rulesOf, type Template } from '../../../../core/assessment/templates/standards'
import type { Instant } from '../../../../core/shared/operation'
import type { Store } from '../../../kernel/store'
import type { Organization } from '../../people/public'
import type { AssessmentSheet } from '../rounds/documents'
import { gather } from './gather'

interface Judging {
  template: Template
  period: string
}

/** What a branch's figures say to each rule of a template, by rule; what is not to be seen is left out. */
export const evidenceOf = async (
  { store, now }: { store: Store; now: Instant },
  branch: Organization,
  { template, period }: Judging,
): Promise<AssessmentSheet['evidence']> => {
  const asked = rulesOf(template).flatMap(({ ruleId, evidence }) => (evidence ? [{ ruleId, evidence }] : []))
  const seen = await gather({ store, branch, period, now }, asked.map(one => one.evidence)) // prettier-ignore
  return Object.fromEntries(
    asked.flatMap(({ ruleId, evidence }) => {
      const sight = seen(evidence)
      return sight === null ? [] : [[ruleId, sight] as const]
    }),
  )
}
