import { HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { PARTY_DAY, good, lineOf, meeting, put, sheet, stored } from '../support/attendance'

let branch: Branch
let kioskToken: string
const activityId = PARTY_DAY
const secretary = () => branch.as('demo-secretary')
/** The tablet at the door, signed in to WeChat as an account that is bound to no member. */
const tablet = (openid = 'demo-stranger') => ({
  types: (digits: string, choice?: number, token = kioskToken) =>
    branch.as(openid).calls('attendance.kiosk', { activityId, kioskToken: token, digits, ...(choice === undefined ? {} : { choice }) }),
})

beforeEach(async () => {
  branch = await startBranch()
  kioskToken = good(await secretary().calls('attendance.kioskOpen', { activityId })).kioskToken
})
afterEach(() => branch.close())

/** One more member in the branch, with that phone. */
const joins = async (memberId: string, name: string, phones: string[], more: object = {}) => {
  const [like] = await stored(branch, 'members', { _id: 'm-02' })
  if (!like) throw new Error('the demo has a second member')
  await put(branch, 'members', { ...like, _id: memberId, name, phones, ...more })
}

test('an elder types the last four digits of their phone and is signed in', async () => {
  const [elder] = await stored(branch, 'members', { _id: 'm-01' })
  const digits = elder?.phones[0]?.slice(-4) ?? ''
  const signedIn = { state: 'signed-in', at: MORNING, late: false, name: elder?.name }
  expect(await tablet().types(digits)).toEqual({ ok: true, data: { ...signedIn, first: true } })
  expect(await tablet().types(digits)).toEqual({ ok: true, data: { ...signedIn, first: false } })
  expect(await lineOf(branch, 'm-01')).toMatchObject({ state: 'present', way: 'kiosk' })
  expect(await lineOf(branch, 'm-01')).not.toHaveProperty('by')
})

test('any of one’s phones will do, and an affiliated member is known too', async () => {
  await joins('x-01', '欧阳文彬', ['13900004321', '02788887654'])
  await joins('x-02', '赵国', ['13900009876'], {
    ...{
      branchId: 'branch-02',
      path: '/district/changqing/branch-02/',
      affiliates: [{ branchId: 'branch-01', path: '/district/changqing/branch-01/' }],
    },
  })
  expect(good(await tablet().types('7654'))).toMatchObject({ state: 'signed-in', name: '欧阳文彬' })
  expect(good(await tablet().types('9876'))).toMatchObject({ state: 'signed-in', name: '赵国' })
  expect((await sheet(branch)).items.find(one => one.memberId === 'x-02')).toMatchObject({ guest: false })
})

test('husband and wife with one phone choose between their masked names', async () => {
  await joins('x-01', '张建国', ['13900004321'])
  await joins('x-02', '李秀珍', ['13900004321'])
  expect(await tablet().types('4321')).toEqual({ ok: true, data: { state: 'choose', names: ['张*国', '李*珍'] } })
  expect(good(await tablet().types('4321', 1))).toMatchObject({ state: 'signed-in', first: true, name: '李秀珍' })
  expect(await tablet().types('4321', 2)).toEqual({ ok: false, code: 'INVALID_INPUT', data: { paths: ['choice'] } })
  expect((await sheet(branch)).present).toBe(1)
})

test('one who is asked first says whether it is they; a wrong digit signs no member in', async () => {
  const [elder] = await stored(branch, 'members', { _id: 'm-01' })
  const digits = elder?.phones[0]?.slice(-4) ?? ''
  const asked = await branch.as('demo-stranger').calls('attendance.kiosk', { activityId, kioskToken, digits, ask: true })
  expect(good(asked)).toMatchObject({ state: 'choose', names: [expect.stringContaining('*')] })
  expect((await sheet(branch)).present).toBe(0)
  expect(good(await tablet().types(digits, 0))).toMatchObject({ state: 'signed-in', first: true, name: elder?.name })
})

test('digits of no member are told so, and ten of them are enough for five minutes', async () => {
  for (let tries = 0; tries < 10; tries++) expect(await tablet().types('9999')).toMatchObject({ ok: false, code: 'KIOSK_NOBODY' })
  expect(await tablet().types('9999')).toMatchObject({ ok: false, code: 'RATE_LIMITED' })
  expect(await tablet().types('0037')).toMatchObject({ ok: false, code: 'RATE_LIMITED' })
  // The limit is the tablet's: another one, opened for another account, goes on.
  const other = good(await secretary().calls('attendance.kioskOpen', { activityId })).kioskToken
  expect(await tablet('demo-volunteer-01').types('0037', undefined, other)).toMatchObject({ ok: true })
  await branch.clock.advance(5 * MINUTE)
  expect(await tablet().types('0074')).toMatchObject({ ok: true })
})

test('sixty taps a minute go through one door', async () => {
  const digits = Array.from({ length: 61 }, (_, index) => String((index + 1) * 37).padStart(4, '0'))
  const replies = []
  for (const one of digits) replies.push(await tablet().types(one))
  expect(replies.filter(one => one.ok)).toHaveLength(60)
  expect(replies[60]).toMatchObject({ ok: false, code: 'RATE_LIMITED' })
})

test('a made-up token, and the token of another activity, open nothing', async () => {
  const other = good(await secretary().calls('attendance.kioskOpen', { activityId: await meeting(branch) })).kioskToken
  for (const token of [other, 'made-up', ''])
    expect(await tablet().types('0037', undefined, token)).toMatchObject({ ok: false, code: 'KIOSK_CLOSED' })
  expect((await sheet(branch)).present).toBe(0)
})

test('each opening gives another token, which works for the account that uses it first and for no other', async () => {
  const second = good(await secretary().calls('attendance.kioskOpen', { activityId })).kioskToken
  expect(second).not.toBe(kioskToken)
  expect(await tablet().types('0037')).toMatchObject({ ok: true })
  // A stranger with the tablet's token learns no name, and their wrong digits do not block the tablet.
  for (let tries = 0; tries < 12; tries++)
    expect(await tablet('demo-other-member').types(tries === 0 ? '0074' : '9999')).toMatchObject({ ok: false, code: 'KIOSK_CLOSED' })
  expect(await tablet().types('0074')).toMatchObject({ ok: true })
  // Of two accounts that use it in one moment, one has it.
  const both = await Promise.all(['demo-other-member', 'demo-bureau'].map(openid => tablet(openid).types('0111', undefined, second)))
  expect(both.map(one => (one.ok ? 'open' : one.code)).sort()).toEqual(['KIOSK_CLOSED', 'open'])
  // Nothing that is stored opens it.
  expect(JSON.stringify(await stored(branch, 'kiosks', { activityId }))).not.toContain(second)
})

test('the organizer withdraws the tablets at once; a token that was withdrawn stays so', async () => {
  expect(await tablet().types('0037')).toMatchObject({ ok: true })
  expect(await branch.as('demo-member-01').calls('attendance.kioskClose', { activityId })).toMatchObject({ ok: false, code: 'FORBIDDEN' })
  expect(good(await secretary().calls('attendance.kioskClose', { activityId }))).toEqual({ closed: 1 })
  expect(await tablet().types('0037')).toMatchObject({ ok: false, code: 'KIOSK_CLOSED' })
  expect(good(await secretary().calls('attendance.kioskClose', { activityId }))).toEqual({ closed: 0 })
  kioskToken = good(await secretary().calls('attendance.kioskOpen', { activityId })).kioskToken
  expect(await tablet().types('0037')).toMatchObject({ ok: true })
})

test('of wrong digits typed at once only ten are looked at', async () => {
  const replies = await Promise.all(Array.from({ length: 20 }, () => tablet().types('9999')))
  const codes = replies.map(one => (one.ok ? 'open' : one.code))
  expect(codes.filter(one => one === 'KIOSK_NOBODY').length).toBeLessThanOrEqual(10)
  expect(codes.filter(one => one === 'RATE_LIMITED').length).toBeGreaterThanOrEqual(10)
})

test('the kiosk dies with the door', async () => {
  const { closesAt } = good(await secretary().calls('attendance.kioskOpen', { activityId }))
  expect(closesAt).toBe(MORNING + 3 * HOUR)
  await branch.clock.advance(3 * HOUR)
  expect(await tablet().types('0037')).toMatchObject({ ok: true })
  await branch.clock.advance(1)
  expect(await tablet().types('0074')).toMatchObject({ ok: false, code: 'KIOSK_CLOSED' })
  await branch.clock.advance(HOUR)
  expect(await stored(branch, 'kiosks', { activityId })).toEqual([])
})

test('the kiosk dies with the activity', async () => {
  good(await secretary().calls('attendance.kioskOpen', { activityId }))
  expect(await tablet().types('0037')).toMatchObject({ ok: true })
  good(await secretary().calls('activity.cancel', { activityId }))
  expect(await tablet().types('0074')).toMatchObject({ ok: false, code: 'ACTIVITY_CANCELLED' })
})

test('only the secretary of this branch opens a kiosk, sees codes or the sheet', async () => {
  for (const openid of ['demo-member-01', 'demo-other-secretary', 'demo-family-01'])
    for (const op of ['attendance.kioskOpen', 'attendance.codes', 'attendance.sheet', 'attendance.export'] as const)
      expect(await branch.as(openid).calls(op, { activityId })).toMatchObject({ ok: false, code: 'FORBIDDEN' })
  expect(await branch.as('demo-stranger').calls('attendance.sheet', { activityId })).toMatchObject({ ok: false, code: 'UNAUTHENTICATED' })
})
