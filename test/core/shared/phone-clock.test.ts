import fc from 'fast-check'
import { heardAt } from '../../../core/shared/phone-clock'

const MINUTE = 60_000
const NOW = 1_800_000_000_000

test.each([
  ['a clock that is right', NOW - MINUTE, NOW, { at: NOW - MINUTE }],
  ['a clock that says no hour of sending', NOW - MINUTE, undefined, { at: NOW - MINUTE }],
  ['four minutes fast', NOW + 4 * MINUTE, undefined, { at: NOW }],
  ['six minutes fast, by an unknown amount', NOW + 6 * MINUTE, undefined, { at: NOW, said: NOW + 6 * MINUTE }],
  ['six minutes fast, corrected', NOW + 6 * MINUTE, NOW + 6 * MINUTE, { at: NOW }],
  ['put right between the tap and the sending', NOW + 6 * MINUTE, NOW, { at: NOW, said: NOW + 6 * MINUTE }],
])('%s', (_, said, sentAt, expected) => {
  expect(heardAt(said, sentAt, NOW)).toEqual(expected)
})

test('whatever a phone says, nothing is heard of the future, and an age that it knows is kept', () => {
  const instant = fc.integer({ min: 0, max: 4_000_000_000_000 })
  fc.assert(
    fc.property(instant, fc.integer({ min: 0, max: 1e10 }), (sentAt, age) => {
      expect(heardAt(sentAt - age, sentAt, NOW)).toEqual({ at: NOW - age })
    }),
  )
  fc.assert(
    fc.property(instant, fc.option(instant, { nil: undefined }), (said, sentAt) => {
      expect(heardAt(said, sentAt, NOW).at).toBeLessThanOrEqual(NOW)
    }),
  )
})
