import fc from 'fast-check'
import { countsFor, keptFor, leftBehind, type Hours } from '../../../core/shared/hours'

const span = (startsAt: number, endsAt: number): Hours => ({ startsAt, endsAt })
const nine = span(9, 11)

test.each([
  ['the same hours', nine, nine, [], true],
  ['begun an hour later', nine, span(10, 12), [], true],
  ['put off to the afternoon', nine, span(14, 16), [], false],
  ['ends as the other begins', nine, span(11, 13), [], false],
  ['begins as the other ends', nine, span(7, 9), [], false],
  ['put off, and said to go on counting', nine, span(14, 16), [nine], true],
  ['put off, and something else goes on counting', nine, span(14, 16), [span(8, 9)], false],
])('what was done for nine to eleven counts: %s', (_, held, now, kept, expected) => {
  expect(countsFor({ held }, { ...now, kept })).toBe(expected)
})

test('rows of before hours were written down count', () => {
  expect(countsFor({}, span(14, 16))).toBe(true)
})

const hours = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 6 })).map(([from, lasts]) => span(from, from + lasts))

test('however often something is moved, the officer is asked about every act that would fall away, and about no other', () => {
  fc.assert(
    fc.property(
      fc.array(hours, { maxLength: 6 }),
      hours,
      fc.array(fc.tuple(hours, fc.boolean()), { maxLength: 6 }),
      (acted, start, moves) => {
        let now: Hours & { kept?: Hours[] } = start
        const acts = acted.map(held => ({ held }))
        for (const [next, keeps] of moves) {
          const counting = acts.filter(act => countsFor(act, now))
          const left = leftBehind(acts, now, next)
          const after = { ...next, kept: keeps ? keptFor(left, now) : [] }
          const still = counting.filter(act => countsFor(act, after))
          expect(still).toEqual(keeps ? counting : counting.filter(act => !left.includes(act)))
          now = after
        }
      },
    ),
  )
})
