import { unzipSync } from 'fflate'
import readXlsx from 'read-excel-file/node'
import { good, stored } from '../support/attendance'
import { MINUTE, startBranch, type Branch } from '../support/branch'
import { refusal } from '../support/people'

let branch: Branch
beforeEach(async () => void (branch = await startBranch()))
afterEach(() => branch.close())

const bureau = () => branch.as('demo-bureau')
const latest = async (orgId: string) => {
  const [item] = good(await bureau().calls('upkeep.exports', { orgId })).items
  if (!item) throw new Error('nothing was exported')
  return item
}
const fetched = async (url: string) => unzipSync(new Uint8Array(await (await fetch(url)).arrayBuffer()))

test('a bureau hands on everything it owns: a workbook to a branch, in zips, with progress, told in the inbox', async () => {
  const { exportId } = good(await bureau().calls('upkeep.export', { orgId: 'district' }, 'leave'))
  expect(good(await bureau().calls('upkeep.export', { orgId: 'district' }, 'leave'))).toEqual({ exportId })
  expect(refusal(await bureau().calls('upkeep.export', { orgId: 'district' }))).toBe('EXPORT_RUNNING')
  expect(refusal(await bureau().calls('upkeep.confirm', { exportId }))).toBe('EXPORT_UNFINISHED')

  expect(await latest('district')).toMatchObject({ done: 0, total: 3, files: [] })
  await branch.clock.advance(MINUTE)
  const half = await latest('district')
  expect([half.done, half.finishedAt, half.files]).toEqual([3, undefined, []])
  await branch.clock.advance(3 * MINUTE)
  const whole = await latest('district')
  expect([whole.done, whole.finishedAt === undefined, whole.files.length]).toEqual([3, false, 1])
  expect(good(await bureau().calls('inbox.list', {})).items).toMatchObject([{ kind: 'export-ready', title: '数据导出做好了' }])

  const books = await fetched(whole.files[0]?.url ?? '')
  expect(Object.keys(books)).toHaveLength(3)
  const [name] = Object.keys(books).filter(one => one.includes('常青花园'))
  const sheets = await readXlsx(Buffer.from(books[name ?? ''] ?? []))
  const rows = new Map(sheets.map(({ sheet, data }) => [sheet, data]))
  expect([...rows.keys()].slice(0, 11)).toEqual([
    '花名册',
    '组织',
    '干部',
    '活动',
    '签到',
    '志愿岗位',
    '服务时长',
    '应急集结',
    '结对',
    '走访',
    '特殊关怀',
  ])
  const members = (await stored(branch, 'members', { branchId: 'branch-01' })).filter(one => one.state === 'active')
  expect(
    rows
      .get('花名册')
      ?.slice(1)
      .map(row => row[0]),
  ).toEqual(members.map(one => one.name))
  expect(rows.get('签到')?.length).toBeGreaterThan(50)
  expect(rows.get('整改清单')?.map(row => row[6])).toEqual(['情况', '正在整改', '已销号'])
  expect(rows.get('品牌和项目')?.[1]?.slice(0, 2)).toEqual(['品牌', '长青夜话'])
  expect(rows.get('干部')?.some(row => row[1] === '支部书记')).toBe(true)
  // Everyone who was taken along finds it among the looks.
  expect(await stored(branch, 'audit', { memberId: 'm-04' })).toMatchObject([{ what: 'roster.export' }])

  good(await bureau().calls('upkeep.confirm', { exportId }))
  expect((await latest('district')).confirmedAt).toBeDefined()
})
