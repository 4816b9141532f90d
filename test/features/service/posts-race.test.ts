import { startProcesses, type Processes } from '../support/processes'
import { good } from '../support/attendance'
import { MORNING, startBranch, type Branch } from '../support/branch'
import { refusal, two } from '../support/people'
import { member, numbers, publish } from '../support/posts'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

const holdersOf = async (postId: string) =>
  good(await branch.as('demo-secretary').calls('post.holders', { postId })).shifts[0]?.holders ?? []

describe.each([1, 50])('fifty people on five places, in %d process(es)', processes => {
  let run: Processes
  beforeAll(async () => {
    run = await startProcesses(branch, MORNING, processes, 0)
  })
  afterAll(() => run.close())

  test.each([0, 5, 20])('the database answering %d ms late: five hold one, the rest wait in order', async delay => {
    run.setDelay(delay)
    const day = 10 + processes + delay
    const { postId } = await publish(branch, { places: 5, day })
    const clash = await publish(branch, { places: 5, day })
    // Each taps twice, through two processes.
    const taps = [...numbers(1, 50), ...numbers(1, 50)]
    const replies = await Promise.all(
      taps.map((n, index) => run.calls(index * 3 + Math.floor(index / 50), member(n), 'post.claim', { postId, shiftId: 's1' })),
    )
    expect(replies.map(refusal).filter(one => one !== 'done')).toEqual([])
    const queue = await holdersOf(postId)
    expect(queue).toHaveLength(50)
    expect(queue.map(one => one.state)).toEqual([...numbers(1, 5).map(() => 'held'), ...numbers(1, 45).map(() => 'waiting')])
    // What each heard is where they stand: no volunteer went away, so that no place moved.
    const heard = new Map(taps.map((n, index) => [`m-${two(n)}`, good(replies[index] ?? { ok: false, code: 'no reply' })]))
    for (const { memberId, state, position } of queue) expect(heard.get(memberId)).toEqual({ state, ...(position ? { position } : {}) })

    // The five withdraw at once; the next five hold their places, and can then hold no other at that time.
    const gone = await Promise.all(
      numbers(1, 5).map((n, index) => {
        const openid = queue[n - 1]?.memberId.replace('m-', 'demo-member-') ?? ''
        return run.calls(index, openid, 'post.withdraw', { postId, shiftId: 's1' })
      }),
    )
    expect(gone.map(good)).toEqual(gone.map(() => ({ state: 'withdrawn' })))
    const after = await holdersOf(postId)
    expect(after.map(one => one.memberId)).toEqual(queue.slice(5).map(one => one.memberId))
    const crossed = await Promise.all(
      after
        .slice(0, 5)
        .map(({ memberId }, index) =>
          run.calls(index + 1, memberId.replace('m-', 'demo-member-'), 'post.claim', { postId: clash.postId, shiftId: 's1' }),
        ),
    )
    expect(crossed.map(refusal)).toEqual(crossed.map(() => 'SHIFT_OVERLAPS'))
    expect(await holdersOf(clash.postId)).toEqual([])
  })
})

describe('one person, three shifts at one time, three processes', () => {
  let run: Processes
  beforeAll(async () => {
    run = await startProcesses(branch, MORNING, 3, 0)
  })
  afterAll(() => run.close())

  test.each([0, 5, 20])('the database answering %d ms late: exactly one is theirs', async delay => {
    run.setDelay(delay)
    for (const n of numbers(1, 4)) {
      const posts = await Promise.all(numbers(1, 3).map(() => publish(branch, { places: 1, day: 100 + delay * 10 + n })))
      const replies = await Promise.all(
        posts.map(({ postId }, index) => run.calls(index, member(60 + n), 'post.claim', { postId, shiftId: 's1' })),
      )
      expect(replies.map(refusal).sort()).toEqual(['SHIFT_OVERLAPS', 'SHIFT_OVERLAPS', 'done'])
      const held = await Promise.all(posts.map(({ postId }) => holdersOf(postId)))
      expect(held.flat().map(one => one.memberId)).toEqual([`m-${two(60 + n)}`])
    }
  })
})
