import fc from 'fast-check'
import {
  benefitKinds,
  benefitRules,
  concerns,
  earlierPeriods,
  isPeriod,
  periodOn,
  sayBenefit,
  sayPeriod,
} from '../../../../core/care/benefits/kinds'
import { addCoverage, coverageOf, dueFor, noCoverage, periodsFor, stateOf } from '../../../../core/care/benefits/rules'
import { addDays, instantOf } from '../../../../core/shared/calendar'

const born = (year: number, month = 6, day = 15) => ({ calendar: 'solar' as const, year, month, day })

test.each([
  ['离休 members are paid their costs back', 'medical-claim', { standing: 'honoured-retired', birthday: born(1930) }, '2026-10', true],
  ['退休 members are not', 'medical-claim', { standing: 'retired', birthday: born(1950) }, '2026-10', false],
  ['every retired member has a check-up', 'check-up', { standing: 'retired', birthday: born(1960) }, '2026', true],
  ['in-service members have none', 'check-up', { standing: 'in-service', birthday: born(1980) }, '2026', false],
  [
    'a member who turns eighty this year has the allowance',
    'old-age-allowance',
    { standing: 'retired', birthday: born(1946, 12, 31) },
    '2026',
    true,
  ],
  ['a member who turns eighty next year has not', 'old-age-allowance', { standing: 'retired', birthday: born(1947, 1, 1) }, '2026', false],
  ['an unknown birthday gives no claim', 'old-age-allowance', { standing: 'retired', birthday: undefined }, '2026', false],
] as const)('%s', (_, kind, person, period, expected) => {
  expect(concerns(kind, person, period)).toBe(expected)
})

test.each([
  ['2026-11-21', '2026-10', '2026-11-01', '2026-11-30'],
  ['2026-12-31', '2026-11', '2026-12-01', '2026-12-31'],
  ['2027-01-01', '2026-12', '2027-01-01', '2027-01-31'],
  ['2024-02-29', '2024-01', '2024-02-01', '2024-02-29'],
])('on %s the costs of %s are paid out, from %s to %s', (today, period, opens, due) => {
  expect(periodOn('medical-claim', today)).toBe(period)
  expect(benefitRules['medical-claim'].window(period)).toEqual({ opens, due })
})

test('due until the last day and overdue after it; a mark comes before both', () => {
  const person = { standing: 'retired' as const, birthday: born(1950) }
  const on = (date: string) => stateOf('check-up', person, '2026', undefined, date)
  expect([on('2026-10-31'), on('2026-11-01')]).toEqual(['due', 'overdue'])
  expect(stateOf('check-up', person, '2026', { state: 'done' }, '2026-11-01')).toBe('done')
  // A mark stands, even where the rule would not ask for the benefit.
  expect(stateOf('medical-claim', person, '2026-10', { state: 'not-applicable' }, '2026-11-01')).toBe('not-applicable')
  expect(stateOf('medical-claim', person, '2026-10', undefined, '2026-11-01')).toBeNull()
})

test('a benefit that is not needed does not count, and coverages of parts add up to that of the whole', () => {
  const state = fc.record({
    state: fc.constantFrom('overdue' as const, 'due' as const, 'done' as const, 'not-applicable' as const),
    earlier: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(state), fc.array(state), (some, others) => {
      expect(addCoverage(coverageOf(some), coverageOf(others))).toEqual(coverageOf([...some, ...others]))
    }),
  )
  const row = (state: 'overdue' | 'due' | 'done' | 'not-applicable', earlier = false) => ({ state, earlier })
  const rows = [row('done'), row('overdue'), row('overdue', true), row('due'), row('due', true), row('not-applicable')]
  expect(coverageOf(rows)).toEqual({ concerned: 5, done: 1, overdue: 2, earlier: 1 })
  expect(coverageOf([])).toEqual(noCoverage)
})

test('on every day each benefit has one open period, whose last day is not before its first', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), fc.constantFrom(...benefitKinds), (days, kind) => {
      const today = addDays('2024-01-01', days)
      const period = periodOn(kind, today)
      const { opens, due } = benefitRules[kind].window(period)
      expect(isPeriod(kind, period)).toBe(true)
      expect(opens <= today && opens <= due).toBe(true)
    }),
  )
})

test('periods are written as people say them, and only those of the kind are accepted', () => {
  expect([sayPeriod('2026'), sayPeriod('2026-09')]).toEqual(['2026年', '2026年9月'])
  expect([isPeriod('check-up', '2026-09'), isPeriod('medical-claim', '2026'), isPeriod('medical-claim', '2026-13')]).toEqual([
    false,
    false,
    false,
  ])
})

test('a claim is asked for during a year, a yearly benefit for one more year, and then no longer', () => {
  const honoured = { standing: 'honoured-retired' as const, birthday: born(1930) }
  const asks = (kind: 'medical-claim' | 'check-up', period: string, on: string) => periodsFor(kind, honoured, on).includes(period)
  expect([asks('medical-claim', '2027-11', '2028-01-01'), asks('medical-claim', '2027-11', '2028-12-31')]).toEqual([true, true])
  expect(asks('medical-claim', '2027-11', '2029-01-01')).toBe(false)
  expect([asks('check-up', '2026', '2027-12-31'), asks('check-up', '2026', '2028-01-01')]).toEqual([true, false])
  // Not for members it was never for.
  expect(periodsFor('medical-claim', { standing: 'retired', birthday: born(1950) }, '2028-01-01')).toEqual(['2027-12'])
})

test('the earlier periods run backwards from the open one, each of the kind', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), fc.constantFrom(...benefitKinds), (days, kind) => {
      const today = addDays('2024-01-01', days)
      const periods = [periodOn(kind, today), ...earlierPeriods(kind, today)]
      expect(periods).toEqual([...new Set(periods)].sort().reverse())
      expect(periods.every(period => isPeriod(kind, period))).toBe(true)
      expect(periods.slice(1).every(period => benefitRules[kind].window(period).due < today)).toBe(true)
    }),
  )
})

test('a newcomer after the last day has four weeks, and is not asked for what was over before they came', () => {
  const late = { standing: 'honoured-retired' as const, birthday: born(1930), since: instantOf('2026-11-26', '10:00') }
  expect(dueFor('check-up', late, '2026')).toBe('2026-12-24')
  const on = (date: string) => stateOf('check-up', late, '2026', undefined, date)
  expect([on('2026-11-26'), on('2026-12-24'), on('2026-12-25')]).toEqual(['due', 'due', 'overdue'])
  // It does not end with the year in which they came.
  expect(periodsFor('check-up', late, '2027-01-01')).toEqual(['2027', '2026'])
  expect(stateOf('check-up', late, '2025', undefined, '2026-11-26')).toBeNull()
  expect(periodsFor('medical-claim', late, '2027-01-05')).toEqual(['2026-12', '2026-11', '2026-10'])
  // A member who came in good time has no longer than the others.
  expect(dueFor('check-up', late, '2027')).toBe('2027-10-31')
})

test('a benefit is named with its period', () => {
  expect([sayBenefit('check-up', '2026'), sayBenefit('medical-claim', '2027-11')]).toEqual(['2026年体检', '2027年11月的医药费报销'])
})
