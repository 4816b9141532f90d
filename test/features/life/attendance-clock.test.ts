import { DAY, HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { PARTY_DAY, good, lineOf, meeting, sheet, stored } from '../support/attendance'
import { two } from '../support/people'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

const activityId = PARTY_DAY
const mark = (n: number, at: number, state: 'present' | 'leave' | 'absent' = 'present') => ({
  ...{ memberId: `m-${two(n)}`, state, at, nonce: `n-${String(n)}-${state}`, reason: '未带手机' },
})
const send = async (marks: ReturnType<typeof mark>[], sentAt?: number) =>
  good(
    await branch.as('demo-secretary').calls('attendance.mark', { activityId, marks, ...(sentAt === undefined ? {} : { sentAt }) }),
  ).results.map(({ state, code, doubtful }) => code ?? (doubtful ? `${state}, doubtful` : state))

/** How far a phone's clock is ahead of the true hour. */
const clocks = [
  ['six minutes fast', 6 * MINUTE],
  ['a day fast', DAY],
  ['three hours slow', -3 * HOUR],
  ['years slow', -3000 * DAY],
] as const

test.each(clocks)('online on a phone %s: recorded at the true hour', async (_clock, ahead) => {
  const n = 10 + clocks.findIndex(([, one]) => one === ahead)
  const phone = branch.clock.now() + ahead
  expect(await send([mark(n, phone)], phone)).toEqual(['recorded'])
  expect(await lineOf(branch, `m-${two(n)}`)).toMatchObject({ state: 'present', at: branch.clock.now(), late: false })
})

test('what a phone with a wrong clock wrote down offline is told by its age', async () => {
  // Ten minutes ago at the door, by a clock that is a day fast.
  const phone = branch.clock.now() + DAY
  expect(await send([mark(20, phone - 10 * MINUTE)], phone)).toEqual(['recorded'])
  expect(await lineOf(branch, 'm-20')).toMatchObject({ at: MORNING - 10 * MINUTE, late: false })
})

test.each(clocks)('a clock %s that cannot be corrected: kept and flagged, and no member is called late by it', async (_clock, ahead) => {
  const n = 30 + clocks.findIndex(([, one]) => one === ahead)
  expect(await send([mark(n, branch.clock.now() + ahead)])).toEqual(['recorded, doubtful'])
  expect(await lineOf(branch, `m-${two(n)}`)).toMatchObject({ state: 'present', at: branch.clock.now(), late: false, doubtful: true })
  const [row] = await stored(branch, 'attendance', { _id: `${activityId}:m-${two(n)}` })
  expect(row?.said).toBe(branch.clock.now() + ahead)
  expect(await send([mark(n, branch.clock.now() + ahead)])).toEqual(['already'])
})

test('a clock that was put right between the tap and the sending: kept and flagged', async () => {
  expect(await send([mark(40, branch.clock.now() + DAY)], branch.clock.now())).toEqual(['recorded, doubtful'])
  expect(await send([mark(41, branch.clock.now() + 2 * DAY, 'leave')], branch.clock.now())).toEqual(['recorded, doubtful'])
})

test('the secretary looks at it and says that it is right: the flag goes, the reason stays', async () => {
  const says = { activityId, memberId: 'm-40', state: 'present' as const, reason: '核对过，在场' }
  good(await branch.as('demo-secretary').calls('attendance.resolve', says))
  expect((await lineOf(branch, 'm-40'))?.doubtful).toBeUndefined()
  expect((await stored(branch, 'attendance', { _id: `${activityId}:m-40` }))[0]).toMatchObject({
    reason: '核对过，在场',
    history: [{ said: branch.clock.now() + DAY }],
  })
})

test('a doubtful word that contradicts another is kept beside it too', async () => {
  expect(await send([mark(42, MORNING, 'absent'), mark(42, branch.clock.now() + DAY)])).toEqual(['recorded', 'conflict'])
  expect((await sheet(branch)).conflicts).toMatchObject([{ memberId: 'm-42', other: { state: 'present', doubtful: true } }])
  good(await branch.as('demo-secretary').calls('attendance.resolve', { activityId, memberId: 'm-42', state: 'present', reason: '在场' }))
  expect(await lineOf(branch, 'm-42')).toMatchObject({ state: 'present', late: false })
})

test('before the door opens by our own clock no member can have come, whatever a phone says', async () => {
  const evening = await meeting(branch, { startsAt: MORNING + 9 * HOUR, endsAt: MORNING + 10 * HOUR })
  const early = { ...mark(50, MORNING + 9 * HOUR), nonce: 'early' }
  const reply = await branch.as('demo-secretary').calls('attendance.mark', { activityId: evening, marks: [early] })
  expect(good(reply).results).toEqual([{ nonce: 'early', state: 'rejected', code: 'SIGNIN_NOT_OPEN' }])
})
