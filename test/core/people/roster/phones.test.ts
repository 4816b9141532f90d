import { abroadReader } from '../../../../cloudfunctions/features/people/abroad'
import type { Abroad } from '../../../../core/people/roster/phones'
import type { Cell } from '../../../../core/people/roster/cells'
import { isPhone, maskPhone, readPhones, sayPhone } from '../../../../core/people/roster/phones'

let worldly: Abroad
beforeAll(async () => {
  worldly = await abroadReader()
})

test.each<[Cell, string[]]>([
  ['13800001111', ['13800001111']],
  [18659998616, ['18659998616']],
  ['138 7743 4046', ['13877434046']],
  ['138.7743.4046', ['13877434046']],
  ['138-7743-4046', ['13877434046']],
  ['＋8613659223588', ['13659223588']],
  ['+86 138 7743 4046', ['13877434046']],
  ['008613877434046', ['13877434046']],
  ['8613877434046', ['13877434046']],
  ['１３８７７４３４０４６', ['13877434046']],
  ['13932587527 ', ['13932587527']],
  ['0513-77505919', ['051377505919']],
  ['0513 77505919', ['051377505919']],
  ['（0513）77505919', ['051377505919']],
  ['0513—77505919', ['051377505919']],
  ['051377505919', ['051377505919']],
  ['0771-7336159', ['07717336159']],
  ['010-65121234', ['01065121234']],
  ['027-24502369', ['02724502369']],
  ['0513-77505919转801', ['051377505919,801']],
  ['0513-77505919-801', ['051377505919,801']],
  ['0513-77505919 分机 801', ['051377505919,801']],
  ['400-123-4567', ['4001234567']],
  ['18972144223/0371-49480525', ['18972144223', '037149480525']],
  ['15872483297、15878360077', ['15872483297', '15878360077']],
  ['15872483297，15878360077；0771-7336159', ['15872483297', '15878360077', '07717336159']],
  ['15872483297 15878360077', ['15872483297', '15878360077']],
  ['138 7743 4046 158 7836 0077', ['13877434046', '15878360077']],
  ['15872483297\n15878360077', ['15872483297', '15878360077']],
  ['0771-7336159 13877434046', ['07717336159', '13877434046']],
  ['13877434046或15878360077', ['13877434046', '15878360077']],
  ['手机：13877434046 宅电：0513-77505919', ['13877434046', '051377505919']],
  ['13877434046/13877434046', ['13877434046']],
])('%p holds the numbers %p', (cell, phones) => {
  const { value, fault, doubts } = readPhones(cell)
  expect([value?.phones, fault, doubts]).toEqual([phones, null, []])
  expect(phones.every(isPhone)).toBe(true)
  expect(phones.flatMap(phone => readPhones(sayPhone(phone)).value?.phones ?? [])).toEqual(phones)
})

test.each<[Cell, string[]]>([
  ['+1 415-555-0123', ['+14155550123']],
  ['001 415 555 0123', ['+14155550123']],
  ['00852 6123 4567', ['+85261234567']],
  ['00852-61234567', ['+85261234567']],
  ['852-61234567', ['+85261234567']],
  [85261234567, ['+85261234567']],
  ['香港 6123 4567', ['+85261234567']],
  ['+853 6612 3456', ['+85366123456']],
  ['+886 912 345 678', ['+886912345678']],
  ['886-912345678', ['+886912345678']],
  ['台湾手机：912345678', ['+886912345678']],
  ['＋８５２ 6123 4567', ['+85261234567']],
  ['+44 20 7946 0018转12', ['+442079460018,12']],
  ['+852 6123 4567 13877434046', ['+85261234567', '13877434046']],
  ['13877434046/+852 6123 4567', ['+85261234567', '13877434046']],
  ['连云港0518-85551234', ['051885551234']],
  ['美国女儿 13877434046', ['13877434046']],
])('%p holds numbers abroad: %p', (cell, phones) => {
  const { value, fault } = readPhones(cell, worldly)
  expect([value?.phones, fault]).toEqual([phones, null])
  expect(phones.every(isPhone)).toBe(true)
  expect(phones.flatMap(phone => readPhones(sayPhone(phone), worldly).value?.phones ?? [])).toEqual(phones)
})

test.each<[string, string]>([
  ['+1 (415) 555-0123 ext. 7', '+14155550123,7'],
  ['+44 (0)20 7946 0018', '+442079460018'],
  ['+81 090-1234-5678', '+819012345678'],
  ['+49 0151 23456789', '+4915123456789'],
])('%s is dialled without the 0 that only its own country dials: %s', (written, phone) => {
  expect(readPhones(written, worldly).value?.phones).toEqual([phone])
})

test.each<[Cell]>([
  ['1234'],
  ['+852 61'],
  ['+999 12345678'],
  ['138001'],
  ['1380000111'],
  ['138000011112'],
  ['12800001111'],
  ['0513-7750'],
  ['1.38E+10'],
  ['儿子'],
  [138.5],
  ['13800001111/1234'],
  [true],
])('%p is an error that says how to write a number', cell => {
  expect(readPhones(cell, worldly).fault).toMatch(/写的是“.*请写11位手机号/)
})

test.each<[Cell, string[], RegExp]>([
  ['77505919', ['77505919'], /没有区号/],
  [51377505919, ['051377505919'], /补上了开头的0/],
])('%p is taken as %p with a word about it', (cell, phones, doubt) => {
  const { value, doubts } = readPhones(cell)
  expect(value?.phones).toEqual(phones)
  expect(doubts.join()).toMatch(doubt)
})

test.each(['', '无', '没有手机', '无电话', '/'])('%p says that there is no number', cell => {
  expect(readPhones(cell)).toEqual({ value: null, fault: null, doubts: [] })
})

test('words beside a number are handed back', () => {
  expect(readPhones('13877434046（儿子）').value).toEqual({ phones: ['13877434046'], words: '儿子' })
  expect(readPhones('王小明 13877434046').value).toEqual({ phones: ['13877434046'], words: '王小明' })
})

test.each<[string, string]>([
  ['13800001144', '138****1144'],
  ['051377505919', '0513-****5919'],
  ['02724502369', '027-****2369'],
  ['051377505919,801', '0513-****5919'],
  ['77505919', '****5919'],
  ['123', '****3'],
  ['+85261234567', '+852-****4567'],
  ['+14155550123,7', '+1-****0123'],
])('%s is shown as %s', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked)
})

test('a masked number never shows more than half of its digits beyond the area code', () => {
  expect(maskPhone('13877434046')).not.toContain('7743')
  expect(maskPhone('')).toBe('****')
})
