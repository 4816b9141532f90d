import type { wishes as contract } from '../../../../core/help/wishes/contract'
import { isOpen, MOST_COSTS, sumOf, tickedSteps } from '../../../../core/help/wishes/rules'
import { roles } from '../../../../core/shared/operation'
import { claimFiles } from '../../../kernel/files'
import type { Context, Handlers } from '../use-case'
import { changeWish, tellNews } from './change'
import type { Wish } from './documents'
import { release } from './plan'

/** Is this one of those named for it? */
export const isNamed = ({ plan }: Pick<Wish, 'plan'>, memberId: string): boolean =>
  plan?.people.some(one => one.memberId === memberId) ?? false

/** May the caller say what it cost: one of those named, or an officer over the elder? */
export const mayCost = (wish: Wish, { person, holds }: Pick<Context<'wish.cost'>, 'person' | 'holds'>): boolean =>
  isNamed(wish, person._id) || holds(roles, wish.path)

const namedIn = ({ plan }: Wish): string[] => (plan?.people ?? []).map(one => one.memberId)

export const day: Handlers<Pick<typeof contract, 'wish.tick' | 'wish.cost' | 'wish.done' | 'wish.cancel'>> = {
  async 'wish.tick'({ step, undo }, context) {
    const { subject: wish, person, now, fail } = context
    if (!isNamed(wish, person._id)) return fail('FORBIDDEN')
    const { row } = await changeWish(context, wish, was => {
      const { plan } = was
      if (!plan || was.state !== 'planned') return fail('WISH_CLOSED')
      const steps = tickedSteps(plan.steps, step, { by: person.name, at: now, undo })
      if (!steps) return fail('INVALID_INPUT', { paths: ['step'] })
      if (steps === plan.steps) return { answer: null }
      const began = plan.steps.every(one => one.doneAt === undefined)
      return {
        next: { plan: { ...plan, steps: [...steps] } },
        news: began ? [{ kind: 'began', memberIds: [was.memberId], by: person.name }] : [],
        answer: null,
      }
    })
    await tellNews(context, row)
    const steps = row.plan?.steps ?? []
    return { done: steps.filter(one => one.doneAt !== undefined).length, of: steps.length }
  },

  async 'wish.cost'({ what, fen }, context) {
    const { subject: wish, actor, commandId, now, fail, checkText } = context
    if (!mayCost(wish, context)) return fail('FORBIDDEN')
    await checkText(what)
    const { row } = await changeWish(context, wish, was => {
      if (was.costs.some(one => one.costId === commandId)) return { answer: null }
      if (was.state === 'cancelled' || was.costs.length >= MOST_COSTS) return fail('WISH_CLOSED')
      return { next: { costs: [...was.costs, { costId: commandId, what, fen, by: actor, at: now }] }, answer: null }
    })
    return { costId: commandId, sumFen: sumOf(row.costs) }
  },

  async 'wish.done'({ note, photoFileIds = [] }, context) {
    const { subject: wish, actor, now, fail, checkText } = context
    if (wish.state === 'cancelled') return fail('WISH_CLOSED')
    await Promise.all([checkText(note), claimFiles(context, photoFileIds, { purpose: 'wish', about: wish._id })])
    const { row, answer: before } = await changeWish(context, wish, was => {
      if (was.state === 'cancelled') return fail('WISH_CLOSED')
      const again = was.state === 'done'
      if (again && was.note === note && JSON.stringify(was.photoFileIds) === JSON.stringify(photoFileIds)) return { answer: was }
      return {
        next: { state: 'done' as const, open: false, note, photoFileIds, doneAt: was.doneAt ?? now, party: [was.memberId], remindAt: null },
        news: again ? [] : [{ kind: 'done', memberIds: [was.memberId], by: actor.name }],
        answer: was,
      }
    })
    await release(context, wish._id, before.plan)
    await tellNews(context, row)
    return {}
  },

  async 'wish.cancel'({ reason = '' }, context) {
    const { subject: wish, person, actor, holds, fail, checkText } = context
    // Those named may look at it; that it is not wanted any more is said by the elder, their family or an officer.
    if (person._id !== wish.memberId && !holds(roles, wish.path)) return fail('FORBIDDEN')
    await checkText(reason)
    const { row, answer: before } = await changeWish(context, wish, was => {
      if (was.state === 'cancelled') return { answer: was }
      if (!isOpen(was.state)) return fail('WISH_CLOSED')
      const others = (ids: readonly string[]) => ids.filter(one => one !== actor.memberId)
      return {
        next: { state: 'cancelled' as const, open: false, reason, party: [was.memberId], remindAt: null },
        news: [
          { kind: 'cancelled', memberIds: others([was.memberId]), by: actor.name },
          { kind: 'called-off', memberIds: others(namedIn(was)), by: actor.name },
        ],
        answer: was,
      }
    })
    await release(context, wish._id, before.plan)
    await tellNews(context, row)
    return {}
  },
}
