import { feastsOf } from '../../../../core/life/plans/days'
import type { plans as contract } from '../../../../core/life/plans/contract'
import { inTime, lackingIn } from '../../../../core/life/plans/rules'
import type { Handlers } from '../use-case'
import { yearOfBranch } from './asked'
import { planId, YearPlans } from './documents'

export const get: Handlers<Pick<typeof contract, 'plan.get'>> = {
  async 'plan.get'({ branchId, year }, context) {
    const { store, subject: branch, may } = context
    const plan = await store.table(YearPlans).get(planId(branchId, year))
    const { fixed, owed, calendar, items } = await yearOfBranch(context, branch, year, plan)
    return {
      branchName: branch.name,
      madeAt: plan?.madeAt ?? null,
      items: inTime(items),
      fixed: [...fixed].sort((one, other) => (one.date < other.date ? -1 : 1)),
      lacking: lackingIn(owed, [...fixed, ...items]),
      feasts: feastsOf(year),
      heat: calendar.window('high-summer', year),
      may: may('make', 'set', 'remove', 'publish'),
    }
  },
}
