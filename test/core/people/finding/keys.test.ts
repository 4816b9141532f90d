import fc from 'fast-check'
import { foundBy } from '../../../../core/people/finding/found-by'
import { keyTyped, withPhoneKeys } from '../../../../core/people/finding/keys'

const keysOf = (name: string, ...phones: string[]) => foundBy({ name, phones }).findKeys
const finds = (typed: string, name: string, ...phones: string[]) => {
  const typedKey = keyTyped(typed)
  return typedKey !== null && keysOf(name, ...phones).includes(typedKey.key)
}

test.each([
  // Any part of a short name.
  ['沈国强', '沈'],
  ['沈国强', '国强'],
  ['沈国强', '强'],
  ['沈国强', ' 沈 国强 '],
  // Pinyin from its beginning, with and without blanks, in capitals, as initials, and the surname whole with initials.
  ['沈国强', 'shen'],
  ['沈国强', 'Shen Guo'],
  ['沈国强', 'shenguoqiang'],
  ['沈国强', 'sgq'],
  ['沈国强', 'SG'],
  ['沈国强', 'shengq'],
  // Surnames in their own way, and as those who do not know it read them.
  ['单雄信', 'shan'],
  ['单雄信', 'dan'],
  ['查良镛', 'zly'],
  ['尉迟恭', 'ycg'],
  // Names that are read in two ways.
  ['张乐', 'zhangle'],
  ['张乐', 'zhangyue'],
  ['吕秀珍', 'lv'],
  ['吕秀珍', 'lü'],
  ['吕秀珍', 'luxiu'],
  ['西安', "xi'an"],
  ['沈慧䶮', '慧䶮'],
  ['沈慧䶮', 'shy'],
  // Radicals out of a PDF.
  ['⻢⼩⺠', '马小民'],
  ['马小民', '⻢⼩⺠'],
  // Long names by their beginning and by that of each part; a name of one character; Latin letters.
  ['阿不都热依木·买买提', '阿不都'],
  ['阿不都热依木·买买提', '买买'],
  ['阿不都热依木·买买提', '阿不都热依木买买提'],
  ['阿不都热依木·买买提', 'abdryms'.slice(0, 3)],
  ['牛', '牛'],
  ['牛', 'niu'],
  ['Anna Smith', 'anna'],
  ['Anna Smith', 'smith'],
])('%s is found by “%s”', (name, typed) => {
  expect(finds(typed, name)).toBe(true)
})

test.each([
  ['沈国强', 'guo'],
  ['沈国强', 'sq'],
  ['沈国强', '沈强'],
  ['沈国强', 'shengguo'],
])('%s is not found by “%s”', (name, typed) => {
  expect(finds(typed, name)).toBe(false)
})

test.each([
  ['1144', { key: '1144' }],
  ['1 1 4 4', { key: '1144' }],
  ['１１４４', { key: '1144' }],
  ['138-7743-1144', { key: '1144', digits: '13877431144' }],
  ['+86 13877431144', { key: '1144', digits: '13877431144' }],
  ['431144', { key: '1144', digits: '431144' }],
  ['114', null],
  ['  ', null],
  ['·', null],
])('of the digits “%s” the last four are looked up', (typed, key) => {
  expect(keyTyped(typed)).toEqual(key)
})

test('every number counts, without its extension; a change of numbers leaves the name', () => {
  const keys = keysOf('牛', '13877431144', '02785551234,801', '+85221234567')
  expect(keys).toEqual(expect.arrayContaining(['1144', '1234', '4567']))
  expect(withPhoneKeys(keys, ['13900000007'])).toEqual(['牛', 'n', 'ni', 'niu', '0007'])
})

test('there are few keys, whatever the name', () => {
  const letters = fc.string({ unit: fc.constantFrom(...Array.from('沈国强乐行长阿不都·单曾查吕aB 㼆𠮷䶮')), maxLength: 30 })
  fc.assert(
    fc.property(letters, name => {
      const { findKeys, nameKey } = foundBy({ name, phones: [] })
      expect(findKeys.length).toBeLessThan(140)
      expect(new Set(findKeys).size).toBe(findKeys.length)
      const typed = keyTyped(name)
      if (nameKey !== '' && typed && !/^\d/.test(typed.key)) expect(findKeys).toContain(typed.key)
    }),
  )
})
