import type { BenefitKind } from '../../../../core/care/benefits/kinds'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'

/** What was said of one benefit of one person; `_id` is `<member>:<kind>:<period>`. What nothing was said of is due, by rule. */
export interface BenefitMark {
  _id: string
  memberId: string
  kind: BenefitKind
  period: string
  state: 'done' | 'not-applicable'
  doneOn: DateText
  note: string
  /** Who said so. */
  by: string
  at: Instant
}
export const BenefitMarks = collection('benefits', { fates: stays }).of<BenefitMark>()
