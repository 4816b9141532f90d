import { readSheet } from 'read-excel-file/node'
import { good } from './support/attendance'
import { MINUTE, startBranch, type Branch } from './support/branch'
import { refusal } from './support/people'

let branch: Branch
beforeEach(async () => {
  branch = await startBranch()
})
afterEach(() => branch.close())

const secretary = () => branch.as('demo-secretary')
const list = async (kind: 'check-up' | 'medical-claim' | 'old-age-allowance', only?: 'overdue' | 'due' | 'done') =>
  good(await secretary().calls('benefit.list', { orgId: 'branch-01', kind, ...(only ? { only } : {}) }))
const coverage = async (openid = 'demo-secretary', orgId = 'branch-01') =>
  good(await branch.as(openid).calls('benefit.coverage', { orgId }))
const of = (all: Awaited<ReturnType<typeof coverage>>, kind: string) => all.kinds.find(one => one.kind === kind)

test('the secretary sees who has not had their check-up, first of all; and marks all of them with one tap', async () => {
  const { items, period, due } = await list('check-up')
  const late = items.filter(one => one.state === 'overdue').map(one => one.memberId)
  expect([period, due]).toEqual(['2026', '2026-10-31'])
  expect(late.length).toBeGreaterThan(3)
  expect(items.slice(0, late.length).map(one => one.memberId)).toEqual(late)
  const mark = () =>
    secretary().calls('benefit.mark', {
      orgId: 'branch-01',
      kind: 'check-up',
      period,
      memberIds: late,
      state: 'done',
      note: '区医院集中体检',
    })
  // Two taps at once, and one later: done once.
  const replies = await Promise.all([mark(), mark()])
  expect(replies.every(one => one.ok)).toBe(true)
  expect(good(await mark())).toEqual({ changed: 0, unchanged: late.length })
  expect((await list('check-up', 'overdue')).items).toEqual([])
  const done = (await list('check-up', 'done')).items.find(one => one.memberId === late[0])
  expect(done).toMatchObject({ doneOn: '2026-11-21', note: '区医院集中体检' })
  expect(of(await coverage(), 'check-up')).toMatchObject({ concerned: 77, done: 77, overdue: 0 })
})

test('what was marked by mistake is taken back, and who needs it not counts for nothing', async () => {
  const before = of(await coverage(), 'check-up')
  const mark = (state: 'due' | 'not-applicable', memberIds: string[]) =>
    secretary().calls('benefit.mark', { orgId: 'branch-01', kind: 'check-up', period: '2026', memberIds, state })
  const [one, two] = (await list('check-up', 'done')).items.map(each => each.memberId)
  if (!one || !two) throw new Error('check-ups were done')
  good(await mark('due', [one]))
  good(await mark('not-applicable', [two]))
  expect(of(await coverage(), 'check-up')).toMatchObject({
    concerned: (before?.concerned ?? 0) - 1,
    done: (before?.done ?? 0) - 2,
    overdue: (before?.overdue ?? 0) + 1,
  })
})

test('only those of one’s own are marked, all or none', async () => {
  const mark = (openid: string, orgId: string, memberIds: string[], period = '2026') =>
    branch.as(openid).calls('benefit.mark', { orgId, kind: 'check-up', period, memberIds, state: 'done' })
  expect(refusal(await mark('demo-secretary', 'branch-01', ['m-04', 'n-03']))).toBe('NOT_FOUND')
  expect(refusal(await mark('demo-leader-1', 'branch-01-g1', ['m-01']))).toBe('NOT_FOUND')
  expect(refusal(await mark('demo-leader-1', 'branch-01-g1', ['m-04']))).toBe('done')
  expect(refusal(await mark('demo-street', 'changqing', ['m-04']))).toBe('FORBIDDEN')
  expect(refusal(await mark('demo-secretary', 'branch-01', ['m-04'], '2026-10'))).toBe('INVALID_INPUT')
})

test('the elder and the family read their own in plain words', async () => {
  const mine = good(await branch.as('demo-member-01').calls('benefit.mine', {})).items
  expect(mine.find(one => one.kind === 'check-up')).toMatchObject({ words: '体检', period: '2026' })
  expect(good(await branch.as('demo-family-01').calls('benefit.mine', {})).items).toEqual(mine)
  // In-service people have none of them.
  expect(good(await branch.as('demo-volunteer-01').calls('benefit.mine', {})).items).toEqual([])
})

test('the street sees its branches, those with most overdue first, a minute after a tap', async () => {
  good(
    await secretary().calls('benefit.mark', {
      orgId: 'branch-01',
      kind: 'check-up',
      period: '2026',
      memberIds: ['m-04'],
      state: 'not-applicable',
    }),
  )
  await branch.clock.advance(MINUTE)
  await branch.clock.advance(MINUTE)
  const own = await coverage()
  const { kinds, below } = await coverage('demo-street', 'changqing')
  const all = (field: 'concerned' | 'done' | 'overdue') => own.kinds.reduce((sum, one) => sum + one[field], 0)
  expect(below.find(one => one.orgId === 'branch-01')).toMatchObject({
    concerned: all('concerned'),
    done: all('done'),
    overdue: all('overdue'),
  })
  expect(kinds.find(one => one.kind === 'check-up')?.concerned).toBeGreaterThanOrEqual(76)
})

test('the ledger is handed out as a workbook, a sheet for each benefit', async () => {
  const { url } = good(await secretary().calls('benefit.export', { orgId: 'branch-01' }))
  const file = Buffer.from(await (await fetch(url)).arrayBuffer())
  const rows = await readSheet(file, '体检2026年')
  expect(rows).toHaveLength(78)
  expect(rows[0]).toEqual(['姓名', '党小组', '期限', '情况', '办理日期', '登记人', '备注'])
})
