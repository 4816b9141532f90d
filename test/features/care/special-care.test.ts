import { readSheet } from 'read-excel-file/node'
import { usualCare } from '../../../core/care/special-care/rules'
import { good } from '../support/attendance'
import { DAY, HOUR, MINUTE, startBranch, type Branch } from '../support/branch'
import { amend, people, refusal } from '../support/people'

let branch: Branch
beforeEach(async () => {
  branch = await startBranch()
})
afterEach(() => branch.close())

const secretary = () => branch.as('demo-secretary')
/** The helper of the first two groups; members 36 and 45 of the demo live alone there and were not called in time. */
const liaison = () => branch.as(people.liaison.openid)
const list = async (openid = 'demo-secretary', orgId = 'branch-01') => good(await branch.as(openid).calls('care.list', { orgId }))
const overdue = async (openid?: string, orgId?: string) =>
  (await list(openid, orgId)).items.filter(one => one.late.length > 0).map(one => one.memberId)
const told = async (openid: string, memberId = 'm-36') =>
  good(await branch.as(openid).calls('inbox.list', {})).items.filter(one => one.kind === 'care-overdue' && one.page.includes(memberId))

describe('the list', () => {
  test('shows the longest overdue first, to the secretary, the leader, the street and the bureau', async () => {
    const { items, counts } = await list()
    expect(items.slice(0, 2)).toMatchObject([
      { memberId: 'm-36', late: ['call', 'visit'], rung: 'liaison', groupName: '第一党小组' },
      { memberId: 'm-45', late: ['call'] },
    ])
    expect(counts.overdue).toBe(2)
    expect(counts.concerned).toBeGreaterThan(20)
    expect(await overdue(people.leader.openid, 'branch-01-g1')).toEqual(['m-36'])
    expect(await overdue('demo-street', 'changqing')).toEqual(['m-36', 'm-45'])
    expect(await overdue('demo-bureau', 'district')).toEqual(['m-36', 'm-45'])
    expect(refusal(await branch.as('demo-other-secretary').calls('care.list', { orgId: 'branch-01' }))).toBe('FORBIDDEN')
  })

  test('is read page by page, each person once', async () => {
    const first = await list()
    expect(first.items).toHaveLength(30)
    const ids = first.items.map(one => one.memberId)
    let { cursor } = first
    while (cursor !== null) {
      const next = good(await secretary().calls('care.list', { orgId: 'branch-01', cursor }))
      ids.push(...next.items.map(one => one.memberId))
      cursor = next.cursor
    }
    expect(new Set(ids).size).toBe(first.counts.concerned)
    expect(ids).toHaveLength(first.counts.concerned)
  })

  test('of the caller’s own holds the elders paired with them, and is empty for a member without elders', async () => {
    const mine = good(await liaison().calls('care.mine', {})).items
    expect(mine[0]?.memberId).toBe('m-36')
    expect(mine.every(one => one.groupName === '第一党小组' || one.groupName === '第二党小组')).toBe(true)
    expect(good(await branch.as('demo-volunteer-07').calls('care.mine', {})).items).toEqual([])
    // A family helper has no elders to call: that is a member's duty.
    expect(refusal(await branch.as('demo-family-01').calls('care.mine', {}))).toBe('FORBIDDEN')
  })

  test('is exported as a workbook', async () => {
    const { url } = good(await secretary().calls('care.export', { orgId: 'branch-01' }))
    const rows = await readSheet(Buffer.from(await (await fetch(url)).arrayBuffer()))
    expect(rows[0]?.slice(0, 4)).toEqual(['姓名', '支部', '党小组', '特殊情况'])
    expect(rows[1]?.at(-1)).toMatch(/^电话、上门超期\d+天$/)
  })
})

