import { templateFor } from '../support/templates'
import { DAY, HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

const given = <T>(reply: { ok: true; data: T } | { ok: false; code: string; data?: unknown }): T => {
  if (!reply.ok) throw new Error(`refused with ${reply.code} ${JSON.stringify(reply.data)}`)
  return reply.data
}
const refusal = (reply: { ok: boolean; code?: string }) => (reply.ok ? 'done' : reply.code)
const member = (n: number) => `demo-member-${String(n).padStart(2, '0')}`
const numbers = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index)
const secretary = () => branch.as('demo-secretary')
let passed = 0
const goOn = async (ms: number) => {
  await branch.clock.advance(ms)
  passed += ms
}

const course = async (capacity?: number, audience: 'branch' | 'open' = 'branch') => {
  const input = {
    branchId: 'branch-01',
    kind: 'training' as const,
    title: '手机课',
    startsAt: MORNING + passed + DAY,
    endsAt: MORNING + passed + DAY + HOUR,
    place: { name: '活动室' },
    audience,
    ...(capacity === undefined ? {} : { capacity }),
  }
  return given(await secretary().calls('activity.publish', input)).activityId
}
const join = (openid: string, activityId: string) => branch.as(openid).calls('signup.join', { activityId })
const leave = (openid: string, activityId: string) => branch.as(openid).calls('signup.leave', { activityId })
const inbox = async (openid: string, activityId: string) =>
  given(await branch.as(openid).calls('inbox.list', {})).items.filter(one => one.page.includes(activityId))

test('sixty people tap 报名 at once on forty places: forty have one, twenty wait in line', async () => {
  const activityId = await course(40)
  const replies = await Promise.all(numbers(1, 60).map(n => join(member(n), activityId)))
  const stands = replies.map(given)
  expect(stands.filter(one => one.state === 'joined')).toHaveLength(40)
  const positions = stands.flatMap(one => (one.state === 'waiting' ? [one.position ?? 0] : [])).sort((a, b) => a - b)
  expect(positions).toEqual(numbers(1, 20))

  // What each was told is what stands.
  const { items } = given(await secretary().calls('signup.list', { activityId }))
  expect(items).toHaveLength(60)
  const told = new Map(numbers(1, 60).map((n, index) => [`m-${String(n).padStart(2, '0')}`, stands[index]]))
  for (const { memberId, state, position } of items) expect(told.get(memberId)).toEqual({ state, ...(position ? { position } : {}) })
})

test('a member who withdraws gives the place to the first in line, who is told', async () => {
  const activityId = await course(2)
  for (const n of [1, 2, 3, 4]) given(await join(member(n), activityId))
  await branch.accept(member(3), [templateFor('place-is-yours')])
  expect(given(await leave(member(1), activityId))).toEqual({ state: 'left' })

  expect(given(await join(member(3), activityId))).toEqual({ state: 'joined' })
  expect(given(await join(member(4), activityId))).toEqual({ state: 'waiting', position: 1 })
  expect((await inbox(member(3), activityId)).map(one => one.kind)).toContain('place-is-yours')
  expect((await inbox(member(4), activityId)).map(one => one.kind)).not.toContain('place-is-yours')
  const pushed = (await branch.outbox()).filter(one => one.template === templateFor('place-is-yours') && one.page.includes(activityId))
  expect(pushed.map(one => one.touser)).toEqual([member(3)])
})

test('ten withdraw at once from a full course: the ten who waited have a place, each told once', async () => {
  const activityId = await course(10)
  for (const n of numbers(1, 20)) given(await join(member(n), activityId))
  const replies = await Promise.all(numbers(1, 10).map(n => leave(member(n), activityId)))
  expect(replies.map(given)).toEqual(numbers(1, 10).map(() => ({ state: 'left' })))
  for (const n of numbers(11, 10)) {
    expect(given(await join(member(n), activityId))).toEqual({ state: 'joined' })
    expect((await inbox(member(n), activityId)).filter(one => one.kind === 'place-is-yours')).toHaveLength(1)
  }
})

test('a member who waits may withdraw without moving another into a place', async () => {
  const activityId = await course(1)
  for (const n of [1, 2, 3]) given(await join(member(n), activityId))
  given(await leave(member(2), activityId))
  expect(given(await join(member(3), activityId))).toEqual({ state: 'waiting', position: 1 })
  expect((await inbox(member(3), activityId)).map(one => one.kind)).not.toContain('place-is-yours')
})

