import fc from 'fast-check'
import { addDays } from '../../../../core/shared/calendar'
import {
  allot,
  firstOpen,
  LEAST_DAYS,
  nextOpen,
  owedIn,
  type Rhythm,
  type Standing,
  stateOf,
} from '../../../../core/shared/obligations/owed'
import { paces, periodOn, periodsBetween, periodsOf, spanOf } from '../../../../core/shared/obligations/periods'

const day = (min = 0, max = 1500) => fc.integer({ min, max }).map(days => addDays('2024-01-01', days))
const rhythm: fc.Arbitrary<Rhythm> = fc.record({
  pace: fc.constantFrom(...paces),
  times: fc.integer({ min: 1, max: 3 }),
  graceDays: fc.integer({ min: 0, max: 20 }),
})
const standing: fc.Arbitrary<Standing> = fc.record({
  since: day(),
  until: fc.option(day(), { nil: undefined }),
  takenOn: fc.option(day(), { nil: undefined }),
})
const all = ({ pace }: Rhythm) => periodsBetween(periodOn(pace, '2024-01-01'), periodOn(pace, '2029-12-31'))
const quarterly: Rhythm = { pace: 'quarter', times: 1, graceDays: 10 }

describe('what is owed', () => {
  test('is never owed for a period before the beginning or after the end, whatever the calendar', () => {
    fc.assert(
      fc.property(rhythm, standing, (each, duty) => {
        for (const { span, dueOn } of owedIn(all(each), each, duty)) {
          expect(span.to >= duty.since).toBe(true)
          expect(duty.until === undefined || span.to < duty.until).toBe(true)
          expect(dueOn >= addDays(span.to, each.graceDays)).toBe(true)
        }
      }),
    )
  })

  test('gives the one who begins or takes over at least four weeks', () => {
    fc.assert(
      fc.property(rhythm, standing, (each, duty) => {
        for (const { dueOn, span } of owedIn(all(each), each, duty)) {
          const begun = [duty.since, duty.takenOn].filter(one => one !== undefined && one <= addDays(span.to, each.graceDays))
          for (const date of begun) expect(addDays(date ?? '', LEAST_DAYS) <= dueOn).toBe(true)
        }
      }),
    )
  })

  test('counts every act once, none before its period begins, and none too late for another', () => {
    fc.assert(
      fc.property(rhythm, standing, fc.array(day(), { maxLength: 30 }), (each, duty, dates) => {
        const owed = owedIn(all(each), each, duty)
        const held = allot(dates, owed, each.pace)
        expect([...held.values()].flat().sort()).toEqual([...dates].sort())
        for (const [period, inIt] of held) {
          const last = owed.find(one => one.period === period)?.dueOn ?? spanOf(period).to
          for (const date of inIt)
            expect(spanOf(period).from <= date && date <= (last > spanOf(period).to ? last : spanOf(period).to)).toBe(true)
        }
      }),
    )
  })

  test('goes from upcoming to due to overdue, and nothing but an act ends it', () => {
    const order = ['upcoming', 'due', 'overdue']
    fc.assert(
      fc.property(rhythm, standing, day(), fc.integer({ min: 0, max: 400 }), (each, duty, on, later) => {
        for (const one of owedIn(all(each), each, duty)) {
          const [before, after] = [stateOf(one, 0, on), stateOf(one, 0, addDays(on, later))]
          expect(order.indexOf(before) <= order.indexOf(after)).toBe(true)
          expect(stateOf(one, one.owed, on)).toBe('done')
        }
      }),
    )
  })

  test('of a quarter is made good within the grace, and the visit after it counts for the next', () => {
    const owed = owedIn(periodsOf('quarter', 2026), quarterly, { since: '2025-01-01' })
    const held = allot(['2026-04-08', '2026-04-09', '2026-07-20'], owed, 'quarter')
    expect(
      owed.map(one => [one.period, held.get(one.period)?.length ?? 0, stateOf(one, held.get(one.period)?.length ?? 0, '2026-10-05')]),
    ).toEqual([
      ['2026-Q1', 1, 'done'],
      ['2026-Q2', 1, 'done'],
      ['2026-Q3', 1, 'done'],
      ['2026-Q4', 0, 'due'],
    ])
  })

  test('a founding late in a quarter leaves that quarter out, one early in it does not', () => {
    const owed = (since: string) => owedIn(periodsOf('quarter', 2026), quarterly, { since }).map(one => one.period)
    expect(owed('2026-09-25')).toEqual(['2026-Q4'])
    expect(owed('2026-08-01')).toEqual(['2026-Q3', '2026-Q4'])
    expect(owedIn(periodsOf('quarter', 2026), quarterly, { since: '2025-01-01', until: '2026-06-20' }).map(one => one.period)).toEqual([
      '2026-Q1',
    ])
  })

  test('what was missed is passed over by a later visit, but a report stays owed', () => {
    const owed = owedIn(periodsOf('quarter', 2026), quarterly, { since: '2025-01-01' })
    const heldIn = (period: string) => (period === '2026-Q2' ? 1 : 0)
    expect(nextOpen(owed, heldIn)?.period).toBe('2026-Q3')
    expect(firstOpen(owed, heldIn)?.period).toBe('2026-Q1')
    expect(nextOpen(owed, () => 0)?.period).toBe('2026-Q1')
    expect(firstOpen(owed, () => 1)).toBeUndefined()
  })
})
