import { compareBirthdays, joinedTooYoung, mergeBirthday, readBirthday, readJoinedPartyOn } from '../../../../core/people/roster/birthday'
import { ageOn, isElderly } from '../../../../core/shared/almanac/ages'
import { sayBirthday } from '../../../../core/people/roster/date-words'
import type { Cell } from '../../../../core/people/roster/cells'

const today = '2026-11-21'
const read = (cell: Cell, lunarColumn = false) => readBirthday(cell, { lunarColumn, today })
const said = (cell: Cell, lunarColumn = false) => {
  const { value, fault } = read(cell, lunarColumn)
  return fault !== null ? `✗ ${fault}` : value ? sayBirthday(value) : null
}

test.each<[Cell, string]>([
  ['1941', '1941年'],
  [1941, '1941年'],
  ['1941年', '1941年'],
  ['1941.3', '1941年3月'],
  [1941.3, '1941年3月'],
  [1941.12, '1941年12月'],
  ['1941.03', '1941年3月'],
  ['1941.10', '1941年10月'],
  ['1941年3月', '1941年3月'],
  ['1941年03月份', '1941年3月'],
  ['1941-3', '1941年3月'],
  ['1941/3', '1941年3月'],
  ['194103', '1941年3月'],
  [194103, '1941年3月'],
  ['19410305', '1941年3月5日'],
  [19410305, '1941年3月5日'],
  ['1941.3.5', '1941年3月5日'],
  ['1941.03.05.', '1941年3月5日'],
  ['1941/3/5', '1941年3月5日'],
  ['1941-03-05', '1941年3月5日'],
  ['1941—3—5', '1941年3月5日'],
  ['1941－03－05', '1941年3月5日'],
  ['1941、3、5', '1941年3月5日'],
  ['1941,3,5', '1941年3月5日'],
  [' 1941 年 3 月 5 日 ', '1941年3月5日'],
  ['1941年3月5号', '1941年3月5日'],
  ['1941年3月5日生', '1941年3月5日'],
  ['生于1941年3月', '1941年3月'],
  ['１９４１．３．５', '1941年3月5日'],
  ['1941-03-05 00:00:00', '1941年3月5日'],
  ['一九四一年三月', '1941年3月'],
  ['一九四一年十二月二十五日', '1941年12月25日'],
  ['二〇〇一年元月', '2001年1月'],
  ['民国三十年三月', '1941年3月'],
  ['公历1941年3月5日', '1941年3月5日'],
  [new Date(Date.UTC(1953, 2, 5)), '1953年3月5日'],
  ['1941 3 5', '1941年3月5日'],
  ['1941年三月', '1941年3月'],
  ['1941.3.5（农）', '农历1941年三月初五'],
  ['农1941.3.5', '农历1941年三月初五'],
  ['1941.3.5（公历）', '1941年3月5日'],
  ['农历1941年闰六月初五', '农历1941年闰六月初五'],
  ['农历1944年四月十五', '农历1944年四月十五'],
  ['1960年农历五月十二', '农历1960年五月十二'],
  ['1955年农历腊月廿六', '农历1955年腊月廿六'],
  ['1982年农历冬月初十', '农历1982年冬月初十'],
  ['阴历1941年正月初一', '农历1941年正月初一'],
  ['1942年腊月三十', '农历1942年腊月三十'],
  ['1941年3月初五', '农历1941年三月初五'],
  ['农历1941.3.5', '农历1941年三月初五'],
  ['1941.3.5（农历）', '农历1941年三月初五'],
  ['农历一九四一年八月', '农历1941年八月'],
  ['农历1941年二月三十', '农历1941年二月三十'],
])('a birthday written %p is read as %s', (cell, expected) => {
  expect(said(cell)).toBe(expected)
  expect(read(cell).doubts).toEqual([])
})

test.each<[Cell, string | null, RegExp]>([
  ['41.3', '1941年3月', /按1941年记/],
  ['41年3月', '1941年3月', /按1941年记/],
  ['26.4', '1926年4月', /按1926年记/],
  ['41.3?', '1941年3月', /不确定/],
  ['约1941年', '1941年', /不确定/],
  [19423, '1953年3月5日', /日期序号/],
  ['19423', '1953年3月5日', /日期序号/],
  [1941.1, '1941年', /1月还是10月/],
  ['1941.00.00', '1941年', /是0/],
  ['1941-03-00', '1941年3月', /是0/],
  ['农历1926年闰五月三十', '农历1926年五月三十', /没有闰五月/],
  ['农历1930年四月三十', '农历1930年四月廿九', /只有29天/],
  ['1941年3月5日（农历二月初八）', '1941年3月5日', /两个日期/],
  ['1941年3月5日（85岁）', '1941年3月5日', /括号里的“85岁”没有记/],
  ['1941年八月十五', '1941年8月15日', /若是农历/],
  ['2041.3', null, /不满16岁/],
  ['2015年3月', null, /不满16岁/],
])('a birthday written %p is taken as %p, with a word about it', (cell, expected, doubt) => {
  expect(said(cell)).toBe(expected)
  expect(read(cell).doubts.join('；')).toMatch(doubt)
})

