import fc from 'fast-check'
import { cursorAt, readNumberCursor, readTextCursor } from '../../../core/shared/cursor'

test('a list goes on after the row that its cursor names', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.string({ minLength: 1, maxLength: 100 }), (at, id) => {
      expect(readNumberCursor(cursorAt(at, id))).toEqual([at, id])
    }),
  )
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.stringMatching(/^[A-Za-z0-9_:-]+$/), (name, id) => {
      expect(readTextCursor(cursorAt(name, id))).toEqual([name, id])
    }),
  )
})

test('a cursor that no list returned names no place', () => {
  expect(['', '~', 'x~y', '12', '99999999999999999~m'].map(readNumberCursor)).toEqual([null, null, null, null, null])
  expect(['', '~', 'x', '~y', 'x~'].map(readTextCursor)).toEqual([null, null, null, null, null])
})
