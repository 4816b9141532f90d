import { startProcesses, type Processes } from '../support/processes'
import { MOST_A_DAY } from '../../../core/means/venues/rules'
import { instantOf } from '../../../core/shared/calendar'
import { good, meeting, stored } from '../support/attendance'
import { DAY, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { roomTime } from '../support/inputs'
import { amend, refusal } from '../support/people'
import { numbers } from '../support/posts'
import { book, hall, liveIn } from '../support/venues'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
  // WeChat looks through the words of those alone who were there lately.
  await Promise.all(doors.map(openid => branch.as(openid).calls('me.get', {})))
})
afterAll(() => branch.close())

/** Those who may book it: the branch's secretary and leader, another branch's secretary; and the owner's own use by street and bureau. */
const doors = ['demo-secretary', 'demo-leader-1', 'demo-other-secretary', 'demo-street', 'demo-bureau'] as const
const overlaps = (all: readonly { startsAt: number; endsAt: number }[]) =>
  all.some((one, nth) => all.slice(nth + 1).some(other => one.startsAt < other.endsAt && other.startsAt < one.endsAt))

describe.each([1, 20])('fifty taps on one room, in %d process(es)', processes => {
  let run: Processes
  beforeAll(async () => {
    run = await startProcesses(branch, MORNING, processes, 0)
  })
  afterAll(() => run.close())

  const tap = async (nth: number, venueId: string, span: { startsAt: number; endsAt: number }) => {
    const openid = doors[nth % doors.length] ?? 'demo-secretary'
    const asked = { venueId, ...span, purpose: `第${String(nth)}次` }
    const reply =
      openid === 'demo-street' || openid === 'demo-bureau'
        ? await run.calls(nth, openid, 'venue.hold', asked)
        : await run.calls(nth, openid, 'venue.book', asked)
    return good(reply).bookings[0]
  }

  test.each([0, 20])(
    'the database answering %d ms late: one has the hour, whichever door they came by; the others are told who',
    async delay => {
      run.setDelay(delay)
      const venueId = await hall(branch, { name: `会议室${String(processes)}-${String(delay)}` })
      // Half of them want the same two hours, the others an hour of them.
      const verdicts = await Promise.all(
        numbers(0, 50).map(nth => {
          const { startsAt, endsAt } = roomTime(4)
          return tap(nth, venueId, nth % 2 === 0 ? { startsAt, endsAt } : { startsAt, endsAt: endsAt - 60 * MINUTE })
        }),
      )
      const live = await liveIn(branch, venueId)
      expect(live).toHaveLength(1)
      expect(verdicts.filter(one => one?.state === 'booked')).toHaveLength(1)
      expect(verdicts.find(one => one?.state === 'booked')?.bookingId).toBe(live[0]?.bookingId)
      const told = verdicts.filter(one => one?.state === 'taken')
      expect(told.every(one => one?.startsAt === live[0]?.startsAt && one?.by !== '')).toBe(true)
    },
  )

  test('times that lie upon one another, series and closed days among them: never two in one room', async () => {
    run.setDelay(5)
    const venueId = await hall(branch, { name: `大厅${String(processes)}` })
    const midnight = instantOf('2026-11-25')
    await Promise.all([
      ...numbers(0, 40).map(nth => {
        const startsAt = midnight + (8 + (nth % 8)) * 60 * MINUTE
        const asked = { venueId, startsAt, endsAt: startsAt + (45 + (nth % 3) * 30) * MINUTE, purpose: '活动' }
        return run.calls(nth, nth % 2 === 0 ? 'demo-secretary' : 'demo-other-secretary', 'venue.book', {
          ...asked,
          repeat: { weekly: 1 + (nth % 3) },
        })
      }),
      run.calls(7, 'demo-secretary', 'venue.close', { venueId, from: '2026-12-02', to: '2026-12-02', reason: '检修' }),
    ])
    const live = await liveIn(branch, venueId)
    expect(live.length).toBeGreaterThan(6)
    expect(overlaps(live)).toBe(false)
    const days = await stored(branch, 'venue-days', { venueId })
    for (const day of days) {
      // What the write is judged by says what the bookings say.
      const held = new Set(Object.values(day.cells).filter(one => one !== null))
      expect(held).toEqual(new Set(day.bookings.filter(one => one.state !== 'cancelled').map(one => one.bookingId)))
      if (day.off) expect(day.bookings.filter(one => one.state !== 'cancelled')).toEqual([])
    }
    expect(days.find(one => one.date === '2026-12-02')?.off).toBeDefined()
  })
})

