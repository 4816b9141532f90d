import { readWorkbook } from '../../../cloudfunctions/spreadsheets/read'
import { good, stored } from '../support/attendance'
import { HOUR, MINUTE, startBranch, type Branch } from '../support/branch'
import { remedy } from '../support/inputs'
import { people, refusal } from '../support/people'

let branch: Branch
beforeEach(async () => void (branch = await startBranch()))
afterEach(() => branch.close())

const secretary = () => branch.as('demo-secretary')
const owner = () => branch.as('demo-member-04')
const save = async (more: object = {}, command = 'first') =>
  good(await secretary().calls('remedy.save', { ...remedy, ...more }, command)).remedyId
/** What they were told, the earliest first. */
const told = async (memberId: string, kind: 'remedy' | 'remedy-desk') => {
  const messages = await stored(branch, 'messages', { memberId, kind })
  return messages.sort((one, other) => one.at - other.at).map(one => one.title)
}
/** The timer looks; what is due has been said. */
const later = () => branch.clock.advance(6 * MINUTE)
const list = async (openid: string, orgId: string, state?: 'open' | 'late' | 'done') =>
  good(await branch.as(openid).calls('remedy.list', { orgId, ...(state === undefined ? {} : { state }) }))

test('what is to be put right is given to its owner, who is reminded, shows that it is done, and hears when it has to be done again', async () => {
  const remedyId = await save()
  expect(await save()).toBe(remedyId)
  expect(await told('m-04', 'remedy')).toEqual(['有一项整改请您负责'])
  expect(good(await owner().calls('remedy.mine', {})).items).toMatchObject([{ remedyId, open: true, overdue: false, reported: false }])
  expect(good(await owner().calls('remedy.get', { remedyId })).may).toEqual(['report'])
  expect(refusal(await branch.as('demo-member-05').calls('remedy.report', { remedyId, note: '我来' }))).toBe('FORBIDDEN')
  expect(refusal(await branch.as('demo-member-05').calls('remedy.get', { remedyId }))).toBe('FORBIDDEN')

  await save({ dueOn: '2026-11-24', remedyId }, 'put-off')
  await later()
  expect((await told('m-04', 'remedy')).at(-1)).toBe('有一项整改快到日子了')
  expect(await told(people.secretary.memberId, 'remedy-desk')).toEqual([])
  await save({ dueOn: '2026-11-20', remedyId }, 'sooner')
  await later()
  expect((await told('m-04', 'remedy')).at(-1)).toBe('有一项整改过了日子')
  expect(await told(people.secretary.memberId, 'remedy-desk')).toEqual(['有一项整改过了日子'])
  for (const [openid, orgId] of [
    ['demo-secretary', 'branch-01'],
    ['demo-street', 'changqing'],
    ['demo-bureau', 'district'],
  ] as const)
    // prettier-ignore
    expect(await list(openid, orgId, 'late')).toMatchObject({ overdue: 1, items: [{ remedyId, overdue: true }] })

  const photo = await branch.upload('handrail.png', Buffer.from('a photo'))
  const report = { remedyId, note: '扶手装好了', photoFileIds: [photo] }
  good(await owner().calls('remedy.report', report, 'report'))
  good(await owner().calls('remedy.report', report, 'report'))
  expect((await told(people.secretary.memberId, 'remedy-desk')).at(-1)).toContain('说整改好了')
  good(await secretary().calls('remedy.tick', { remedyId, note: '看过了，装得牢' }))
  const closed = good(await owner().calls('remedy.get', { remedyId }))
  expect(closed).toMatchObject({
    open: false,
    overdue: false,
    reports: [{ note: '扶手装好了', photoFileIds: [photo] }],
    done: { note: '看过了，装得牢' },
  })
  expect(closed.reports).toHaveLength(1)
  expect((await list('demo-street', 'changqing', 'late')).overdue).toBe(0)
  expect(refusal(await secretary().calls('remedy.save', { ...remedy, remedyId }))).toBe('CONFLICT')

  good(await secretary().calls('remedy.reopen', { remedyId, reason: '左边那根松了' }))
  expect((await told('m-04', 'remedy')).at(-1)).toBe('有一项整改还要再改一改')
  const again = good(await owner().calls('remedy.get', { remedyId }))
  expect(again).toMatchObject({ open: true, reopened: [{ reason: '左边那根松了' }] })
  expect(again.reports.map(one => one.note)).toEqual(['扶手装好了', '看过了，装得牢'])
})

test('at night no phone rings for it, and of two who close it at once one proof stands', async () => {
  await branch.clock.advance(13 * HOUR, 0)
  const remedyId = await save()
  const [message] = await stored(branch, 'messages', { memberId: 'm-04', kind: 'remedy' })
  expect(message?.push).toBe('later')
  const ticks = ['先看到的', '后看到的'].map((note, nth) => secretary().calls('remedy.tick', { remedyId, note }, `tick-${String(nth)}`))
  for (const reply of await Promise.all(ticks)) good(reply)
  const [row] = await stored(branch, 'remedies', { _id: remedyId })
  expect([row?.open, ['先看到的', '后看到的'].includes(row?.done?.note ?? '')]).toEqual([false, true])
})

test('an owner who departs leaves it to the secretary to name another; it is nowhere lost', async () => {
  const remedyId = await save()
  expect(refusal(await secretary().calls('remedy.save', { ...remedy, ownerId: 'n-05' }))).toBe('INVALID_INPUT')
  const [member] = await stored(branch, 'members', { _id: 'm-04' })
  const died = { memberId: 'm-04', diedOn: '2026-11-20', toldBy: '女儿', nameEnd: member?.name.slice(-1) ?? '', bereavedIds: [] }
  good(await secretary().calls('aftercare.mark', died))
  await later()
  const [item] = (await list('demo-secretary', 'branch-01')).items
  expect(item).toMatchObject({ remedyId, ownerId: null, open: true })
  expect(await told(people.secretary.memberId, 'remedy-desk')).toEqual(['有一项整改没有人负责了'])
  good(await secretary().calls('remedy.save', { ...remedy, ownerId: 'm-05', remedyId }))
  expect(await told('m-05', 'remedy')).toEqual(['有一项整改请您负责'])
  await save({ dueOn: '2026-11-23', ownerId: 'm-05', remedyId }, 'put-off')
  await later()
  expect((await told('m-05', 'remedy')).at(-1)).toBe('有一项整改快到日子了')
})

test('the list goes out as a sheet: what is open first, each with its day and what became of it', async () => {
  await save({ dueOn: '2026-11-10', problem: '=2+3' }, 'late')
  const done = await save({ problem: '没有报纸' }, 'done')
  good(await secretary().calls('remedy.tick', { remedyId: done, note: '订上了' }))
  const { url } = good(await branch.as('demo-street').calls('remedy.export', { orgId: 'changqing' }))
  const [page] = await readWorkbook(Buffer.from(await (await fetch(url)).arrayBuffer()))
  const at = (title: string) => page?.rows[0]?.indexOf(title) ?? -1
  const ours = page?.rows.slice(1).filter(row => ["'=2+3", '没有报纸'].some(one => one === row[at('问题')]))
  const column = (title: string) => ours?.map(row => row[at(title)])
  expect([column('问题'), column('情况'), column('整改结果')]).toEqual([["'=2+3", '没有报纸'], ['过期没改好', '已销号'], [null, '订上了']]) // prettier-ignore
})
