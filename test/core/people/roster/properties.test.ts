import * as fc from 'fast-check'
import type { Cell } from '../../../../core/people/roster/cells'
import { careKinds, standings, type Profile } from '../../../../core/people/roster/contract'
import { solarOf } from '../../../../core/shared/almanac/lunar'
import { judgeRows } from '../../../../core/people/roster/match'
import { isPhone, readPhones } from '../../../../core/people/roster/phones'
import { emptyProfile } from '../../../../core/people/roster/profile'
import { readRoster } from '../../../../core/people/roster/read'
import { rosterColumns } from '../../../../core/people/roster/table'

const today = '2026-11-21'

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...Array.from('年月日农历闰初廿三0123456789./- 、（）第组张√独居失能合计姓名电话')), maxLength: 24 }),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.date({ noInvalidDate: false }),
)
const headings = fc.shuffledSubarray(
  ['姓名', '性别', '出生年月', '入党时间', '类别', '联系电话', '家属', '是否独居', '身体状况', '特长', '党小组', '备注', '血型', '身份证'],
  { minLength: 2 },
)

test('whatever the cells hold, reading ends, and every row is a person or ignored with a reason', () => {
  fc.assert(
    fc.property(headings, fc.array(fc.array(anyCell, { maxLength: 15 }), { maxLength: 12 }), fc.nat(3), (header, body, lead) => {
      const rows = [...Array.from({ length: lead }, () => ['某支部花名册']), header, ...body]
      const { found, people, ignored } = readRoster([{ name: 'S', rows }], today)
      const told = [...people.map(one => one.row), ...ignored.map(one => one.row)].sort((one, other) => one - other)
      expect(told).toEqual(rows.map((_, index) => index + 1))
      expect(found || people.length === 0).toBe(true)
      expect(ignored.every(one => one.why !== '')).toBe(true)
      for (const row of judgeRows(people, [])) {
        expect(row.fate === 'error').toBe((row.errors ?? []).length > 0)
        expect((row.profile?.phones ?? []).every(isPhone)).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

test('an identity-card number never reaches a profile, wherever it was written', () => {
  const number = fc
    .tuple(
      fc.constantFrom('320106', '110101'),
      fc.integer({ min: 19200101, max: 20051231 }),
      fc.integer({ min: 100, max: 999 }),
      fc.constantFrom(...Array.from('0123456789X')),
    )
    .map(([area, born, order, check]) => `${area}${String(born)}${String(order)}${check}`)
  fc.assert(
    fc.property(
      number,
      fc.constantFrom('家庭住址', '备注', '联系电话', '家属姓名', '身体状况', '原单位及职务', '身份证号码', '出生年月', '特长'),
      fc.constantFrom('', '证件', '13800001111/'),
      (id, column, before) => {
        const { people } = readRoster(
          [
            {
              name: 'S',
              rows: [
                ['姓名', '性别', column],
                ['张三', '男', before + id],
              ],
            },
          ],
          today,
        )
        expect(JSON.stringify(judgeRows(people, []))).not.toContain(id)
      },
    ),
  )
})

const han = (max: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('张王李建国秀珍德厚䶮𠅤欧阳翠')), minLength: 2, maxLength: max })
const phone = fc.oneof(
  fc.integer({ min: 13000000000, max: 19999999999 }).map(String),
  fc.integer({ min: 10000000, max: 99999999 }).map(local => `0513${String(local)}`),
  fc.integer({ min: 1000000, max: 9999999 }).map(local => `0771${String(local)},8`),
)
const birthday = fc.oneof(
  fc.date({ min: new Date('1925-01-01'), max: new Date('2005-12-31'), noInvalidDate: true }).map(date => ({
    calendar: 'solar' as const,
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  })),
  fc.record({
    calendar: fc.constantFrom('solar' as const, 'lunar' as const),
    year: fc.integer({ min: 1925, max: 2005 }),
    month: fc.integer({ min: 1, max: 12 }),
  }),
  fc.record({
    calendar: fc.constant('lunar' as const),
    year: fc.integer({ min: 1925, max: 2005 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 29 }),
  }),
)
const words = fc
  .string({ unit: fc.constantFrom(...Array.from('常青社区栋单元0123456789，、（）=+-@')), minLength: 3, maxLength: 20 })
  .map(text => `住${text}尾`)
const profile: fc.Arbitrary<Profile> = fc
  .record({
    name: han(4),
    gender: fc.constantFrom('male' as const, 'female' as const),
    birthday,
    standing: fc.constantFrom(...standings),
    residence: words,
    phones: fc.uniqueArray(phone, { minLength: 1, maxLength: 3 }),
    emergencyName: han(3),
    emergencyPhones: fc.uniqueArray(phone, { maxLength: 2 }),
    care: fc.shuffledSubarray([...careKinds]),
    health: fc.constantFrom('健康', '高血压', '失能，需轮椅', '半失能', '卧床', '脑梗后遗症'),
    skills: fc.uniqueArray(fc.constantFrom('书法', '合唱', '电工', '门球'), { maxLength: 3 }),
    groupName: fc.constantFrom('第一党小组', '第二党小组', '第十二党小组', '银湖党小组'),
    note: words,
  })
  .map(one => ({ ...emptyProfile(one.name), ...one }))

test('a roster that was exported and is imported again is unchanged, row by row', () => {
  fc.assert(
    fc.property(fc.uniqueArray(profile, { maxLength: 8, selector: one => one.name }), profiles => {
      const rows: Cell[][] = [
        rosterColumns.map(column => column.title),
        ...profiles.map(one => rosterColumns.map(column => column.text(one))),
      ]
      const { people } = readRoster([{ name: '花名册', rows }], today)
      const judged = judgeRows(
        people,
        profiles.map((one, index) => ({ memberId: String(index), profile: one })),
      )
      expect(judged.map(({ fate, changes, errors }) => ({ fate, changes, errors }))).toEqual(
        profiles.map(() => ({ fate: 'unchanged', changes: undefined, errors: undefined })),
      )
    }),
    { numRuns: 200 },
  )
})

test('whatever stands between them, the numbers of a cell come out as they went in', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 13000000000, max: 19999999999 }).map(String), { minLength: 1, maxLength: 4 }),
      fc.constantFrom('/', '、', ' ', '，', ';', '\n', ' / '),
      fc.constantFrom('', '+86', '＋86 '),
      (phones, between, before) => {
        expect(readPhones(phones.map(one => before + one).join(between)).value?.phones).toEqual(phones)
      },
    ),
  )
})

test('lunar days follow one another in the solar calendar', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1900, max: 2100 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      (year, month, day) => {
        expect(Date.parse(solarOf(year, month, day + 1, false)) - Date.parse(solarOf(year, month, day, false))).toBe(86_400_000)
      },
    ),
  )
})
