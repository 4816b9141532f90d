import { good, stored } from '../support/attendance'
import { DAY, HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { refusal } from '../support/people'
import { claim, member, publish } from '../support/posts'
import type { Contract } from '../../../core/contract'
import type { RawInput } from '../../../core/shared/operation'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

const HERE = { lng: 114.2121, lat: 30.6402 }
const secretary = () => branch.as('demo-secretary')
const signIn = (n: number, postId: string) => branch.as(member(n)).calls('post.signIn', { postId, point: HERE })
const signOut = (n: number, postId: string) => branch.as(member(n)).calls('post.signOut', { postId, point: HERE })
const mine = async (n: number, postId: string) => good(await branch.as(member(n)).calls('post.get', { postId })).shifts[0]?.mine
const minutes = async (n: number) => good(await branch.as(member(n)).calls('volunteer.mine', {})).minutes
type Told = Omit<RawInput<Contract['post.resolve']>, 'postId' | 'shiftId'>
const resolve = (postId: string, told: Told, commandId?: string) =>
  secretary().calls('post.resolve', { postId, shiftId: 's1', ...told }, commandId)
const settle = (postId: string, served?: string[]) =>
  secretary().calls('post.settle', { postId, shiftId: 's1', ...(served ? { served } : {}) })
const row = async (postId: string, memberId: string) => (await stored(branch, 'services', { postId, memberId }))[0]
let passed = 0
const goTo = async (minutes: number) => {
  await branch.clock.advance((minutes - passed) * MINUTE)
  passed = minutes
}
/** A shift of an hour at nine of a day, one place, held by the first; the others wait. */
const post = async (day: number, people: readonly number[], places = 1) => {
  const { postId } = await publish(branch, { places, day })
  for (const n of people) good(await claim(branch, member(n), postId))
  return postId
}

test('who holds the place is absent, who waits stands in: the organizer signs them in, they sign out, both are told as it was', async () => {
  const postId = await post(1, [1, 2])
  await goTo(24 * 60 + 10)
  expect(refusal(await signIn(2, postId))).toBe('NOT_HOLDING')
  const standsIn = () => resolve(postId, { memberId: 'm-02', state: 'in', reason: '老张没来，他顶班' }, 'stands-in-1')
  expect((await Promise.all([standsIn(), standsIn()])).map(one => good(one).state)).toEqual(['in', 'in'])
  expect((await mine(2, postId))?.signedInAt).toBe(MORNING + DAY + 10 * MINUTE)
  expect(good(await signIn(2, postId))).toMatchObject({ first: false })
  await goTo(24 * 60 + 55)
  expect(good(await signOut(2, postId)).minutes).toBe(45)
  await goTo(25 * 60 + 1)
  expect(good(await settle(postId))).toEqual({ served: 1, noShow: 1, minutes: 45 })
  expect(await mine(1, postId)).toMatchObject({ noShow: true })
  // Those who served have something to say, and is thanked.
  good(await branch.as(member(2)).calls('post.feedback', { postId, text: '都好', photoFileIds: [] }))
  expect(good(await secretary().calls('post.thank', { postId })).thanked).toBe(1)
  expect(good(await secretary().calls('post.holders', { postId })).shifts[0]?.holders).toMatchObject([
    { memberId: 'm-01', service: { state: 'no-show' } },
    { memberId: 'm-02', state: 'waiting', service: { state: 'served', minutes: 45, corrected: { reason: '老张没来，他顶班' } } },
  ])
})

test('a stand-in who was in no queue is credited afterwards, once, with reason and actor', async () => {
  const postId = await post(2, [3])
  await goTo(2 * 24 * 60 + 61)
  const startsAt = MORNING + 2 * DAY
  const told: Told = { memberId: 'm-04', state: 'served', from: startsAt + 15 * MINUTE, to: startsAt + 55 * MINUTE, reason: '顶了老李的班' }
  for (let times = 0; times < 3; times++)
    expect(good(await resolve(postId, told, 'walk-in'))).toMatchObject({ state: 'served', minutes: 40 })
  expect(await minutes(4)).toBe(40)
  expect(await mine(4, postId)).toMatchObject({ minutes: 40, corrected: { reason: '顶了老李的班' } })
  expect((await row(postId, 'm-04'))?.by).toMatchObject({ openid: 'demo-secretary' })
  expect(good(await settle(postId))).toEqual({ served: 1, noShow: 1, minutes: 40 })
  // Those of another branch, or of no branch at all, are not found.
  for (const memberId of ['unknown', 'n-02']) expect(refusal(await resolve(postId, { ...told, memberId }))).toBe('NOT_FOUND')
})

test('settling takes in who waited and stood in', async () => {
  const postId = await post(3, [5, 6, 7])
  await goTo(3 * 24 * 60 + 61)
  expect(good(await settle(postId, ['m-06']))).toEqual({ served: 1, noShow: 1, minutes: 60 })
  expect(refusal(await settle(postId, ['m-08']))).toBe('INVALID_INPUT')
})

test('signed out by mistake after five minutes: reopened while it runs, or told afterwards; the hours follow and nothing is lost', async () => {
  const postId = await post(4, [9, 10], 2)
  await goTo(4 * 24 * 60)
  for (const n of [9, 10]) good(await signIn(n, postId))
  await goTo(4 * 24 * 60 + 5)
  for (const n of [9, 10]) expect(good(await signOut(n, postId)).minutes).toBe(5)
  expect(good(await resolve(postId, { memberId: 'm-09', state: 'in', reason: '按错了签退' })).state).toBe('in')
  expect(await minutes(9)).toBe(0)
  await goTo(4 * 24 * 60 + 50)
  expect(good(await signOut(9, postId))).toMatchObject({ minutes: 50, first: true })
  await goTo(4 * 24 * 60 + 70)
  const to = MORNING + 4 * DAY + HOUR
  expect(good(await resolve(postId, { memberId: 'm-10', state: 'served', to, reason: '按错了签退' }))).toMatchObject({ minutes: 60 })
  expect([await minutes(9), await minutes(10)]).toEqual([50, 60])
  expect(await row(postId, 'm-10')).toMatchObject({
    ...{ state: 'served', minutes: 60, reason: '按错了签退' },
    history: [{ state: 'served', minutes: 5, by: { openid: 'demo-member-10' } }],
  })
  const told = good(await branch.as(member(10)).calls('inbox.list', {})).items.filter(one => one.page.includes(postId))
  expect(told.map(one => one.text).join()).toMatch(/服务记录.*1小时.*按错了签退/u)
})

test('settled as served by mistake, and as absent by mistake: each is put right, and settling again does not undo it', async () => {
  const postId = await post(5, [11, 12], 2)
  await goTo(5 * 24 * 60 + 61)
  expect(good(await settle(postId, ['m-11']))).toEqual({ served: 1, noShow: 1, minutes: 60 })
  expect(good(await resolve(postId, { memberId: 'm-11', state: 'no-show', reason: '记错人了' }))).toMatchObject({ minutes: 0 })
  expect(good(await resolve(postId, { memberId: 'm-12', state: 'served', reason: '来的是她' }))).toMatchObject({ minutes: 60 })
  expect([await minutes(11), await minutes(12)]).toEqual([0, 60])
  expect(await mine(11, postId)).toMatchObject({ noShow: true, corrected: { reason: '记错人了' } })
  expect(good(await settle(postId))).toEqual({ served: 1, noShow: 1, minutes: 60 })
  const why = (await stored(branch, 'audit', { memberId: 'm-11' })).map(one => [one.what, one.why])
  expect(why).toContainEqual(['post.resolve', '记错人了'])
})

test('excused on the spot: neither served nor absent, and a stand-in marked by mistake is nothing again', async () => {
  const postId = await post(6, [13, 14])
  await goTo(6 * 24 * 60 + 61)
  good(await settle(postId, ['m-14']))
  expect(good(await resolve(postId, { memberId: 'm-13', state: 'none', reason: '送急诊，事先打过电话' }))).toMatchObject({ state: 'none' })
  expect(good(await resolve(postId, { memberId: 'm-14', state: 'none', reason: '点错了' }))).toMatchObject({ minutes: 0 })
  expect(good(await branch.as(member(13)).calls('volunteer.mine', {})).served).toEqual([])
  expect((await mine(13, postId))?.noShow).toBeUndefined()
  // Who owed nothing cannot have failed to come.
  expect(refusal(await resolve(postId, { memberId: 'm-14', state: 'no-show', reason: '没来' }))).toBe('INVALID_INPUT')
  expect(good(await settle(postId))).toEqual({ served: 0, noShow: 0, minutes: 0 })
})

test('a correction of one shift gives the shared hours to the other', async () => {
  const [one, other] = [await post(7, [15]), await publish(branch, { places: 1, day: 7, hour: 1 })]
  good(await claim(branch, member(15), other.postId))
  await goTo(6 * 24 * 60 + 120)
  const startsAt = MORNING + 7 * DAY
  good(
    await secretary().calls('post.change', {
      postId: other.postId,
      shifts: [{ shiftId: 's1', startsAt, endsAt: startsAt + 2 * HOUR }],
      clashing: 'keep',
    }),
  )
  await goTo(7 * 24 * 60 + 121)
  good(await settle(one, ['m-15']))
  // Settled later, the other is credited with what is left.
  await goTo(7 * 24 * 60 + 122)
  good(await settle(other.postId, ['m-15']))
  expect([await minutes(15), (await row(one, 'm-15'))?.minutes, (await row(other.postId, 'm-15'))?.minutes]).toEqual([120, 60, 60])
  good(await resolve(one, { memberId: 'm-15', state: 'none', reason: '只去了那边' }))
  expect([await minutes(15), (await row(other.postId, 'm-15'))?.minutes]).toEqual([120, 120])
})

test('not before the door is open, not of the future, not by anybody else', async () => {
  const postId = await post(9, [16])
  const told: Told = { memberId: 'm-16', state: 'in', reason: '到了' }
  expect(refusal(await resolve(postId, told))).toBe('SIGNIN_NOT_OPEN')
  await goTo(9 * 24 * 60 + 10)
  const late = { ...told, state: 'served' as const, to: MORNING + 9 * DAY + 20 * MINUTE }
  expect(await resolve(postId, late)).toMatchObject({ code: 'INVALID_INPUT', data: { paths: ['to'] } })
  for (const openid of ['demo-member-16', 'demo-other-secretary'])
    expect(refusal(await branch.as(openid).calls('post.resolve', { postId, shiftId: 's1', ...told }))).toBe('FORBIDDEN')
})
