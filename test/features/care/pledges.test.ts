import { good, meeting, stored } from '../support/attendance'
import { DAY, HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { amend, people, refusal } from '../support/people'

let branch: Branch
beforeEach(async () => void (branch = await startBranch()))
afterEach(() => branch.close())

const orgId = 'branch-01'
const secretary = () => branch.as('demo-secretary')
const unit = { branchId: orgId, name: '区妇幼保健院', contact: '周主任', phone: '13800000009', offers: '每月上门量血压' }
const partner = async () => good(await secretary().calls('partner.save', unit, 'partner-01')).partnerId
const pledge = async (more: object = {}) => {
  const partnerId = await partner()
  const wanted = { orgId, partnerId, what: '健康讲座', per: 'month' as const, times: 1, since: '2026-09-01', ...more }
  return good(await secretary().calls('pledge.save', wanted)).pledgeId
}
const listed = async (openid = 'demo-secretary', org = orgId, year = 2026) =>
  good(await branch.as(openid).calls('pledge.list', { orgId: org, year })).items.filter(one => !one.pledgeId.startsWith('demo-'))
const done = (pledgeId: string, more: { activityId?: string; on?: string; note?: string } = {}, command = 'done-01') =>
  secretary().calls('pledge.done', { pledgeId, on: '2026-11-20', ...more }, command)

test('what a unit owes is counted by the period; done twice by one activity is done once, on the day of the activity', async () => {
  const pledgeId = await pledge()
  expect(await listed()).toMatchObject([{ pledgeId, partnerName: '区妇幼保健院', owed: 4, done: 0, overdue: 2 }])
  const activityId = await meeting(branch, { kind: 'study', title: '高血压怎么办', startsAt: MORNING + HOUR, endsAt: MORNING + 2 * HOUR })
  // Nothing is done by what is not over.
  expect(refusal(await done(pledgeId, { activityId }))).toBe('CONFLICT')
  await branch.clock.advance(3 * HOUR)
  for (const command of ['done-01', 'done-02']) good(await done(pledgeId, { activityId, on: '2026-01-01' }, command))
  for (let times = 0; times < 2; times++) good(await done(pledgeId, { on: '2026-10-09', note: '在公园义诊' }, 'done-03'))
  const [row] = await listed()
  expect(row).toMatchObject({
    done: 2,
    overdue: 1,
    acts: [
      { on: '2026-11-21', note: '高血压怎么办', activityId },
      { on: '2026-10-09', note: '在公园义诊' },
    ],
  })
  expect(row?.periods.map(one => [one.period, one.state])).toEqual([
    ['2026-09', 'overdue'],
    ['2026-10', 'done'],
    ['2026-11', 'done'],
    ['2026-12', 'upcoming'],
  ])
  expect(refusal(await done(pledgeId, { on: '2027-01-01' }, 'done-04'))).toBe('INVALID_INPUT')
  expect(await branch.operations('pledge.list')).toBeLessThanOrEqual(4)
})

test('an activity of another branch fulfils no pledge of this one; officers above see what is owed below them', async () => {
  const pledgeId = await pledge()
  const elsewhere = good(
    await branch.as('demo-other-secretary').calls('activity.publish', {
      ...{ branchId: 'branch-02', kind: 'study', title: '别处的课', startsAt: MORNING + HOUR, endsAt: MORNING + 2 * HOUR },
      ...{ place: { name: '会议室' }, audience: 'branch' },
    }),
  ).activityId
  await branch.clock.advance(3 * HOUR)
  expect(refusal(await done(pledgeId, { activityId: elsewhere }))).toBe('NOT_FOUND')
  for (const [openid, org] of [
    ['demo-street', 'changqing'],
    ['demo-bureau', 'district'],
  ] as const)
    expect((await listed(openid, org)).map(one => one.pledgeId)).toContain(pledgeId)
  expect(refusal(await branch.as('demo-other-secretary').calls('pledge.done', { pledgeId, on: '2026-11-20' }))).toBe('FORBIDDEN')
  expect(refusal(await branch.as('demo-other-secretary').calls('pledge.list', { orgId, year: 2026 }))).toBe('FORBIDDEN')
})

test('the secretary is reminded before the last day and once after it, and not of what is done', async () => {
  const pledgeId = await pledge({ since: '2026-11-01' })
  await pledge({ since: '2026-11-01', what: '一起学习' })
  const told = async () => {
    const { memberId } = people.secretary
    const rows = await stored(branch, 'messages', { memberId })
    return rows
      .filter(one => one.kind === 'pledge-due' && one.title.includes('区妇幼保健院'))
      .map(one => [one.title.slice(6), one.text.split('”')[0]])
  }
  // It owed one in October, and has not been told since.
  const late = await pledge({ since: '2026-10-01', what: '上门看望' })
  await amend(branch, 'pledges', { _id: late }, { toldOn: '2026-10-31', remindAt: branch.clock.now() })
  await branch.clock.advance(10 * MINUTE)
  expect(await told()).toEqual([['的共建过期了', '2026年10月“上门看望']])
  good(await done(late, { on: '2026-11-20' }, 'done-05'))
  good(await done(pledgeId, { on: '2026-11-20' }))
  await branch.clock.advance(3 * DAY)
  expect((await told()).filter(([title]) => title === '还有一件共建的事')).toEqual([['还有一件共建的事', '2026年11月“一起学习']])
  expect(await told()).toHaveLength(2)
})

test('the contact of the unit opens its own page from a card, with no elder and no number on it', async () => {
  const pledgeId = await pledge()
  const partnerId = await partner()
  good(await done(pledgeId, { note: '给沈怀远同志量血压' }))
  const { code } = good(await secretary().calls('pledge.card', { partnerId }))
  expect(good(await secretary().calls('pledge.card', { partnerId })).code).toBe(code)
  const open = () => branch.as('demo-stranger').calls('pledge.open', { code })
  const page = good(await open())
  expect(page).toMatchObject({ partnerName: '区妇幼保健院', ended: false, items: [{ pledgeId, owed: 4, done: 1, overdue: 2 }] })
  expect(JSON.stringify(page)).not.toMatch(/沈怀远|138000|周主任/u)
  const fresh = good(await secretary().calls('pledge.card', { partnerId, fresh: true }, 'fresh-01')).code
  expect(good(await secretary().calls('pledge.card', { partnerId, fresh: true }, 'fresh-01')).code).toBe(fresh)
  expect(fresh).not.toBe(code)
  expect(refusal(await open())).toBe('NOT_FOUND')
  expect(refusal(await branch.as('demo-other-secretary').calls('pledge.card', { partnerId }))).toBe('FORBIDDEN')
  // Saved again, the unit keeps its card.
  good(await secretary().calls('partner.save', { ...unit, partnerId, contact: '吴主任' }))
  good(await branch.as('demo-stranger').calls('pledge.open', { code: fresh }))
})

test('nothing is owed once the pledge or the partnership ended; what was done stays', async () => {
  const pledgeId = await pledge()
  good(await done(pledgeId))
  for (let times = 0; times < 2; times++) good(await secretary().calls('pledge.end', { pledgeId, reason: '协议到期' }))
  expect(await listed()).toMatchObject([{ owed: 2, done: 1, overdue: 2, until: '2026-11-21', may: ['done'] }])
  const other = await pledge({ what: '居家护理', per: 'year', times: 3 })
  expect((await listed()).find(one => one.pledgeId === other)).toMatchObject({ owed: 3, overdue: 0 })
  good(await secretary().calls('partner.end', { branchId: orgId, partnerId: await partner(), reason: '机构撤了' }))
  expect((await listed()).find(one => one.pledgeId === other)).toMatchObject({ owed: 0, overdue: 0, until: '2026-11-21' })
})

test('goes over with its branch to the one in its place', async () => {
  const pledgeId = await pledge()
  good(await branch.as('demo-street').calls('org.merge', { orgId, intoOrgId: 'branch-02', on: '2026-11-20', reason: '合并' }))
  expect((await stored(branch, 'pledges', { _id: pledgeId }))[0]).toMatchObject({ branchId: 'branch-02' })
  expect((await listed('demo-other-secretary', 'branch-02')).map(one => one.pledgeId)).toEqual([pledgeId])
})
