import * as fc from 'fast-check'
import { orgKeys } from '../../../core/people/organizations/found-by'
import { orgKeyTyped } from '../../../core/people/organizations/key-typed'

const found = (name: string, typed: string) => {
  const key = orgKeyTyped(typed)
  return key !== null && orgKeys(name).includes(key.key) && (key.key === key.whole || name.includes(key.whole))
}

test.each([
  ['银湖', true],
  ['yinhu', true],
  ['YH', true],
  ['离退休干部', true],
  ['ltxgb', true],
  ['金湖', false],
  ['银', false],
])('by %s 银湖离退休干部党支部 is found: %s', (typed, is) => expect(found('银湖离退休干部党支部', typed)).toBe(is))

test('whatever part of a name is typed, of two characters at least, it is found by it', () => {
  const name = '常青街道老干部银湖社区离退休党支部'
  fc.assert(
    fc.property(fc.nat(name.length - 2), fc.integer({ min: 2, max: name.length }), (from, length) => {
      expect(found(name, name.slice(from, Math.max(from + 2, from + length)))).toBe(true)
    }),
  )
})
