import { HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { HALL, PARTY_DAY, codeOnScreen, good, lineOf, meeting, sheet, stored } from '../support/attendance'

let branch: Branch
beforeEach(async () => {
  branch = await startBranch()
})
afterEach(() => branch.close())

const secretary = () => branch.as('demo-secretary')
const member = (n: number) => branch.as(`demo-member-${String(n).padStart(2, '0')}`)
const activityId = PARTY_DAY

test('a member scans the code on the screen and is on the sheet, in two round trips', async () => {
  const code = await codeOnScreen(branch)
  expect(await member(1).calls('attendance.signIn', { activityId, code })).toEqual({
    ok: true,
    data: { state: 'signed-in', at: MORNING, first: true, late: false },
  })
  expect(await branch.roundTrips('attendance.signIn')).toBeLessThanOrEqual(2)
  expect(await lineOf(branch, 'm-01')).toMatchObject({ state: 'present', at: MORNING, late: false, way: 'code', guest: false })
  expect(await lineOf(branch, 'm-01')).not.toHaveProperty('by')
})

test('the code may be typed in any case and with spaces', async () => {
  const code = await codeOnScreen(branch)
  const typed = ` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`
  expect(good(await member(1).calls('attendance.signIn', { activityId, code: typed })).first).toBe(true)
})

test('the screen has codes until the door closes, and each of them is good in its time', async () => {
  const { codes } = good(await secretary().calls('attendance.codes', { activityId }))
  expect(codes[0]).toMatchObject({ from: MORNING, to: MORNING + 30_000 })
  const last = codes.at(-1)
  expect(last?.to).toBeGreaterThanOrEqual(MORNING + 3 * 60 * MINUTE)
  expect(new Set(codes.map(one => one.code)).size).toBe(codes.length)
  await branch.clock.advance((last?.from ?? 0) - MORNING)
  expect(good(await member(1).calls('attendance.signIn', { activityId, code: last?.code })).first).toBe(true)
})

test('fifty people tap four times each at once: fifty rows, each told once that it was the first time', async () => {
  const code = await codeOnScreen(branch)
  const people = Array.from({ length: 50 }, (_, index) => index + 1)
  const taps = people.flatMap(n => [n, n, n, n])
  const replies = await Promise.all(
    taps.map(async n => ({ n, reply: good(await member(n).calls('attendance.signIn', { activityId, code })) })),
  )
  for (const n of people) expect(replies.filter(one => one.n === n && one.reply.first)).toHaveLength(1)
  expect((await sheet(branch)).present).toBe(50)
  expect(await stored(branch, 'attendance', { activityId })).toHaveLength(50)
})

test('a member who is in hears so again, even with an old code, when it was cancelled after all, and when it is over', async () => {
  const code = await codeOnScreen(branch)
  const again = { ok: true, data: { state: 'signed-in', at: MORNING, first: false, late: false } }
  await member(1).calls('attendance.signIn', { activityId, code })
  expect(await member(1).calls('attendance.signIn', { activityId, code })).toEqual(again)
  await branch.clock.advance(HOUR)
  expect(await member(1).calls('attendance.signIn', { activityId, code })).toEqual(again)
  good(await secretary().calls('activity.cancel', { activityId }))
  expect(await member(1).calls('attendance.signIn', { activityId, code: 'WRONG' })).toEqual(again)
  await branch.clock.advance(4 * HOUR)
  expect(await member(1).calls('attendance.signIn', { activityId })).toEqual(again)
})

test('before the door opens and after it closes one hears when it is open', async () => {
  const activityId = await meeting(branch, { startsAt: MORNING + 2 * HOUR, endsAt: MORNING + 3 * HOUR })
  const refused = { ok: false, code: 'SIGNIN_NOT_OPEN', data: { opensAt: MORNING + HOUR, closesAt: MORNING + 3.5 * HOUR } }
  expect(await member(1).calls('attendance.signIn', { activityId, point: HALL })).toEqual(refused)
  await branch.clock.advance(HOUR)
  expect(good(await member(1).calls('attendance.signIn', { activityId, point: HALL })).first).toBe(true)
  await branch.clock.advance(2.5 * HOUR + 1)
  expect(await member(2).calls('attendance.signIn', { activityId, point: HALL })).toEqual(refused)
})

test('an old code is told from a wrong one, and slow hands have a slot more', async () => {
  const code = await codeOnScreen(branch)
  await branch.clock.advance(59_000)
  expect(good(await member(1).calls('attendance.signIn', { activityId, code })).first).toBe(true)
  await branch.clock.advance(1_000)
  expect(await member(2).calls('attendance.signIn', { activityId, code })).toMatchObject({ ok: false, code: 'SIGNIN_CODE_EXPIRED' })
  expect(await member(2).calls('attendance.signIn', { activityId, code: '00000000' })).toMatchObject({
    ok: false,
    code: 'SIGNIN_CODE_INVALID',
  })
  expect((await sheet(branch)).present).toBe(1)
})

test('the code of another activity opens nothing here', async () => {
  const other = await codeOnScreen(branch, await meeting(branch))
  expect(await member(1).calls('attendance.signIn', { activityId, code: other })).toMatchObject({ ok: false, code: 'SIGNIN_CODE_INVALID' })
})

test('twenty wrong codes are enough for ten minutes; a right one is never counted', async () => {
  const wrong = () => member(1).calls('attendance.signIn', { activityId, code: '00000000' })
  for (let tries = 0; tries < 20; tries++) expect(await wrong()).toMatchObject({ code: 'SIGNIN_CODE_INVALID' })
  expect(await wrong()).toMatchObject({ ok: false, code: 'RATE_LIMITED' })
  expect(await member(2).calls('attendance.signIn', { activityId, code: '00000000' })).toMatchObject({ code: 'SIGNIN_CODE_INVALID' })
  await branch.clock.advance(10 * MINUTE)
  expect(await wrong()).toMatchObject({ code: 'SIGNIN_CODE_INVALID' })
  expect(good(await member(1).calls('attendance.signIn', { activityId, code: await codeOnScreen(branch) })).first).toBe(true)
})

test('being there is proof enough; being elsewhere is told in metres', async () => {
  expect(await member(1).calls('attendance.signIn', { activityId, point: { lng: HALL.lng, lat: HALL.lat + 0.0017 } })).toMatchObject({
    ok: true,
  })
  expect(await lineOf(branch, 'm-01')).toMatchObject({ way: 'place' })
  const far = await member(2).calls('attendance.signIn', { activityId, point: { lng: HALL.lng, lat: HALL.lat + 0.01 } })
  expect(far).toEqual({ ok: false, code: 'SIGNIN_TOO_FAR', data: { metres: 1113 } })
})

test('with neither code nor place, or a place where none is set, one hears what is missing', async () => {
  expect(await member(1).calls('attendance.signIn', { activityId })).toEqual({
    ok: false,
    code: 'INVALID_INPUT',
    data: { paths: ['code', 'point'] },
  })
  const nowhere = await meeting(branch, { place: { name: '线上' } })
  expect(await member(1).calls('attendance.signIn', { activityId: nowhere, point: HALL })).toEqual({
    ok: false,
    code: 'INVALID_INPUT',
    data: { paths: ['point'] },
  })
})

test('a member who comes more than ten minutes after the start is late', async () => {
  await branch.clock.advance(41 * MINUTE)
  const code = await codeOnScreen(branch)
  expect(good(await member(1).calls('attendance.signIn', { activityId, code })).late).toBe(true)
  expect(await sheet(branch)).toMatchObject({ present: 1, late: 1 })
})

test('no member signs in to a cancelled activity', async () => {
  const code = await codeOnScreen(branch)
  good(await secretary().calls('activity.cancel', { activityId }))
  expect(await member(1).calls('attendance.signIn', { activityId, code })).toMatchObject({ ok: false, code: 'ACTIVITY_CANCELLED' })
  expect(await secretary().calls('attendance.codes', { activityId })).toMatchObject({ ok: false, code: 'ACTIVITY_CANCELLED' })
})

test('a member of another branch is not invited to a closed activity, and comes to an open one as a guest', async () => {
  const code = await codeOnScreen(branch)
  const guest = branch.as('demo-other-member')
  expect(await guest.calls('attendance.signIn', { activityId, code })).toMatchObject({ ok: false, code: 'NOT_INVITED' })
  const open = await meeting(branch, { audience: 'open' })
  expect(good(await guest.calls('attendance.signIn', { activityId: open, code: await codeOnScreen(branch, open) })).first).toBe(true)
  const { present, invited, rate, items } = await sheet(branch, open)
  expect({ present, invited, rate }).toEqual({ present: 1, invited: 87, rate: 0 })
  expect(items.find(one => one.memberId === 'n-02')).toMatchObject({ state: 'present', guest: true })
})

test('the daughter signs her mother in, and the sheet says who did it', async () => {
  const code = await codeOnScreen(branch)
  const daughter = branch.as('demo-family-01')
  expect(good(await daughter.calls('attendance.signIn', { activityId, code, forMemberId: 'm-01' })).first).toBe(true)
  expect(good(await member(1).calls('attendance.signIn', { activityId, code })).first).toBe(false)
  const [row] = await stored(branch, 'attendance', { _id: `${activityId}:m-01` })
  expect(row?.by).toMatchObject({ openid: 'demo-family-01', memberId: null, relation: 'child' })
  expect(await lineOf(branch, 'm-01')).toMatchObject({ state: 'present', by: row?.by.name, relation: 'child' })
  expect(await daughter.calls('attendance.signIn', { activityId, code, forMemberId: 'm-02' })).toMatchObject({
    ok: false,
    code: 'FORBIDDEN',
  })
})

describe('asking for leave', () => {
  test('once is enough; it is on the sheet with its reason', async () => {
    const asks = () => member(1).calls('attendance.askLeave', { activityId, reason: '去医院复查' })
    expect(await asks()).toEqual({ ok: true, data: { state: 'leave' } })
    expect(await asks()).toEqual({ ok: true, data: { state: 'leave' } })
    expect(await lineOf(branch, 'm-01')).toMatchObject({ state: 'leave', reason: '去医院复查' })
    expect(await sheet(branch)).toMatchObject({ leave: 1, awaited: 86, absent: 0, present: 0 })
  })

  test('a member who comes after all is present, and the leave is kept in the history', async () => {
    await member(1).calls('attendance.askLeave', { activityId, reason: '' })
    expect(good(await member(1).calls('attendance.signIn', { activityId, code: await codeOnScreen(branch) })).first).toBe(true)
    const [row] = await stored(branch, 'attendance', { _id: `${activityId}:m-01` })
    expect(row).toMatchObject({ state: 'present', way: 'code', history: [{ state: 'leave', at: MORNING, replacedAt: MORNING }] })
  })

  test('a member who is signed in hears so', async () => {
    await member(1).calls('attendance.signIn', { activityId, point: HALL })
    expect(await member(1).calls('attendance.askLeave', { activityId, reason: '' })).toEqual({ ok: true, data: { state: 'signed-in' } })
    expect(await lineOf(branch, 'm-01')).toMatchObject({ state: 'present' })
  })

  test('is possible until the activity ends, not afterwards; who had asked still hears so', async () => {
    await member(1).calls('attendance.askLeave', { activityId, reason: '' })
    await branch.clock.advance(3 * HOUR)
    expect(await member(2).calls('attendance.askLeave', { activityId, reason: '' })).toMatchObject({ ok: false, code: 'SIGNIN_NOT_OPEN' })
    expect(await member(1).calls('attendance.askLeave', { activityId, reason: '' })).toEqual({ ok: true, data: { state: 'leave' } })
  })
})
