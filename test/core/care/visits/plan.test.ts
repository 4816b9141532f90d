import * as fc from 'fast-check'
import { calendarWith, daysOf } from '../../../../core/shared/almanac/days'
import type { Birthday } from '../../../../core/shared/birthday-schema'
import { dateOf, instantOf } from '../../../../core/shared/calendar'
import type { Elder, Visitor } from '../../../../core/care/visits/owed'
import { owedIn, visitId } from '../../../../core/care/visits/owed'
import { planVisits, type Planned, type Planning } from '../../../../core/care/visits/plan'
import { usualVisits } from '../../../../core/care/visits/settings'

const YEAR = 2027
const now = instantOf('2026-11-21', '09:00')
const calendar = calendarWith([])
const visitor = (n: number): Visitor => ({ memberId: `v-${String(n)}`, name: `访${String(n)}` })
const everybody = Array.from({ length: 6 }, (_, n) => visitor(n))
const here = new Map([...everybody, { memberId: 'boss', name: '书记' }].map(one => [one.memberId, one]))

const elder = (n: number, visitors: readonly Visitor[], birthday?: Birthday): Elder => ({
  memberId: `m-${String(n)}`,
  name: `老${String(n)}`,
  path: '/d/s/b/',
  visitors,
  ...(birthday ? { birthday } : {}),
})

const planned = (elders: readonly Elder[], more: Partial<Planning> = {}): Planned[] =>
  planVisits({ year: YEAR, elders, here, rows: [], beside: [], calendar, settings: usualVisits, now, ...more })

const birthdays = fc.oneof(
  fc.record({
    calendar: fc.constant('solar' as const),
    year: fc.constant(1940),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  }),
  fc.record({
    calendar: fc.constant('lunar' as const),
    year: fc.constant(1940),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 30 }),
    leap: fc.boolean(),
  }),
  fc.record({ calendar: fc.constant('solar' as const), year: fc.constant(1940) }),
)

const branches = fc
  .array(
    fc.record({
      visitors: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 3 }),
      birthday: fc.option(birthdays, { nil: undefined }),
    }),
    {
      maxLength: 60,
    },
  )
  .map(all => all.map(({ visitors, birthday }, n) => elder(n, visitors.map(visitor), birthday)))
const limits = fc.integer({ min: 1, max: 4 }).map(perDay => ({ ...usualVisits, perDay }))

