import { startProcesses, type Processes } from '../support/processes'
import { dutyPostId } from '../../../core/service/stations/duty'
import { overlap } from '../../../core/shared/hours'
import { good, stored } from '../support/attendance'
import { MORNING, startBranch, type Branch } from '../support/branch'
import { refusal, two } from '../support/people'
import { member, numbers, publish } from '../support/posts'
import { publishMonth, stationWith } from '../support/stations'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

/** The shifts of all people, of stations and of other posts: who stands in the queues, and when. */
const shiftsOfPeople = async () => {
  const held = (await stored(branch, 'posts', { branchId: 'branch-01', state: 'published' })).flatMap(post =>
    post.queue.flatMap(one => {
      const shift = post.shifts.find(each => each.shiftId === one.shiftId)
      return shift ? [{ memberId: one.memberId, startsAt: shift.startsAt, endsAt: shift.endsAt }] : []
    }),
  )
  return [...new Set(held.map(one => one.memberId))].map(memberId => held.filter(one => one.memberId === memberId))
}

describe.each([1, 8])('in %d process(es)', processes => {
  let run: Processes
  beforeAll(async () => {
    run = await startProcesses(branch, MORNING, processes, 0)
  })
  afterAll(() => run.close())

  test.each([0, 5, 20])('the database answering %d ms late: of two who take the same free duty one has it', async delay => {
    run.setDelay(delay)
    const stationId = await stationWith(branch, ['m-03'], { name: `点${String(processes)}-${String(delay)}` })
    const date = `2027-0${String(processes)}-${two(delay + 1)}`
    const month = date.slice(0, 7)
    good(await branch.as('demo-secretary').calls('station.publish', { stationId, month, days: [] }))
    const [post] = await stored(branch, 'posts', { _id: dutyPostId(stationId, month) })
    const shiftId = `d${date.slice(8)}`
    const taps = [20, 21, 20, 21].map((n, index) => run.calls(index, member(n), 'post.claim', { postId: post?._id ?? '', shiftId }))
    const replies = await Promise.all(taps)
    expect(replies.map(refusal)).toEqual(['done', 'done', 'done', 'done'])
    const states = replies.map(one => good(one).state)
    expect([states[0] === states[2], states[1] === states[3], new Set(states).size]).toEqual([true, true, 2])
    const { days } = good(await branch.as('demo-secretary').calls('station.roster', { stationId, month }))
    expect(days.find(one => one.date === date)?.people).toHaveLength(1)
  })

  test.each([0, 5, 20])('the database answering %d ms late: two rosters and a claim at once put no one in two places', async delay => {
    run.setDelay(delay)
    const day = 20 + processes + delay
    const team = numbers(30, 3).map(n => `m-${two(n)}`)
    const [one, other] = await Promise.all([stationWith(branch, team), stationWith(branch, team, { kind: 'point' })])
    const { postId } = await publish(branch, { places: 9, day, hour: 1 })
    const date = new Date(MORNING + day * 24 * 3_600_000).toISOString().slice(0, 10)
    const days = [{ date, memberIds: team.slice(0, 1) }]
    const asks = [one, other].map((stationId, index) =>
      run.calls(index, 'demo-secretary', 'station.publish', { stationId, month: date.slice(0, 7), days }),
    )
    await Promise.all([...asks, run.calls(3, member(30), 'post.claim', { postId, shiftId: 's1' })])
    for (const theirs of await shiftsOfPeople())
      theirs.forEach((first, index) => theirs.slice(index + 1).forEach(second => expect(overlap(first, second)).toBe(false)))
  })
})

test('two officers who publish one month at once make one roster, and the points of one team share its people out', async () => {
  const team = numbers(40, 4).map(n => `m-${two(n)}`)
  const [one, other] = await Promise.all([stationWith(branch, team), stationWith(branch, team, { kind: 'point' })])
  await Promise.all([
    publishMonth(branch, one, '2027-03'),
    publishMonth(branch, one, '2027-03', 'demo-street'),
    publishMonth(branch, other, '2027-03'),
  ])
  // Days that one of them could not have are proposed once more, to those who are free.
  for (const stationId of [one, other]) await publishMonth(branch, stationId, '2027-03')
  for (const stationId of [one, other]) {
    const { days } = good(await branch.as('demo-secretary').calls('station.roster', { stationId, month: '2027-03' }))
    expect(days.filter(day => day.people.length !== 1)).toEqual([])
  }
  const theirs = await shiftsOfPeople()
  for (const shifts of theirs)
    shifts.forEach((first, index) => shifts.slice(index + 1).forEach(second => expect(overlap(first, second)).toBe(false)))
})
