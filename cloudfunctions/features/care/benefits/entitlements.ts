import { type BenefitKind, benefitKinds, periodOn } from '../../../../core/care/benefits/kinds'
import { benefitId, type BenefitState, dueFor, isOpen, periodsFor, stateOf } from '../../../../core/care/benefits/rules'
import { dateOf } from '../../../../core/shared/calendar'
import type { DateText, Instant } from '../../../../core/shared/operation'
import type { Store } from '../../../kernel/store'
import type { Member } from '../../people/public'
import { type BenefitMark, BenefitMarks } from './documents'

/** Every kind with the period that is open at an instant. */
export const openNow = (now: Instant): { kind: BenefitKind; period: string }[] =>
  benefitKinds.map(kind => ({ kind, period: periodOn(kind, dateOf(now)) }))

/** The marks with these natural keys. */
export const marksOf = async (store: Store, keys: readonly string[]): Promise<Map<string, BenefitMark>> =>
  new Map((await store.table(BenefitMarks).getMany(keys)).map(mark => [mark._id, mark]))

/** One benefit of one period for one person, with its state and its mark. */
export interface Entitlement {
  member: Member
  kind: BenefitKind
  period: string
  /** From a period before the one open now. */
  earlier: boolean
  due: DateText
  state: BenefitState
  mark: BenefitMark | undefined
}

/**
 * The benefits of these people: of one kind or of all, in one period, or in the open one together with what is still owed from earlier
 * ones. Lists, figures and boards all count from here, so they never differ.
 */
export const entitlementsOf = async (
  store: Store,
  members: readonly Member[],
  now: Instant,
  { kinds = benefitKinds, period: wanted }: { kinds?: readonly BenefitKind[]; period?: string | undefined } = {},
): Promise<Entitlement[]> => {
  const today = dateOf(now)
  const looked = members.flatMap(member =>
    kinds.flatMap(kind =>
      (wanted === undefined ? periodsFor(kind, member, today) : [wanted]).map(period => ({
        member,
        kind,
        period,
        earlier: period < periodOn(kind, today),
        key: benefitId(member._id, kind, period),
      })),
    ),
  )
  const marks = await marksOf(
    store,
    looked.map(one => one.key),
  )
  return looked.flatMap(({ key, ...one }) => {
    const mark = marks.get(key)
    const state = stateOf(one.kind, one.member, one.period, mark, today)
    if (state === null || (wanted === undefined && one.earlier && !isOpen(state))) return []
    return [{ ...one, due: dueFor(one.kind, one.member, one.period), state, mark }]
  })
}