test.each<[Cell, RegExp]>([
  ['1988年13月40日', /没有13月/],
  ['1941年2月30日', /没有这一天/],
  ['1941.2.29', /没有这一天/],
  ['农历1941年三月三十一', /没有这一天/],
  ['下月', /看不出/],
  ['3月5日', /没有写年份/],
  ['农历八月初三', /没有写年份/],
  ['1041年3月', /年份1041不对/],
  ['健在', /看不出/],
  [0, /看不出/],
  [-5, /看不出/],
  [true, /看不出/],
])('a birthday written %p is an error that says how to write it', (cell, fault) => {
  expect(read(cell).fault).toMatch(fault)
  expect(read(cell).fault).toContain('请写成“1941年3月5日”')
})

test.each<[Cell]>([[null], [''], ['  '], ['不详'], ['/'], ['—'], ['无']])('a birthday cell %p says nothing', cell => {
  expect(read(cell)).toEqual({ value: null, fault: null, doubts: [] })
})

test('in a column headed 农历 plain dates are lunar, unless they say otherwise', () => {
  expect(said('1941.3.5', true)).toBe('农历1941年三月初五')
  expect(said('公历1941.3.5', true)).toBe('1941年3月5日')
})

test.each<[Cell, string | null, RegExp | null]>([
  ['1986.9', '1986-09', null],
  [1970, '1970', null],
  ['1975-07-01', '1975-07-01', null],
  ['1953年8月', '1953-08', null],
  [new Date(Date.UTC(1991, 6, 1)), '1991-07-01', null],
  ['86.9', '1986-09', /按1986年记/],
  [2036, null, /还没有到/],
  ['2026.12', null, /还没有到/],
  ['2026.11', '2026-11', null],
  ['农历1970年五月', null, /农历/],
])('a joining date written %p is read as %p', (cell, expected, doubt) => {
  const { value, fault, doubts } = readJoinedPartyOn(cell, today)
  expect([value, fault]).toEqual([expected, null])
  if (doubt) expect(doubts.join()).toMatch(doubt)
  else expect(doubts).toEqual([])
})

test('joining before 16 is too young, judged only as exactly as both dates are known', () => {
  const born = { calendar: 'solar', year: 1941, month: 3, day: 5 } as const
  expect(joinedTooYoung('1957-03-04', born)).toBe(true)
  expect(joinedTooYoung('1957-03-05', born)).toBe(false)
  expect(joinedTooYoung('1957', born)).toBe(false)
  expect(joinedTooYoung('1956', born)).toBe(true)
})

test('age counts a birthday that has come, in either calendar; 80 is 高龄', () => {
  expect(ageOn({ calendar: 'solar', year: 1946, month: 11, day: 21 }, today)).toBe(80)
  expect(ageOn({ calendar: 'solar', year: 1946, month: 11, day: 22 }, today)).toBe(79)
  expect(ageOn({ calendar: 'solar', year: 1946 }, today)).toBe(79)
  // 农历1935年腊月廿九 was 1936-01-23.
  expect(ageOn({ calendar: 'lunar', year: 1935, month: 12, day: 29 }, '2026-01-22')).toBe(89)
  expect(ageOn({ calendar: 'lunar', year: 1935, month: 12, day: 29 }, '2026-01-23')).toBe(90)
  expect(ageOn(undefined, today)).toBeNull()
  expect(isElderly({ calendar: 'solar', year: 1946, month: 11, day: 21 }, today)).toBe(true)
  expect(isElderly({ calendar: 'solar', year: 1946, month: 11, day: 22 }, today)).toBe(false)
})

test('two birthdays are compared across calendars and exactness', () => {
  const lunar = { calendar: 'lunar', year: 1935, month: 12, day: 29 } as const
  expect(compareBirthdays(lunar, { calendar: 'solar', year: 1936, month: 1, day: 23 })).toBe('same')
  expect(compareBirthdays(lunar, { calendar: 'solar', year: 1936, month: 1, day: 24 })).toBe('different')
  expect(compareBirthdays({ calendar: 'solar', year: 1941 }, { calendar: 'solar', year: 1941, month: 3 })).toBe('compatible')
  expect(compareBirthdays({ calendar: 'solar', year: 1941, month: 3 }, { calendar: 'solar', year: 1941, month: 3 })).toBe('same')
})

test('a birthday said less exactly does not take away the day that is held', () => {
  const held = { calendar: 'solar', year: 1941, month: 3, day: 5 } as const
  expect(mergeBirthday(held, { calendar: 'solar', year: 1941, month: 3 })).toBe(held)
  expect(mergeBirthday(held, { calendar: 'solar', year: 1942 })).toEqual({ calendar: 'solar', year: 1942 })
})
