import fc from 'fast-check'
import { nameKey, sameName, withIdeographs } from '../../../../core/people/names/names'

test.each([
  ['⽅⽂⾼', '方文高'],
  ['⻢⼩⺠', '马小民'],
  ['⻓⻘', '长青'],
  ['⻩⻰⻜', '黄龙飞'],
  ['⾦⻛', '金风'],
  ['⼾⼤⼒', '户大力'],
  ['方明\ue863', '方明䶮'],
  ['\ue827国', '㧏国'],
  ['郎\uf92c', '郎郎'],
  ['阿依古丽·买买提', '阿依古丽买买提'],
  ['阿依古丽•买买提', '阿依古丽・买买提'],
  ['张 三', '张三'],
  ['张\u3000三\u200b', '张三'],
  ['王建国（大）', '王建国(大)'],
  ['葛\u{e0100}', '葛'],
  ['ＡＬＩ', 'ali'],
])('%s and %s are one name', (one, other) => {
  expect(sameName(one, other)).toBe(true)
})

test.each([
  ['马小民', '馬小民'],
  ['方明䶮', '方明龑'],
  ['王建国', '王建囯'],
  ['张三', '张三丰'],
  ['㼆', '瓮'],
  ['王建国（大）', '王建国（小）'],
])('%s and %s stay two names', (one, other) => {
  expect(sameName(one, other)).toBe(false)
})

test('rare and traditional characters are kept as they are written; only what stands in for one is put right', () => {
  expect(withIdeographs('⻢䶮㼆𠮷龑馬\ue863（大）')).toBe('马䶮㼆𠮷龑馬䶮（大）')
})

const radical = fc.integer({ min: 0x2e80, max: 0x2fd5 }).map(code => String.fromCodePoint(code))

test('whatever radicals a name has, its key has none of those that look like an ideograph, and is its own key', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(radical, fc.string({ unit: 'binary', maxLength: 1 })), { maxLength: 8 }), letters => {
      const key = nameKey(letters.join(''))
      expect(nameKey(key)).toBe(key)
      expect(key).not.toMatch(/[\u2f00-\u2fd5\u2ea0\u2ee2\u2ee9]/u)
    }),
  )
})
