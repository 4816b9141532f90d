import type { Case, Entry } from './case'
import type { Happening } from './states'

/**
 * Classes of durations, each a fifth wider than the one before: a median taken from them is right within a tenth, and tallies can be added.
 * Class n holds the minutes from 1.2ⁿ − 1 to 1.2ⁿ⁺¹ − 1; the last class holds everything longer.
 */
const GROWTH = 1.2
const CLASSES = 64
const MINUTE = 60_000

/** How many requests of a kind were raised, solved, kept and broken, and how long they took, as [class, count]. */
export interface Tally {
  raised: number
  solved: number
  kept: number
  broken: number
  accept: Record<string, number>
  solve: Record<string, number>
}
export const nothing: Tally = { raised: 0, solved: 0, kept: 0, broken: 0, accept: {}, solve: {} }

const classOf = (ms: number): string => String(Math.min(CLASSES - 1, Math.max(0, Math.floor(Math.log(ms / MINUTE + 1) / Math.log(GROWTH)))))
const middleOf = (index: number): number => (GROWTH ** index + GROWTH ** (index + 1)) / 2 - 1

const takings: readonly Happening[] = ['taken', 'assigned', 'by-default']
const firstTaken = (timeline: readonly Entry[]): Entry | undefined => timeline.find(one => takings.includes(one.what))

/** What one request adds to the figures of its month; a cancelled one adds nothing. */
export const tallyOf = (request: Pick<Case, 'state' | 'raisedAt' | 'doneAt' | 'broken' | 'timeline'>): Tally => {
  if (request.state === 'cancelled') return nothing
  const taken = firstTaken(request.timeline)
  const { doneAt, raisedAt, broken } = request
  const solved = doneAt !== undefined
  return {
    raised: 1,
    solved: solved ? 1 : 0,
    kept: solved && !broken ? 1 : 0,
    broken: broken ? 1 : 0,
    accept: taken ? { [classOf(taken.at - raisedAt)]: 1 } : {},
    solve: solved ? { [classOf(doneAt - raisedAt)]: 1 } : {},
  }
}

const addClasses = (one: Tally['accept'], other: Tally['accept']): Tally['accept'] => {
  const sum = { ...one }
  for (const [key, count] of Object.entries(other)) sum[key] = (sum[key] ?? 0) + count
  return sum
}

/** The sum of two tallies. */
export const added = (one: Tally, other: Tally): Tally => ({
  raised: one.raised + other.raised,
  solved: one.solved + other.solved,
  kept: one.kept + other.kept,
  broken: one.broken + other.broken,
  accept: addClasses(one.accept, other.accept),
  solve: addClasses(one.solve, other.solve),
})

/** The median of the durations in the classes, in minutes; null where there are none. */
export const median = (classes: Tally['accept']): number | null => {
  const rows = Object.entries(classes)
    .map(([key, count]) => [Number(key), count] as const)
    .sort((one, other) => one[0] - other[0])
  const total = rows.reduce((sum, [, count]) => sum + count, 0)
  let passed = 0
  for (const [index, count] of rows) {
    passed += count
    if (passed * 2 >= total && count > 0) return Math.round(middleOf(index) * 10) / 10
  }
  return null
}

/** A tally as a board shows it. */
export const figuresOf = ({ raised, solved, kept, broken, accept, solve }: Tally) => ({
  raised,
  solved,
  kept,
  broken,
  keptRate: kept + broken === 0 ? null : kept / (kept + broken),
  acceptMinutes: median(accept),
  solveMinutes: median(solve),
})
