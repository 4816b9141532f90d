import { good, stored } from '../support/attendance'
import { HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { refusal } from '../support/people'
import { claim, member, publish } from '../support/posts'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

const HERE = { lng: 114.2121, lat: 30.6402 }
const secretary = () => branch.as('demo-secretary')
const at = (postId: string, shiftId?: string) => ({ postId, point: HERE, ...(shiftId === undefined ? {} : { shiftId }) })
const signIn = (n: number, postId: string, shiftId?: string) => branch.as(member(n)).calls('post.signIn', at(postId, shiftId))
const signOut = (n: number, postId: string, shiftId?: string) => branch.as(member(n)).calls('post.signOut', at(postId, shiftId))
const minutes = async (n: number) => good(await branch.as(member(n)).calls('volunteer.mine', {})).minutes
const mine = async (n: number, postId: string) => good(await branch.as(member(n)).calls('post.get', { postId })).shifts.map(one => one.mine)
let passed = 0
const goTo = async (at: number) => {
  await branch.clock.advance(at - passed)
  passed = at
}
/** A post today with shifts of three hours, the first at ten. */
const threeHours = async (shifts: number) => {
  const from = MORNING + HOUR
  const input = {
    ...{ orgId: 'branch-01', kind: '义务巡湖', title: '义务巡湖', place: { name: '湖边', point: HERE }, audience: 'branch' as const },
    shifts: Array.from({ length: shifts }, (_, n) => ({ startsAt: from + 3 * n * HOUR, endsAt: from + 3 * (n + 1) * HOUR, places: 4 })),
  }
  return good(await secretary().calls('post.publish', input)).postId
}

let rain = ''
let oneOfTwo = ''
let early = ''
test('a running shift is called off for rain: who was there is credited until then, and hears nothing of the opposite', async () => {
  rain = await threeHours(1)
  oneOfTwo = await threeHours(2)
  early = (await publish(branch, { places: 2, day: 0, hour: 4 })).postId
  for (const n of [1, 2, 3]) good(await claim(branch, member(n), rain))
  for (const n of [4, 5]) good(await claim(branch, member(n), oneOfTwo, 's1'))
  good(await claim(branch, member(4), oneOfTwo, 's2'))
  await goTo(HOUR)
  for (const n of [1, 2]) good(await signIn(n, rain))
  for (const n of [4, 5]) good(await signIn(n, oneOfTwo, 's1'))
  await goTo(2 * HOUR)
  expect(good(await signOut(2, rain)).minutes).toBe(60)
  await goTo(3 * HOUR)
  const cancel = () => secretary().calls('post.cancel', { postId: rain, reason: '下大雨' }, 'rain-1')
  expect(good(await cancel())).toEqual({ notified: 3, credited: { people: 1, minutes: 120 } })
  expect([await minutes(1), await minutes(2), await minutes(3)]).toEqual([120, 60, 0])
  // The same command again, and a sign-out that comes later, hear the same.
  expect(good(await cancel())).toEqual({ notified: 3, credited: { people: 1, minutes: 120 } })
  expect(good(await signOut(1, rain))).toMatchObject({ minutes: 120, first: false, at: MORNING + 3 * HOUR })
  expect(await mine(1, rain)).toMatchObject([{ minutes: 120 }])
  // The page says until when it was held, and what was served until then.
  expect(good(await branch.as(member(1)).calls('post.get', { postId: rain })).shifts[0]).toMatchObject({
    state: 'cancelled',
    endedAt: MORNING + 3 * HOUR,
  })
  const told = good(await branch.as(member(1)).calls('inbox.list', {})).items.filter(one => one.page.includes(rain))
  expect(told.map(one => one.text).join()).toContain('已经服务的时间照记')
})

test('and it can be settled as far as it went: who came without signing in, who did not come', async () => {
  expect(good(await secretary().calls('post.settle', { postId: rain, shiftId: 's1', served: ['m-03'] }))).toEqual({
    ...{ served: 3, noShow: 0, minutes: 120 + 60 + 120 },
  })
})

test('one shift of two called off while it runs leaves the other; both can be settled', async () => {
  expect(good(await secretary().calls('post.cancel', { postId: oneOfTwo, shiftId: 's1', reason: '下大雨' }))).toEqual({
    ...{ notified: 2, credited: { people: 2, minutes: 240 } },
  })
  expect(refusal(await signIn(4, oneOfTwo, 's1'))).toBe('NOT_HOLDING')
  await goTo(4 * HOUR)
  good(await signIn(4, oneOfTwo, 's2'))
  await goTo(7 * HOUR + MINUTE)
  expect(good(await secretary().calls('post.settle', { postId: oneOfTwo, shiftId: 's2' }))).toEqual({ served: 1, noShow: 0, minutes: 180 })
})

test('who had signed in to a shift that never began is neither absent nor still there', async () => {
  const { postId } = await publish(branch, { places: 1, day: 0, hour: 8 })
  good(await claim(branch, member(10), postId))
  await goTo(7 * HOUR + 30 * MINUTE)
  good(await signIn(10, postId))
  expect(good(await secretary().calls('post.cancel', { postId, reason: '下大雨' }))).toEqual({ notified: 1 })
  expect(good(await branch.as(member(10)).calls('volunteer.mine', {}))).toMatchObject({ minutes: 0, times: 0, served: [] })
  expect(refusal(await secretary().calls('post.settle', { postId, shiftId: 's1' }))).toBe('POST_CLOSED')
  expect(await stored(branch, 'services', { postId })).toMatchObject([
    { state: 'none', history: [{ state: 'in', signedInAt: MORNING + 7 * HOUR + 30 * MINUTE }] },
  ])
})

test('a post called off as a whole leaves the shifts that are over as they were', async () => {
  const { postId } = await publish(branch, { places: 1, day: 0, hour: 8, shifts: 3 })
  for (const shiftId of ['s1', 's3']) good(await claim(branch, member(11), postId, shiftId))
  await goTo(8 * HOUR)
  good(await signIn(11, postId, 's1'))
  await goTo(9 * HOUR + MINUTE)
  expect(good(await secretary().calls('post.cancel', { postId, reason: '下大雨' }))).toMatchObject({ notified: 1 })
  const { shifts } = good(await branch.as(member(11)).calls('post.get', { postId }))
  expect(shifts.map(one => one.state)).toEqual(['over', 'cancelled', 'cancelled'])
  expect(good(await secretary().calls('post.settle', { postId, shiftId: 's1' }))).toEqual({ served: 1, noShow: 0, minutes: 60 })
  expect(early).not.toBe('')
})
