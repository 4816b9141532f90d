import type { Rollup } from '../cloudfunctions/kernel/documents'
import { boardTopics } from '../core/figures/boards/contract'
import { instantOf, monthBefore, monthOf } from '../core/shared/calendar'
import { rollupId } from '../cloudfunctions/kernel/rollups'

/** Members of each of 13,400 branches of 500,000 people. */
const OF_A_BRANCH = 40
const AT = instantOf('2026-11-21', '09:00')
/** The stored value of each topic for a branch. */
const values: Readonly<Record<string, unknown>> = {
  members: { count: OF_A_BRANCH, retired: 36, alone: 6, elderly: 12, bound: 30 },
  'special-care': { concerned: 9, overdue: 2 },
  pairings: { elders: 36, paired: 34, helpers: 2, burdened: 0 },
  benefits: {},
  life: { behind: 1, overdue: 2 },
  requests: { kinds: {}, load: { unowned: 0, atRisk: 0, running: 0, done: 0 } },
}

/** The figures of all branches of so many members, directly under the district, of this month and the last. */
export function* boardsOf(members: number): Generator<Rollup> {
  const months = [monthOf(AT), monthBefore(monthOf(AT))]
  for (let n = 0; n < members / OF_A_BRANCH; n++)
    for (const topic of boardTopics)
      for (const period of values[topic] === undefined ? [] : months) {
        const orgId = `board-${n}`
        yield {
          _id: rollupId(topic, orgId, period),
          topic,
          orgId,
          name: `第${n}支部`,
          parentId: 'district',
          scopes: ['district', orgId],
          period,
          value: values[topic],
          worry: topic === 'members' ? 0 : (n * 7) % 13,
          countedAt: AT,
          marks: 0,
        }
      }
}
