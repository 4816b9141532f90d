import type { plans as contract } from '../../../../core/life/plans/contract'
import { planYear } from '../../../../core/life/plans/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { settle } from '../../../kernel/settle'
import type { Ports } from '../../../kernel/ports'
import type { Actor } from '../../../kernel/identity'
import type { Handlers } from '../use-case'
import { yearOfBranch } from './asked'
import { planId, YearPlans, type PlanItem, type YearPlan } from './documents'

const isOut = ({ out }: YearPlan, itemId: string) => out.some(one => one.itemId === itemId)

/** Changes a plan by one conditional write, judged again where it was changed meanwhile; undefined from `change` leaves it as it is. */
const changePlan = async (
  { store, now, actor }: Pick<Ports, 'store' | 'now'> & { actor: Actor },
  branchId: string,
  year: number,
  change: (plan: YearPlan) => PlanItem[] | undefined,
): Promise<void> => {
  const table = store.table(YearPlans)
  const _id = planId(branchId, year)
  await settle(async () => {
    const found = await table.get(_id)
    const before: YearPlan = found ?? { _id, branchId, year, items: [], out: [], madeAt: now, by: actor, version: 0 }
    const items = change(before)
    if (!items) return true
    if (!found) return (await table.add({ ...before, items, version: 1 })) === 'added' || undefined
    return (
      (await table.update({ _id, version: before.version }, { set: { items, madeAt: now, by: actor }, inc: { version: 1 } })) > 0 ||
      undefined
    )
  })
}

export const edit: Handlers<Pick<typeof contract, 'plan.make' | 'plan.set' | 'plan.remove'>> = {
  async 'plan.make'({ branchId, year }, context) {
    const { store, subject: branch, now, fail } = context
    if (branch.kind !== 'branch' || branch.closedAt !== undefined) return fail('INVALID_INPUT', { paths: ['branchId'] })
    if (String(year) < dateOf(now).slice(0, 4)) return fail('PLAN_YEAR_OVER')
    const plan = await store.table(YearPlans).get(planId(branchId, year))
    const { asked } = await yearOfBranch(context, branch, year, plan)
    const own = (plan?.items ?? []).filter(one => one.why === 'own' && !(plan?.out ?? []).some(each => each.itemId === one.itemId))
    const made = planYear({ ...asked, already: [...asked.already, ...own] })
    await changePlan(context, branchId, year, before => [
      ...before.items.filter(one => isOut(before, one.itemId) || one.why === 'own'),
      ...made,
    ])
    return { items: made.length }
  },

  async 'plan.set'({ branchId, year, itemId, ...said }, context) {
    const { subject: branch, commandId, now, fail, checkText } = context
    if (branch.kind !== 'branch' || branch.closedAt !== undefined) return fail('INVALID_INPUT', { paths: ['branchId'] })
    if (!said.date.startsWith(String(year)) || said.date < dateOf(now)) return fail('PLAN_DAY_WRONG')
    await checkText(said.title, said.place.name)
    const { strand, ...always } = said
    const id = itemId ?? commandId
    await changePlan(context, branchId, year, before => {
      if (isOut(before, id)) return fail('PLAN_OUT')
      const standing = before.items.find(one => one.itemId === id)
      if (itemId !== undefined && !standing) return fail('NOT_FOUND')
      const item = { ...always, itemId: id, why: standing?.why ?? ('own' as const), ...(strand === undefined ? {} : { strand }) }
      return [...before.items.filter(one => one.itemId !== id), item]
    })
    return { itemId: id }
  },

  async 'plan.remove'({ branchId, year, itemId }, context) {
    await changePlan(context, branchId, year, before => {
      if (isOut(before, itemId)) return context.fail('PLAN_OUT')
      const items = before.items.filter(one => one.itemId !== itemId)
      return items.length === before.items.length ? undefined : items
    })
    return {}
  },
}
