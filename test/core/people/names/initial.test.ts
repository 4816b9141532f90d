import { initialOf } from '../../../../core/people/names/initial'

test.each([
  ['王秀英', 'W'],
  ['赵国栋', 'Z'],
  ['欧阳海', 'O'],
  ['龢平', 'H'],
  ['阿依古丽', 'A'],
  ['𠮷野', undefined],
])('%s is looked up under %s', (name, letter) => {
  expect(initialOf(name)).toBe(letter)
})

test.each([
  ['曾庆红', 'Z'],
  ['单雄信', 'S'],
  ['仇英', 'Q'],
  ['解缙', 'X'],
  ['翟志刚', 'Z'],
  ['区桃', 'O'],
  ['尉迟恭', 'Y'],
  ['单于', 'C'],
])('%s, whose surname is read in its own way, under %s', (name, letter) => {
  expect(initialOf(name)).toBe(letter)
})

test('a name in Latin letters stands under its own, one that is no word under none', () => {
  expect([initialOf('anna'), initialOf('  李四'), initialOf('·'), initialOf('')]).toEqual(['A', 'L', undefined, undefined])
})
