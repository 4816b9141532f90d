import { startProcesses, type Processes } from '../support/processes'
import { good, stored } from '../support/attendance'
import { HOUR, MORNING, startBranch, type Branch } from '../support/branch'
import { refusal } from '../support/people'
import { numbers } from '../support/posts'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

const shift = (from: number) => ({ startsAt: MORNING + from * HOUR, endsAt: MORNING + (from + 4) * HOUR })
const callOut = async (title: string, from: number) =>
  good(
    await branch.as('demo-secretary').calls('muster.call', {
      ...{
        orgId: 'branch-01',
        title,
        why: '',
        places: [{ name: '东堤' }, { name: '西堤' }],
        shifts: [shift(from), shift(from + 4)],
        need: 5,
      },
    }),
  ).musterId

describe.each([1, 8])('fifty answers at once, in %d process(es)', processes => {
  let run: Processes
  beforeAll(async () => {
    run = await startProcesses(branch, MORNING, processes, 0)
  })
  afterAll(() => run.close())

  test.each([0, 20])('the database answering %d ms late: each is counted once in the cell they chose', async delay => {
    run.setDelay(delay)
    // At night: by day some are on duty at a station.
    const musterId = await callOut('同时回话', 12 + 24 * (4 + processes + delay))
    const called = (await stored(branch, 'muster-calls', { musterId })).map(one => one.memberId).filter(one => one.startsWith('m-'))
    const some = called.slice(0, 50)
    // Each taps twice, through two processes.
    const replies = await Promise.all(
      [...some, ...some].map((memberId, index) =>
        run.calls(index * 3 + Math.floor(index / 50), memberId.replace('m-', 'demo-member-'), 'muster.answer', {
          ...{ musterId, answer: 'coming', slot: { place: 0, shift: 0 } },
        }),
      ),
    )
    expect(replies.map(refusal).filter(one => one !== 'done')).toEqual([])
    const { sums, grid } = good(await branch.as('demo-secretary').calls('muster.get', { musterId }))
    expect(sums).toMatchObject({ coming: 50, silent: (sums?.called ?? 0) - 50 })
    expect(grid.map(one => one.coming)).toEqual([50, 0, 0, 0])

    // Their leader notes something else at the same moment as they change their mind: one of the two stands, and is counted.
    await Promise.all(
      some
        .slice(0, 10)
        .flatMap((memberId, index) => [
          run.calls(index, memberId.replace('m-', 'demo-member-'), 'muster.answer', { musterId, answer: 'late' }),
          run.calls(index + 1, 'demo-secretary', 'muster.answerFor', { musterId, memberId, answer: 'no' }),
        ]),
    )
    const after = good(await branch.as('demo-secretary').calls('muster.get', { musterId }))
    expect((after.sums?.coming ?? 0) + (after.sums?.late ?? 0) + (after.sums?.no ?? 0)).toBe(50)
    expect(after.grid.reduce((sum, one) => sum + one.coming, 0)).toBe(50 - (after.sums?.no ?? 0))
  })

  test.each([0, 5])('the database answering %d ms late: one person in two musters at the same hours is taken up by one', async delay => {
    run.setDelay(delay)
    for (const n of numbers(1, 3)) {
      const from = 4000 + processes * 100 + delay * 20 + n * 20
      const musters = [await callOut('此处', from), await callOut('彼处', from)]
      const openid = `demo-volunteer-0${String(n)}`
      const replies = await Promise.all(
        musters.map((musterId, index) =>
          run.calls(index, openid, 'muster.answer', { musterId, answer: 'coming', slot: { place: 0, shift: 0 } }),
        ),
      )
      expect(replies.map(refusal).sort()).toEqual(['SHIFT_OVERLAPS', 'done'])
      const rows = (await stored(branch, 'muster-calls', { memberId: `v-0${String(n)}` })).filter(one => musters.includes(one.musterId))
      expect(rows.map(one => one.cells.length).sort()).toEqual([0, 1])
    }
  })
})
