import fc from 'fast-check'
import { strokeOrder } from '../../../core/voice/elections/stroke-order'
import { byStrokes, inStrokeOrder, isKnown, parted, strokesOf } from '../../../core/voice/elections/strokes'

const ordered = (...names: string[]) => inStrokeOrder(names.map(name => ({ name }))).map(one => one.name)

test.each([
  ['丁', 2],
  ['王', 4],
  ['刘', 6],
  ['李', 7],
  ['张', 7],
  ['陈', 7],
  ['欧', 8],
  ['赵', 9],
  ['黄', 11],
  ['䶮', 9],
  ['戴', 17],
])('%s has %i strokes', (letter, strokes) => expect(strokesOf(letter)).toBe(strokes))

test.each<[string, string[], string[]]>([
  ['fewer strokes come first', ['赵一', '王一', '丁一', '刘一'], ['丁一', '王一', '刘一', '赵一']],
  ['of as many strokes 横 comes before 竖, 撇, 点, 折', ['张明', '李明', '吴明', '何明', '沈明'], ['李明', '吴明', '何明', '沈明', '张明']],
  ['a single surname comes before a compound one that begins with it', ['欧阳明', '欧明'], ['欧明', '欧阳明']],
  ['a compound surname stands where its first character does', ['赵明', '欧阳明', '李明'], ['李明', '欧阳明', '赵明']],
  ['of one surname the shorter given name comes first', ['王小明', '王明', '王一'], ['王一', '王明', '王小明']],
  ['of one surname the given name decides', ['王建国', '王卫东', '王一丁'], ['王一丁', '王卫东', '王建国']],
  ['a rare surname that is known stands in its place', ['赵一', '䶮一', '丁一', '戴一'], ['丁一', '赵一', '䶮一', '戴一']],
  ['a character that is not known comes last', ['𬱖一', '戴一'], ['戴一', '𬱖一']],
  ['a name of another script comes last', ['Иван', '阿依古丽·买买提', '王一'], ['王一', '阿依古丽·买买提', 'Иван']],
])('%s', (_what, names, expected) => {
  expect(ordered(...names)).toEqual(expected)
  expect(ordered(...names.toReversed())).toEqual(expected)
})

test('two characters are a compound surname only where a given name follows', () => {
  expect(parted('欧阳明').surname.join('')).toBe('欧阳')
  expect(parted('司马').surname.join('')).toBe('司')
  expect([isKnown('欧阳明'), isKnown('𬱖一')]).toEqual([true, false])
})

test('no character stands twice, and any names come into one order whatever order they come in', () => {
  const letters = Array.from(strokeOrder.join(''))
  expect(new Set(letters).size).toBe(letters.length)
  const name = fc.array(fc.constantFrom('王', '李', '张', '欧', '阳', '䶮', '一', '𬱖', '明'), { minLength: 2, maxLength: 4 })
  fc.assert(
    fc.property(
      fc.uniqueArray(
        name.map(one => one.join('')),
        { minLength: 2, maxLength: 6 },
      ),
      names => {
        const once = ordered(...names)
        expect(ordered(...names.toReversed())).toEqual(once)
        for (const [at, one] of once.entries()) for (const other of once.slice(at + 1)) expect(byStrokes(one, other)).toBeLessThan(0)
      },
    ),
  )
})
