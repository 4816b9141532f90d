import { addDays, dateOf, instantOf } from '../../../core/shared/calendar'
import { templateFor } from '../support/templates'
import { DAY, HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'

let branch: Branch
beforeEach(async () => {
  branch = await startBranch()
})
afterEach(() => branch.close())

const given = <T>(reply: { ok: true; data: T } | { ok: false; code: string; data?: unknown }): T => {
  if (!reply.ok) throw new Error(`refused with ${reply.code} ${JSON.stringify(reply.data)}`)
  return reply.data
}
const refusal = (reply: { ok: boolean; code?: string }) => (reply.ok ? 'done' : reply.code)
const secretary = () => branch.as('demo-secretary')
/** On the 25th of each month, its notice three days before: seen on 21 November that is tomorrow. */
const monthly = {
  branchId: 'branch-01',
  kind: 'party-day' as const,
  title: '主题党日',
  day: 25,
  time: '14:30',
  lastsMinutes: 90,
  place: { name: '二楼会议室' },
  audience: 'branch' as const,
  parts: ['重温入党誓词', '学习', '通报', '交流', '交纳党费'],
  noticeDays: 3,
}
const published = async () =>
  given(await branch.as('demo-member-03').calls('activity.list', { from: MORNING })).items.filter(one => one.title === monthly.title)

test('每月25日: the notice goes out by itself three days before, at eight, once however often the timer runs', async () => {
  await branch.accept('demo-member-03', [templateFor('activity-published')])
  const { templateId, nextDate } = given(await secretary().calls('template.save', monthly))
  expect(nextDate).toBe('2026-11-25')

  await branch.clock.advance(23 * HOUR - MINUTE)
  expect(await published()).toEqual([])
  await branch.clock.advance(2 * MINUTE)
  const [activity] = await published()
  expect(activity).toMatchObject({ startsAt: instantOf('2026-11-25', '14:30'), endsAt: instantOf('2026-11-25', '16:00') })
  await branch.clock.advance(HOUR)
  expect(await published()).toHaveLength(1)

  const page = given(await branch.as('demo-member-03').calls('activity.get', { activityId: activity?.activityId ?? '' }))
  expect(page.parts).toEqual(monthly.parts)
  const told = given(await branch.as('demo-member-03').calls('inbox.list', {})).items.filter(one => one.kind === 'activity-published')
  expect(told).toHaveLength(1)
  expect((await branch.outbox()).filter(one => one.touser === 'demo-member-03')).toHaveLength(1)

  const { items } = given(await secretary().calls('template.list', { branchId: 'branch-01' }))
  expect(items).toMatchObject([{ templateId, nextDate: '2026-12-25', day: 25, noticeDays: 3 }])
})

test('saved again on the day of its notice, the same occurrence is not put up twice', async () => {
  const { templateId } = given(await secretary().calls('template.save', { ...monthly, day: 24 }))
  await branch.clock.advance(MINUTE)
  expect(await published()).toHaveLength(1)
  const again = given(await secretary().calls('template.save', { ...monthly, day: 24, templateId, time: '15:00' }))
  // November's is out and stays as it is; the change is for the months after it.
  expect(again).toEqual({ templateId, nextDate: '2026-12-24', stays: '2026-11-24' })
  await branch.clock.advance(5 * MINUTE)
  expect(await published()).toHaveLength(1)
  expect(given(await secretary().calls('template.list', { branchId: 'branch-01' })).items[0]?.nextDate).toBe('2026-12-24')
})

test('a template is changed, listed and taken away by its branch alone; a double tap makes one', async () => {
  const twice = await Promise.all([1, 2].map(() => secretary().calls('template.save', monthly, 'template-command-1')))
  const { templateId } = given(await secretary().calls('template.save', monthly, 'template-command-1'))
  expect(twice.map(given)).toEqual([1, 2].map(() => ({ templateId, nextDate: '2026-11-25' })))

  const other = branch.as('demo-other-secretary')
  const theirs = { ...monthly, branchId: 'branch-02', templateId }
  expect(refusal(await other.calls('template.save', theirs))).toBe('FORBIDDEN')
  expect(refusal(await other.calls('template.remove', { templateId }))).toBe('FORBIDDEN')
  expect(refusal(await secretary().calls('template.save', { ...monthly, templateId: 'no-such-template' }))).toBe('NOT_FOUND')

  given(await secretary().calls('template.save', { ...monthly, day: 31, templateId, capacity: 30 }))
  expect(given(await secretary().calls('template.list', { branchId: 'branch-01' })).items).toMatchObject([
    { templateId, day: 31, capacity: 30, nextDate: '2026-11-30' },
  ])
  given(await secretary().calls('template.remove', { templateId }))
  expect(given(await secretary().calls('template.list', { branchId: 'branch-01' })).items).toEqual([])
  await branch.clock.advance(DAY)
  expect(await published()).toEqual([])
})

test('what starts by a timer only the platform may start', async () => {
  given(await secretary().calls('template.save', { ...monthly, day: Number(addDays(dateOf(MORNING), 3).slice(-2)) }))
  const start = (headers: Record<string, string>) =>
    fetch(`${branch.url}/call/timer`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: '{}' })
  // The rules beside the functions keep phones out; the function itself refuses any caller who passes them, such as an administrator.
  expect((await start({ 'x-wx-openid': 'demo-secretary' })).status).toBe(403)
  expect(await (await start({})).json()).toMatchObject({ ok: false, code: 'FORBIDDEN' })
  expect(await published()).toEqual([])
})
