import { good, lineOf, put, stored } from '../support/attendance'
import { DAY, HOUR, MORNING, startBranch, type Branch } from '../support/branch'
import { people, refusal } from '../support/people'

let branch: Branch
beforeEach(async () => void (branch = await startBranch()))
afterEach(() => branch.close())

const secretary = () => branch.as('demo-secretary')
const orgId = 'branch-01'
const create = async (more: object = {}) =>
  good(await secretary().calls('circle.create', { orgId, kind: 'gateball', name: '门球队', teacher: '周教练', ...more }, 'create-01'))
    .circleId
const joins = (openid: string, circleId: string, more: object = {}) => branch.as(openid).calls('circle.join', { circleId, ...more })
const listed = async (openid: string) => good(await branch.as(openid).calls('circle.list', {})).items
const seen = async (circleId: string, openid = 'demo-member-03') => good(await branch.as(openid).calls('circle.get', { circleId }))
const match = { title: '湖边门球赛', startsAt: MORNING + 2 * DAY, endsAt: MORNING + 2 * DAY + 2 * HOUR, place: { name: '门球场' } }

test('is joined by one tap, by family too, and left by one tap; twice is once', async () => {
  const circleId = await create()
  expect(await create()).toBe(circleId)
  const both = [
    joins('demo-member-03', circleId),
    joins('demo-member-03', circleId),
    joins('demo-family-01', circleId, { forMemberId: 'm-01' }),
  ]
  for (const reply of await Promise.all(both)) good(reply)
  const { people: count, members, mine, teacher } = await seen(circleId)
  expect([count, members.map(one => one.memberId).sort(), mine, teacher]).toEqual([2, ['m-01', 'm-03'], true, '周教练'])
  for (let times = 0; times < 2; times++) good(await branch.as('demo-member-03').calls('circle.leave', { circleId }))
  expect((await seen(circleId)).people).toBe(1)
  expect(await listed('demo-member-03')).toMatchObject([{ circleId, mine: false }])
})

test('is open to neighbours only where its organizer says so, and those who came stay', async () => {
  const circleId = await create()
  expect(refusal(await joins('demo-other-member', circleId))).toBe('NOT_INVITED')
  expect(await listed('demo-other-member')).toEqual([])
  good(await secretary().calls('circle.change', { circleId, open: true }))
  expect(await listed('demo-other-member')).toMatchObject([{ circleId, open: true }])
  good(await joins('demo-other-member', circleId))
  good(await secretary().calls('circle.change', { circleId, open: false }))
  expect(refusal(await joins('demo-other-secretary', circleId))).toBe('NOT_INVITED')
  expect((await seen(circleId, 'demo-other-member')).mine).toBe(true)
  good(await branch.as('demo-other-member').calls('circle.leave', { circleId }))
  expect(await listed('demo-other-member')).toEqual([])
})

describe('an activity of a circle', () => {
  test('is for its members, a neighbour among them, whenever they joined; for no others', async () => {
    const circleId = await create({ open: true, organizerIds: ['m-10'] })
    for (const openid of ['demo-member-03', 'demo-other-member']) good(await joins(openid, circleId))
    const organizer = branch.as('demo-member-10')
    const { activityId } = good(await organizer.calls('circle.meet', { circleId, ...match }, 'meet-01'))
    expect(good(await organizer.calls('circle.meet', { circleId, ...match }, 'meet-01')).activityId).toBe(activityId)
    good(await joins('demo-member-05', circleId))
    const ahead = async (openid: string) =>
      good(await branch.as(openid).calls('activity.list', { from: MORNING })).items.some(one => one.activityId === activityId)
    expect(await Promise.all(['demo-member-03', 'demo-other-member', 'demo-member-05', 'demo-member-06'].map(ahead))).toEqual([
      ...[true, true, true, false],
    ])
    const told = async (openid: string) =>
      good(await branch.as(openid).calls('inbox.list', {})).items.filter(one => one.title.includes(match.title)).length
    expect(await Promise.all(['demo-member-03', 'demo-other-member', 'demo-member-06'].map(told))).toEqual([1, 1, 0])
    good(await branch.as('demo-other-member').calls('signup.join', { activityId }))
    expect(refusal(await branch.as('demo-member-06').calls('signup.join', { activityId }))).toBe('NOT_INVITED')
    expect(good(await secretary().calls('activity.statistics', { activityId }))).toMatchObject({ invited: 3, joined: 1 })
    expect(good(await branch.as('demo-member-05').calls('activity.get', { activityId }))).toMatchObject({ circleId, circleName: '门球队' })

    good(await branch.as('demo-other-member').calls('circle.leave', { circleId }))
    expect(good(await secretary().calls('activity.statistics', { activityId }))).toMatchObject({ invited: 2, joined: 0 })
    expect(await ahead('demo-other-member')).toBe(false)
  })

  test('keeps its sheet when people leave the circle afterwards', async () => {
    const circleId = await create()
    good(await joins('demo-member-03', circleId))
    const { activityId } = good(await secretary().calls('circle.meet', { circleId, ...match }))
    await branch.clock.pass(2 * DAY)
    await branch.clock.advance(3 * HOUR)
    const mark = { memberId: 'm-03', state: 'present' as const, at: match.startsAt, nonce: 'n-1', reason: '到了' }
    good(await secretary().calls('attendance.mark', { activityId, marks: [mark] }))
    good(await branch.as('demo-member-03').calls('circle.leave', { circleId }))
    expect(await lineOf(branch, 'm-03', activityId)).toMatchObject({ state: 'present', guest: false })
  })

  test('may be given to a circle, and back to the branch, until it begins', async () => {
    const circleId = await create()
    good(await joins('demo-member-03', circleId))
    const wanted = { branchId: orgId, kind: 'interest' as const, audience: 'branch' as const, ...match }
    const { activityId } = good(await secretary().calls('activity.publish', wanted))
    const invited = async () => good(await secretary().calls('activity.statistics', { activityId })).invited
    expect(await invited()).toBe(87)
    good(await secretary().calls('activity.change', { activityId, circleId }))
    expect(await invited()).toBe(1)
    good(await secretary().calls('activity.change', { activityId, circleId: null }))
    expect(await invited()).toBe(87)
    // What every member owes to come to is no circle's.
    expect(refusal(await secretary().calls('activity.publish', { ...wanted, kind: 'party-day', circleId }))).toBe('INVALID_INPUT')
  })
})

