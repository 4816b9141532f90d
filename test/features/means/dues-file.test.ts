import { pour } from '../../../bench/cloud'
import { memberOf } from '../../../bench/people'
import { good, stored } from '../support/attendance'
import { startBranch, type Branch } from '../support/branch'
import { refusal } from '../support/people'
import { workbookOf } from '../support/workbooks'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

const [branchId, TODAY, months] = ['branch-01', '2026-11-21', ['2026-11']]
const secretary = () => branch.as('demo-secretary')
const PATH = '/district/changqing/branch-01/'
const [MANY, FEN] = [2000, 2400]
/** Thousands of writes, each on disk before the next is judged, ms. */
const A_LONG_LIST = 180_000

const account = (memberId: string) => ({
  ...{ _id: memberId, bases: [{ from: '2026-11', baseFen: 480_000, standing: 'retired' as const }], reliefs: [] },
  ...{ paid: [], pending: [], undone: [], version: 1 },
})

test(
  "two thousand members' dues of a month are noted from a bank's list; doubtful rows are asked, and the same list again notes nothing",
  async () => {
    const ids = Array.from({ length: MANY }, (_, n) => `im-${String(n)}`)
    const people = ids.map((id, n) => ({ ...memberOf(branchId, id, n), name: `同志${String(n)}`, phones: [], path: PATH, care: [] }))
    // Two namesakes, told apart by their phones.
    const twins = ['13800001111', '13800002222'].map((phone, n) => ({
      ...{ ...memberOf(branchId, `tw-${String(n)}`, MANY + n), name: '张同名', phones: [phone], path: PATH, care: [] },
    }))
    const all = [...people, ...twins]
    await pour(branch.url, { members: all, 'dues-accounts': all.map(one => account(one._id)) })
    const rows = [
      ['代扣清单'],
      ['序号', '姓名', '手机尾号', '扣款金额'],
      ...people.map((one, n) => [n + 1, one.name, '', FEN / 100]),
      ['', '张同名', '2222', '24.00'],
      ['', '张同名', '', '24'],
      ['', '没有这个人', '', 24],
      ['', '同志0', '', 24],
      ['', '合计', '', 48_072],
    ]
    const fileId = await branch.upload('代扣.xlsx', Buffer.from(await workbookOf({ 清单: rows })))
    const seen = good(await secretary().calls('dues.previewFile', { branchId, fileId, months }))
    expect(seen).toMatchObject({ rows: MANY + 4, sure: MANY + 1, fen: (MANY + 1) * FEN, paid: 0 })
    expect(seen.asks.map(one => [one.name, one.asks, one.among.length])).toEqual([
      ['张同名', 'which', 2],
      ['没有这个人', 'unknown', 0],
      ['同志0', 'twice', 1],
    ])
    // What stands there twice, and is to be noted twice, is one payment of both.
    const answers = [
      { row: seen.asks[0]?.row ?? 0, memberId: 'tw-0' },
      { row: seen.asks[2]?.row ?? 0, memberId: 'im-0' },
    ]
    const total = { paid: 0, fen: 0 }
    for (let left = 1; left > 0;) {
      const done = good(await secretary().calls('dues.importFile', { branchId, fileId, months, on: TODAY, answers }))
      total.paid += done.paid
      total.fen += done.fen
      left = done.left
      expect(done.skipped).toBe(1)
    }
    expect(total).toEqual({ paid: MANY + 2, fen: (MANY + 3) * FEN })
    expect(good(await secretary().calls('dues.importFile', { branchId, fileId, months, on: TODAY, answers }))).toMatchObject({
      paid: 0,
      left: 0,
    })
    const later = { branchId, fileId, months: ['2026-12'], on: TODAY, answers }
    expect(good(await secretary().calls('dues.importFile', later))).toMatchObject({ paid: 0, fen: 0 })
    const sheet = good(await secretary().calls('dues.list', { branchId, month: '2026-11' }))
    expect(sheet.items.filter(one => one.paidFen === FEN)).toHaveLength(MANY + 1)
    expect(sheet.items.find(one => one.memberId === 'im-0')?.paidFen).toBe(2 * FEN)
    expect(await stored(branch, 'dues-payments', { memberId: 'tw-0' })).toHaveLength(1)
  },
  A_LONG_LIST,
)

test('what is less than three months ask, and is noted all the same, lies on the first of them', async () => {
  good(await secretary().calls('dues.setBase', { memberId: 'm-10', baseFen: 480_000, standing: 'retired', from: '2026-09' }))
  const sheet = async (month: string) => good(await secretary().calls('dues.list', { branchId, month })).items
  const name = (await sheet('2026-09')).find(one => one.memberId === 'm-10')?.name ?? ''
  const three = ['2026-09', '2026-10', '2026-11']
  const fileId = await branch.upload('少扣.xlsx', Buffer.from(await workbookOf({ 清单: [['姓名', '金额'], [name, 24]] }))) // prettier-ignore
  const asks = good(await secretary().calls('dues.previewFile', { branchId, fileId, months: three })).asks
  expect(asks.map(one => one.asks)).toEqual(['amount'])
  const answers = [{ row: asks[0]?.row ?? 0, memberId: 'm-10' }]
  expect(good(await secretary().calls('dues.importFile', { branchId, fileId, months: three, on: TODAY, answers })).fen).toBe(FEN)
  const paid = await Promise.all(three.map(async month => (await sheet(month)).find(one => one.memberId === 'm-10')?.paidFen))
  expect(paid).toEqual([FEN, 0, 0])
})

test('a file without names and amounts is refused in words, and another office reads no list', async () => {
  const fileId = await branch.upload('别的.xlsx', Buffer.from(await workbookOf({ 表: [['随便', '写的']] })))
  expect(await secretary().calls('dues.previewFile', { branchId, fileId, months })).toMatchObject({ code: 'DUES_FILE_UNREADABLE' })
  expect(refusal(await branch.as('demo-street').calls('dues.previewFile', { branchId, fileId, months }))).toBe('FORBIDDEN')
})
