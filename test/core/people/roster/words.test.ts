import type { Cell } from '../../../../core/people/roster/cells'
import { cellAddress, withoutIdNumbers } from '../../../../core/people/roster/cells'
import { fromChinese, toChinese } from '../../../../core/people/roster/numerals'
import {
  careOfHealth,
  groupNameOf,
  readCare,
  readEthnicity,
  readGender,
  readName,
  readSkills,
  readStanding,
  readYes,
} from '../../../../core/people/roster/words'

const containing = (text: string): unknown => expect.stringContaining(text)

test.each<[Cell, boolean | null]>([
  ['√', true],
  ['✓', true],
  ['是', true],
  ['Y', true],
  ['yes', true],
  ['Ｙ', true],
  [1, true],
  [true, true],
  ['独居', true],
  ['有', true],
  ['否', false],
  ['×', false],
  ['N', false],
  ['无', false],
  ['不是', false],
  [0, false],
  [false, false],
  ['', null],
  [null, null],
  ['—', null],
])('是否独居 %p is %p', (cell, expected) => {
  expect(readYes(cell, '独居')).toEqual({ value: expected, fault: null, doubts: [] })
})

test.each<[string, boolean]>([
  ['是，子女在外地', true],
  ['非独居', false],
  ['与老伴同住', false],
  ['空巢', true],
])('是否独居 %p is taken as %p with a word about it', (cell, expected) => {
  const { value, doubts } = readYes(cell, '独居')
  expect(value).toBe(expected)
  expect(doubts).toHaveLength(1)
})

test('是否独居 with anything else asks for 是 or 否', () => {
  expect(readYes('待核实', '独居').fault).toMatch(/请写“是”或“否”/)
})

test.each<[string, string[]]>([
  ['健康', []],
  ['高血压', []],
  ['失能，需轮椅', ['disabled']],
  ['生活不能自理', ['disabled']],
  ['半失能', ['half-disabled']],
  ['半自理', ['half-disabled']],
  ['卧床', ['bedridden']],
  ['长期卧床、失能', ['disabled', 'bedridden']],
  ['未失能', []],
])('身体状况 %s tells of %p', (text, kinds) => {
  expect(
    Object.entries(careOfHealth(text))
      .filter(([, is]) => is)
      .map(([kind]) => kind)
      .sort(),
  ).toEqual([...kinds].sort())
})

test('特殊情况 says what it names, and 无 takes the kinds of health away', () => {
  expect(readCare('独居、空巢').value).toEqual({ alone: true, 'empty-nest': true })
  expect(readCare('非独居').value).toMatchObject({ alone: false })
  expect(readCare('无').value).toEqual({ disabled: false, 'half-disabled': false, bedridden: false })
  expect(readCare('烈属')).toMatchObject({ value: null, fault: null })
  expect(readCare('烈属').doubts.join()).toContain('没有记')
})

test.each<[Cell, string | null]>([
  ['离休', 'honoured-retired'],
  ['离休干部', 'honoured-retired'],
  ['退休', 'retired'],
  ['已退休', 'retired'],
  ['退休干部', 'retired'],
  ['在职', 'in-service'],
  ['在岗', 'in-service'],
  ['', null],
])('类别 %p is %p', (cell, expected) => {
  expect(readStanding(cell)).toEqual({ value: expected, fault: null, doubts: [] })
})

test.each(['离退休', '离/退休', '正式党员'])('类别 %s says neither, and that is told', cell => {
  expect(readStanding(cell)).toMatchObject({ value: null, fault: null })
  expect(readStanding(cell).doubts).toHaveLength(1)
})

