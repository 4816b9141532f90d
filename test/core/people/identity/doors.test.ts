import fc from 'fast-check'
import { doorsAfter, firstDoors, hasNoNumber } from '../../../../core/people/identity/doors'

const wait = (number: string) => ({ number })
const held = { phones: ['13900000001'], doors: ['13900000001'] }

test.each([
  ['another number by others waits, and the former opens no door', false, ['13900000002'], [], ['13900000002']],
  ['another number by the member opens one at once', true, ['13900000002'], ['13900000002'], []],
  ['one more by others waits beside the former', false, ['13900000001', '13900000002'], ['13900000001'], ['13900000002']],
  ['a landline neither opens nor waits', false, ['13900000001', '051377505919'], ['13900000001'], []],
  ['all taken away', false, [], [], []],
])('%s', (_, trusted, phones, doors, waiting) => {
  const after = doorsAfter(held, phones, trusted, wait)
  expect([after.doors, after.waitingDoors.map(one => one.number)]).toEqual([doors, waiting])
})

test('a waiting number does not open a door by being sent along with another of the member’s own', () => {
  const waiting = { ...held, phones: ['13900000001', '13900000002'], waitingDoors: [{ number: '13900000002' }] }
  const after = doorsAfter(waiting, ['13900000001', '13900000002', '13900000003'], true, wait)
  expect([after.doors, after.waitingDoors]).toEqual([['13900000001', '13900000003'], [{ number: '13900000002' }]])
})

test('whatever others change, no number opens a door that opened none before', () => {
  const number = fc.integer({ min: 0, max: 5 }).map(n => `1390000000${String(n)}`)
  fc.assert(
    fc.property(fc.uniqueArray(number), fc.array(fc.tuple(fc.uniqueArray(number), fc.boolean())), (first, changes) => {
      let state = { phones: first, doors: firstDoors(first), waitingDoors: [] as { number: string }[] }
      const trusted = new Set(first)
      for (const [phones, own] of changes) {
        const before = state
        const { doors, waitingDoors } = doorsAfter(state, phones, own, wait)
        state = { phones, doors, waitingDoors }
        if (own) for (const one of phones) if (!before.phones.includes(one)) trusted.add(one)
        for (const one of doors) expect(trusted.has(one)).toBe(true)
        for (const one of [...doors, ...waitingDoors.map(two => two.number)]) expect(phones).toContain(one)
      }
    }),
  )
})

test('only a person without any number has none', () => {
  expect([hasNoNumber({ phones: [] }), hasNoNumber({ phones: [], waitingDoors: [{ number: '1' }] }), hasNoNumber(held)]).toEqual([
    true,
    false,
    false,
  ])
})
