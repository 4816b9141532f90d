import type { Cell } from '../../../../core/people/roster/cells'
import type { Profile } from '../../../../core/people/roster/contract'
import { judgeRows, type HeldMember } from '../../../../core/people/roster/match'
import { emptyProfile } from '../../../../core/people/roster/profile'
import { readRoster } from '../../../../core/people/roster/read'

const containing = (text: string): unknown => expect.stringContaining(text)

const today = '2026-11-21'
const header = ['姓名', '出生年月', '电话', '住址', '备注', '是否独居', '身体状况']
const rows = (...cells: Cell[][]) => readRoster([{ name: 'Sheet1', rows: [header, ...cells] }], today).people
const held = (memberId: string, profile: Partial<Profile> & { name: string }, gone?: HeldMember['gone']): HeldMember => ({
  memberId,
  profile: { ...emptyProfile(profile.name), ...profile },
  ...(gone ? { gone } : {}),
})
const solar = (year: number, month: number, day?: number) => ({
  calendar: 'solar' as const,
  year,
  month,
  ...(day === undefined ? {} : { day }),
})
const zhang = held('m1', {
  name: '张三',
  birthday: solar(1941, 3, 5),
  phones: ['13800001111'],
  residence: '一村1栋',
  care: ['alone'],
  health: '健康',
})

test('an empty roster: everyone is new, with the profile that would be kept', () => {
  expect(judgeRows(rows(['张三', '1941.3', '13800001111']), [])).toMatchObject([
    { row: 2, fate: 'new', profile: { name: '张三', birthday: solar(1941, 3), phones: ['13800001111'], care: [] } },
  ])
})

test('the same again changes nothing; blank cells wipe nothing', () => {
  expect(judgeRows(rows(['张三', '1941年3月5日', '13800001111', '一村1栋', '', '√', '健康']), [zhang])).toMatchObject([
    { fate: 'unchanged', memberId: 'm1' },
  ])
  expect(judgeRows(rows(['张三', '1941年3月5日']), [zhang])).toMatchObject([{ fate: 'unchanged' }])
  expect(judgeRows(rows(['张三', '1941.3']), [zhang])).toMatchObject([{ fate: 'unchanged' }])
})

test('a changed cell is old → new in plain words', () => {
  expect(judgeRows(rows(['张三', '1941.3.5', '13800001111/13900001111', '二村2栋', '已转社区', '否', '卧床']), [zhang])).toMatchObject([
    {
      fate: 'changed',
      memberId: 'm1',
      changes: [
        { field: 'residence', label: '家庭住址', from: '一村1栋', to: '二村2栋' },
        { field: 'phones', label: '联系电话', from: '13800001111', to: '13800001111、13900001111' },
        { field: 'care', label: '特殊情况', from: '独居', to: '卧床' },
        { field: 'health', label: '身体状况', from: '健康', to: '卧床' },
        { field: 'note', label: '备注', from: '', to: '已转社区' },
      ],
      profile: { phones: ['13800001111', '13900001111'], care: ['bedridden'] },
    },
  ])
})

test('a member is known by the phone when the birthday was put right, and by the birthday when the phone is new', () => {
  expect(judgeRows(rows(['张三', '1942.3.5', '13800001111']), [zhang])).toMatchObject([
    { fate: 'changed', memberId: 'm1', changes: [{ field: 'birthday' }] },
  ])
  expect(judgeRows(rows(['张三', '1941.3.5', '15900001111']), [zhang])).toMatchObject([
    { fate: 'changed', memberId: 'm1', changes: [{ field: 'phones' }] },
  ])
})

test('without birthday or phone the only one of that name is meant; with another birthday it is another person', () => {
  expect(judgeRows(rows(['张三', '', '', '二村2栋']), [zhang])).toMatchObject([{ fate: 'changed', memberId: 'm1' }])
  expect(judgeRows(rows(['张三', '1950.1.1', '15900001111']), [zhang])).toMatchObject([{ fate: 'new' }])
})

test('two of one name are told apart by birthday or phone; a third row that fits neither is asked to say more', () => {
  const other = held('m2', { name: '张三', birthday: solar(1950, 1, 1), phones: ['15900001111'] })
  expect(judgeRows(rows(['张三', '1950.1.1'], ['张三', '', '13800001111']), [zhang, other])).toMatchObject([
    { fate: 'unchanged', memberId: 'm2' },
    { fate: 'unchanged', memberId: 'm1' },
  ])
  expect(judgeRows(rows(['张三', '', '', '三村']), [zhang, other])).toMatchObject([
    { fate: 'error', errors: [{ column: '姓名', cell: 'A2', message: containing('出生年月日或电话') }] },
  ])
})

test('two of one name in a new file: told apart they are two, not told apart the second is asked to say more', () => {
  expect(judgeRows(rows(['张三', '1941.3'], ['张三', '1950.1']), [])).toMatchObject([{ fate: 'new' }, { fate: 'new' }])
  expect(judgeRows(rows(['张三', '', '13800001111'], ['张三', '', '15900001111']), [])).toMatchObject([{ fate: 'new' }, { fate: 'new' }])
  expect(judgeRows(rows(['张三', '1941.3'], ['张三', '']), [])).toMatchObject([
    { fate: 'new' },
    { fate: 'error', errors: [{ message: containing('第2行') }] },
  ])
})

test('a man and a woman of one name, born in one month, with telephones of their own are two people', () => {
  const both = readRoster(
    [
      {
        name: 'Sheet1',
        rows: [
          ['姓名', '性别', '出生年月', '电话'],
          ['张三', '男', '1941.3', '13800001111'],
          ['张三', '女', '1941.3', '15900001111'],
        ],
      },
    ],
    today,
  ).people
  expect(judgeRows(both, [])).toMatchObject([{ fate: 'new' }, { fate: 'new' }])
  const man = held('m1', { name: '张三', gender: 'male', birthday: solar(1941, 3), phones: ['13800001111'] })
  expect(judgeRows(both, [man])).toMatchObject([{ fate: 'unchanged', memberId: 'm1' }, { fate: 'new' }])
  // A slip in one cell is still the same person: the telephone says so.
  const miswritten = held('m1', { name: '张三', gender: 'female', birthday: solar(1941, 3), phones: ['13800001111'] })
  expect(judgeRows(both.slice(0, 1), [miswritten])).toMatchObject([{ fate: 'changed', memberId: 'm1', changes: [{ field: 'gender' }] }])
})

test('the same person twice in one file: the second row is an error that names the first', () => {
  expect(judgeRows(rows(['张三', '1941.3.5', '13800001111'], ['李四', '1940'], ['张三', '1941.3.5', '13800001111']), [])).toMatchObject([
    { fate: 'new' },
    { fate: 'new' },
    { row: 4, fate: 'error', errors: [{ cell: 'A4', message: containing('与第2行是同一个人') }] },
  ])
})

test('husband and wife share a telephone and are two people', () => {
  expect(judgeRows(rows(['张三', '1941.3', '0513-77505919'], ['李四', '1943.5', '0513-77505919']), [])).toMatchObject([
    { fate: 'new' },
    { fate: 'new' },
  ])
})

test('who has died or moved away is not taken up again by an old file', () => {
  expect(judgeRows(rows(['张三', '1941.3.5']), [{ ...zhang, gone: 'dead' }])).toMatchObject([
    { fate: 'error', errors: [{ message: containing('去世') }] },
  ])
  expect(judgeRows(rows(['张三', '1941.3.5']), [{ ...zhang, gone: 'moved' }])).toMatchObject([
    { fate: 'error', errors: [{ message: containing('转出') }] },
  ])
})
