import { startProcesses, type Processes } from '../support/processes'
import { good, stored } from '../support/attendance'
import { MORNING, startBranch, type Branch } from '../support/branch'
import { refusal } from '../support/people'

let branch: Branch
let run: Processes
beforeAll(async () => {
  branch = await startBranch()
  run = await startProcesses(branch, MORNING, 6, 5)
})
afterAll(async () => {
  run.close()
  await branch.close()
})

const [branchId, TODAY, member] = ['branch-01', '2026-11-21', 'm-10']

test('a month that two doors and many taps pay at the same instant is paid once; the others hear that it is', async () => {
  const secretary = branch.as('demo-secretary')
  good(await secretary.calls('dues.setBase', { memberId: member, baseFen: 480_000, standing: 'retired', from: '2026-09' }))
  const about = { memberId: member, fen: 2400, on: TODAY }
  const [single, whole, many] = await Promise.all([
    Promise.all([...Array(8).keys()].map(n => run.calls(n, 'demo-secretary', 'dues.pay', { ...about, months: ['2026-11'] }))),
    Promise.all([...Array(8).keys()].map(n => run.calls(n + 3, 'demo-member-10', 'dues.pay', { ...about, months: ['2026-10', '2026-11'], fen: 4800 }))), // prettier-ignore
    run.calls(1, 'demo-secretary', 'dues.collect', { branchId, memberIds: [member], months: ['2026-11'], on: TODAY }),
  ])
  const replies = [...single, ...whole]
  const won = replies.filter(one => one.ok).length + (many.ok && many.data.paid === 1 ? 1 : 0)
  expect(won).toBe(1)
  expect(new Set(replies.filter(one => !one.ok).map(refusal))).toEqual(new Set(['DUES_PAID']))
  const [account] = await stored(branch, 'dues-accounts', { _id: member })
  expect(account?.paid.filter(one => one.month === '2026-11')).toHaveLength(1)
  const booked = await stored(branch, 'dues-payments', { memberId: member })
  expect(booked).toHaveLength(1)
  expect(booked[0]?.months).toEqual(account?.paid.map(one => one.month))
})

test('a return that many give at the same instant is booked once, and entries of one month all stand', async () => {
  // WeChat looks at the texts of those alone who have opened the mini-program.
  good(await branch.as('demo-bureau').calls('me.get', {}))
  const before = good(await branch.as('demo-secretary').calls('fund.ledger', { orgId: branchId, year: 2026 }))
  const gives = await Promise.all([...Array(6).keys()].map(n => run.calls(n, 'demo-bureau', 'dues.return', { branchId, quarter: '2026-Q4' }))) // prettier-ignore
  const returned = gives.map(good)
  expect(new Set(returned.map(one => one.entryId)).size).toBe(1)
  const spend = { orgId: branchId, kind: 'spend' as const, fen: 100, on: TODAY, line: '其他', words: '' }
  const taps = [...Array(12).keys()].map(n => run.calls(n, n % 2 === 0 ? 'demo-secretary' : 'demo-bureau', 'fund.entry', spend))
  expect((await Promise.all(taps)).map(refusal)).toEqual(taps.map(() => 'done'))
  const after = good(await branch.as('demo-secretary').calls('fund.ledger', { orgId: branchId, year: 2026 }))
  const gained = returned[0]?.fen ?? 0
  expect(after.totals.closingFen).toBe(before.totals.closingFen + gained - 1200)
  expect(after.totals.openingFen + after.totals.inFen - after.totals.outFen).toBe(after.totals.closingFen)
})

test.each([0, 5, 20])(
  'what was taken in in a quarter is handed in once, whatever days the papers bear, the database answering %d ms late',
  async delay => {
    run.setDelay(delay)
    const secretary = branch.as('demo-secretary')
    const memberId = `m-${String(20 + delay)}`
    good(await secretary.calls('dues.setBase', { memberId, baseFen: 480_000, standing: 'retired', from: '2026-11' }))
    good(await secretary.calls('dues.pay', { memberId, months: ['2026-11'], fen: 2400, on: TODAY }))
    const inHand = async () => {
      const { quarters } = good(await secretary.calls('dues.book', { branchId, year: 2026 }))
      return (quarters[3]?.baseFen ?? 0) - (quarters[3]?.handedFen ?? 0)
    }
    const fen = await inHand()
    const days = ['2026-10-15', '2026-10-31', TODAY, '2026-11-20']
    const taps = [...Array(12).keys()].map(n => {
      const handIn = { branchId, quarter: '2026-Q4', fen, on: days[n % days.length] ?? TODAY }
      return run.calls(n, 'demo-secretary', 'dues.handIn', handIn)
    })
    const replies = await Promise.all(taps)
    expect(replies.filter(one => one.ok)).toHaveLength(1)
    expect(new Set(replies.filter(one => !one.ok).map(refusal))).toEqual(new Set(['DUES_NOT_IN_HAND']))
    expect(await inHand()).toBe(0)
  },
)

test('an entry that meets the closing of its month is either in it or refused, never lost behind it', async () => {
  const spend = { orgId: branchId, kind: 'spend' as const, fen: 1, on: '2026-10-15', line: '其他', words: '' }
  const [entries] = await Promise.all([
    Promise.all([...Array(10).keys()].map(n => run.calls(n, 'demo-secretary', 'fund.entry', spend))),
    run.calls(2, 'demo-bureau', 'fund.close', { orgId: branchId, month: '2026-10' }),
  ])
  const accepted = entries.filter(one => one.ok).length
  expect(new Set(entries.filter(one => !one.ok).map(refusal)).size).toBeLessThanOrEqual(1)
  const [month] = await stored(branch, 'fund-months', { orgId: branchId, month: '2026-10' })
  expect([month?.closed, month?.entries.filter(one => one.fen === 1).length]).toEqual([true, accepted])
  expect(refusal(await run.calls(0, 'demo-secretary', 'fund.entry', spend))).toBe('FUND_CLOSED')
})

test('dues that are handed in while their month is being closed are in it before it is closed, or refused', async () => {
  const secretary = branch.as('demo-secretary')
  good(await secretary.calls('dues.setBase', { memberId: 'm-30', baseFen: 480_000, standing: 'retired', from: '2026-11' }))
  good(await secretary.calls('dues.pay', { memberId: 'm-30', months: ['2026-11'], fen: 2400, on: TODAY }))
  const handIn = { branchId, quarter: '2026-Q4', fen: 1, on: '2026-11-20' }
  const handed = async () =>
    (await stored(branch, 'fund-months', { orgId: branchId })).flatMap(row => row.handIns).filter(one => one.fen === 1)
  const [closed, ...replies] = await Promise.all([
    run.calls(5, 'demo-bureau', 'fund.close', { orgId: branchId, month: '2026-11' }).then(async reply => {
      good(reply)
      return handed()
    }),
    ...[0, 1, 2, 3, 4].map(async n => {
      const answers = []
      for (let times = 0; times < 4; times++) answers.push(await run.calls(n, 'demo-secretary', 'dues.handIn', handIn))
      return answers
    }),
  ])
  const all = replies.flat()
  expect(new Set(all.filter(one => !one.ok).map(refusal))).toEqual(new Set(['FUND_CLOSED']))
  expect(await handed()).toEqual(closed)
  expect(closed).toHaveLength(all.filter(one => one.ok).length)
})
