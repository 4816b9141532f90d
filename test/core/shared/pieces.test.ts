import fc from 'fast-check'
import { piecesOf } from '../../../core/shared/pieces'

test.each([
  ['短的一起读。不用分开。', 20, ['短的一起读。不用分开。']],
  ['第一句。第二句！第三句', 5, ['第一句。', '第二句！', '第三句']],
  ['一句没有标点的很长的话', 4, ['一句没有', '标点的很', '长的话']],
  ['', 10, []],
])('%s in pieces of %i', (text, longest, pieces) => {
  expect(piecesOf(text, longest)).toEqual(pieces)
})

test('nothing is left out and no piece is too long', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('一', '䶮', '。', '！', '\n', 'a', '𠮷') }),
      fc.integer({ min: 1, max: 9 }),
      (text, longest) => {
        const pieces = piecesOf(text, longest)
        expect(pieces.join('')).toBe(text)
        for (const piece of pieces) expect([...piece].length).toBeLessThanOrEqual(longest)
      },
    ),
  )
})
