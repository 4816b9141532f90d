import type { rhythm as contract } from '../../../../core/life/rhythm/contract'
import { type DutyItem, isLate, nextOf } from '../../../../core/life/rhythm/year'
import { strands } from '../../../../core/life/strands/kinds'
import { dateOf, instantOf } from '../../../../core/shared/calendar'
import { omit } from '../../../../core/shared/fields'
import type { Ports } from '../../../kernel/ports'
import { Activities } from '../documents'
import type { Handlers } from '../use-case'
import { isOf, yearsOf } from './year'

const askedOf = ({ duty, period, span, dueOn }: DutyItem) => ({ duty, period, ...span, dueOn })

/** How many activities a branch held in each strand in a year, as `activity.year` counts them. */
const strandsOf = async ({ store, now }: Pick<Ports, 'store' | 'now'>, branchId: string, year: number) => {
  const end = Math.min(instantOf(`${String(year + 1)}-01-01`), now + 1)
  const held = { branchId, state: 'published', startsAt: { gte: instantOf(`${String(year)}-01-01`), lt: end } } as const
  const [into, out, move] = await Promise.all(strands.map(strand => store.table(Activities).count({ ...held, strand })))
  return { in: into ?? 0, out: out ?? 0, move: move ?? 0 }
}

export const get: Handlers<Pick<typeof contract, 'rhythm.get' | 'rhythm.next'>> = {
  async 'rhythm.get'({ branchId, year }, { store, subject: branch, now, holds, fail }) {
    if (branch.kind !== 'branch') return fail('INVALID_INPUT', { paths: ['branchId'] })
    const [{ items }, counts] = await Promise.all([yearsOf(store, branch, year, dateOf(now)), strandsOf({ store, now }, branchId, year)])
    const own = items.filter(one => isOf(year, one))
    const next = nextOf(own)
    return {
      name: branch.name,
      items: own.map(one => ({
        ...askedOf(one),
        ...{ owed: one.owed, held: one.held, state: one.state },
        activityIds: one.meetings.filter(each => each.verdict === 'held').map(each => each.activityId),
        meetings: one.meetings.map(meeting => omit(meeting, 'duty')),
      })),
      next: next ? askedOf(next) : null,
      strands: counts,
      plans: holds(['secretary'], branch.path) && branch.closedAt === undefined,
    }
  },

  async 'rhythm.next'(_, { store, subject: branch, now, fail }) {
    if (branch.kind !== 'branch') return fail('INVALID_INPUT', { paths: ['branchId'] })
    const today = dateOf(now)
    const { items } = await yearsOf(store, branch, Number(today.slice(0, 4)), today)
    const next = nextOf(items)
    return { next: next ? askedOf(next) : null, overdue: items.filter(one => isLate(one, today)).length }
  },
}
