import { templateFor } from '../support/templates'
import { instantOf } from '../../../core/shared/calendar'
import { good, stored } from '../support/attendance'
import { DAY, HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { amend, people, refusal, two } from '../support/people'
import { claim, member, numbers, publish, withdraw } from '../support/posts'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

const inbox = async (openid: string, postId: string) =>
  good(await branch.as(openid).calls('inbox.list', {})).items.filter(one => one.page.includes(postId))
const holders = async (postId: string) => good(await branch.as('demo-secretary').calls('post.holders', { postId })).shifts
const names = async (postId: string, index = 0) => (await holders(postId))[index]?.holders.map(one => one.memberId)

test('sixty people tap 我来 on ten places: ten hold one, fifty wait in line', async () => {
  const { postId } = await publish(branch, { places: 10 })
  const replies = await Promise.all(numbers(1, 60).map(n => claim(branch, member(n), postId)))
  const stands = replies.map(good)
  expect(stands.filter(one => one.state === 'held')).toHaveLength(10)
  expect(stands.flatMap(one => one.position ?? []).sort((one, other) => one - other)).toEqual(numbers(1, 50))

  // What each was told is what stands.
  const [shift] = await holders(postId)
  expect(shift).toMatchObject({ left: 0, waiting: 50, state: 'full' })
  const told = new Map(numbers(1, 60).map((n, index) => [`m-${two(n)}`, stands[index]]))
  for (const { memberId, state, position } of shift?.holders ?? [])
    expect(told.get(memberId)).toEqual({ state, ...(position ? { position } : {}) })
})

test('tapping many times is tapping once', async () => {
  const { postId } = await publish(branch, { places: 2, day: 30 })
  const replies = await Promise.all(numbers(1, 8).map(() => claim(branch, member(61), postId)))
  expect(replies.map(good)).toEqual(replies.map(() => ({ state: 'held' })))
  expect(await names(postId)).toEqual(['m-61'])
  const gone = await Promise.all(numbers(1, 4).map(() => withdraw(branch, member(61), postId)))
  expect(gone.map(good)).toEqual(gone.map(() => ({ state: 'withdrawn' })))
  expect(await names(postId)).toEqual([])
})

test('a volunteer who withdraws gives the place to the first in line, who is told once; the next one moves up', async () => {
  const { postId } = await publish(branch, { places: 1, day: 31 })
  for (const n of [1, 2, 3]) good(await claim(branch, member(n), postId))
  await branch.accept(member(2), [templateFor('place-is-yours')])
  await Promise.all([withdraw(branch, member(1), postId), withdraw(branch, member(1), postId)])
  expect(good(await claim(branch, member(2), postId))).toEqual({ state: 'held' })
  expect(good(await claim(branch, member(3), postId))).toEqual({ state: 'waiting', position: 1 })
  expect((await inbox(member(2), postId)).map(one => one.kind)).toEqual(['place-is-yours'])
  expect(await inbox(member(3), postId)).toEqual([])
  const pushed = (await branch.outbox()).filter(one => one.page.includes(postId))
  expect(pushed.map(one => one.touser)).toEqual([member(2)])
})

test('the next in line hears of the place even where the call that freed it was cut off before the telling', async () => {
  const { postId } = await publish(branch, { places: 1, day: 35 })
  for (const n of [1, 2, 3]) good(await claim(branch, member(n), postId))
  // What the write of a withdrawal leaves, and nothing after it.
  const [before] = await stored(branch, 'posts', { _id: postId })
  const queue = before?.queue.slice(1) ?? []
  await amend(
    branch,
    'posts',
    { _id: postId },
    { queue, cardDue: MORNING, moves: [{ shiftId: 's1', version: 1, waiting: ['m-02', 'm-03'] }] },
  )
  await branch.clock.advance(MINUTE)
  await branch.clock.advance(MINUTE)
  expect((await inbox(member(2), postId)).map(one => one.kind)).toEqual(['place-is-yours'])
  expect(await inbox(member(3), postId)).toEqual([])
  // A withdrawal that told at once is not told again by the timer.
  good(await withdraw(branch, member(2), postId))
  await branch.clock.advance(MINUTE)
  expect(await inbox(member(3), postId)).toHaveLength(1)
  const [after] = await stored(branch, 'posts', { _id: postId })
  expect([after?.moves, after?.cardDue]).toEqual([undefined, undefined])
})

test('a place more takes in the next in line, who is told', async () => {
  const { postId } = await publish(branch, { places: 1, day: 32 })
  for (const n of [1, 2, 3]) good(await claim(branch, member(n), postId))
  const changed = good(
    await branch
      .as('demo-secretary')
      .calls('post.change', { postId, shifts: [{ shiftId: 's1', places: 2 }], reason: '人多' }, 'more-places-1'),
  )
  expect(changed).toEqual({ notified: 3, promoted: 1, shiftIds: ['s1'] })
  expect(good(await claim(branch, member(2), postId))).toEqual({ state: 'held' })
  expect((await inbox(member(2), postId)).map(one => one.kind).sort()).toEqual(['place-is-yours', 'post-changed'])
  expect((await inbox(member(3), postId)).map(one => one.kind)).toEqual(['post-changed'])
  // The same command again tells no volunteer twice.
  good(await branch.as('demo-secretary').calls('post.change', { postId, shifts: [{ shiftId: 's1', places: 2 }] }, 'more-places-1'))
  expect(await inbox(member(2), postId)).toHaveLength(2)
})

test('a new time is told to those who queue for that shift, with the old one and the new one', async () => {
  const { postId } = await publish(branch, { places: 1, day: 33, shifts: 2 })
  good(await claim(branch, member(4), postId, 's1'))
  good(await claim(branch, member(5), postId, 's2'))
  const startsAt = MORNING + 33 * DAY + 2 * HOUR
  good(await branch.as('demo-secretary').calls('post.change', { postId, shifts: [{ shiftId: 's1', startsAt, endsAt: startsAt + HOUR }] }))
  expect((await inbox(member(4), postId)).map(one => one.text).join()).toMatch(
    /时间由12月24日 上午9:00到10:00改为12月24日 上午11:00到中午12:00/u,
  )
  expect(await inbox(member(5), postId)).toEqual([])
})

test('a shift at the same time is refused with the name of the other; one that only touches is not', async () => {
  const one = await publish(branch, { places: 5, day: 34, title: '爱心护学' })
  const other = await publish(branch, { places: 5, day: 34, title: '义务巡湖' })
  const touching = await publish(branch, { places: 5, day: 34, hour: 1, title: '邻里帮' })
  good(await claim(branch, member(6), one.postId))
  const refused = await claim(branch, member(6), other.postId)
  expect(refused).toMatchObject({ ok: false, code: 'SHIFT_OVERLAPS', data: { postId: one.postId, shiftId: 's1', title: '爱心护学' } })
  expect(JSON.stringify(refused)).toContain('爱心护学 12月25日 上午9:00到10:00')
  expect(await names(other.postId)).toEqual([])
  expect(good(await claim(branch, member(6), touching.postId))).toEqual({ state: 'held' })
  // Once the first is given back, the second is free.
  good(await withdraw(branch, member(6), one.postId))
  expect(good(await claim(branch, member(6), other.postId))).toEqual({ state: 'held' })
})

test('of two shifts at the same time, tapped at once, one person has exactly one', async () => {
  for (const n of numbers(1, 6)) {
    const [one, other, third] = await Promise.all(numbers(1, 3).map(() => publish(branch, { places: 1, day: 40 + n })))
    const ids = [one, other, third].map(each => each?.postId ?? '')
    const replies = await Promise.all(ids.map(postId => claim(branch, member(10 + n), postId)))
    expect(replies.map(refusal).sort()).toEqual(['SHIFT_OVERLAPS', 'SHIFT_OVERLAPS', 'done'])
    const held = await Promise.all(ids.map(postId => names(postId)))
    expect(held.flat()).toEqual([`m-${two(10 + n)}`])
  }
})

test('two shifts at different times, tapped at once, are both held', async () => {
  const { postId } = await publish(branch, { places: 1, day: 50, shifts: 4 })
  const replies = await Promise.all(['s1', 's2', 's3', 's4'].map(shiftId => claim(branch, member(20), postId, shiftId)))
  expect(replies.map(good)).toEqual(replies.map(() => ({ state: 'held' })))
})

test('a shift whose times were moved is judged by its new ones', async () => {
  const moved = await publish(branch, { places: 1, day: 51 })
  const early = await publish(branch, { places: 1, day: 51 })
  const late = await publish(branch, { places: 1, day: 51, hour: 5 })
  good(await claim(branch, member(21), moved.postId))
  const startsAt = MORNING + 51 * DAY + 5 * HOUR
  good(
    await branch
      .as('demo-secretary')
      .calls('post.change', { postId: moved.postId, shifts: [{ shiftId: 's1', startsAt, endsAt: startsAt + HOUR }] }),
  )
  expect(good(await claim(branch, member(21), early.postId))).toEqual({ state: 'held' })
  await branch.clock.advance(2 * MINUTE)
  expect(refusal(await claim(branch, member(21), late.postId))).toBe('SHIFT_OVERLAPS')
  expect(await names(late.postId)).toEqual([])
})

test('a claim costs two waves, looking one, withdrawing three at most', async () => {
  const { postId } = await publish(branch, { places: 3, day: 60 })
  good(await claim(branch, member(30), postId))
  expect(await branch.roundTrips('post.claim')).toBeLessThanOrEqual(2)
  good(await claim(branch, member(30), postId))
  expect(await branch.roundTrips('post.claim')).toBe(1)
  good(await branch.as(member(31)).calls('post.get', { postId }))
  expect(await branch.roundTrips('post.get')).toBe(1)
  good(await branch.as(member(31)).calls('post.list', { scope: 'branch' }))
  expect(await branch.roundTrips('post.list')).toBe(2)
  good(await withdraw(branch, member(30), postId))
  expect(await branch.roundTrips('post.withdraw')).toBeLessThanOrEqual(3)
})

test('less than a day before, leaving takes a reason, and the organizer hears it', async () => {
  const { postId } = await publish(branch, { places: 1, day: 0, hour: 20 })
  good(await claim(branch, member(32), postId))
  good(await claim(branch, member(33), postId))
  expect(refusal(await withdraw(branch, member(32), postId))).toBe('WITHDRAW_REASON_NEEDED')
  expect(await names(postId)).toEqual(['m-32', 'm-33'])
  expect(good(await withdraw(branch, member(32), postId, 's1', '发烧了'))).toEqual({ state: 'withdrawn' })
  const told = await inbox('demo-secretary', postId)
  expect(told.map(one => one.kind)).toEqual(['post-withdrawn'])
  expect(told[0]?.text).toContain('发烧了')
  expect(good(await branch.as('demo-secretary').calls('post.holders', { postId })).withdrawn).toMatchObject([
    { memberId: 'm-32', reason: '发烧了' },
  ])
  expect(good(await claim(branch, member(33), postId))).toEqual({ state: 'held' })
})

test('a series of school days in one go leaves the holidays out', async () => {
  const startsAt = instantOf('2026-12-28', '07:20')
  const published = good(
    await branch.as('demo-secretary').calls('post.publish', {
      orgId: 'branch-01',
      kind: '爱心护学',
      title: '校门口护学',
      place: { name: '常青一小东门' },
      shifts: [{ startsAt, endsAt: startsAt + 40 * MINUTE, places: 2 }],
      audience: 'branch',
      series: { weekdays: [1, 2, 3, 4, 5], until: '2027-01-08', except: ['2027-01-01'] },
    }),
  )
  expect(published.shiftIds).toHaveLength(9)
  good(await claim(branch, 'demo-volunteer-08', published.postId, 's4'))
  const { holding } = good(await branch.as('demo-volunteer-08').calls('volunteer.mine', {}))
  expect(holding).toMatchObject([{ postId: published.postId, shiftId: 's4', state: 'held', startsAt: instantOf('2026-12-31', '07:20') }])
  expect(await branch.roundTrips('volunteer.mine')).toBe(2)
})

test('a cancelled post tells those who queued, and frees their time', async () => {
  const { postId } = await publish(branch, { places: 1, day: 61 })
  const other = await publish(branch, { places: 1, day: 61 })
  for (const n of [35, 36]) good(await claim(branch, member(n), postId))
  expect(good(await branch.as('demo-secretary').calls('post.cancel', { postId, reason: '下大雨' }))).toEqual({ notified: 2 })
  expect((await inbox(member(36), postId)).map(one => one.text).join()).toContain('下大雨')
  expect(refusal(await claim(branch, member(37), postId))).toBe('POST_CLOSED')
  expect(good(await claim(branch, member(35), other.postId))).toEqual({ state: 'held' })
})

test('one shift cancelled leaves the others', async () => {
  const { postId } = await publish(branch, { places: 1, day: 62, shifts: 2 })
  good(await claim(branch, member(38), postId, 's1'))
  good(await claim(branch, member(38), postId, 's2'))
  expect(good(await branch.as('demo-secretary').calls('post.cancel', { postId, shiftId: 's1' }))).toEqual({ notified: 1 })
  expect(refusal(await claim(branch, member(39), postId, 's1'))).toBe('POST_CLOSED')
  expect(good(await claim(branch, member(39), postId, 's2'))).toEqual({ state: 'waiting', position: 1 })
})

test('strangers see open posts only, and no phone number', async () => {
  const closed = await publish(branch, { places: 2, day: 63 })
  const open = await publish(branch, { places: 2, day: 63, hour: 3, audience: 'open', contact: { name: '老沈', phone: '13800001111' } })
  const stranger = branch.as('demo-stranger')
  expect(refusal(await stranger.calls('post.get', { postId: closed.postId }))).toBe('UNAUTHENTICATED')
  const seen = good(await stranger.calls('post.get', { postId: open.postId }))
  expect(seen).toMatchObject({ title: '邻里帮', may: [], contact: { name: '老沈' } })
  expect(JSON.stringify(seen)).not.toContain('13800001111')
  expect(seen.shifts[0]).toMatchObject({ shiftId: 's1', places: 2, left: 2, waiting: 0, mine: null })
  expect(refusal(await claim(branch, 'demo-stranger', open.postId))).toBe('UNAUTHENTICATED')

  expect(refusal(await branch.as('demo-other-member').calls('post.get', { postId: closed.postId }))).toBe('FORBIDDEN')
  expect(refusal(await claim(branch, 'demo-other-member', closed.postId))).toBe('NOT_INVITED')
  expect(good(await claim(branch, 'demo-other-member', open.postId))).toEqual({ state: 'held' })
  expect(good(await branch.as('demo-other-member').calls('post.get', { postId: open.postId })).contact?.phone).toBe('13800001111')
})

test('named teams may claim, others may not', async () => {
  const { postId } = await publish(branch, { places: 3, day: 64, audience: 'teams', teamIds: ['branch-01-g1', 'branch-02'] })
  expect(good(await claim(branch, people.leader.openid, postId))).toEqual({ state: 'held' })
  expect(good(await claim(branch, 'demo-other-member', postId))).toEqual({ state: 'held' })
  expect(refusal(await claim(branch, 'demo-volunteer-01', postId))).toBe('NOT_INVITED')
})

test('WeChat says from which group chat a claim came; what a phone makes up is no group', async () => {
  const { postId } = await publish(branch, { places: 3, day: 66 })
  const claimFrom = async (openid: string, group: unknown) => {
    const body = JSON.stringify({ op: 'post.claim', input: { postId, shiftId: 's1' }, group })
    const headers = { 'content-type': 'application/json', 'x-wx-openid': openid }
    return (await (await fetch(`${branch.url}/call/api`, { method: 'POST', headers, body })).json()) as unknown
  }
  const issued = await fetch(`${branch.url}/open-data`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': member(42) },
    body: JSON.stringify({ data: { openGId: 'tGroup-02' } }),
  })
  const { cloudID } = (await issued.json()) as { cloudID: string }
  expect(await claimFrom(member(42), cloudID)).toEqual({ ok: true, data: { state: 'held' } })
  expect(await claimFrom(member(43), 'tGroup-03')).toEqual({ ok: true, data: { state: 'held' } })
  const [shift] = await holders(postId)
  expect(shift?.holders.map(one => one.group)).toEqual(['tGroup-02', undefined])
})

