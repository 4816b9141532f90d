import { instantOf } from '../../../core/shared/calendar'
import { good, stored } from '../support/attendance'
import { DAY, HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { amend, refusal } from '../support/people'
import { templateFor } from '../support/templates'

let branch: Branch
beforeEach(async () => {
  branch = await startBranch()
})
afterEach(() => branch.close())

const secretary = () => branch.as('demo-secretary')
const elder = 'demo-member-10'
const neighbour = 'demo-member-11'
const publish = async (startsAt = MORNING + 7 * DAY, more: { capacity?: number } = {}) =>
  good(
    await secretary().calls('activity.publish', {
      ...{ branchId: 'branch-01', kind: 'forum', title: '座谈会', place: { name: '二楼' }, audience: 'branch' },
      ...{ startsAt, endsAt: startsAt + 2 * HOUR, ...more },
    }),
  ).activityId
const told = async (activityId: string) => good(await secretary().calls('activity.told', { activityId }))
const pending = async (activityId: string) => (await told(activityId)).untold?.actId ?? ''
const undo = (activityId: string, actId: string) => secretary().calls('activity.undo', { activityId, actId })
const kinds = async (openid: string, activityId: string) =>
  good(await branch.as(openid).calls('inbox.list', {}))
    .items.filter(one => one.page.includes(activityId))
    .map(one => one.kind)
const page = async (activityId: string) => good(await secretary().calls('activity.get', { activityId }))
const joins = async (activityId: string, ...openids: string[]) => {
  for (const openid of openids) good(await branch.as(openid).calls('signup.join', { activityId }))
}

test('after a notice the secretary sees whose phone rang, who finds it in the inbox alone, and who is to be called', async () => {
  await branch.accept(elder, [templateFor('activity-published')])
  await amend(branch, 'accounts', { _id: 'demo-member-60' }, { people: [] })
  const before = good(await secretary().calls('activity.outlook', { branchId: 'branch-01', kind: 'forum', startsAt: MORNING + 7 * DAY }))
  expect(before).toMatchObject({ people: 87, already: [], byTemplate: [] })
  const activityId = await publish()

  const { untold, told: counts } = await told(activityId)
  expect(untold).toBeNull()
  expect(counts).toMatchObject({ what: 'published', people: 87, sent: 1, waits: 0 })
  const rowOf = (memberId: string) => stored(branch, 'messages', { _id: `activity-published:${activityId}:published:${memberId}` })
  expect([...(await rowOf('m-10')), ...(await rowOf('m-11'))].map(one => one.push)).toEqual(['sent', 'refused'])
  expect(counts?.call.map(one => one.memberId)).toEqual(['m-60'])
  expect((counts?.sent ?? 0) + (counts?.inbox ?? 0) + (counts?.call.length ?? 0)).toBe(87)
  // The same kind on the same day is said before another goes out.
  const again = good(
    await secretary().calls('activity.outlook', { branchId: 'branch-01', kind: 'forum', startsAt: MORNING + 7 * DAY + HOUR }),
  )
  expect(again.already).toEqual([{ activityId, title: '座谈会', startsAt: MORNING + 7 * DAY }])
})

test('in the evening no phone rings: the secretary reads until when it waits, and in the morning it goes out', async () => {
  await branch.accept(elder, [templateFor('activity-published')])
  await branch.clock.advance(12 * HOUR)
  const afternoon = instantOf('2026-11-22', '15:00')
  const morning = instantOf('2026-11-22', '08:00')
  const outlook = { branchId: 'branch-01', kind: 'forum' as const, startsAt: afternoon }
  expect(good(await secretary().calls('activity.outlook', outlook)).ringsFrom).toBe(morning)
  const activityId = await publish(afternoon)
  expect((await told(activityId)).told).toMatchObject({ sent: 0, waitsUntil: morning })
  expect(await kinds(elder, activityId)).toEqual(['activity-published'])
  await branch.clock.advance(10 * HOUR + 30 * MINUTE)
  expect((await branch.outbox()).filter(one => one.touser === elder)).toEqual([])
  await branch.clock.advance(35 * MINUTE, 10 * MINUTE)
  expect((await branch.outbox()).filter(one => one.touser === elder)).toHaveLength(1)
  expect((await told(activityId)).told).toMatchObject({ sent: 1, waits: 0 })
})

test('called off by mistake and taken back within the minute, it stands as it was and no member hears a word', async () => {
  const activityId = await publish()
  await joins(activityId, elder)
  const cancel = () => secretary().calls('activity.cancel', { activityId, reason: '下雨' }, 'cancel-1')
  expect(good(await cancel())).toEqual({ notified: 1 })
  expect((await page(activityId)).state).toBe('cancelled')
  const actId = await pending(activityId)
  const taps = await Promise.all([1, 2, 3].map(() => undo(activityId, actId)))
  expect(taps.map(good)).toEqual(taps.map(() => ({ state: 'published' })))
  // The phone had no answer and sends it again: it was taken back, and is not done after all.
  expect(good(await cancel())).toEqual({ notified: 0 })
  expect(await page(activityId)).toMatchObject({ state: 'published', joined: 1 })
  expect((await page(activityId)).cancelReason).toBeUndefined()
  await branch.clock.advance(3 * MINUTE)
  expect(await kinds(elder, activityId)).toEqual(['activity-published'])
  // Meant in earnest later, it is told.
  good(await secretary().calls('activity.cancel', { activityId, reason: '停电' }))
  await branch.clock.advance(2 * MINUTE)
  expect(await kinds(elder, activityId)).toEqual(['activity-cancelled', 'activity-published'])
  expect(await told(activityId)).toMatchObject({ untold: null, told: { what: 'cancelled', people: 87 } })
})

test('once the messages have left it is too late, and the refusal says so', async () => {
  const activityId = await publish()
  await joins(activityId, elder)
  good(await secretary().calls('activity.change', { activityId, title: '茶话会' }))
  const actId = await pending(activityId)
  await branch.clock.advance(2 * MINUTE)
  expect(refusal(await undo(activityId, actId))).toBe('UNDO_LATE')
  expect((await page(activityId)).title).toBe('茶话会')
  expect(await kinds(elder, activityId)).toContain('activity-changed')
})

test('changed twice and called off at two doors within a minute, each is taken back in turn; only what stands is told', async () => {
  const activityId = await publish(MORNING + 7 * DAY, { capacity: 1 })
  await joins(activityId, elder, neighbour)
  const first = { activityId, startsAt: MORNING + 8 * DAY, endsAt: MORNING + 8 * DAY + HOUR, capacity: 5 }
  good(await secretary().calls('activity.change', first))
  const moved = await pending(activityId)
  good(await secretary().calls('activity.change', { activityId, place: { name: '三楼' } }))
  await Promise.all([1, 2].map(() => secretary().calls('activity.cancel', { activityId })))
  const cancelled = await pending(activityId)
  expect(refusal(await undo(activityId, moved))).toBe('UNDO_LATE')
  good(await undo(activityId, cancelled))
  good(await undo(activityId, await pending(activityId)))
  expect(await page(activityId)).toMatchObject({ state: 'published', startsAt: MORNING + 8 * DAY, place: { name: '二楼' } })
  await branch.clock.advance(2 * MINUTE)
  expect((await kinds(elder, activityId)).filter(kind => kind !== 'activity-published')).toEqual(['activity-changed'])
  // Who waited has a place by the change that stands.
  expect(await kinds(neighbour, activityId)).toContain('place-is-yours')
})

test('a change by which others have found a place meanwhile is not taken back over their heads', async () => {
  const activityId = await publish(MORNING + 7 * DAY, { capacity: 1 })
  await joins(activityId, elder)
  good(await secretary().calls('activity.change', { activityId, capacity: 2 }))
  await joins(activityId, neighbour)
  expect(refusal(await undo(activityId, await pending(activityId)))).toBe('UNDO_LATE')
})
