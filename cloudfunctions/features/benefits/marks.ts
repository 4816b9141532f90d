import { benefitKinds, periodOn, type BenefitKind } from '../../../core/benefits/kinds'
import { benefitId, stateOf, type BenefitState } from '../../../core/benefits/rules'
import { dateOf } from '../../../core/shared/calendar'
import type { Instant } from '../../../core/shared/operation'
import type { BenefitMark } from '../../kernel/documents/benefits'
import type { Member } from '../../kernel/documents/people'
import type { Store } from '../../kernel/store'

/** As many rows as one look takes. */
const BATCH = 1000

export interface Asked {
  kind: BenefitKind
  period: string
}

/** Every kind with the period that is open at an instant. */
export const openNow = (now: Instant): Asked[] => benefitKinds.map(kind => ({ kind, period: periodOn(kind, dateOf(now)) }))

/** What was said of these people's benefits, by natural key; 1000 to a look, all at once. */
export const marksOf = async (
  store: Store,
  members: readonly Pick<Member, '_id'>[],
  asked: readonly Asked[],
): Promise<Map<string, BenefitMark>> => {
  const keys = members.flatMap(({ _id }) => asked.map(({ kind, period }) => benefitId(_id, kind, period)))
  const parts = Array.from({ length: Math.ceil(keys.length / BATCH) }, (_, index) => keys.slice(index * BATCH, (index + 1) * BATCH))
  const found = await Promise.all(parts.map(part => store.table('benefits').getMany(part)))
  return new Map(found.flat().map(mark => [mark._id, mark]))
}

/** How one benefit stands with one person, and what was said of it. */
export const standing = (
  member: Member,
  { kind, period }: Asked,
  marks: ReadonlyMap<string, BenefitMark>,
  now: Instant,
): { state: BenefitState | null; mark: BenefitMark | undefined } => {
  const mark = marks.get(benefitId(member._id, kind, period))
  return { state: stateOf(kind, member, period, mark, dateOf(now)), mark }
}
