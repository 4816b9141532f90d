import fc from 'fast-check'
import { Period } from '../../../../core/shared/schemas'
import { addDays } from '../../../../core/shared/calendar'
import {
  paceIn,
  paceOf,
  paces,
  periodAfter,
  periodBefore,
  periodOn,
  periodsOf,
  sayPeriod,
  spanOf,
} from '../../../../core/shared/obligations/periods'

const date = fc.integer({ min: 0, max: 40_000 }).map(days => addDays('1970-01-01', days))
const pace = fc.constantFrom(...paces)

describe('the periods of a duty', () => {
  test('lie one by the next, and every date is in exactly one', () => {
    fc.assert(
      fc.property(date, pace, (day, each) => {
        const period = periodOn(each, day)
        const { from, to } = spanOf(period)
        expect([from <= day && day <= to, paceIn(period), Period.safeParse(period).success]).toEqual([true, each, true])
        expect(spanOf(periodAfter(period)).from).toBe(addDays(to, 1))
        expect(periodBefore(periodAfter(period))).toBe(period)
        expect(periodOn(each, from)).toBe(period)
      }),
    )
  })

  test('are as many in a year as the year holds', () => {
    expect(paces.map(each => periodsOf(each, 2026).length)).toEqual([12, 4, 2, 1])
    expect(periodsOf('quarter', 2026)).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'])
    expect(spanOf('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
    expect(spanOf('2026-H2')).toEqual({ from: '2026-07-01', to: '2026-12-31' })
  })

  test('are never longer than the rule’s months', () => {
    expect([1, 2, 3, 4, 6, 9, 12, 24].map(paceOf)).toEqual(['month', 'month', 'quarter', 'quarter', 'half', 'half', 'year', 'year'])
  })

  test('have names as they are spoken', () => {
    expect(['2026-11', '2026-Q4', '2026-H1', '2026'].map(sayPeriod)).toEqual(['2026年11月', '2026年第四季度', '2026年上半年', '2026年'])
  })
})
