import { startProcesses, type Processes } from '../support/processes'
import { good, stored } from '../support/attendance'
import { MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { amend, people, refusal, two } from '../support/people'

let branch: Branch
let runs: Record<1 | 10, Processes>
beforeAll(async () => {
  branch = await startBranch()
  const [one, ten] = await Promise.all([startProcesses(branch, MORNING, 1, 0), startProcesses(branch, MORNING, 10, 0)])
  runs = { 1: one, 10: ten }
  // All fifty offer this kind of help.
  for (const n of numbers(1, 50)) await amend(branch, 'members', { _id: `m-${two(n)}` }, { helping: { kinds: ['leak'] } })
})
afterAll(async () => {
  Object.values(runs).forEach(run => run.close())
  await branch.close()
})

const member = (n: number) => `demo-member-${two(n)}`
const numbers = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index)
const settings = ([1, 10] as const).flatMap(processes => [0, 5, 20].map(delay => ({ processes, delay })))

test.each(settings)(
  'fifty tap 我来 through $processes process(es), the database answering $delay ms late: one has it, all others hear the same name',
  async ({ processes, delay }) => {
    const elder = 70 - settings.findIndex(one => one.processes === processes && one.delay === delay)
    const { requestId } = good(await branch.as(member(elder)).calls('request.raise', { kind: 'leak' }))
    const rows = numbers(1, 50).map(n => ({
      memberId: `m-${two(n)}`,
      name: `第${String(n)}位`,
      role: 'volunteer',
      rung: 'team',
      at: MORNING,
      declined: false,
    }))
    await amend(branch, 'requests', { _id: requestId }, { asked: rows, party: rows.map(one => one.memberId) })
    const run = runs[processes]
    run.setDelay(delay)
    // Each taps twice, through two processes.
    const taps = [...numbers(1, 50), ...numbers(1, 50)]
    const replies = await Promise.all(
      taps.map((n, index) => run.calls(index * 3 + Math.floor(index / 50), member(n), 'request.accept', { requestId })),
    )
    const winners = new Set(taps.filter((_, index) => replies[index]?.ok))
    expect(winners.size).toBe(1)
    const [owner] = await stored(branch, 'requests', { _id: requestId })
    expect(owner?.owner?.memberId).toBe(`m-${two([...winners][0] ?? 0)}`)
    const heard = replies.flatMap(one => (one.ok ? [] : [JSON.stringify([one.code, one.data])]))
    expect(new Set(heard)).toEqual(new Set([JSON.stringify(['ALREADY_TAKEN', { by: { name: owner?.owner?.name, role: 'volunteer' } }])]))
    expect(owner?.timeline.filter(one => one.what === 'taken')).toHaveLength(1)
  },
)

test.each([0, 5, 20])('twenty calls in ten processes, %d ms late, are one request', async delay => {
  const elder = 50 + delay
  const run = runs[10]
  run.setDelay(delay)
  const replies = await Promise.all(numbers(0, 20).map(n => run.calls(n, member(elder), 'request.raise', { kind: 'water' })))
  expect(replies.map(refusal).filter(one => one !== 'done')).toEqual([])
  expect(new Set(replies.map(one => good(one).requestId)).size).toBe(1)
})

test('people tap while the timer climbs: each who was told that it is theirs has it', async () => {
  const elders = numbers(5, 8)
  const raised = await Promise.all(
    elders.map(async n => good(await branch.as(member(n)).calls('request.raise', { kind: 'electricity' })).requestId),
  )
  const [, replies] = await Promise.all([
    branch.clock.advance(16 * MINUTE),
    Promise.all(raised.map(requestId => branch.as('demo-secretary').calls('request.accept', { requestId }))),
  ])
  expect(replies.map(refusal)).toEqual(raised.map(() => 'done'))
  const rows = await stored(branch, 'requests', { memberId: { $in: elders.map(n => `m-${two(n)}`) }, kind: 'electricity' })
  expect(rows.map(one => one.owner?.memberId)).toEqual(raised.map(() => people.secretary.memberId))
})