test('no day of a room takes more bookings than it has place for, those that were called off counted, however many come at once', async () => {
  const run = await startProcesses(branch, MORNING, 6, 5)
  const venueId = await hall(branch, { name: '小厅' })
  good(await book(branch, 'demo-secretary', venueId, 6, { startsAt: MORNING + 6 * DAY, endsAt: MORNING + 6 * DAY + 15 * MINUTE }))
  const [day] = await stored(branch, 'venue-days', { venueId })
  const [first] = day?.bookings ?? []
  if (!first) throw new Error('nothing was booked')
  const off = numbers(1, MOST_A_DAY - 2).map(nth => ({
    ...first,
    bookingId: `${first.bookingId}-${String(nth)}`,
    state: 'cancelled' as const,
  }))
  await amend(branch, 'venue-days', { venueId }, { bookings: [first, ...off] })
  const later = (nth: number) => ({ startsAt: MORNING + 6 * DAY + nth * 15 * MINUTE, endsAt: MORNING + 6 * DAY + (nth + 1) * 15 * MINUTE })
  const taps = numbers(1, 12).map(nth =>
    run.calls(nth, doors[nth % 3] ?? 'demo-secretary', 'venue.book', { venueId, ...later(nth), purpose: '活动' }),
  )
  const verdicts = (await Promise.all(taps)).map(one => good(one).bookings[0])
  const place = MOST_A_DAY - 1 - off.length
  expect(verdicts.filter(one => one?.state === 'booked')).toHaveLength(place)
  expect(new Set(verdicts.flatMap(one => one?.why ?? []))).toEqual(new Set(['这一天订得太多了']))
  expect((await stored(branch, 'venue-days', { venueId }))[0]?.bookings).toHaveLength(MOST_A_DAY)
  const wish = { branchId: 'branch-01', kind: 'study' as const, title: '读书', place: { name: '小厅' }, audience: 'branch' as const }
  expect(await branch.as('demo-secretary').calls('activity.publish', { ...wish, venueId, ...later(20) })).toMatchObject({
    code: 'INVALID_INPUT',
    data: { message: '这个场地那天用不了：这一天订得太多了' },
  })
  run.close()
})

test('activities that go out, move and are called off at once never hold one room twice, nor keep it when they are off', async () => {
  const run = await startProcesses(branch, MORNING, 8, 3)
  const venueId = await hall(branch, { name: '活动厅' })
  const span = (day: number) => ({ startsAt: MORNING + day * DAY, endsAt: MORNING + day * DAY + 90 * MINUTE })
  const wish = {
    branchId: 'branch-01',
    kind: 'study' as const,
    title: '读书会',
    place: { name: '活动厅' },
    audience: 'branch' as const,
    venueId,
  }
  const out = await Promise.all(numbers(0, 10).map(nth => run.calls(nth, 'demo-secretary', 'activity.publish', { ...wish, ...span(2) })))
  expect(out.filter(one => one.ok)).toHaveLength(1)
  expect(new Set(out.filter(one => !one.ok).map(refusal))).toEqual(new Set(['ROOM_TAKEN']))
  const first = out.find(one => one.ok)
  const activityId = first ? good(first).activityId : ''
  const second = await meeting(branch, { ...wish, ...span(9) })
  // The second goes where the first is, while the first goes away or is called off.
  await Promise.all([
    ...numbers(0, 4).map(nth => run.calls(nth, 'demo-secretary', 'activity.change', { activityId: second, ...span(2) })),
    ...numbers(0, 4).map(nth => run.calls(nth + 3, 'demo-secretary', 'activity.change', { activityId, ...span(5) })),
    run.calls(5, 'demo-secretary', 'activity.cancel', { activityId }),
  ])
  await branch.clock.advance(5 * MINUTE)
  const live = await liveIn(branch, venueId)
  const [row] = await stored(branch, 'activities', { _id: second })
  expect(live.map(one => [one.activityId, one.startsAt])).toEqual([[second, row?.startsAt]])
  run.close()
})
