import { addDays, dateOf } from '../../../core/shared/calendar'
import { good } from '../support/attendance'
import { MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { amend, refusal } from '../support/people'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

const [HERE, THERE] = ['branch-01', 'branch-02']
const today = dateOf(MORNING)
const secretary = () => branch.as('demo-secretary')
const titles = async (openid: string) => good(await branch.as(openid).calls('inbox.list', {})).items.map(one => one.title)
const listed = async (openid = 'demo-secretary', orgId = HERE) => good(await branch.as(openid).calls('mobile.list', { orgId })).items
const away = { from: today, where: '深圳南山，女儿家', reach: '女儿手机 138' }

test('a member says where they go and how to be reached; the branch sees it, and no other member may say it for them', async () => {
  good(await branch.as('demo-member-15').calls('mobile.set', { memberId: 'm-15', ...away }))
  expect(refusal(await branch.as('demo-member-16').calls('mobile.set', { memberId: 'm-15', ...away }))).toBe('FORBIDDEN')
  expect(refusal(await branch.as('demo-other-secretary').calls('mobile.get', { memberId: 'm-15' }))).toBe('FORBIDDEN')
  good(await branch.as('demo-family-01').calls('mobile.set', { memberId: 'm-01', ...away }))
  expect(await listed()).toMatchObject([
    { memberId: 'm-01', may: ['contact', 'end'] },
    { memberId: 'm-15', where: away.where, reach: away.reach, contactDue: '2027-05-21', hosted: false },
  ])
  expect(await listed('demo-street', 'changqing')).toHaveLength(2)
})

test('the branch near them takes them in for the while; both send their notices, and it ends when they are back', async () => {
  good(await secretary().calls('mobile.set', { memberId: 'm-15', ...away, hostBranchId: THERE }))
  expect(await titles('demo-other-secretary')).toContainEqual(expect.stringMatching(/到您那里住一段$/))
  expect(await listed('demo-other-secretary', THERE)).toMatchObject([{ memberId: 'm-15', askedHere: true, may: [] }])
  good(
    await branch
      .as('demo-other-secretary')
      .calls('membership.affiliate', { memberId: 'm-15', branchId: THERE, reason: '外出期间参加活动' }),
  )
  expect(await listed('demo-other-secretary', THERE)).toMatchObject([{ hosted: true, may: [] }])
  good(await branch.as('demo-member-15').calls('mobile.end', { memberId: 'm-15', on: today }))
  expect(await listed('demo-other-secretary', THERE)).toEqual([])
  const { items } = good(await branch.as('demo-member-15').calls('membership.list', {}))
  expect(items.filter(one => one.until === null)).toMatchObject([{ branchId: HERE }])
})

test('a contact moves the day; half a year without word is told to the secretary alone, and stands nowhere else', async () => {
  const contact = { memberId: 'm-01', on: today, by: 'call' as const, note: '身体好' }
  expect(good(await secretary().calls('mobile.contact', contact))).toEqual({ contactDue: '2027-05-21' })
  expect(refusal(await secretary().calls('mobile.contact', { ...contact, memberId: 'm-15' }))).toBe('NOT_AWAY')
  expect(refusal(await branch.as('demo-street').calls('mobile.contact', contact))).toBe('FORBIDDEN')
  const passes = async (reminder: string) => {
    await amend(branch, 'mobile-members', { _id: 'm-01' }, { dueOn: addDays(today, -1), reminder, remindAt: MORNING - MINUTE })
    await branch.clock.advance(5 * MINUTE)
  }
  await passes('ahead')
  expect(await titles('demo-secretary')).toContainEqual(expect.stringMatching(/^该联系在外的/))
  await passes('silent')
  const silent = (title: string) => /^很久没有.*的消息了$/.test(title)
  expect((await titles('demo-secretary')).some(silent)).toBe(true)
  for (const openid of ['demo-street', 'demo-bureau', 'demo-member-01', 'demo-leader-1'])
    expect((await titles(openid)).some(silent)).toBe(false)
  expect(await listed()).toMatchObject([{ contactDue: addDays(today, -1), lastContact: { note: '身体好' } }])
  const [seen] = await listed('demo-street', 'changqing')
  expect(seen).toMatchObject({ contactDue: today })
  expect(seen?.lastContact).toBeUndefined()
})
