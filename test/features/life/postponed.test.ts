import { DAY, HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { HALL, good, lineOf, meeting, sheet, stored } from '../support/attendance'
import { refusal } from '../support/people'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

/** Half past nine, when a meeting of these stories begins; its door opens at half past eight. */
const START = MORNING + 30 * MINUTE
const tomorrow = { startsAt: START + DAY, endsAt: START + DAY + 2 * HOUR }
const secretary = () => branch.as('demo-secretary')
const member = (n: number) => branch.as(`demo-member-${String(n).padStart(2, '0')}`)
const signIn = (n: number, activityId: string) => member(n).calls('attendance.signIn', { activityId, point: HALL })
const told = async (n: number, activityId: string) =>
  good(await member(n).calls('inbox.list', {})).items.filter(one => one.kind === 'activity-changed' && one.page.includes(activityId))

/** A meeting this morning to which one came already, and from which one is excused. */
const begun = async () => {
  const activityId = await meeting(branch)
  good(await signIn(1, activityId))
  good(await member(2).calls('attendance.askLeave', { activityId, reason: '上午看病' }))
  good(await member(3).calls('signup.join', { activityId }))
  return activityId
}

let postponed = ''
describe('postponed to the next day after people signed in', () => {
  test('it is asked first what becomes of that, and nothing is changed', async () => {
    postponed = await begun()
    const reply = await secretary().calls('activity.change', { activityId: postponed, ...tomorrow })
    expect(reply).toEqual({ ok: false, code: 'ACTS_STAND', data: { signedIn: 1, onLeave: 1, clashes: [] } })
    expect(good(await secretary().calls('activity.get', { activityId: postponed })).startsAt).toBe(START)
    expect(await sheet(branch, postponed)).toMatchObject({ present: 1, leave: 1 })
  })

  test('what was said for the old day stays with it: no member is present or excused on the new one, and each is told so', async () => {
    const change = () =>
      secretary().calls('activity.change', { activityId: postponed, ...tomorrow, acts: 'reset', reason: '停电' }, 'to-morrow-1')
    expect(good(await change())).toEqual({ notified: 1, reset: 2 })
    await branch.clock.advance(2 * MINUTE)
    expect(await sheet(branch, postponed)).toMatchObject({
      present: 0,
      leave: 0,
      earlier: [{ startsAt: START, endsAt: START + 2 * HOUR, present: 1, leave: 1 }],
    })
    expect(good(await member(1).calls('activity.get', { activityId: postponed })).mySignIn).toBeNull()
    expect(good(await secretary().calls('activity.statistics', { activityId: postponed }))).toMatchObject({ present: 0, leave: 0 })
    expect((await told(1, postponed)).map(one => one.text).join()).toContain('请到时候再签一次')
    expect((await told(2, postponed)).map(one => one.text).join()).toContain('请再请一次假')
    expect((await told(3, postponed)).map(one => one.text).join()).not.toContain('再')
    // Nothing that was said is lost.
    expect(await stored(branch, 'attendance', { _id: `${postponed}:m-01` })).toMatchObject([
      { state: 'present', at: MORNING, held: { startsAt: START, endsAt: START + 2 * HOUR } },
    ])
    expect(good(await change())).toEqual({ notified: 1, reset: 2 })
    expect(await told(1, postponed)).toHaveLength(1)
  })

  test('moved back to where it was, what was said there counts again', async () => {
    const activityId = await begun()
    good(await secretary().calls('activity.change', { activityId, ...tomorrow, acts: 'reset' }))
    good(await secretary().calls('activity.change', { activityId, startsAt: START, endsAt: START + 2 * HOUR }))
    expect(await sheet(branch, activityId)).toMatchObject({ present: 1, leave: 1 })
  })

  test('where only the date had been typed wrongly, it goes on counting', async () => {
    const activityId = await begun()
    expect(good(await secretary().calls('activity.change', { activityId, ...tomorrow, acts: 'keep' }))).toEqual({ notified: 1 })
    expect(await sheet(branch, activityId)).toMatchObject({ present: 1, leave: 1 })
    expect(good(await signIn(1, activityId)).first).toBe(false)
    // Asked again when it moves once more, and let go then.
    const later = { startsAt: START + 2 * DAY, endsAt: START + 2 * DAY + HOUR }
    expect(refusal(await secretary().calls('activity.change', { activityId, ...later }))).toBe('ACTS_STAND')
    expect(good(await secretary().calls('activity.change', { activityId, ...later, acts: 'reset' })).reset).toBe(2)
    expect(await sheet(branch, activityId)).toMatchObject({ present: 0, leave: 0 })
  })
})

test('begun an hour later, or prolonged, members who are there are there: nothing is asked', async () => {
  const activityId = await begun()
  const later = { startsAt: START + HOUR, endsAt: START + 4 * HOUR }
  expect(good(await secretary().calls('activity.change', { activityId, ...later }))).toEqual({ notified: 1 })
  expect(await sheet(branch, activityId)).toMatchObject({ present: 1, leave: 1 })
})

test('before any sign-in nothing is asked, and a sign-in that was still on its way stays with the old day', async () => {
  const activityId = await meeting(branch)
  expect(good(await secretary().calls('activity.change', { activityId, ...tomorrow }))).toEqual({ notified: 0 })
})

test('fewer places send no member to wait who has signed in', async () => {
  const activityId = await meeting(branch, { capacity: 3 })
  for (const n of [4, 5, 6]) good(await member(n).calls('signup.join', { activityId }))
  good(await signIn(5, activityId))
  const fewer = (capacity: number) => secretary().calls('activity.change', { activityId, capacity })
  expect(await fewer(1)).toEqual({ ok: false, code: 'PLACES_IN_USE', data: { atLeast: 2 } })
  expect(good(await fewer(2)).notified).toBe(3)
})

test('a mark made at the door before it was called off, and sent only afterwards, is kept', async () => {
  const activityId = await begun()
  const offline = { memberId: 'm-07', state: 'present' as const, reason: '未带手机', nonce: 'offline-07', at: MORNING + MINUTE }
  await branch.clock.advance(8 * MINUTE)
  expect(good(await secretary().calls('activity.cancel', { activityId, reason: '停电' })).notified).toBe(1)
  const mark = async (one: typeof offline) => good(await secretary().calls('attendance.mark', { activityId, marks: [one] })).results
  expect(await mark(offline)).toEqual([{ nonce: 'offline-07', state: 'recorded' }])
  expect(await mark({ ...offline, memberId: 'm-08', nonce: 'late-08', at: MORNING + 11 * MINUTE })).toEqual([
    { nonce: 'late-08', state: 'rejected', code: 'ACTIVITY_CANCELLED' },
  ])
  // Who came before it was called off came.
  expect(await sheet(branch, activityId)).toMatchObject({ present: 2, leave: 1 })
})

test('on the new day people sign in again, by each door; marks of the old day that come late stay with it', async () => {
  await branch.clock.advance(DAY - 10 * MINUTE)
  const at = MORNING + DAY
  const marks = [
    { memberId: 'm-07', state: 'present' as const, at: MORNING, nonce: 'old-07', reason: '未带手机' },
    { memberId: 'm-08', state: 'present' as const, at, nonce: 'new-08', reason: '未带手机' },
  ]
  const { results } = good(await secretary().calls('attendance.mark', { activityId: postponed, marks }))
  expect(results.map(one => one.state)).toEqual(['recorded', 'recorded'])
  expect(await lineOf(branch, 'm-07', postponed)).toMatchObject({ state: 'unmarked' })
  expect(await lineOf(branch, 'm-08', postponed)).toMatchObject({ state: 'present', at })
  expect(good(await signIn(1, postponed))).toMatchObject({ first: true, at })
  expect(good(await signIn(1, postponed))).toMatchObject({ first: false, at })
  expect(good(await signIn(2, postponed)).first).toBe(true)
  good(await secretary().calls('attendance.resolve', { activityId: postponed, memberId: 'm-07', state: 'present', reason: '在场' }))
  const after = await sheet(branch, postponed)
  expect(after).toMatchObject({ present: 4, leave: 0, earlier: [{ startsAt: START, present: 2, leave: 1 }] })
  expect((await stored(branch, 'attendance', { _id: `${postponed}:m-01` }))[0]?.history).toMatchObject([
    { state: 'present', at: MORNING, held: { startsAt: START } },
  ])
  // The old phone sends all once more.
  expect(good(await secretary().calls('attendance.mark', { activityId: postponed, marks })).results.map(one => one.state)).toEqual([
    'already',
    'already',
  ])
  expect(await sheet(branch, postponed)).toEqual(after)
})
