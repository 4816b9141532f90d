import { readSheet } from 'read-excel-file/node'
import { instantOf } from '../../../core/shared/calendar'
import { good } from '../support/attendance'
import { DAY, MINUTE, startBranch, type Branch } from '../support/branch'
import { amend, people, refusal } from '../support/people'

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

test('a mark made by mistake is taken back, and a benefit that is not needed does not count', async () => {
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

test('an officer marks only people under their office, all or none', async () => {
  const mark = (openid: string, orgId: string, memberIds: string[], period = '2026') =>
    branch.as(openid).calls('benefit.mark', { orgId, kind: 'check-up', period, memberIds, state: 'done' })
  expect(refusal(await mark('demo-secretary', 'branch-01', ['m-04', 'n-03']))).toBe('NOT_FOUND')
  expect(refusal(await mark(people.leader.openid, 'branch-01-g1', ['m-01']))).toBe('NOT_FOUND')
  expect(refusal(await mark(people.leader.openid, 'branch-01-g1', ['m-04']))).toBe('done')
  expect(refusal(await mark('demo-street', 'changqing', ['m-04']))).toBe('FORBIDDEN')
  expect(refusal(await mark('demo-secretary', 'branch-01', ['m-04'], '2026-10'))).toBe('INVALID_INPUT')
})

test('the elder and the family read their benefits in plain words', async () => {
  const mine = good(await branch.as('demo-member-01').calls('benefit.mine', {})).items
  expect(mine.find(one => one.kind === 'check-up')).toMatchObject({ words: '体检', period: '2026' })
  expect(good(await branch.as('demo-family-01').calls('benefit.mine', {})).items).toEqual(mine)
  // In-service members have none of them.
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

test('the ledger is exported as a workbook, a sheet for each benefit', async () => {
  const { url } = good(await secretary().calls('benefit.export', { orgId: 'branch-01' }))
  const file = Buffer.from(await (await fetch(url)).arrayBuffer())
  const rows = await readSheet(file, '体检2026年')
  expect(rows).toHaveLength(78)
  expect(rows[0]).toEqual(['姓名', '党小组', '哪一期', '期限', '情况', '办理日期', '登记人', '备注'])
})

const inJanuary = async (year: number) => {
  await branch.close()
  branch = await startBranch('branch', instantOf(`${String(year)}-01-04`, '09:00'))
}

test('a claim not made in November is overdue in January, on the list, the elder’s own page and the board, until it is done', async () => {
  await inJanuary(2027)
  const memberId = (await list('medical-claim')).items[0]?.memberId ?? ''
  const own = async () => good(await branch.as(`demo-member-${memberId.slice(2)}`).calls('benefit.mine', {})).items
  const claims = async () => {
    const { items, period } = await list('medical-claim')
    return { period, rows: items.filter(one => one.memberId === memberId).map(one => [one.period, one.state, one.due]) }
  }
  const mark = async (kind: 'medical-claim' | 'check-up', period: string, state: 'done' | 'not-applicable' | 'due') =>
    good(await secretary().calls('benefit.mark', { orgId: 'branch-01', kind, period, memberIds: [memberId], state }))
  const board = async () => {
    await branch.clock.advance(5 * MINUTE)
    const { figures } = good(await secretary().calls('board.get', { orgId: 'branch-01' }))
    return figures.find(one => one.topic === 'benefits')?.now?.overdue
  }
  expect(await board()).toBe(0)

  await mark('medical-claim', '2026-11', 'due')
  await mark('check-up', '2026', 'due')
  expect(await claims()).toMatchObject({ period: '2026-12' })
  expect((await claims()).rows).toContainEqual(['2026-11', 'overdue', '2026-12-31'])
  expect((await list('check-up', 'overdue')).items).toMatchObject([{ memberId, period: '2026' }])
  expect((await own()).filter(one => one.state === 'overdue')).toMatchObject([
    { kind: 'medical-claim', period: '2026-11', plain: '2026年11月的医药费报销还没有办' },
    { kind: 'check-up', period: '2026' },
  ])
  expect(of(await coverage(), 'medical-claim')).toMatchObject({ overdue: 1, earlier: 1 })
  expect(await board()).toBe(2)

  // Done the one, not needed the other: both are gone.
  await mark('medical-claim', '2026-11', 'done')
  await mark('check-up', '2026', 'not-applicable')
  expect((await claims()).rows.map(([period]) => period)).toEqual(['2026-12'])
  expect((await own()).filter(one => one.state === 'overdue')).toEqual([])
  expect(await board()).toBe(0)
})

test('a claim is asked for during a year, and two years later no longer', async () => {
  await inJanuary(2029)
  const { memberId } = (await list('medical-claim')).items[0] ?? { memberId: '' }
  await amend(branch, 'members', { _id: memberId }, { since: instantOf('2026-11-01') })
  const late = async (kind: 'medical-claim' | 'check-up') =>
    (await list(kind, 'overdue')).items.filter(one => one.memberId === memberId).map(one => one.period)
  expect([(await late('medical-claim'))[0], (await late('medical-claim')).at(-1)]).toEqual(['2027-12', '2028-09'])
  await secretary().calls('benefit.mark', {
    orgId: 'branch-01',
    kind: 'check-up',
    period: '2028',
    memberIds: [memberId],
    state: 'due',
  })
  expect(await late('check-up')).toEqual(['2028'])
})

test('a member put on the roster after the last day has four weeks for it', async () => {
  const [late] = (await list('check-up', 'overdue')).items
  if (!late) throw new Error('some check-ups were not done')
  const now = async () => (await list('check-up')).items.find(one => one.memberId === late.memberId)
  await amend(branch, 'members', { _id: late.memberId }, { since: branch.clock.now() })
  expect(await now()).toMatchObject({ state: 'due', due: '2026-12-19' })
  await amend(branch, 'members', { _id: late.memberId }, { since: branch.clock.now() - 29 * DAY })
  expect(await now()).toMatchObject({ state: 'overdue', due: '2026-11-20' })
})