test('from which group chat a claim came is kept; a daughter claims for her mother', async () => {
  const { postId } = await publish(branch, { places: 3, day: 65 })
  good(await claim(branch, member(40), postId, 's1', 'tGroup-01'))
  good(await branch.as('demo-family-01').calls('post.claim', { postId, shiftId: 's1', forMemberId: 'm-01' }))
  const [shift] = await holders(postId)
  expect(shift?.holders).toMatchObject([{ memberId: 'm-40', group: 'tGroup-01' }, { memberId: 'm-01' }])
  expect(shift?.holders[1]?.by).toMatch(/晓燕$/u)
  expect(shift?.holders[0]?.maskedPhone).toMatch(/^\d{3}\*{4}\d{4}$/u)
  expect(good(await branch.as('demo-secretary').calls('post.phone', { postId, memberId: 'm-40' })).phones).toHaveLength(1)
  expect(await stored(branch, 'audit', { memberId: 'm-40', what: 'post.phone' })).toHaveLength(1)
  expect(refusal(await branch.as('demo-secretary').calls('post.phone', { postId, memberId: 'm-41' }))).toBe('NOT_FOUND')
})

test('who has served before claims again in two waves', async () => {
  const over = await publish(branch, { places: 3, day: 2, hour: 7 })
  good(await claim(branch, member(76), over.postId))
  await branch.clock.pass(2 * DAY)
  await branch.clock.advance(DAY)
  const { postId } = await publish(branch, { places: 3, day: 70 })
  good(await claim(branch, member(76), postId))
  expect(await branch.roundTrips('post.claim')).toBeLessThanOrEqual(2)
})
