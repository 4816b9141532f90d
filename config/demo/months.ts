import * as z from 'zod'
import { MEMBERS } from '../../cloudfunctions/features/people/roster/topic'
import type { Rollup } from '../../cloudfunctions/kernel/documents'
import { rollupId } from '../../cloudfunctions/kernel/rollups'
import { monthsTo } from '../../core/figures/boards/figures'
import { monthOf } from '../../core/shared/calendar'
import type { Instant } from '../../core/shared/operation'

const Value = z.record(z.string(), z.number())
type Value = z.infer<typeof Value>

const less = (value: Value, name: string, by: number): Value => ({ [name]: Math.max(0, (value[name] ?? 0) - by) })

/** What the demo's branches had so many months ago: fewer members, fewer of them bound to WeChat, more elders without a helper and without a call. */
const past: Readonly<Record<string, (value: Value, ago: number) => Value>> = {
  [MEMBERS]: (value, ago) => ({
    ...value,
    ...less(value, 'count', 2 * ago),
    ...less(value, 'retired', 2 * ago),
    ...less(value, 'bound', 9 * ago),
  }),
  pairings: (value, ago) => ({ ...value, ...less(value, 'paired', 4 * ago) }),
  'special-care': (value, ago) => ({ ...value, overdue: Math.min(value['concerned'] ?? 0, (value['overdue'] ?? 0) + (ago % 3)) }),
}

const sum = (values: readonly Value[]): Value =>
  values.reduce((one, other) => Object.fromEntries(Object.keys(other).map(name => [name, (one[name] ?? 0) + (other[name] ?? 0)])), {})

const worryOf = (topic: string, { elders = 0, paired = 0, overdue = 0 }: Value): number =>
  topic === 'pairings' ? elders - paired : topic === 'special-care' ? overdue : 0

/** Of a whole district few branches were otherwise a month ago; the demo's own were. */
const changes = ({ orgId }: Rollup): boolean => orgId.startsWith('branch-') || orgId.endsWith('4b-1')

/** The five months before, of the topics that keep their months: as counted at the branches now, a little less; summed above. */
export const earlierMonths = (rollups: readonly Rollup[], now: Instant): Rollup[] => {
  const months = monthsTo(monthOf(now), 6).slice(0, -1).reverse()
  const present = rollups.filter(row => row.period === monthOf(now) && row.value !== null && past[row.topic] !== undefined)
  // Of a whole district the branches of one street are enough to look back at; everything above them has its months.
  const shown = present.filter(row => row.scopes.length === 0 || row.scopes.includes('changqing') || row.scopes.includes('bureau'))
  const within = new Map<string, Rollup[]>()
  for (const row of present)
    for (const scope of row.scopes) {
      const key = `${row.topic}/${scope}`
      const known = within.get(key)
      if (known) known.push(row)
      else within.set(key, [row])
    }
  return months.flatMap((period, index) =>
    shown.flatMap(row => {
      const branches = row.scopes.length > 0 ? [row] : (within.get(`${row.topic}/${row.orgId}`) ?? [])
      if (branches.length === 0) return []
      const value = sum(
        branches.map(one => (changes(one) ? past[row.topic]?.(Value.parse(one.value), index + 1) : undefined) ?? Value.parse(one.value)),
      )
      return [{ ...row, _id: rollupId(row.topic, row.orgId, period), period, value, worry: worryOf(row.topic, value) }]
    }),
  )
}