test('whatever the branch, every visit owed has a visitor and a working day, or is a gap with its reason', () => {
  fc.assert(
    fc.property(branches, limits, (elders, settings) => {
      const rows = planned(elders, { settings })
      const owed = elders.flatMap(one =>
        owedIn(one, YEAR, calendar, settings).map(({ rule, period }) => visitId(one.memberId, rule, period)),
      )
      expect(rows.map(row => row._id).sort()).toEqual(owed.sort())
      for (const row of rows) {
        const visitors = elders.find(one => one.memberId === row.memberId)?.visitors ?? []
        if (row.assigneeId === null) expect(row.gap).toBe(visitors.length === 0 ? 'nobody' : 'full')
        else {
          expect(row.gap).toBeUndefined()
          expect(visitors.map(one => one.memberId)).toContain(row.assigneeId)
          const days = daysOf({ from: dateOf(row.opens), to: dateOf(row.closes) })
          const going = days.filter(day => calendar.works(day))
          expect(going.length > 0 ? going : days).toContain(row.on)
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('whatever the branch, no elder is owed two visits of one rule and period, and no visitor makes more in a day than the limit', () => {
  fc.assert(
    fc.property(branches, limits, (elders, settings) => {
      const rows = planned(elders, { settings })
      expect(new Set(rows.map(row => `${row.memberId} ${row.rule} ${row.period}`)).size).toBe(rows.length)
      const loads = new Map<string, number>()
      for (const { assigneeId, on } of rows)
        if (assigneeId !== null && on !== null) loads.set(`${assigneeId} ${on}`, (loads.get(`${assigneeId} ${on}`) ?? 0) + 1)
      expect(Math.max(0, ...loads.values())).toBeLessThanOrEqual(settings.perDay)
    }),
    { numRuns: 60 },
  )
})

/** A year in the life of a branch: people change, visits are made, the secretary chooses, time goes by. */
const lives = fc.record({
  before: branches,
  after: branches,
  done: fc.array(fc.nat(400), { maxLength: 40 }),
  chosen: fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 0, max: 5 })), { maxLength: 10 }),
  day: fc.integer({ min: 0, max: 420 }),
})

test('planning again changes nothing when nothing changed, whatever happened before', () => {
  fc.assert(
    fc.property(lives, limits, ({ before, after, done, chosen, day }, settings) => {
      const first = planned(before, { settings })
      const lived = first.map((row, index): Planned => {
        if (done.includes(index)) return { ...row, state: 'done' }
        const who = chosen.find(([n]) => n === index)?.[1]
        return who === undefined ? row : { ...row, assigneeId: visitor(who).memberId, assigneeName: visitor(who).name, chosen: true }
      })
      const later = now + day * 24 * 60 * 60_000
      const second = planned(after, { settings, rows: lived, now: later })
      const third = planned(after, { settings, rows: second, now: later })
      const sorted = (rows: readonly Planned[]) => [...rows].sort((one, other) => (one._id < other._id ? -1 : 1))
      expect(sorted(third)).toEqual(sorted(second))
    }),
    { numRuns: 100 },
  )
})

test('a finished visit stays as it was when people come and go', () => {
  const first = planned([elder(1, [visitor(1)])])
  const done = first.map((row): Planned => ({ ...row, state: 'done' }))
  expect(planned([], { rows: done })).toEqual(done)
  expect(planned([elder(1, [visitor(2)])], { rows: done }).filter(row => row.state === 'done')).toEqual(expect.arrayContaining(done))
})

test('when a liaison leaves, their visits go to the next visitors, and no other visit moves', () => {
  const both = [visitor(1), { memberId: 'boss', name: '书记' }]
  const before = [elder(1, both), elder(2, both), elder(3, [visitor(2)]), elder(4, [visitor(2)])]
  const first = planned(before)
  const second = planned(
    before.map(one => ({ ...one, visitors: one.visitors.filter(other => other.memberId !== 'v-1') })),
    { rows: first },
  )
  const moved = second.filter(row => first.find(one => one._id === row._id)?.assigneeId !== row.assigneeId)
  expect(new Set(moved.map(row => row.memberId))).toEqual(new Set(['m-1', 'm-2']))
  expect(new Set(moved.map(row => row.assigneeId))).toEqual(new Set(['boss']))
  const stayed = (rows: readonly Planned[]) =>
    rows.filter(row => row.assigneeId === 'v-2').sort((one, other) => (one._id < other._id ? -1 : 1))
  expect(stayed(second)).toEqual(stayed(first))
})

test('an elder who died is owed nothing more; restored to life within the day, everything is as it was', () => {
  const living = [elder(1, [visitor(1)]), elder(2, [visitor(1)])]
  const first = planned(living)
  const dead = planned(living.slice(1), { rows: first })
  expect(dead.filter(row => row.memberId === 'm-1').every(row => row.state === 'dropped')).toBe(true)
  const again = planned(living, { rows: dead })
  const sorted = (rows: readonly Planned[]) => [...rows].sort((one, other) => (one._id < other._id ? -1 : 1))
  expect(sorted(again)).toEqual(sorted(first))
})

test('a household in mourning gets no festive visit until it is over', () => {
  const mourning = { ...elder(1, [visitor(1)], { calendar: 'solar', year: 1940, month: 3, day: 5 }), mourningUntil: '2027-03-01' }
  expect(planned([mourning]).map(row => row.rule)).toEqual([
    'birthday',
    'party-day-71',
    'high-summer',
    'mid-autumn',
    'national-day',
    'double-ninth',
  ])
})

test('the plan of a branch that joins in August has no festival that is over', () => {
  const rows = planned([elder(1, [visitor(1)])], { now: instantOf('2027-08-20', '09:00') })
  expect(rows.map(row => row.rule)).toEqual(['mid-autumn', 'national-day', 'double-ninth'])
})

test('thirty elders of one liaison are spread evenly over the five working days before 春节, four a day; the rest go to the secretary', () => {
  const both = [visitor(1), { memberId: 'boss', name: '书记' }]
  const rows = planned(Array.from({ length: 30 }, (_, n) => elder(n, both))).filter(row => row.rule === 'spring-festival')
  const days = (who: string) => {
    const on = rows.filter(row => row.assigneeId === who).map(row => row.on ?? '')
    return Object.fromEntries([...new Set(on)].sort().map(day => [day, on.filter(one => one === day).length]))
  }
  expect(days('v-1')).toEqual({ '2027-02-01': 4, '2027-02-02': 4, '2027-02-03': 4, '2027-02-04': 4, '2027-02-05': 4 })
  expect(days('boss')).toEqual({ '2027-02-01': 2, '2027-02-02': 2, '2027-02-03': 2, '2027-02-04': 2, '2027-02-05': 2 })
})

test('the secretary’s choice stays with that visitor while they are in the branch', () => {
  const first = planned([elder(1, [visitor(1)])])
  const chosen = first.map((row): Planned => ({ ...row, assigneeId: 'v-3', assigneeName: '访3', chosen: true }))
  expect(new Set(planned([elder(1, [visitor(1)])], { rows: chosen }).map(row => row.assigneeId))).toEqual(new Set(['v-3']))
  const without = new Map([...here].filter(([id]) => id !== 'v-3'))
  const left = planned([elder(1, [visitor(1)])], { rows: chosen, here: without })
  expect(new Set(left.map(row => row.assigneeId))).toEqual(new Set(['v-1']))
  expect(left.some(row => row.chosen)).toBe(false)
})