describe('a call', () => {
  test('that was answered makes the next one due a week later; a second tap records nothing more', async () => {
    const call = () => liaison().calls('care.contact', { memberId: 'm-45', by: 'call', note: '说腿脚好些了' }, 'call-01')
    const [one, other] = await Promise.all([call(), call()])
    expect(good(one).item).toMatchObject({ late: [], callBy: '2026-11-28' })
    expect(good(other).item).toEqual(good(one).item)
    const { log, item } = good(await secretary().calls('care.get', { memberId: 'm-45' }))
    expect(log.filter(entry => entry.note === '说腿脚好些了')).toHaveLength(1)
    expect(item).toMatchObject({ daysLate: 0, rung: null })
    expect(await overdue()).toEqual(['m-36'])
  })

  test('that was not answered is kept, and leaves it overdue', async () => {
    good(await liaison().calls('care.contact', { memberId: 'm-45', by: 'call', reached: false }))
    expect(good(await liaison().calls('care.get', { memberId: 'm-45' })).log[0]).toMatchObject({ by: 'call', reached: false })
    expect(await overdue()).toEqual(['m-36', 'm-45'])
  })

  test('does not count as a visit, but a visit counts as a call', async () => {
    good(await liaison().calls('care.contact', { memberId: 'm-36', by: 'call' }))
    expect((await list()).items[0]).toMatchObject({ memberId: 'm-36', late: ['visit'] })
    good(await liaison().calls('care.contact', { memberId: 'm-36', by: 'visit', at: branch.clock.now() - HOUR }))
    expect(await overdue()).toEqual(['m-45'])
  })

  test('is not told of long ago; of the future only a wrong clock tells, which is corrected, or kept as of now and flagged', async () => {
    const said = async (at: number, sentAt?: number) =>
      refusal(await liaison().calls('care.contact', { memberId: 'm-36', by: 'call', at, ...(sentAt === undefined ? {} : { sentAt }) }))
    const now = branch.clock.now()
    expect(await said(now - 61 * DAY)).toBe('INVALID_INPUT')
    // Six minutes and a day fast, three hours slow: an hour ago by each.
    for (const ahead of [6 * MINUTE, DAY, -3 * HOUR, -3000 * DAY]) expect(await said(now + ahead - HOUR, now + ahead)).toBe('done')
    expect(await said(now + DAY)).toBe('done')
    // Set right between the call and the sending.
    expect(await said(now - 3000 * DAY, now)).toBe('done')
    const { log } = good(await liaison().calls('care.get', { memberId: 'm-36' }))
    const told = log.filter(entry => entry.at >= now - HOUR).map(({ at, doubtful }) => [at - now, doubtful ?? false])
    expect(told.sort()).toEqual([...Array.from({ length: 4 }, () => [-HOUR, false]), [0, true], [0, true]].sort())
  })

  test('is noted and dialled by the elder’s helpers and officers only', async () => {
    const by = async (openid: string) => refusal(await branch.as(openid).calls('care.contact', { memberId: 'm-36', by: 'call' }))
    expect(await Promise.all([people.liaison.openid, people.leader.openid, 'demo-secretary'].map(by))).toEqual(['done', 'done', 'done'])
    expect(await Promise.all(['demo-member-40', 'demo-volunteer-07', 'demo-other-secretary', 'demo-street'].map(by))).toEqual(
      Array.from({ length: 4 }, () => 'FORBIDDEN'),
    )
    expect(good(await liaison().calls('care.phone', { memberId: 'm-36' })).phones).toHaveLength(1)
    expect(refusal(await branch.as('demo-volunteer-07').calls('care.phone', { memberId: 'm-36' }))).toBe('FORBIDDEN')
    expect(refusal(await branch.as('demo-secretary').calls('care.get', { memberId: 'ghost' }))).toBe('FORBIDDEN')
  })

  test('is made by another person where the elder is the liaison', async () => {
    good(await secretary().calls('org.appoint', { orgId: 'branch-01-g1', memberId: 'm-36', role: 'liaison' }))
    const elder = branch.as('demo-member-36')
    expect(refusal(await elder.calls('care.contact', { memberId: 'm-36', by: 'call' }))).toBe('FORBIDDEN')
    expect(good(await elder.calls('care.mine', {})).items.map(one => one.memberId)).not.toContain('m-36')
    const { items } = good(await secretary().calls('visit.due', { branchId: 'branch-01', from: '2026-11-21', to: '2027-11-20' }))
    const own = items.find(one => one.memberId === 'm-36')
    if (!own) throw new Error('no item')
    const record = { visitId: own.visitId, at: branch.clock.now(), by: 'visit' as const, note: '我挺好' }
    expect(refusal(await elder.calls('visit.record', record))).toBe('FORBIDDEN')
  })
})

const settle = async (more: Partial<typeof usualCare>) =>
  good(await secretary().calls('care.configure', { ...usualCare, ...more, orgId: 'branch-01' }))