test('a match has its places, of members alone; put right, what stood stays in its history', async () => {
  const circleId = await create({ organizerIds: ['m-10'] })
  for (const n of ['03', '04', '05']) good(await joins(`demo-member-${n}`, circleId))
  const places = ['m-04', 'm-03', 'm-05'].map((memberId, index) => ({ memberId, place: index + 1 }))
  const result = (openid: string, more: object = {}, commandId = 'result-01') =>
    branch.as(openid).calls('circle.result', { circleId, title: '秋季门球赛', places, ...more }, commandId)
  expect(refusal(await result('demo-member-03'))).toBe('FORBIDDEN')
  expect(refusal(await result('demo-member-10', { places: [{ memberId: 'm-06', place: 1 }] }))).toBe('INVALID_INPUT')
  const { resultId } = good(await result('demo-member-10'))
  expect(good(await result('demo-member-10')).resultId).toBe(resultId)
  const put = { resultId, places: [...places].reverse().map((one, index) => ({ ...one, place: index + 1 })) }
  for (const command of ['result-02', 'result-03']) good(await result('demo-secretary', put, command))
  const { items } = good(await branch.as('demo-member-03').calls('circle.results', { circleId }))
  expect(items).toMatchObject([{ resultId, title: '秋季门球赛', places: [{ memberId: 'm-05', place: 1 }, {}, {}] }])
  expect(items[0]?.former.map(one => one.places.map(each => each.memberId))).toEqual([['m-04', 'm-03', 'm-05']])
  expect(items[0]?.places.every(one => one.name !== '')).toBe(true)
  // Who is in it, and in which place, is not for those who are not.
  expect(good(await branch.as('demo-member-06').calls('circle.results', { circleId })).items).toEqual([])
  expect((await seen(circleId, 'demo-member-06')).members).toEqual([])
})

test('goes on without a person who departed, and with its people where its branch goes over to another', async () => {
  const circleId = await create({ organizerIds: ['m-03'] })
  for (const openid of ['demo-member-03', 'demo-member-04']) good(await joins(openid, circleId))
  good(await secretary().calls('circle.meet', { circleId, ...match }))
  const dead = { memberId: 'm-03', diedOn: '2026-11-20', toldBy: '女儿', nameEnd: '', bereavedIds: [] }
  const { name } = (await seen(circleId, 'demo-member-04')).members.find(one => one.memberId === 'm-03') ?? { name: '' }
  good(await secretary().calls('aftercare.mark', { ...dead, nameEnd: name.slice(-1) }))
  const after = await seen(circleId, 'demo-member-04')
  expect(after.members).toMatchObject([{ memberId: 'm-04', organizer: false }])
  const merge = { orgId, intoOrgId: 'branch-02', on: '2026-11-20', reason: '两个支部合并' }
  good(await branch.as('demo-street').calls('org.merge', merge))
  const [row] = await stored(branch, 'circles', { _id: circleId })
  expect(row).toMatchObject({ orgId: 'branch-02', members: [{ memberId: 'm-04' }] })
  expect((await seen(circleId, 'demo-other-secretary')).may).toContain('result')
})

test('meets no more once it is closed; who runs it is an organizer or an officer over it', async () => {
  const circleId = await create()
  expect(refusal(await branch.as(people.liaison.openid).calls('circle.close', { circleId }))).toBe('FORBIDDEN')
  good(await branch.as('demo-street').calls('circle.close', { circleId }))
  expect(refusal(await joins('demo-member-03', circleId))).toBe('CIRCLE_CLOSED')
  expect(refusal(await secretary().calls('circle.meet', { circleId, ...match }))).toBe('CIRCLE_CLOSED')
  expect(await listed('demo-member-03')).toEqual([])
})

test('those above read the circles of all their branches 20 at a time; those that closed are not among them', async () => {
  const circleId = await create()
  const [circle] = await stored(branch, 'circles', { _id: circleId })
  if (!circle) throw new Error('there is a circle')
  const before = await stored(branch, 'circles', { path: { $gte: '/district/changqing/', $lt: '/district/changqing0' } })
  const open = before.filter(one => one.closedAt === undefined).map(one => one._id)
  for (let n = 10; n < 35; n++)
    await put(branch, 'circles', { ...circle, _id: `more-${String(n)}`, name: `第${String(n)}门球队`, ...(n === 20 ? { closedAt: MORNING } : {}) }) // prettier-ignore
  const ids: string[] = []
  let cursor: string | null | undefined
  do {
    const list = good(await branch.as('demo-street').calls('circle.list', { orgId: 'changqing', ...(cursor ? { cursor } : {}) }))
    expect(list.items.length).toBeLessThanOrEqual(20)
    ids.push(...list.items.map(one => one.circleId))
    cursor = list.cursor
  } while (cursor !== null)
  expect(ids.sort()).toEqual(
    [...open, ...Array.from({ length: 25 }, (_, n) => `more-${String(n + 10)}`).filter(id => id !== 'more-20')].sort(),
  )
})
