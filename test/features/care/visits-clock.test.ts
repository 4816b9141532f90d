import { good, stored } from '../support/attendance'
import { DAY, HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { people, refusal } from '../support/people'

let branch: Branch
let due: string[] = []
beforeAll(async () => {
  branch = await startBranch()
  await branch.clock.advance(MINUTE)
  const { items } = good(
    await branch.as('demo-secretary').calls('visit.due', { branchId: 'branch-01', from: '2026-11-21', to: '2027-02-20' }),
  )
  due = items.filter(one => one.state === 'due' && one.memberId !== people.secretary.memberId).map(one => one.visitId)
})
afterAll(() => branch.close())

/** The clock stands here in this story. */
const NOW = MORNING + MINUTE
const secretary = () => branch.as('demo-secretary')
const take = () => due.shift() ?? ''
const record = (visitId: string, at: number, sentAt?: number, commandId?: string) =>
  secretary().calls('visit.record', { visitId, at, by: 'visit', note: '精神很好', ...(sentAt === undefined ? {} : { sentAt }) }, commandId)
const recorded = async (visitId: string) => {
  const { record: told } = good(await secretary().calls('visit.get', { visitId }))
  return told && { at: told.at, doubtful: told.doubtful ?? false }
}

test.each([
  ['six minutes fast', 6 * MINUTE],
  ['a day fast', DAY],
  ['three hours slow', -3 * HOUR],
  ['years slow', -3000 * DAY],
])('a visit of half an hour ago, told by a phone whose clock is %s', async (_, ahead) => {
  const visitId = take()
  good(await record(visitId, NOW + ahead - 30 * MINUTE, NOW + ahead))
  expect(await recorded(visitId)).toEqual({ at: NOW - 30 * MINUTE, doubtful: false })
})

test.each([
  ['six minutes fast, it does not say by how much', NOW + 6 * MINUTE, undefined],
  ['a day fast, and put right before it was sent', NOW + DAY, NOW],
  ['years slow, and put right before it was sent', NOW - 3000 * DAY, NOW],
])('a clock %s: kept as of now and flagged', async (_, at, sentAt) => {
  const visitId = take()
  good(await record(visitId, at, sentAt))
  expect(await recorded(visitId)).toEqual({ at: NOW, doubtful: true })
  expect((await stored(branch, 'visits', { _id: visitId }))[0]?.record?.said).toBe(at)
})

test('tried again by another tap, later by the same wrong clock, it is the same record', async () => {
  const visitId = take()
  const at = NOW + DAY
  good(await record(visitId, at, at, 'first-try'))
  expect(refusal(await record(visitId, at, at + 5_000, 'second-try'))).toBe('done')
  expect(await recorded(visitId)).toEqual({ at: NOW, doubtful: false })
})

test('a correction is heard by our clock too, and takes the flag away', async () => {
  const visitId = take()
  good(await record(visitId, NOW + DAY))
  const told = { at: NOW + DAY - HOUR, sentAt: NOW + DAY, by: 'visit' as const, note: '精神很好' }
  good(await secretary().calls('visit.correct', { visitId, why: '时间不对', record: told }))
  expect(await recorded(visitId)).toEqual({ at: NOW - HOUR, doubtful: false })
})
