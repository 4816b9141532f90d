import fc from 'fast-check'
import type { Cell } from '../../../../core/people/roster/cells'
import { branchKey, gatheringKey, placer, type Standing } from '../../../../core/people/roster/branches'
import { kindOf } from '../../../../core/people/roster/columns'
import { readRoster } from '../../../../core/people/roster/read'
import type { PersonRow } from '../../../../core/people/roster/row'

const TODAY = '2026-11-21'
const org = (orgId: string, kind: Standing['kind'], name: string, parent = '/', closed = false): Standing => ({
  orgId,
  kind,
  name,
  path: `${parent}${orgId}/`,
  closed,
})
const root = org('d', 'committee', '区委离退休干部工作委员会')
const standing = [
  root,
  org('s1', 'street', '常青街道党工委', '/d/'),
  org('s2', 'street', '中共柏泉街道工作委员会', '/d/'),
  org('b1', 'branch', '常青花园离退休干部党支部', '/d/s1/'),
  org('b2', 'branch', '第一党支部', '/d/s1/'),
  org('b3', 'branch', '第一党支部', '/d/s2/'),
  org('b4', 'branch', '撤了的党支部', '/d/s2/', true),
  org('g1', 'group', '第一党小组', '/d/s1/b1/'),
]

const read = (...rows: Cell[][]): PersonRow[] => readRoster([{ name: '表', rows }], TODAY, { byBranch: true }).people
const placedAs = (branch: string, street?: string): string => {
  const [row] =
    street === undefined
      ? read(['姓名', '所在党支部'], ['张三', branch])
      : read(['姓名', '所在党支部', '所属街道'], ['张三', branch, street])
  if (!row) throw new Error('no row')
  const place = placer(root, standing)(row)
  if ('fault' in place) return `${place.fault.cell} ${place.fault.message}`
  return 'at' in place ? place.at.orgId : `new ${place.founding.name} under ${place.founding.under.orgId}`
}

test.each([
  ['常青花园离退休干部党支部', undefined, 'b1'],
  ['中共常青花园离退休干部支部委员会', undefined, 'b1'],
  ['常青花园离退休干部支部', '常青街道', 'b1'],
  [' 常青花园 离退休干部 ', '常青街', 'b1'],
  ['第1党支部', '常青街道办事处', 'b2'],
  ['第一支部', '柏泉街道党工委', 'b3'],
  ['常青花园党支部', undefined, 'new 常青花园党支部 under d'],
  ['常青花园离退休党支部', '常青街道', 'new 常青花园离退休党支部 under s1'],
  ['常青花园离退休干部党支部', '柏泉街道', 'new 常青花园离退休干部党支部 under s2'],
  ['机关党支部', '', 'new 机关党支部 under d'],
  ['机关党支部', '区委离退休干部工作委员会', 'new 机关党支部 under d'],
])('%s of street %s belongs to %s', (branch, street, place) => {
  expect(placedAs(branch, street)).toBe(place)
})

test.each([
  [
    '第一党支部',
    undefined,
    'B2 有2个支部叫“第一党支部”（在“常青街道党工委”、“中共柏泉街道工作委员会”），看不出是哪一个。请加一列“所属街道”',
  ],
  ['撤了的党支部', '柏泉街道', 'B2 支部“撤了的党支部”已经撤销。请改成这位同志现在的支部'],
  ['', undefined, 'B2 没有写支部。请在B2写上支部名称'],
  ['不详', undefined, 'B2 没有写支部。请在B2写上支部名称'],
  ['党支部', undefined, 'B2 没有写支部。请在B2写上支部名称'],
  [
    '常青花园离退休干部党支部',
    '没有的街道',
    'C2 没有叫“没有的街道”的街道。请改成“区委离退休干部工作委员会”下面已有的街道，或者先建立这个街道',
  ],
  ['长'.repeat(41), undefined, `B2 “${'长'.repeat(41)}”太长，不像支部名称。请写40个字以内的名称`],
])('%s of street %s is a fault that says where and what to do', (branch, street, message) => {
  expect(placedAs(branch, street)).toBe(message)
})

test('spellings of one missing branch are one branch, named as it is first written', () => {
  const place = placer(root, standing)
  const rows = read(
    ['姓名', '支部', '街道'],
    ['甲', '东山支部', '常青街道'],
    ['乙', '中共东山党支部', '常青街'],
    ['丙', '东山', '柏泉街道'],
  )
  const founded = rows
    .map(row => place(row))
    .map(one => ('founding' in one ? [one.founding.key, one.founding.name, one.founding.under.orgId] : one))
  expect(founded).toEqual([
    ['东山', '东山支部', 's1'],
    ['东山', '东山支部', 's1'],
    ['东山', '东山', 's2'],
  ])
})

test('only what is plainly the same is taken for one branch', () => {
  const distinct = [
    '常青花园离退休干部党支部',
    '常青花园党支部',
    '常青花园第一党支部',
    '常青花园第二党支部',
    '常青花园离退休党支部',
    '常青离退休干部党支部',
  ]
  expect(new Set(distinct.map(branchKey)).size).toBe(distinct.length)
  expect(new Set(['常青街道党工委', '常青街', '常青街道办事处', '中共常青街道委员会'].map(gatheringKey)).size).toBe(1)
  expect(gatheringKey('常青镇党委')).not.toBe(gatheringKey('常青街道'))
})

test('whatever a branch is called, 中共 before it, blanks around it and the form of its ending make no other of it', () => {
  const called = fc.string({ unit: fc.constantFrom(...Array.from('常青花园第一二十离退休（）( )街道1２')), minLength: 1 })
  fc.assert(
    fc.property(called, name => {
      const keys = [`${name}党支部`, `中共${name}支部委员会`, ` ${name} 支部　`, name].map(branchKey)
      expect(new Set(keys).size).toBe(1)
    }),
  )
})

test.each([
  ['支部', 'branch'],
  ['所在党支部', 'branch'],
  ['党组织', 'branch'],
  ['党支部名称', 'branch'],
  ['所属支部', 'branch'],
  ['街道', 'street'],
  ['镇', 'street'],
  ['所属街道', 'street'],
  ['组织关系所在地', null],
  ['党小组', 'groupName'],
])('a column headed %s holds %s', (title, kind) => {
  expect(kindOf(title)).toBe(kind)
})

test('in a file of one branch such columns are told as unread, as any for which a roster has no place', () => {
  const rows = [
    ['姓名', '所在党支部', '街道', '电话'],
    ['张三', '银湖党支部', '常青街道', '13900001111'],
  ]
  const one = readRoster([{ name: '表', rows }], TODAY)
  expect([one.unread, one.people[0]?.branch, one.people[0]?.sheet]).toEqual([['所在党支部', '街道'], undefined, undefined])
  const several = readRoster([{ name: '表', rows }], TODAY, { byBranch: true })
  expect([several.unread, several.people[0]?.sheet]).toEqual([[], '表'])
  expect(several.people[0]).toMatchObject({ branch: { text: '银湖党支部', cell: 'B2' }, street: { text: '常青街道', cell: 'C2' } })
})

test('of a 党组织 and a 支部 the 支部 is heeded; 同上 repeats the branch above', () => {
  const { people, unread } = readRoster(
    [
      {
        name: '表',
        rows: [
          ['党组织', '姓名', '所在支部'],
          ['街道党工委', '张三', '银湖支部'],
          ['', '李四', '同上'],
        ],
      },
    ],
    TODAY,
    { byBranch: true },
  )
  expect(unread).toEqual(['党组织'])
  expect(people.map(one => one.branch?.text)).toEqual(['银湖支部', '银湖支部'])
})
