import { dateOf, shanghai } from '../../../../core/shared/calendar'
import type { Ports } from '../../../kernel/ports'
import { type Gap, type GapsAsked, regulationsFor } from '../../people/public'
import { Activities } from '../documents'

/** A branch that has had no activity for as many months as the rule set says; a branch younger than that is not asked. */
export const quietGaps = async ({ store, now }: Pick<Ports, 'store' | 'now'>, { org }: GapsAsked): Promise<readonly Gap[]> => {
  if (org.kind !== 'branch' || org.closedAt !== undefined) return []
  const book = await regulationsFor(store, org.path)
  const since = shanghai(now)
    .subtract(book.number('coverage.quiet-months', { on: dateOf(now), branchKind: org.branchKind }), 'month')
    .valueOf()
  const begun = org.history[0]?.at
  if (begun !== undefined && begun > since) return []
  const activities = store.table(Activities)
  const held = { branchId: org._id, state: 'published' } as const
  if (await activities.has({ ...held, startsAt: { gte: since, lt: now } })) return []
  const [last] = await activities.find({ ...held, startsAt: { lt: since } }, { order: [['startsAt', 'desc']], limit: 1 })
  return [
    { kind: 'no-activity', id: org._id, why: last ? `${shanghai(last.startsAt).format('YYYY年M月D日')}以后没有活动` : '还没有办过活动' },
  ]
}
