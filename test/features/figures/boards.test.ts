import { readSheet } from 'read-excel-file/node'
import { membersTopic } from '../../../cloudfunctions/features/figures/boards/members-topic'
import { rollupId } from '../../../cloudfunctions/kernel/rollups'
import { good, put, stored } from '../support/attendance'
import { DAY, HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { amend, refusal } from '../support/people'

let branch: Branch
beforeEach(async () => {
  branch = await startBranch()
  await settle()
})
afterEach(() => branch.close())

/** A change reaches the top within as many minutes as there are levels. */
const settle = () => branch.clock.advance(5 * MINUTE)
const board = async (openid: string, orgId: string, more: { topic?: 'requests' | 'members'; period?: string; cursor?: string } = {}) =>
  good(await branch.as(openid).calls('board.get', { orgId, ...more }))
const figures = (data: Awaited<ReturnType<typeof board>>, topic: string) => data.figures.find(one => one.topic === topic)

test('the same board is the secretary’s, the street’s and the bureau’s, each over their own, and agrees with the roster', async () => {
  const [own, street, bureau] = [
    await board('demo-secretary', 'branch-01'),
    await board('demo-street', 'changqing'),
    await board('demo-bureau', 'district'),
  ]
  expect([own, street, bureau].map(one => figures(one, 'members')?.now?.count)).toEqual([87, 99, 101])
  expect(figures(own, 'members')?.now).toMatchObject({ count: 87, retired: 77 })
  // A month ago there were two members fewer on the roster.
  expect(figures(own, 'members')?.before?.count).toBe(85)
  expect(bureau.below.items.map(one => one.name).sort()).toEqual(['区委老干部局', '常青街道党工委'].sort())
  expect(refusal(await branch.as('demo-other-secretary').calls('board.get', { orgId: 'branch-01' }))).toBe('FORBIDDEN')
})

test('a number goes back six months as they were counted, and says where none was', async () => {
  const { figures: all } = await board('demo-secretary', 'branch-01')
  const members = all.find(one => one.topic === 'members')
  expect(members?.history.map(one => one?.count)).toEqual([77, 79, 81, 83, 85, 87])
  expect(members?.history.at(-1)).toEqual(members?.now)
  expect(all.find(one => one.topic === 'benefits')?.history.slice(0, -1)).toEqual([null, null, null, null, null])
})

test('the table of a street has every unit below with its figures, and they add up to the board’s', async () => {
  const street = await board('demo-street', 'changqing')
  const { items } = good(await branch.as('demo-street').calls('board.table', { orgId: 'changqing' }))
  const sum = (topic: 'members' | 'pairings', name: string) => items.reduce((all, one) => all + (one.topics[topic]?.[name] ?? 0), 0)
  expect([sum('members', 'count'), sum('pairings', 'gaps')]).toEqual([
    figures(street, 'members')?.now?.count,
    figures(street, 'pairings')?.worry,
  ])
  expect(items.map(one => one.orgId)).toContain('branch-01')
})

test('opens in one wave of the database behind the one that identifies the caller', async () => {
  await board('demo-bureau', 'district')
  expect(await branch.roundTrips('board.get')).toBeLessThanOrEqual(2)
})

test('a promise that was broken is seen from the bureau within minutes, down to the branch it belongs to', async () => {
  good(await branch.as('demo-member-36').calls('request.raise', { kind: 'water' }))
  await branch.clock.pass(DAY)
  await branch.clock.advance(DAY)
  await settle()
  const bureau = await board('demo-bureau', 'district', { topic: 'requests' })
  expect(figures(bureau, 'requests')?.now).toMatchObject({ raised: 2 })
  expect(bureau.attention.filter(one => one.topic === 'requests')).toEqual([
    expect.objectContaining({ orgId: 'branch-01', name: '常青花园离退休干部党支部' }),
  ])
  expect(bureau.below.items[0]).toMatchObject({ orgId: 'changqing', worry: bureau.attention.find(one => one.topic === 'requests')?.worry })
})

test('members who join by an import, or bind WeChat, are counted; the month before stays as it was', async () => {
  await amend(branch, 'members', { _id: 'm-05' }, { bound: false })
  const invite = good(await branch.as('demo-secretary').calls('roster.invite', { memberId: 'm-05' })).inviteCode
  const before = figures(await board('demo-secretary', 'branch-01'), 'members')
  good(await branch.as('demo-newcomer').calls('me.bind', { inviteCode: invite }))
  await settle()
  const after = figures(await board('demo-street', 'changqing'), 'members')
  expect([before?.now?.bound, after?.before]).toEqual([expect.any(Number), expect.objectContaining({ count: 95 })])
  expect(await stored(branch, 'rollups', { _id: rollupId(membersTopic.name, 'branch-01', '2026-11') })).toMatchObject([
    { value: { bound: (await stored(branch, 'members', { branchId: 'branch-01', bound: true })).length } },
  ])
})

test('a figure that does not agree with its rows is repaired in the night, and the board says so', async () => {
  await branch.clock.advance(DAY)
  await settle()
  expect((await board('demo-bureau', 'district')).compared).toMatchObject({ date: '2026-11-22', state: 'done', repaired: 0 })
  const wrong = { count: 500, retired: 0, alone: 0, elderly: 0, bound: 0 }
  await amend(branch, 'rollups', { _id: rollupId(membersTopic.name, 'branch-02', '2026-11') }, { value: wrong })
  await branch.clock.advance(DAY + HOUR)
  await settle()
  const [bureau, own] = [await board('demo-bureau', 'district'), await board('demo-secretary', 'branch-01')]
  expect(bureau.compared).toMatchObject({ date: '2026-11-23', state: 'done', repaired: 2 })
  // It was the neighbour's, and the street's sum over it.
  expect(own.compared.repaired).toBe(0)
  expect(figures(bureau, 'members')?.now?.count).toBe(101)
})

test('many branches are read page by page, those that need attention first', async () => {
  for (let n = 10; n < 35; n++)
    await put(branch, 'rollups', {
      _id: rollupId('requests', `x-${String(n)}`, '2026-11'),
      topic: 'requests',
      orgId: `x-${String(n)}`,
      name: `第${String(n)}支部`,
      parentId: 'changqing',
      scopes: ['district', 'changqing', `x-${String(n)}`],
      period: '2026-11',
      value: { kinds: {}, load: { unowned: 0, broken: 0, atRisk: 0, running: 0, done: 0 } },
      worry: n,
      countedAt: 0,
      marks: 0,
    })
  const first = await board('demo-street', 'changqing', { topic: 'requests' })
  const second = await board('demo-street', 'changqing', {
    topic: 'requests',
    ...(first.below.cursor ? { cursor: first.below.cursor } : {}),
  })
  expect(first.below.items.map(one => one.worry)).toEqual(Array.from({ length: 20 }, (_, index) => 34 - index))
  expect(new Set([...first.below.items, ...second.below.items].map(one => one.orgId)).size).toBe(27)
  expect(second.below.cursor).toBeNull()
  // The five that need it most, wherever they are.
  expect((await board('demo-bureau', 'district')).attention.filter(one => one.topic === 'requests').map(one => one.worry)).toEqual([
    34, 33, 32, 31, 30,
  ])
})

test('while the timer cannot count all at once, the sums above a branch that waits say so, on the board and in the sheet, until they agree', async () => {
  const counting = async (openid = 'demo-street', orgId = 'changqing') => {
    const { figures: all } = await board(openid, orgId)
    return all.filter(one => one.counting === true).map(one => one.topic)
  }
  const never = { topic: membersTopic.name, period: '2026-11', never: true, orgIds: ['district', 'changqing', 'branch-02'] }
  await put(branch, 'rollup-backlogs', { _id: 'latest', at: MORNING + 5 * MINUTE, far: false, waiting: [never, { ...never, topic: 'visits', never: false }] }) // prettier-ignore
  expect(await counting()).toEqual(['members'])
  expect(await counting('demo-secretary', 'branch-01')).toEqual([])
  const { url } = good(await branch.as('demo-bureau').calls('board.export', { orgId: 'district' }))
  const rows = await readSheet(Buffer.from(await (await fetch(new URL(url, branch.url))).arrayBuffer()), 1)
  expect(rows[1]?.slice(0, 2)).toEqual(['常青街道党工委', '正在统计'])
  await settle()
  expect(await counting()).toEqual([])
})

test('is written to Excel: every unit with its figures, every branch that needs attention', async () => {
  const { url } = good(await branch.as('demo-bureau').calls('board.export', { orgId: 'district' }))
  const content = Buffer.from(await (await fetch(new URL(url, branch.url))).arrayBuffer())
  const rows = await readSheet(content, 1)
  expect(rows[0]?.slice(0, 6)).toEqual(['单位', '党员', '离退休', '独居', '80岁以上', '绑定微信'])
  expect(rows.slice(1).map(row => [row[0], row[1]])).toEqual([
    ['常青街道党工委', '99'],
    ['区委老干部局', '2'],
  ])
})

test('a street lists its branches with elders without a helper, each with its number', async () => {
  const { items, cursor } = good(await branch.as('demo-street').calls('board.worst', { orgId: 'changqing', topic: 'pairings' }))
  expect(cursor).toBeNull()
  for (const one of items) {
    const names = good(await branch.as('demo-street').calls('pairing.gaps', { branchId: one.orgId })).items
    expect([one.name, names.length]).toEqual([one.name, one.worry])
  }
  expect(items.map(one => one.orgId)).toContain('branch-01')
})
