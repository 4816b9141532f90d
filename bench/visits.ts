import { calendarWith } from '../core/shared/almanac/days'
import { instantOf } from '../core/shared/calendar'
import type { Elder } from '../core/care/visits/owed'
import { planVisits, type Planned } from '../core/care/visits/plan'
import { usualVisits } from '../core/care/visits/settings'
import { ratio, type Row } from './table'

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
  return { first: first.cost, again: plan(asRead(first.planned)).cost }
}

/** As the database gives them: each a row of its own, in the order of their ids. */
const asRead = (rows: readonly Planned[]): Planned[] =>
  JSON.parse(JSON.stringify([...rows].sort((one, other) => (one._id < other._id ? -1 : 1)))) as Planned[]

/** Years of the few in a turn. */
const IN_A_TURN = 40
const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length

/**
 * The cost of planning a year's visits: per elder hardly more in a district than in a branch. The best turn of each counts: for seconds at a
 * time a shared machine takes twice as long.
 */
export const visits = (quick: boolean): Promise<Row[]> => {
  const turn = () => {
    const few = Array.from({ length: IN_A_TURN }, () => costOf(FEW))
    return { few: { first: mean(few.map(one => one.first)), again: mean(few.map(one => one.again)) }, many: costOf(MANY) }
  }
  // The first one warms up the compiler.
  turn()
  const turns = Array.from({ length: quick ? 1 : 15 }, turn)
  const row = (what: string, which: 'first' | 'again'): Row => {
    const many = turns.map(one => one.many[which])
    const few = turns.map(one => one.few[which])
    const best = Math.min(...many)
    return {
      what,
      ...ratio(many, few),
      figure: best / Math.min(...few),
      budget: { most: 1.2 },
      note: `${best.toFixed(0)} µs of CPU an elder`,
    }
  }
  return Promise.resolve([
    row('yearly plan of visits, 10,000 elders ÷ 100: CPU per elder', 'first'),
    row('the same, planned again with nothing changed', 'again'),
  ])
}