test('tapping many times is tapping once', async () => {
  const activityId = await course(5)
  const replies = await Promise.all(numbers(1, 8).map(() => join(member(9), activityId)))
  expect(replies.map(given)).toEqual(replies.map(() => ({ state: 'joined' })))
  expect(given(await secretary().calls('signup.list', { activityId })).items).toHaveLength(1)
  const gone = await Promise.all(numbers(1, 4).map(() => leave(member(9), activityId)))
  expect(gone.map(given)).toEqual(gone.map(() => ({ state: 'left' })))
  expect(given(await secretary().calls('signup.list', { activityId })).items).toEqual([])
})

test('a daughter signs her mother up, and the list says who did it', async () => {
  const activityId = await course()
  const daughter = branch.as('demo-family-01')
  expect(given(await daughter.calls('signup.join', { activityId, forMemberId: 'm-01' }))).toEqual({ state: 'joined' })
  const { items } = given(await secretary().calls('signup.list', { activityId }))
  expect(items).toMatchObject([{ memberId: 'm-01', state: 'joined' }])
  expect(items[0]?.by).toMatch(/晓燕$/)
  // The mother sees it on her own phone and does not sign up twice.
  expect(given(await join(member(1), activityId))).toEqual({ state: 'joined' })
  expect(given(await daughter.calls('signup.leave', { activityId, forMemberId: 'm-01' }))).toEqual({ state: 'left' })
  expect(refusal(await daughter.calls('signup.join', { activityId, forMemberId: 'm-02' }))).toBe('FORBIDDEN')
})

test('a closed activity is for the branch, an open one for everybody who is bound', async () => {
  expect(refusal(await join('demo-other-member', await course()))).toBe('NOT_INVITED')
  expect(given(await join('demo-other-member', await course(5, 'open')))).toEqual({ state: 'joined' })
  expect(refusal(await join('demo-stranger', await course(5, 'open')))).toBe('UNAUTHENTICATED')
})

test('the list of names is the secretary’s', async () => {
  const activityId = await course()
  for (const openid of [member(1), 'demo-other-secretary'])
    expect(refusal(await branch.as(openid).calls('signup.list', { activityId }))).toBe('FORBIDDEN')
})

test('a tap that no other crosses costs two waves', async () => {
  const activityId = await course(5)
  given(await join(member(30), activityId))
  expect(await branch.roundTrips('signup.join')).toBeLessThanOrEqual(2)
  given(await join(member(30), activityId))
  expect(await branch.roundTrips('signup.join')).toBe(1)
})

test('once it has begun no place changes hands: no member signs up, withdraws or hears that it is their turn', async () => {
  const activityId = await course(1)
  for (const n of [50, 51, 52]) given(await join(member(n), activityId))
  await goOn(DAY + HOUR - 10 * MINUTE)
  expect(refusal(await join(member(53), activityId))).toBe('SIGNUP_CLOSED')
  expect(refusal(await leave(member(50), activityId))).toBe('SIGNUP_CLOSED')
  // A place more ten minutes before the end calls none from home either, nor does the timer.
  given(await secretary().calls('activity.change', { activityId, capacity: 2 }))
  await goOn(2 * MINUTE)
  expect((await inbox(member(51), activityId)).map(one => one.kind)).not.toContain('place-is-yours')
  // Fewer places are no longer about waiting.
  given(await secretary().calls('activity.change', { activityId, capacity: 1 }))
  expect((await inbox(member(51), activityId)).map(one => one.text).join()).not.toContain('候补名单')
})

test('after the end no member signs up or withdraws, but those who were there hear where they stand', async () => {
  const activityId = await course()
  given(await join(member(40), activityId))
  await goOn(DAY + HOUR + 1)
  expect(refusal(await join(member(41), activityId))).toBe('SIGNUP_CLOSED')
  expect(given(await join(member(40), activityId))).toEqual({ state: 'joined' })
  expect(refusal(await leave(member(40), activityId))).toBe('SIGNUP_CLOSED')
  expect(given(await leave(member(41), activityId))).toEqual({ state: 'left' })
})
