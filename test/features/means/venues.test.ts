import { readSheet } from 'read-excel-file/node'
import { roomsOf, venueUse } from '../../../cloudfunctions/features/means/public'
import { memoryStore } from '../../../config/demo/memory-store'
import { good, HALL, meeting, stored } from '../support/attendance'
import { DAY, HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { room, roomTime } from '../support/inputs'
import { amend, refusal } from '../support/people'
import { book, hall, liveIn } from '../support/venues'

let branch: Branch
beforeEach(async () => void (branch = await startBranch()))
afterEach(() => branch.close())

const [OURS, THEIRS] = ['常青花园离退休干部党支部', '银湖离退休干部党支部']
const as = (openid: string) => branch.as(openid)
const secretary = () => as('demo-secretary')
const other = () => as('demo-other-secretary')
const inbox = async (openid: string) => good(await as(openid).calls('inbox.list', {})).items.map(one => one.title)
const free = async (venueId: string, date: string, openid = 'demo-member-03') =>
  good(await as(openid).calls('venue.free', { venueId, date })).slots.map(one => [one.startsAt, one.by])
const [ten, noon] = [roomTime(3).startsAt, roomTime(3).endsAt]
const day = (hours: number) => MORNING + 3 * DAY + hours * HOUR
const activity = (venueId: string, more: object = {}) =>
  meeting(branch, { title: '主题学习', startsAt: ten, endsAt: noon, place: { name: '活动室', point: HALL }, venueId, ...more })
const told = () => branch.clock.advance(2 * MINUTE)

describe('a room', () => {
  test('is booked by one write in two waves, and its day shows who has it; sent again it is the same booking', async () => {
    const venueId = await hall(branch)
    const asked = { venueId, ...roomTime(3), purpose: '学习会' }
    const first = await secretary().calls('venue.book', asked, 'once')
    expect(good(first).bookings).toEqual([{ date: '2026-11-24', state: 'booked', bookingId: expect.stringContaining(venueId) as string }])
    expect(await branch.roundTrips('venue.book')).toBe(2)
    expect(await secretary().calls('venue.book', asked, 'once')).toEqual(first)
    expect(await liveIn(branch, venueId)).toHaveLength(1)
    expect(await free(venueId, '2026-11-24')).toEqual([
      [day(-1), undefined],
      [ten, OURS],
      [noon, undefined],
    ])
    expect(await branch.roundTrips('venue.free')).toBe(2)
    // A second booking of the day finds the day there.
    good(await book(branch, 'demo-secretary', venueId, 3, { startsAt: noon, endsAt: noon + HOUR }))
    expect(await branch.roundTrips('venue.book')).toBe(2)
  })

  test('is not had twice, by whichever door; who comes too late hears who has it, and blocks nothing', async () => {
    const venueId = await hall(branch)
    good(await book(branch, 'demo-secretary', venueId))
    const late = good(await book(branch, 'demo-other-secretary', venueId)).bookings
    expect(late).toEqual([{ date: '2026-11-24', state: 'taken', by: OURS, startsAt: ten, endsAt: noon }])
    const held = good(await as('demo-street').calls('venue.hold', { venueId, startsAt: day(2), endsAt: day(4), purpose: '打扫' })).bookings
    expect(held[0]?.state).toBe('taken')
    const small = good(await book(branch, 'demo-leader-1', venueId, 3, { startsAt: noon, endsAt: noon + 20 * MINUTE })).bookings
    expect(small[0]?.state).toBe('booked')
    expect(await liveIn(branch, venueId)).toHaveLength(2)
  })

  test('is not booked outside of its hours, in the past, or by those who have no office; one that is not shared by no other branch', async () => {
    const venueId = await hall(branch, { shared: false, days: [2, 4] })
    expect(await book(branch, 'demo-secretary', venueId, 2)).toMatchObject({
      code: 'INVALID_INPUT',
      data: { message: '这个场地那一天不开放' },
    })
    expect(await book(branch, 'demo-secretary', venueId, -4)).toMatchObject({
      code: 'INVALID_INPUT',
      data: { message: '开始的时间已经过了' },
    })
    const night = { startsAt: day(10), endsAt: day(12) }
    expect(await book(branch, 'demo-secretary', venueId, 3, night)).toMatchObject({ code: 'INVALID_INPUT' })
    expect(refusal(await book(branch, 'demo-member-03', venueId))).toBe('FORBIDDEN')
    expect(refusal(await book(branch, 'demo-other-secretary', venueId))).toBe('FORBIDDEN')
    expect(refusal(await other().calls('venue.save', { orgId: 'branch-01', venueId, ...room }))).toBe('FORBIDDEN')
  })

  test('comes again each week, each date by its own verdict; one clash stands in the way of no other', async () => {
    const venueId = await hall(branch)
    good(await book(branch, 'demo-other-secretary', venueId, 10))
    good(await secretary().calls('venue.close', { venueId, from: '2026-12-08', to: '2026-12-09', reason: '检修' }))
    const asked = { venueId, ...roomTime(3), repeat: { weekly: 4 } }
    const before = good(await secretary().calls('venue.outlook', asked)).dates
    const bookings = good(await book(branch, 'demo-secretary', venueId, 3, { repeat: { weekly: 4 } })).bookings
    expect(bookings.map(one => [one.date, one.state, one.by ?? one.why])).toEqual([
      ['2026-11-24', 'booked', undefined],
      ['2026-12-01', 'taken', THEIRS],
      ['2026-12-08', 'taken', '检修'],
      ['2026-12-15', 'booked', undefined],
    ])
    expect(before.map(one => [one.date, one.state])).toEqual(bookings.map(one => [one.date, one.state === 'booked' ? 'free' : 'taken']))
    expect(await liveIn(branch, venueId)).toHaveLength(3)
  })

  test('that another branch books is told to its owner, who may call it off with a reason; the time is free at once', async () => {
    const venueId = await hall(branch, { programmes: [{ title: '红色观影', words: '看一部老电影', minutes: 120 }] })
    const [booked] = good(
      await book(branch, 'demo-other-secretary', venueId, 3, { programme: '红色观影', equipment: ['投影仪'], people: 20 }),
    ).bookings
    await told()
    expect(await inbox('demo-secretary')).toContain(`${THEIRS}订了活动室`)
    const desk = good(await secretary().calls('venue.bookings', { venueId })).items
    expect(desk).toMatchObject([{ orgName: THEIRS, programme: '红色观影', equipment: ['投影仪'], people: 20, state: 'booked' }])
    const bookingId = booked?.bookingId ?? ''
    expect(refusal(await as('demo-leader-1').calls('venue.cancel', { bookingId }))).toBe('FORBIDDEN')
    expect(good(await other().calls('venue.mine', {})).items.map(one => one.bookingId)).toEqual([bookingId])
    good(await secretary().calls('venue.cancel', { bookingId, reason: '要开会' }))
    expect(await inbox('demo-other-secretary')).toContain('场地取消了：活动室')
    expect(await liveIn(branch, venueId)).toEqual([])
    expect(good(await book(branch, 'demo-secretary', venueId)).bookings[0]?.state).toBe('booked')
    expect(refusal(await book(branch, 'demo-other-secretary', venueId, 4, { programme: '没有的' }))).toBe('INVALID_INPUT')
  })

  test('is shared by the owner’s rule: on these weekdays, not further ahead, with these branches', async () => {
    const venueId = await hall(branch, { sharing: { with: 'street', days: [2, 4], aheadDays: 7 } })
    expect(good(await book(branch, 'demo-other-secretary', venueId, 3)).bookings[0]?.state).toBe('booked')
    expect(await book(branch, 'demo-other-secretary', venueId, 4)).toMatchObject({ data: { message: '这一天只给自己支部用，请换一天' } })
    expect(await book(branch, 'demo-other-secretary', venueId, 10)).toMatchObject({ data: { message: '别的支部最多提前7天订' } })
    expect(good(await book(branch, 'demo-secretary', venueId, 4)).bookings[0]?.state).toBe('booked')
  })

  test('is closed for days by its owner: who had booked is told, and no one books it then, until it is opened again', async () => {
    const venueId = await hall(branch)
    good(await book(branch, 'demo-other-secretary', venueId))
    expect(good(await secretary().calls('venue.close', { venueId, from: '2026-11-23', to: '2026-11-25', reason: '刷墙' }))).toEqual({
      days: 3,
      cancelled: 1,
    })
    expect(await inbox('demo-other-secretary')).toContain('场地那天不开：活动室')
    expect(good(await as('demo-member-03').calls('venue.free', { venueId, date: '2026-11-24' }))).toEqual({ slots: [], off: '刷墙' })
    expect(good(await book(branch, 'demo-secretary', venueId)).bookings).toMatchObject([{ state: 'taken', why: '刷墙' }])
    good(await secretary().calls('venue.open', { venueId, from: '2026-11-24', to: '2026-11-24' }))
    expect(good(await book(branch, 'demo-secretary', venueId)).bookings[0]?.state).toBe('booked')
    good(await secretary().calls('venue.end', { venueId, reason: '搬走了' }))
    expect(await liveIn(branch, venueId)).toEqual([])
    expect(await book(branch, 'demo-secretary', venueId)).toMatchObject({ code: 'INVALID_INPUT', data: { message: '这个场地不用了' } })
  })

  test('lends its things: never more than there are, and what is out is told', async () => {
    const venueId = await hall(branch, { equipment: [{ name: '话筒', count: 2 }, '投影仪'] })
    const lend = (count: number) => secretary().calls('venue.lend', { venueId, item: '话筒', count, to: '第二支部', dueOn: '2026-11-22' })
    const { loanId } = good(await lend(2))
    expect(await lend(1)).toMatchObject({ code: 'NOT_LEFT', data: { left: 0 } })
    expect(good(await secretary().calls('venue.bookings', { venueId })).loans).toMatchObject([{ item: '话筒', count: 2, overdue: false }])
    good(await secretary().calls('venue.giveBack', { venueId, loanId }))
    good(await secretary().calls('venue.giveBack', { venueId, loanId }))
    good(await lend(1))
  })
})

describe('an elder', () => {
  test('sees rooms near, those without steps first, and whether they are free then', async () => {
    const point = { lng: 114.2121, lat: 30.6402 }
    const lift = await hall(branch, { name: '四楼会议室', access: 'lift', accessWords: '电梯在东门', point, seats: 30 })
    const steps = await hall(branch, { name: '三楼书画室', access: 'steps', point, seats: 30 })
    const level = await hall(branch, { name: '一楼活动室', access: 'level', point: { lng: 114.22, lat: 30.65 }, seats: 30 })
    good(await book(branch, 'demo-secretary', lift))
    const { items } = good(await as('demo-member-03').calls('venue.near', { point, ...roomTime(3), people: 20 }))
    const ours = items.filter(one => [lift, steps, level].includes(one.venueId))
    expect(ours.map(one => [one.venueId, one.free])).toEqual([[level, true], [steps, true], [lift, false]]) // prettier-ignore
    expect(ours[2]).toMatchObject({ access: 'lift', accessWords: '电梯在东门', why: '那段时间已经有人订了', metres: 0, enough: true })
    const week = good(await as('demo-member-03').calls('venue.get', { venueId: lift })).week
    expect(week).toHaveLength(7)
    expect(week.find(one => one.date === '2026-11-24')?.slots.map(one => one.purpose)).toEqual([undefined, undefined, undefined])
    expect(await branch.roundTrips('venue.get')).toBe(2)
  })

  test('scans the code at the door: today’s list, and the activity to sign in to', async () => {
    const venueId = await hall(branch)
    const startsAt = MORNING + 30 * MINUTE
    const activityId = await activity(venueId, { startsAt, endsAt: startsAt + HOUR })
    good(
      await book(branch, 'demo-other-secretary', venueId, 0, {
        startsAt: startsAt + 2 * HOUR,
        endsAt: startsAt + 3 * HOUR,
        purpose: '家事',
      }),
    )
    const [venue] = await stored(branch, 'venues', { _id: venueId })
    const today = good(await as('demo-member-03').calls('venue.door', { code: venue?.code ?? '' }))
    expect(today.items).toMatchObject([
      { activityId, purpose: '主题学习', by: OURS },
      { purpose: '', by: THEIRS },
    ])
    expect(refusal(await as('demo-member-03').calls('venue.door', { code: 'nothing' }))).toBe('NOT_FOUND')
    expect(good(await secretary().calls('venue.print', { venueId })).code.length).toBeGreaterThan(10)
  })
})

describe('an activity', () => {
  test('has its room with its notice; where another has it, the notice does not go out', async () => {
    const venueId = await hall(branch)
    const activityId = await activity(venueId)
    expect(await liveIn(branch, venueId)).toMatchObject([{ activityId, startsAt: ten, purpose: '主题学习' }])
    expect(good(await as('demo-member-03').calls('activity.get', { activityId })).venueId).toBe(venueId)
    const again = { branchId: 'branch-01', kind: 'study' as const, title: '座谈', startsAt: ten, endsAt: noon, place: { name: '活动室' }, audience: 'branch' as const } // prettier-ignore
    expect(await secretary().calls('activity.publish', { ...again, venueId })).toMatchObject({
      code: 'ROOM_TAKEN',
      data: { by: OURS, startsAt: ten, endsAt: noon },
    })
    expect(await stored(branch, 'activities', { branchId: 'branch-01', title: '座谈' })).toEqual([])
    // What holds the room is looked at by the timer too, and stays.
    await told()
    expect(await liveIn(branch, venueId)).toHaveLength(1)
  })

  test('takes its room along when it is moved, also onto a part of its own time; where that is taken it stays where it is', async () => {
    const venueId = await hall(branch)
    const activityId = await activity(venueId)
    good(await book(branch, 'demo-other-secretary', venueId, 4))
    const move = (hours: object) => secretary().calls('activity.change', { activityId, ...hours })
    good(await move({ startsAt: ten + HOUR, endsAt: noon + HOUR }))
    expect((await liveIn(branch, venueId)).map(one => one.startsAt)).toEqual([ten + HOUR, roomTime(4).startsAt])
    expect(refusal(await move(roomTime(4)))).toBe('ROOM_TAKEN')
    expect((await liveIn(branch, venueId)).map(one => one.startsAt)).toEqual([ten + HOUR, roomTime(4).startsAt])
    good(await move(roomTime(5)))
    await told()
    expect((await liveIn(branch, venueId)).map(one => one.startsAt)).toEqual([roomTime(4).startsAt, roomTime(5).startsAt])
    // Held at another place, it needs the room no more.
    good(await secretary().calls('activity.change', { activityId, place: { name: '公园' } }))
    expect((await liveIn(branch, venueId)).map(one => one.startsAt)).toEqual([roomTime(4).startsAt])
  })

  test('that is called off frees its room at once, and has it back when that is taken back', async () => {
    const venueId = await hall(branch)
    const activityId = await activity(venueId)
    good(await secretary().calls('activity.cancel', { activityId }, 'off'))
    expect(await free(venueId, '2026-11-24')).toEqual([[day(-1), undefined]])
    const { untold } = good(await secretary().calls('activity.told', { activityId }))
    good(await secretary().calls('activity.undo', { activityId, actId: untold?.actId ?? '' }))
    expect(await liveIn(branch, venueId)).toMatchObject([{ activityId, startsAt: ten }])
    good(await secretary().calls('activity.cancel', { activityId }))
    good(await book(branch, 'demo-other-secretary', venueId))
    await told()
    expect((await liveIn(branch, venueId)).map(one => one.orgId)).toEqual(['branch-02'])
  })

  test('that is taken back when its room is another’s already is held without it, and its secretary is told', async () => {
    const venueId = await hall(branch)
    const activityId = await activity(venueId)
    good(await secretary().calls('activity.cancel', { activityId }))
    good(await book(branch, 'demo-other-secretary', venueId))
    const { untold } = good(await secretary().calls('activity.told', { activityId }))
    good(await secretary().calls('activity.undo', { activityId, actId: untold?.actId ?? '' }))
    expect(await inbox('demo-secretary')).toContain('场地没能跟着改：活动室')
    expect((await liveIn(branch, venueId)).map(one => one.orgId)).toEqual(['branch-02'])
  })

  test('that a room was booked for by hand has it moved and called off too', async () => {
    const venueId = await hall(branch)
    const activityId = await meeting(branch, { startsAt: ten, endsAt: noon })
    const early = { startsAt: ten - 30 * MINUTE, endsAt: noon, activityId }
    expect(good(await book(branch, 'demo-secretary', venueId, 3, early)).bookings[0]?.state).toBe('booked')
    good(await secretary().calls('activity.change', { activityId, startsAt: ten + DAY, endsAt: noon + DAY }))
    expect((await liveIn(branch, venueId)).map(one => one.startsAt)).toEqual([ten + DAY - 30 * MINUTE])
    good(await secretary().calls('activity.cancel', { activityId }))
    expect(await liveIn(branch, venueId)).toEqual([])
  })

  test('of a monthly template has the room that its place names; where another has it, the notice goes out and the secretary hears why', async () => {
    const venueId = await hall(branch, { name: '二楼会议室' })
    const monthly = { branchId: 'branch-01', kind: 'study' as const, title: '读书会', time: '10:00', lastsMinutes: 90, place: { name: '二楼会议室' }, audience: 'branch' as const, noticeDays: 1 } // prettier-ignore
    good(await secretary().calls('template.save', { ...monthly, day: 22 }))
    await told()
    expect(await liveIn(branch, venueId)).toMatchObject([{ purpose: '读书会', startsAt: day(-47) }])
    const [held] = await stored(branch, 'activities', { branchId: 'branch-01', title: '读书会' })
    expect(held?.venueId).toBe(venueId)
    good(await secretary().calls('activity.cancel', { activityId: held?._id ?? '' }))
    good(await book(branch, 'demo-other-secretary', venueId, 1))
    good(await secretary().calls('template.save', { ...monthly, title: '书画会', day: 22 }))
    await told()
    expect((await stored(branch, 'activities', { branchId: 'branch-01', title: '书画会' })).map(one => one.venueId)).toEqual([undefined])
    expect(await inbox('demo-secretary')).toContain('场地没订上：二楼会议室')
  })

  test('of a year’s plan has the room that its place names, each date by its own verdict; published again, none is booked twice', async () => {
    const venueId = await hall(branch, { name: '二楼会议室' })
    const year = { branchId: 'branch-01', year: 2026 }
    const item = { kind: 'study' as const, title: '学习会', time: '10:00', lastsMinutes: 120, place: { name: '二楼会议室' } }
    for (const date of ['2026-11-24', '2026-12-01']) good(await secretary().calls('plan.set', { ...year, ...item, date }))
    good(await secretary().calls('plan.set', { ...year, ...item, title: '春游', date: '2026-12-02', place: { name: '公园' } }))
    good(await book(branch, 'demo-other-secretary', venueId, 3))
    const { rooms, published } = good(await secretary().calls('plan.publish', year))
    expect(published).toBe(3)
    expect(rooms.map(one => [one.date, one.why?.startsWith(THEIRS)])).toEqual([['2026-11-24', true], ['2026-12-01', undefined]]) // prettier-ignore
    good(await secretary().calls('plan.publish', year))
    expect((await liveIn(branch, venueId)).map(one => one.orgId)).toEqual(['branch-02', 'branch-01'])
  })

  test('that never came to be (its call was cut off) holds no room', async () => {
    const venueId = await hall(branch)
    await activity(venueId)
    await amend(branch, 'venue-days', { venueId }, { 'bookings.0.activityId': 'never' })
    await branch.clock.advance(5 * MINUTE)
    expect(await liveIn(branch, venueId)).toEqual([])
  })
})

test('use is counted: hours, bookings, those who signed in, those who did not come; and stands in a sheet', async () => {
  const venueId = await hall(branch, { access: 'level' })
  const startsAt = MORNING + 30 * MINUTE
  const activityId = await activity(venueId, { startsAt, endsAt: startsAt + 2 * HOUR })
  const marks = ['m-03', 'm-04', 'm-05'].map(memberId => ({
    memberId,
    state: 'present' as const,
    at: startsAt,
    nonce: memberId,
    reason: '到了',
  }))
  await branch.clock.advance(40 * MINUTE)
  good(await secretary().calls('attendance.mark', { activityId, marks }))
  const [second] = good(
    await book(branch, 'demo-other-secretary', venueId, 0, { startsAt: startsAt + 3 * HOUR, endsAt: startsAt + 4 * HOUR }),
  ).bookings
  await branch.clock.advance(30 * HOUR)
  good(await secretary().calls('venue.mark', { bookingId: second?.bookingId ?? '', state: 'missed' }))
  const { items } = good(await secretary().calls('venue.use', { orgId: 'branch-01', month: '2026-11' }))
  expect(items.find(one => one.venueId === venueId)).toMatchObject({ bookings: 2, hours: 2, people: 3, missed: 1 })
  // What other contexts count by says the same.
  const days = await stored(branch, 'venue-days', { venueId })
  const { store } = memoryStore({ 'venue-days': days, venues: await stored(branch, 'venues', { _id: venueId }) })
  const november = { orgId: 'branch-01', from: '2026-11-01', to: '2026-12-01', at: MORNING + 3 * DAY }
  expect(await venueUse(store, november)).toEqual({ bookings: 2, hours: 2, people: 3, missed: 1 })
  expect(await roomsOf(store, { orgId: 'branch-01' })).toEqual({ rooms: 1, withoutSteps: 1, shared: 1 })
  const { url } = good(await secretary().calls('venue.export', { orgId: 'branch-01' }))
  const sheet = await readSheet(Buffer.from(await (await fetch(url)).arrayBuffer()))
  const told = sheet
    .slice(1)
    .filter(row => row[0] === '活动室' && row[1] === '2026-11-21')
    .map(row => [row[4], row[9], row[10]])
  expect(told).toEqual([[OURS, '用了', '3'], [THEIRS, '订了没来', null]]) // prettier-ignore
})

test('a branch that goes over to another takes its rooms along, and what was booked for it', async () => {
  const [ours, theirs] = [
    await hall(branch),
    good(await other().calls('venue.save', { orgId: 'branch-02', ...room, shared: true })).venueId,
  ]
  good(await book(branch, 'demo-secretary', ours))
  const [booked] = good(await book(branch, 'demo-secretary', theirs)).bookings
  good(await as('demo-street').calls('org.merge', { orgId: 'branch-01', intoOrgId: 'branch-02', on: '2026-11-20', reason: '两个支部合并' }))
  await told()
  expect((await liveIn(branch, ours)).map(one => one.orgId)).toEqual(['branch-02'])
  expect((await liveIn(branch, theirs)).map(one => one.orgId)).toEqual(['branch-02'])
  expect(good(await other().calls('venue.list', { orgId: 'branch-02' })).items.map(one => one.venueId)).toEqual(
    expect.arrayContaining([ours, theirs]),
  )
  good(await other().calls('venue.cancel', { bookingId: booked?.bookingId ?? '' }))
  good(await other().calls('venue.close', { venueId: ours, from: '2026-11-24', to: '2026-11-24', reason: '搬家具' }))
  expect(await liveIn(branch, ours)).toEqual([])
})
