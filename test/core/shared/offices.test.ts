import fc from 'fast-check'
import { mayGive, ranks } from '../../../core/shared/offices'
import { roles } from '../../../core/shared/operation'

const BRANCH = '/d/s/b/'
const held = (role: (typeof roles)[number], path = BRANCH) => [{ role, path }]

test('a person without an office may be invited, changed and marked dead by their secretary', () => {
  expect(ranks.over(held('secretary'), [])).toBe(true)
  expect(ranks.level(held('secretary'), [])).toBe(true)
})

test.each([
  ['secretary', 'liaison', true, true],
  ['secretary', 'leader', true, true],
  ['secretary', 'secretary', false, true],
  ['secretary', 'street', false, false],
  ['secretary', 'bureau', false, false],
  ['street', 'secretary', true, true],
  ['street', 'bureau', false, false],
  ['bureau', 'bureau', true, true],
] as const)('a %s and a person who is %s: over %p, level %p', (role, theirs, over, level) => {
  // Each is a member of one branch, whatever their office is over.
  const above = { leader: BRANCH, liaison: BRANCH, secretary: BRANCH, street: '/d/s/', bureau: '/d/' } as const
  expect(ranks.over(held(role, above[role]), held(theirs, above[theirs]))).toBe(over)
  expect(ranks.level(held(role, above[role]), held(theirs, above[theirs]))).toBe(level)
})

test('an office elsewhere gives no rank here', () => {
  expect(ranks.level(held('secretary', '/d/s/other/'), held('secretary'))).toBe(false)
  expect(ranks.over(held('street', '/d/s2/'), held('secretary'))).toBe(false)
})

const grant = fc.record({ role: fc.constantFrom(...roles), path: fc.constantFrom('/d/', '/d/s/', BRANCH, '/d/s/b/g/') })
test('one office too high is enough to be out of reach, and level never reaches less than over', () => {
  fc.assert(
    fc.property(fc.array(grant, { maxLength: 3 }), fc.array(grant, { maxLength: 3 }), (grants, theirs) => {
      expect(ranks.over(grants, theirs)).toBe(theirs.every(one => mayGive(grants, one.role, one.path)))
      if (ranks.over(grants, theirs)) expect(ranks.level(grants, theirs)).toBe(true)
    }),
  )
})
