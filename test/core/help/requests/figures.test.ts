import * as fc from 'fast-check'
import { added, figuresOf, median, nothing, tallyOf, type Tally } from '../../../../core/help/requests/figures'
import { accept, done } from '../../../../core/help/requests/helper-steps'
import { cancel } from '../../../../core/help/requests/rules'
import { doing, helper, MINUTE, next, NOON, raised } from './support'

const solved = (acceptMinutes: number, solveMinutes: number) => {
  const taken = next(accept(raised(), helper('liaison', 'liaison'), undefined, doing('liaison', NOON + acceptMinutes * MINUTE)))
  return next(done(taken, 'liaison', {}, doing('liaison', NOON + solveMinutes * MINUTE)))
}

test('solved in time it is kept, solved late it is broken, cancelled it does not count', () => {
  const late = (raised().promiseAt - NOON) / MINUTE + 1
  const tally = [tallyOf(solved(5, 50)), tallyOf(solved(5, late)), tallyOf(next(cancel(raised(), undefined, doing('elder'))))].reduce(added)
  expect(figuresOf(tally)).toMatchObject({ raised: 2, solved: 2, kept: 1, broken: 1, keptRate: 0.5 })
  expect(figuresOf(nothing)).toEqual({ raised: 0, solved: 0, kept: 0, broken: 0, keptRate: null, acceptMinutes: null, solveMinutes: null })
})

test('the median of the classes lies within a fifth (and a minute) of the true one, however the parts were added', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 60 }), minutes => {
      const tallies = minutes.map((one): Tally => tallyOf(solved(one, one)))
      const half = Math.floor(tallies.length / 2)
      const parts = [tallies.slice(0, half).reduce(added, nothing), tallies.slice(half).reduce(added, nothing)]
      const told = median(parts.reduce(added).solve) ?? NaN
      const sorted = [...minutes].sort((one, other) => one - other)
      const truth = sorted[Math.ceil(sorted.length / 2) - 1] ?? NaN
      expect(Math.abs(told - truth)).toBeLessThanOrEqual(truth * 0.2 + 1)
      expect(tallies.reduce(added)).toEqual(parts.reduce(added))
    }),
  )
})
