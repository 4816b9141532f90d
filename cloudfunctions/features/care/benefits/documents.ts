import { movesAndMeets } from '../../../kernel/takeover'
import type { BenefitKind } from '../../../../core/care/benefits/kinds'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'

/** The mark on one benefit of one person; `_id` is `<member>:<kind>:<period>`. Without a mark it is due by rule. */
export interface BenefitMark {
  _id: string
  memberId: string
  kind: BenefitKind
  period: string
  state: 'done' | 'not-applicable'
  doneOn: DateText
  note: string
  /** The name of the officer who marked it. */
  by: string
  at: Instant
}
export const BenefitMarks = collection('benefits', {
  fates: stays,
  succession: 'none',
  takeover: movesAndMeets(['_id:']),
}).of<BenefitMark>()
