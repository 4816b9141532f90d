import fc from 'fast-check'
import { countQueue, isQueueOpen, movedDown, movedUp, placeIn, placesInUse, type Queue } from '../../../core/shared/queue'

const queue = (places: number | null, ...memberIds: string[]): Queue => ({ places, memberIds })

test.each([
  ['the first holds a place', queue(1, 'a', 'b'), 'a', { state: 'held' }],
  ['the next one waits first', queue(1, 'a', 'b'), 'b', { state: 'waiting', position: 1 }],
  ['the one after waits second', queue(1, 'a', 'b', 'c'), 'c', { state: 'waiting', position: 2 }],
  ['where there is room for all, all hold a place', queue(null, 'a', 'b'), 'b', { state: 'held' }],
  ['where there are no places, all wait', queue(0, 'a'), 'a', { state: 'waiting', position: 1 }],
  ['a person who is not in it has no place', queue(1, 'a'), 'z', { state: 'none' }],
])('%s', (_, given, memberId, state) => {
  expect(placeIn(given, memberId)).toEqual(state)
})

test('when a holder leaves, the first of those who wait moves up, and no other', () => {
  expect(movedUp(queue(2, 'a', 'b', 'c', 'd'), queue(2, 'b', 'c', 'd'))).toEqual(['c'])
  expect(movedUp(queue(2, 'a', 'b', 'c', 'd'), queue(2, 'a', 'b', 'd'))).toEqual([])
})

test('more places move up so many as there are, fewer send the last holders to wait', () => {
  expect(movedUp(queue(1, 'a', 'b', 'c'), queue(3, 'a', 'b', 'c'))).toEqual(['b', 'c'])
  expect(movedDown(queue(3, 'a', 'b', 'c'), queue(1, 'a', 'b', 'c'))).toEqual(['b', 'c'])
})

test('fewer places are refused where people who signed in would wait, with the number that lets them stay', () => {
  const before = queue(4, 'a', 'b', 'c', 'd')
  expect(placesInUse(before, 2, new Set(['c']))).toBe(3)
  expect(placesInUse(before, 3, new Set(['c']))).toBeNull()
  expect(placesInUse(before, null, new Set(['d']))).toBeNull()
  // One who waits and is said to have come holds no place that could be taken away.
  expect(placesInUse(queue(1, 'a', 'b'), 1, new Set(['b']))).toBeNull()
})

test('a queue is entered and left until what it is for begins, not from that instant on', () => {
  expect([999, 1000, 1001].map(now => isQueueOpen({ startsAt: 1000 }, now))).toEqual([true, false, false])
})

const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'))
const places = fc.option(fc.nat(6))
test('no more hold a place than there are, none waits beside a free place, and holders and those who wait are all', () => {
  fc.assert(
    fc.property(places, ids, (room, memberIds) => {
      const given = { places: room, memberIds }
      const states = memberIds.map(memberId => placeIn(given, memberId).state)
      const { held, left, waiting } = countQueue(given)
      expect(states.filter(state => state === 'held')).toHaveLength(held)
      expect(held + waiting).toBe(memberIds.length)
      if (room !== null) expect(held).toBeLessThanOrEqual(room)
      if (waiting > 0) expect(left).toBe(0)
    }),
  )
})

test('those who moved up hold a place now, those who moved down held one before, and no one is both', () => {
  fc.assert(
    fc.property(places, ids, places, ids, (room, was, roomNow, is) => {
      const [before, after] = [queue(room, ...was), queue(roomNow, ...is)]
      const [up, down] = [movedUp(before, after), movedDown(before, after)]
      for (const one of up) expect(placeIn(after, one).state).toBe('held')
      for (const one of down) expect([placeIn(before, one).state, placeIn(after, one).state]).toEqual(['held', 'waiting'])
      expect(up.filter(one => down.includes(one))).toEqual([])
    }),
  )
})