test.each<[Cell, string]>([
  ['1组', '第一党小组'],
  ['一组', '第一党小组'],
  ['第1组', '第一党小组'],
  ['第一党小组', '第一党小组'],
  ['第一小组', '第一党小组'],
  ['党小组1', '第一党小组'],
  ['1', '第一党小组'],
  ['１组', '第一党小组'],
  ['第十二党小组', '第十二党小组'],
  ['21组', '第二十一党小组'],
  ['银湖党小组', '银湖党小组'],
  ['文艺组', '文艺组'],
])('the group %p is %s', (text, expected) => {
  expect(groupNameOf(String(text))).toBe(expected)
})

test.each<[string, string]>([
  ['张 三', '张三'],
  ['姜美斌 ', '姜美斌'],
  ['　李　四', '李四'],
  ['卢义䶮', '卢义䶮'],
  ['卢义\ue863', '卢义䶮'],
  ['𠅤𬭬', '𠅤𬭬'],
  ['阿依古丽•买买提', '阿依古丽·买买提'],
  ['阿依古丽.买买提', '阿依古丽·买买提'],
  ['欧阳翠香', '欧阳翠香'],
  ['张建国（大）', '张建国（大）'],
  ['张建国(2)', '张建国（2）'],
  ['Mike Smith', 'Mike Smith'],
])('the name %p is %s', (cell, name) => {
  expect(readName(cell)).toEqual({ value: { name }, fault: null, doubts: [] })
})

test('a name with a mark or a remark is taken without it, and that is told', () => {
  expect(readName('△张三')).toMatchObject({ value: { name: '张三' }, doubts: [containing('记号')] })
  expect(readName('张三（已转出）')).toMatchObject({ value: { name: '张三' }, doubts: [containing('已转出')] })
  expect(readName('张三（女）')).toEqual({ value: { name: '张三', gender: 'female' }, fault: null, doubts: [] })
})

test.each(['张三、李四', '张三/李四', '12345', '？？？', '一'.repeat(31)])('%p is no name', cell => {
  expect(readName(cell).fault).not.toBeNull()
})

test('gender, ethnicity and skills are read as people write them', () => {
  expect(readGender('女').value).toBe('female')
  expect(readGender('男性').value).toBe('male')
  expect(readGender('妇').fault).toMatch(/请写“男”或“女”/)
  expect(readEthnicity('汉族').value).toBe('汉')
  expect(readEthnicity('回').value).toBe('回')
  expect(readSkills('合唱/舞蹈').value).toEqual(['合唱', '舞蹈'])
  expect(readSkills('电工，水暖、 电工').value).toEqual(['电工', '水暖'])
  expect(readSkills('无').value).toBeNull()
})

test('identity-card numbers are taken out of any text, however they are grouped', () => {
  expect(withoutIdNumbers('身份证320106194103051234，老干部')).toEqual({ text: '身份证，老干部', found: true })
  expect(withoutIdNumbers('32010619410305123X')).toEqual({ text: '', found: true })
  expect(withoutIdNumbers('320106 19410305 123x')).toEqual({ text: '', found: true })
  expect(withoutIdNumbers('３２０１０６１９４１０３０５１２３４')).toEqual({ text: '', found: true })
  expect(withoutIdNumbers('320106410305123')).toEqual({ text: '', found: true })
  expect(withoutIdNumbers('13800001111/0513-77505919')).toEqual({ text: '13800001111/0513-77505919', found: false })
})

test('Chinese numbers below a hundred are read and written back', () => {
  for (let value = 1; value < 100; value += 1) expect(fromChinese(toChinese(value))).toBe(value)
  expect(['初八', '廿六', '卅', '卅一', '十', '2'].map(fromChinese)).toEqual([8, 26, 30, 31, 10, 2])
  expect(['', '百', '十十'].map(fromChinese)).toEqual([null, null, null])
})

test('cells are named as the spreadsheet names them', () => {
  expect([cellAddress(4, 92), cellAddress(0, 0), cellAddress(25, 1), cellAddress(26, 1), cellAddress(701, 2), cellAddress(702, 3)]).toEqual(
    ['E93', 'A1', 'Z2', 'AA2', 'ZZ3', 'AAA4'],
  )
})
