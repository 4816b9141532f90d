import { calendarWith } from '../core/shared/almanac/days'
import { instantOf } from '../core/shared/calendar'
import type { Elder } from '../core/care/visits/owed'
import { planVisits, type Planned } from '../core/care/visits/plan'
import { usualVisits } from '../core/care/visits/settings'
import { spread, type Row } from './table'

const FEW = 100
const MANY = 10_000
/** Elders of one liaison (S3). */
const EACH = 20

const visitor = (n: number) => ({ memberId: `v-${String(n)}`, name: `访${String(n)}` })

/** Elders with a liaison for every twenty, a group leader behind each of these, and the secretary behind all; birthdays of both calendars. */
const branchOf = (count: number): Elder[] =>
  Array.from({ length: count }, (_, n) => ({
    memberId: `m-${String(n).padStart(5, '0')}`,
    name: `老${String(n)}`,
    path: '/d/s/b/',
    visitors: [
      visitor(Math.floor(n / EACH)),
      { memberId: `l-${String(Math.floor(n / (5 * EACH)))}`, name: '组长' },
      { memberId: 'boss', name: '书记' },
    ],
    birthday: { calendar: n % 4 === 0 ? 'lunar' : 'solar', year: 1940, month: (n % 12) + 1, day: ((n * 7) % 28) + 1 },
  }))

/** CPU in µs of planning a year, per elder: for the first time, and again without changes. */
const costOf = (count: number): { first: number; again: number } => {
  const elders = branchOf(count)
  const here = new Map(elders.flatMap(one => one.visitors.map(other => [other.memberId, other] as const)))
  const plan = (rows: readonly Planned[]) => {
    const before = process.cpuUsage()
    const planned = planVisits({
      ...{ year: 2027, elders, here, rows, beside: [], settings: usualVisits },
      calendar: calendarWith([]),
      now: instantOf('2026-11-21', '09:00'),
    })
    const { user, system } = process.cpuUsage(before)
    return { planned, cost: (user + system) / count }
  }
  const first = plan([])
  return { first: first.cost, again: plan(first.planned).cost }
}

interface Of {
  figure: number
  min: number
  max: number
}

/** The cost of planning a year's visits: per elder hardly more in a district than in a branch. */
export const visits = (quick: boolean): Promise<Row[]> => {
  const rounds = (count: number, times: number) => {
    const all = Array.from({ length: times }, () => costOf(count))
    return { first: spread(all.map(one => one.first)), again: spread(all.map(one => one.again)) }
  }
  // The first rounds warm up the compiler.
  rounds(FEW, 40)
  const few = rounds(FEW, quick ? 21 : 61)
  const many = rounds(MANY, quick ? 1 : 5)
  const row = (what: string, large: Of, small: Of): Row => ({
    ...{ what, figure: large.figure / small.figure, min: large.min / small.figure, max: large.max / small.figure },
    ...{ budget: { most: 1.2 }, note: `${large.figure.toFixed(0)} µs of CPU an elder` },
  })
  return Promise.resolve([
    row('yearly plan of visits, 10,000 elders ÷ 100: CPU per elder', many.first, few.first),
    row('the same, planned again with nothing changed', many.again, few.again),
  ])
}