test('an elder who is not contacted climbs to the leader, the secretary and the street, each told once and in the morning', async () => {
  await settle({ clocks: { liaison: 1, leader: 1, secretary: 1 } })
  const counts = () => Promise.all([people.leader.openid, 'demo-secretary', 'demo-street'].map(async openid => (await told(openid)).length))
  // The liaison was told the day before yesterday. At night no one is told anything.
  await branch.clock.advance(DAY - 2 * HOUR)
  expect(await counts()).toEqual([0, 0, 0])
  await branch.clock.advance(3 * HOUR)
  expect(await counts()).toEqual([1, 0, 0])
  await branch.clock.advance(DAY)
  expect(await counts()).toEqual([1, 1, 0])
  expect((await told('demo-secretary'))[0]?.title).toMatch(/该打电话、上门看望了$/)
  await branch.clock.advance(DAY)
  expect(await counts()).toEqual([1, 1, 1])
  await branch.clock.advance(DAY)
  expect(await counts()).toEqual([1, 1, 1])
})

test('a visit stops the climbing, and what is late again begins at the liaison', async () => {
  const { alone } = usualCare.rhythms
  await settle({ rhythms: { ...usualCare.rhythms, alone: { ...alone, callDays: 1 } } })
  good(await liaison().calls('care.contact', { memberId: 'm-36', by: 'visit' }))
  await branch.clock.advance(DAY)
  expect(await told(people.liaison.openid)).toHaveLength(0)
  await branch.clock.advance(DAY)
  expect([await told(people.liaison.openid), await told(people.leader.openid)].map(all => all.length)).toEqual([1, 0])
})

test('a member marked as living alone enters within minutes and leaves when the mark goes; one who turns eighty enters in the night', async () => {
  const is = async (memberId: string) => good(await secretary().calls('care.get', { memberId })).item
  await amend(branch, 'members', { _id: 'm-10' }, { care: [], birthday: { calendar: 'solar', year: 1950, month: 1, day: 1 } })
  await amend(branch, 'members', { _id: 'm-11' }, { care: [], birthday: { calendar: 'solar', year: 1946, month: 11, day: 22 } })
  good(await secretary().calls('roster.change', { memberId: 'm-10', note: '女儿去了外地' }))
  await branch.clock.advance(MINUTE)
  expect([await is('m-10'), await is('m-11')]).toEqual([null, null])
  await amend(branch, 'members', { _id: 'm-10' }, { care: ['alone'] })
  good(await secretary().calls('roster.change', { memberId: 'm-10', note: '一个人住' }))
  await branch.clock.advance(MINUTE)
  expect(await is('m-10')).toMatchObject({ kinds: ['alone'], callBy: '2026-11-28', late: [] })
  await amend(branch, 'members', { _id: 'm-10' }, { care: [] })
  good(await secretary().calls('roster.change', { memberId: 'm-10', note: '女儿回来了' }))
  await branch.clock.advance(MINUTE)
  expect(await is('m-10')).toBeNull()
  await branch.clock.advance(DAY)
  expect(await is('m-11')).toMatchObject({ kinds: ['elderly'] })
})

describe('settings', () => {
  test('of the nearest organization hold, and the elders concerned are looked through within minutes', async () => {
    const rhythm = (days: number) => ({ ...usualCare, rhythms: { ...usualCare.rhythms, alone: { callDays: days, visitDays: 30 } } })
    const called = async () => (await list()).items.find(one => one.memberId === 'm-45')
    good(await branch.as('demo-street').calls('care.configure', { ...rhythm(14), orgId: 'changqing' }))
    await branch.clock.advance(MINUTE)
    expect(await called()).toMatchObject({ late: [], callBy: '2026-11-26' })
    good(await secretary().calls('care.configure', { ...rhythm(3), orgId: 'branch-01' }))
    await branch.clock.advance(MINUTE)
    expect(await called()).toMatchObject({ late: ['call'], daysLate: 6 })
    expect(good(await secretary().calls('care.settings', { orgId: 'branch-01' }))).toMatchObject({ from: { orgId: 'branch-01' } })
    expect(good(await branch.as('demo-other-secretary').calls('care.settings', { orgId: 'branch-02' }))).toMatchObject({
      from: { orgId: 'changqing' },
      rhythms: { alone: { callDays: 14 } },
    })
  })

  test('are changed by the secretary and those above, not by a liaison, and not for a group', async () => {
    const change = async (openid: string, orgId: string) =>
      refusal(await branch.as(openid).calls('care.configure', { ...usualCare, orgId }))
    expect(await change(people.liaison.openid, 'branch-01-g1')).toBe('FORBIDDEN')
    expect(await change('demo-secretary', 'changqing')).toBe('FORBIDDEN')
    expect(await change('demo-secretary', 'branch-01-g1')).toBe('INVALID_INPUT')
  })
})
