import { good, meeting, stored } from '../support/attendance'
import { DAY, HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { amend, refusal } from '../support/people'
import { template } from '../support/inputs'

let branch: Branch
beforeEach(async () => void (branch = await startBranch()))
afterEach(() => branch.close())

const secretary = () => branch.as('demo-secretary')
const year = { branchId: 'branch-01', year: 2027 }
const plan = async () => good(await secretary().calls('plan.get', year))
const make = async () => good(await secretary().calls('plan.make', year)).items
const publish = async (commandId: string) => good(await secretary().calls('plan.publish', year, commandId))
const inbox = async (openid: string) => good(await branch.as(openid).calls('inbox.list', {})).items

test('covers what the branch owes, as it was held last year; what a template does is not planned again', async () => {
  await meeting(branch, {
    kind: 'lecture',
    title: '微党课',
    place: { name: '礼堂' },
    startsAt: MORNING + DAY,
    endsAt: MORNING + DAY + HOUR,
  })
  expect((await plan()).items).toEqual([])
  good(await secretary().calls('template.save', { ...template, branchId: year.branchId }))
  expect(await make()).toBeGreaterThan(10)
  const { items, fixed, lacking, heat, may } = await plan()
  expect(lacking).toEqual([])
  expect(fixed.filter(one => one.kind === 'party-day')).toHaveLength(12)
  expect(items.some(one => one.kind === 'party-day')).toBe(false)
  expect(items.filter(one => one.kind === 'lecture').every(one => one.place.name === '礼堂' && one.lastsMinutes === 60)).toBe(true)
  expect(heat).toEqual({ from: '2027-07-22', to: '2027-08-07' })
  expect(may).toEqual(['make', 'set', 'remove', 'publish'])
  expect(refusal(await branch.as('demo-member-03').calls('plan.get', year))).toBe('FORBIDDEN')
})

test('is changed by hand, and what was added stays when it is made once more', async () => {
  await make()
  const [first] = (await plan()).items
  if (!first) throw new Error('nothing was planned')
  const { why, ...item } = first
  expect(why).not.toBe('own')
  good(await secretary().calls('plan.set', { ...year, ...item, date: '2027-03-18' }))
  const spring = {
    kind: 'outing' as const,
    title: '看油菜花',
    date: '2027-03-25',
    time: '08:30',
    lastsMinutes: 240,
    place: { name: '村口' },
  }
  const added = async () => good(await secretary().calls('plan.set', { ...year, ...spring }, 'add-01')).itemId
  expect(await added()).toBe(await added())
  expect((await plan()).items.find(one => one.itemId === item.itemId)?.date).toBe('2027-03-18')
  await make()
  expect((await plan()).items.filter(one => one.title === spring.title)).toHaveLength(1)
  for (let times = 0; times < 2; times++) good(await secretary().calls('plan.remove', { ...year, itemId: await added() }))
  expect(refusal(await secretary().calls('plan.set', { ...year, ...spring, date: '2026-03-25' }))).toBe('PLAN_DAY_WRONG')
})

test('goes out in one go, each activity once, one that fails stopping no other; members hear once now, and before each', async () => {
  await make()
  const before = (await plan()).items
  const [first] = before
  if (!first) throw new Error('nothing was planned')
  // Its command was cut off after the activities were made and before the plan knew it: then the same is asked again.
  const [once, again] = [await publish('publish-01'), await publish('publish-02')]
  expect([once.published, once.failed, again.published]).toEqual([before.length, [], 0])
  const activities = await stored(branch, 'activities', { noticeDue: { $gte: 0 } })
  expect(activities).toHaveLength(before.length)
  expect((await plan()).items.every(one => one.activityId !== undefined)).toBe(true)
  expect((await inbox('demo-member-03')).filter(one => one.title.includes('2027年的活动安排好了'))).toHaveLength(1)
  expect((await inbox('demo-member-03')).some(one => one.title.includes(first.title))).toBe(false)
  const { why: _why, activityId: _activityId, ...item } = first
  expect(refusal(await secretary().calls('plan.set', { ...year, ...item }))).toBe('PLAN_OUT')

  // Its day is near.
  const { activityId: _id } = (await plan()).items.find(one => one.itemId === first.itemId) ?? {}
  await amend(branch, 'activities', { _id }, { noticeDue: MORNING })
  await branch.clock.advance(MINUTE)
  expect((await inbox('demo-member-03')).filter(one => one.title.includes(first.title))).toHaveLength(1)
  expect(await stored(branch, 'activities', { noticeDue: { $gte: 0 } })).toHaveLength(before.length - 1)
})

test('an activity that was cancelled is no longer in the plan, and what it covered is planned again', async () => {
  await make()
  await publish('publish-01')
  const { items } = await plan()
  const lecture = items.find(one => one.kind === 'lecture')
  if (lecture?.activityId === undefined) throw new Error('no lecture went out')
  good(await secretary().calls('activity.cancel', { activityId: lecture.activityId }))
  expect((await plan()).lacking).toMatchObject([{ kind: 'lecture', lacking: 1 }])
  await make()
  expect((await plan()).lacking).toEqual([])
  expect(await publish('publish-02')).toMatchObject({ published: 1, failed: [] })
})

test('comes as an Excel file', async () => {
  await make()
  const { url } = good(await secretary().calls('plan.export', year))
  expect((await fetch(url)).status).toBe(200)
})
