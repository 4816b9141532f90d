import fc from 'fast-check'
import { rankOf, roundTimesRight, sayMean, spreadOf } from '../../../core/voice/rounds/rules'

const DAY = 24 * 60 * 60_000
const scores = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 15 })

test('what a jury says lies between its lowest and its highest score, in whatever order it was said', () => {
  fc.assert(
    fc.property(scores, given => {
      const spread = spreadOf(given)
      if (given.length === 0) {
        expect(spread).toBeNull()
        return
      }
      expect(spread).toEqual(spreadOf([...given].reverse()))
      expect(spread?.scores).toBe(given.length)
      expect((spread?.mean ?? 0) >= 100 * (spread?.low ?? 0) && (spread?.mean ?? 0) <= 100 * (spread?.high ?? 0)).toBe(true)
    }),
  )
})

test('a better mean never has a later place; equal means share one; what was not scored comes last', () => {
  expect(rankOf([430, 500, undefined, 430])).toEqual([2, 1, 4, 2])
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 100, max: 500 }), { nil: undefined }), { maxLength: 30 }), means => {
      const places = rankOf(means)
      means.forEach((one, first) =>
        means.forEach((other, second) => {
          if ((one ?? 0) > (other ?? 0)) expect((places[first] ?? 0) < (places[second] ?? 0)).toBe(true)
          if ((one ?? 0) === (other ?? 0)) expect(places[first]).toBe(places[second])
        }),
      )
    }),
  )
})

test.each([
  [435, '4.35分'],
  [430, '4.3分'],
  [500, '5.0分'],
])('%d hundredths are %s', (mean, words) => expect(sayMean(mean)).toBe(words))

test('a round gathers before it judges, both ahead, and looks back about a year', () => {
  const now = Date.parse('2026-11-21T09:00:00+08:00')
  expect(roundTimesRight({ from: '2026-09-01', judgeUntil: now + DAY }, now)).toBe(true)
  expect(roundTimesRight({ from: '2026-09-01', gatherUntil: now + 2 * DAY, judgeUntil: now + DAY }, now)).toBe(false)
  expect(roundTimesRight({ from: '2026-12-01', judgeUntil: now + DAY }, now)).toBe(false)
  expect(roundTimesRight({ from: '2024-01-01', judgeUntil: now + DAY }, now)).toBe(false)
})
