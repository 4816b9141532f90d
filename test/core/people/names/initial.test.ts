import { initialOf } from '../../../../core/people/names/initial'
import { readingsOf } from '../../../../core/people/names/reading'

test.each([
  ['王秀英', 'wang xiu ying'],
  ['单雄信', 'shan xiong xin'],
  ['查良镛', 'zha liang yong'],
  ['尉迟恭', 'yu chi gong'],
  ['欧阳海', 'ou yang hai'],
  ['曾庆红', 'zeng qing hong'],
  ['仇英', 'qiu ying'],
  ['解缙', 'xie jin'],
  ['翟志刚', 'zhai zhi gang'],
  ['区桃', 'ou tao'],
  ['单于', 'chan yu'],
  ['万俟雪', 'mo qi xue'],
  ['朴正', 'piao zheng'],
  ['种师道', 'chong shi dao'],
  ['沈慧䶮', 'shen hui yan'],
  ['吕秀珍', 'lv xiu zhen'],
  ['阿不都热依木·买买提', 'a bu dou re yi mu mai mai ti'],
  ['馬英九', 'ma ying jiu'],
  ['⻢⼩⺠', 'ma xiao min'],
  ['𠮷野', '? ye'],
  ['牛', 'niu'],
  ['', ''],
])('%s is read %s', (name, reading) => {
  expect(readingsOf(name)[0].join(' ')).toBe(reading)
})

test.each([
  ['王秀英', 'W'],
  ['龢平', 'H'],
  ['阿依古丽', 'A'],
  ['𠮷野', undefined],
  ['尉迟恭', 'Y'],
  ['单于', 'C'],
  ['anna', 'A'],
  ['  李四', 'L'],
  ['·', undefined],
])('%s is looked up under %s', (name, letter) => {
  expect(initialOf(readingsOf(name)[0].join(' '))).toBe(letter)
})

test('a member of before, whose reading is not stored yet, stands under no letter', () => {
  expect(initialOf(undefined)).toBeUndefined()
})
