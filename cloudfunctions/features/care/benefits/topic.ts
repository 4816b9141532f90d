import * as z from 'zod'
import { type BenefitKind, benefitKinds } from '../../../../core/care/benefits/kinds'
import { addCoverage, type Coverage, coverageOf, noCoverage } from '../../../../core/care/benefits/rules'
import { monthOf } from '../../../../core/shared/calendar'
import type { Instant } from '../../../../core/shared/operation'
import type { Ports } from '../../../kernel/ports'
import { markRollup, type Topic } from '../../../kernel/rollups'
import type { Store } from '../../../kernel/store'
import { type Member, Members } from '../../people/public'
import { entitlementsOf } from './entitlements'

// Rows counted by an earlier version have no `earlier`.
const CoverageShape = z.object({ concerned: z.number(), done: z.number(), overdue: z.number(), earlier: z.number().default(0) })
const Figures = z.partialRecord(z.enum(benefitKinds), CoverageShape)
export type BenefitFigures = z.infer<typeof Figures>

/** The coverage of one kind. */
export const coverageIn = (figures: BenefitFigures, kind: BenefitKind): Coverage => figures[kind] ?? noCoverage
/** The coverage of all kinds together. */
export const allOf = (figures: BenefitFigures): Coverage => benefitKinds.map(kind => coverageIn(figures, kind)).reduce(addCoverage)

/** The coverage of some people by kind: in the open periods, with what is still owed from earlier ones. */
export const countOf = async (store: Store, members: readonly Member[], now: Instant): Promise<BenefitFigures> => {
  const entitlements = await entitlementsOf(store, members, now)
  return Object.fromEntries(benefitKinds.map(kind => [kind, coverageOf(entitlements.filter(one => one.kind === kind))] as const))
}

/** The benefits of a branch in a month (P44); the last count of a month is kept. */
export const benefitsTopic: Topic<BenefitFigures> = {
  name: 'benefits',
  shape: Figures,
  nothing: {},
  added: (one, other) => Object.fromEntries(benefitKinds.map(kind => [kind, addCoverage(coverageIn(one, kind), coverageIn(other, kind))])),
  periods: now => [monthOf(now)],
  async countBranch(store, branch, _period, at) {
    // Searched for as other figures of a branch search, so that its members are read once for all of them.
    const members = await store.table(Members).findAll({ branchId: branch._id })
    return countOf(
      store,
      members.filter(one => one.state === 'active'),
      at,
    )
  },
  worry: figures => allOf(figures).overdue,
  ages: true,
}

/** The figures of a branch's benefits are to be counted again. */
export const markBenefits = (ports: Pick<Ports, 'store' | 'now'>, branchId: string): Promise<void> =>
  markRollup(ports, benefitsTopic.name, branchId, [monthOf(ports.now)])
