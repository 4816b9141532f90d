import { readSheet } from 'read-excel-file/node'
import { good, stored } from '../support/attendance'
import { DAY, HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { people, refusal } from '../support/people'
import { doctor } from '../support/hours'
import { claim, publish } from '../support/posts'
import { dateOf } from '../../../core/shared/calendar'

let branch: Branch
beforeEach(async () => void (branch = await startBranch()))
afterEach(() => branch.close())

const as = (openid: string) => branch.as(openid)
const secretary = () => as('demo-secretary')
const TUESDAY = '2026-11-24'
const planned = {
  on: TUESDAY,
  people: [
    { memberId: 'v-05', part: '陪同' },
    { memberId: 'v-06', part: '开车' },
  ],
  steps: ['接上老人', '挂号', '看医生', '送回家'],
  vehicle: '鄂A12345',
  papers: ['医保卡', '病历本'],
}
const raise = async (openid: string, more: object = {}) =>
  good(await as(openid).calls('wish.raise', { kind: 'escort', text: '去医院复查心脏', ...more })).wishId
const plan = (wishId: string, more: object = {}) => secretary().calls('wish.plan', { wishId, ...planned, ...more })
const get = async (openid: string, wishId: string, more: object = {}) => good(await as(openid).calls('wish.get', { wishId, ...more }))
const inbox = async (openid: string) => good(await as(openid).calls('inbox.list', {})).items.map(one => one.title)

describe('a trip to hospital', () => {
  test('is asked for by family, planned by the secretary, ticked by those named, and seen step by step by the elder and the family', async () => {
    const wishId = await raise('demo-family-01', { forMemberId: 'm-01' })
    expect(await inbox('demo-secretary')).toContainEqual(expect.stringContaining('陪着出门看病'))
    good(await plan(wishId))
    expect(await inbox('demo-member-01')).toContain('安排好了：陪着出门看病')
    expect(await inbox('demo-volunteer-05')).toContainEqual(expect.stringContaining('请您陪老同志看病'))
    const seen = await get('demo-family-01', wishId, { forMemberId: 'm-01' })
    expect(seen).toMatchObject({ state: 'planned', on: TUESDAY, named: false, plan: { vehicle: '鄂A12345', papers: planned.papers } })
    expect(await branch.roundTrips('wish.get')).toBeLessThanOrEqual(2)
    expect(seen.plan?.people).toMatchObject([
      { memberId: 'v-05', part: '陪同' },
      { memberId: 'v-06', part: '开车' },
    ])

    await branch.clock.pass(DAY)
    await branch.clock.advance(DAY + MINUTE)
    expect(await inbox('demo-volunteer-06')).toContainEqual(expect.stringContaining('明天陪老同志看病'))
    await branch.clock.advance(DAY)
    const tick = (openid: string, step: number, more: object = {}) => as(openid).calls('wish.tick', { wishId, step, ...more })
    expect(refusal(await tick('demo-secretary', 0))).toBe('FORBIDDEN')
    expect(refusal(await tick('demo-member-20', 0))).toBe('FORBIDDEN')
    expect(good(await tick('demo-volunteer-05', 0))).toEqual({ done: 1, of: 4 })
    expect(good(await tick('demo-volunteer-06', 0))).toEqual({ done: 1, of: 4 })
    good(await tick('demo-volunteer-06', 1))
    expect(await branch.roundTrips('wish.tick')).toBeLessThanOrEqual(2)
    good(await tick('demo-volunteer-06', 1, { undo: true }))
    expect(refusal(await tick('demo-volunteer-05', 9))).toBe('INVALID_INPUT')
    const [first, second] = (await get('demo-member-01', wishId)).plan?.steps ?? []
    const name = (await stored(branch, 'members', { _id: 'v-05' }))[0]?.name
    expect([first?.by, second?.doneAt]).toEqual([name, undefined])
    expect(first?.doneAt).toBeGreaterThan(MORNING + 3 * DAY)
    expect(await inbox('demo-member-01')).toContain('开始了：陪着出门看病')

    const cost = { wishId, what: '打车', fen: 2600 }
    expect(good(await as('demo-volunteer-05').calls('wish.cost', cost, 'cost-01')).sumFen).toBe(2600)
    expect(good(await as('demo-volunteer-05').calls('wish.cost', cost, 'cost-01')).sumFen).toBe(2600)
    expect(good(await secretary().calls('wish.cost', { wishId, what: '记错了，冲掉', fen: -600 })).sumFen).toBe(2000)
    const photo = await branch.upload('照片.jpg', Buffer.from('a photo'))
    const done = { wishId, note: '指标都正常', photoFileIds: [photo] }
    for (let times = 0; times < 2; times++) good(await secretary().calls('wish.done', done))
    const after = await as('demo-member-01').calls('wish.get', { wishId })
    expect(after).toMatchObject({ ok: true, data: { state: 'done', note: '指标都正常', sumFen: 2000, photoFileIds: [photo] } })
    expect(Object.keys((after.ok ? after.files : undefined) ?? {})).toEqual([photo])
    expect((await inbox('demo-member-01')).filter(one => one.startsWith('办好了'))).toHaveLength(1)
    // What is over is no longer the helpers' to read.
    expect(refusal(await as('demo-volunteer-05').calls('wish.get', { wishId }))).toBe('FORBIDDEN')
    expect(refusal(await plan(wishId))).toBe('WISH_CLOSED')
    const { url } = good(await secretary().calls('wish.export', { orgId: 'branch-01' }))
    const file = Buffer.from(await (await fetch(url)).arrayBuffer())
    expect((await readSheet(file, '心愿和陪同')).flat()).toEqual(expect.arrayContaining(['去医院复查心脏', '鄂A12345', '20.00']))
    expect((await readSheet(file, '费用')).slice(1).map(row => row[3])).toEqual(['26.00', '冲回 6.00'])
  })

  test('is refused where a person or the car is somewhere else then, with what; nothing stays noted of the refused one', async () => {
    const one = await raise('demo-member-03')
    const other = await raise('demo-member-04')
    good(await plan(one))
    for (let times = 0; times < 2; times++) good(await plan(one))
    const clash = await plan(other, { people: [{ memberId: 'v-06', part: '陪同' }, { memberId: 'v-07', part: '开车' }], vehicle: '鄂a·12345' }) // prettier-ignore
    expect(clash).toMatchObject({
      code: 'WISH_CLASH',
      data: {
        clashes: [
          { memberId: 'v-06', with: { what: 'wish', title: '陪老同志看病' } },
          { name: '鄂a·12345', with: { what: 'wish' } },
        ],
      },
    })
    expect(clash.ok ? [] : JSON.stringify(clash.data)).not.toContain('心脏')
    const noted = await stored(branch, 'members', { _id: 'v-07' })
    expect(noted[0]?.engaged ?? []).toEqual([])
    // Another hour of the day, another car: it goes.
    good(await plan(one, { from: '08:00', to: '11:00' }))
    good(await plan(other, { people: [{ memberId: 'v-06', part: '陪同' }], from: '13:00', to: '15:00' }))
    // Their doctor's hours, and a shift of a post, stand in the way too.
    const third = await raise('demo-member-05')
    const hoursId = await doctor(branch, { hostIds: ['v-09'] })
    good(await as('demo-volunteer-08').calls('hours.book', { hoursId }))
    const { postId } = await publish(branch, { places: 2, day: 3, hour: 1 })
    good(await claim(branch, 'demo-volunteer-07', postId))
    const busy = await plan(third, { people: [{ memberId: 'v-07', part: '陪同' }, { memberId: 'v-08', part: '开车' }], vehicle: undefined }) // prettier-ignore
    expect(busy).toMatchObject({
      code: 'WISH_CLASH',
      data: {
        clashes: [
          { memberId: 'v-07', with: { what: 'post', title: '邻里帮' } },
          { memberId: 'v-08', with: { what: 'hours', title: '家庭医生' } },
        ],
      },
    })
    // And an escort in the way of doctor's hours.
    expect(await as('demo-volunteer-05').calls('hours.book', { hoursId, startsAt: MORNING + 3 * DAY + HOUR + 30 * MINUTE })).toMatchObject({
      code: 'SLOT_OVERLAPS',
      data: { with: { title: '陪老同志看病' } },
    })
  })

  test('of two planned at once with the same people and car, one is', async () => {
    const wishes = await Promise.all(['demo-member-03', 'demo-member-04', 'demo-member-05'].map(openid => raise(openid)))
    const replies = await Promise.all(wishes.map(wishId => plan(wishId)))
    expect(replies.filter(one => one.ok)).toHaveLength(1)
    expect(replies.filter(one => !one.ok).map(refusal)).toEqual(replies.filter(one => !one.ok).map(() => 'WISH_CLASH'))
    const held = (await stored(branch, 'members', { _id: 'v-05' }))[0]?.engaged ?? []
    const rows = (await stored(branch, 'wishes', { scopes: 'branch-01', open: true })).filter(
      one => one.state === 'planned' && one._id !== 'wish-escort',
    )
    expect(held.map(one => one.id)).toEqual(rows.map(one => one._id))
  })

  test('is changed: who is no longer named is told and free; what was ticked stays', async () => {
    const wishId = await raise('demo-member-03')
    good(await plan(wishId))
    good(await as('demo-volunteer-05').calls('wish.tick', { wishId, step: 0 }))
    good(await plan(wishId, { people: [{ memberId: 'v-05', part: '陪同' }], steps: ['接上老人', '取药', '送回家'] }))
    expect(await inbox('demo-volunteer-06')).toContainEqual(expect.stringContaining('不用您去了'))
    expect(refusal(await as('demo-volunteer-06').calls('wish.get', { wishId }))).toBe('FORBIDDEN')
    expect((await get('demo-member-03', wishId)).plan?.steps.map(one => one.doneAt !== undefined)).toEqual([true, false, false])
    const other = await raise('demo-member-04')
    good(await plan(other, { people: [{ memberId: 'v-06', part: '陪同' }], vehicle: undefined }))
  })
})

test('a wish is called off by the elder: those named are told and free, and it may be asked for once more', async () => {
  const wishId = await raise('demo-member-03', { kind: 'wish', text: '回老部队看看', on: TUESDAY })
  good(await plan(wishId))
  for (let times = 0; times < 2; times++) good(await as('demo-member-03').calls('wish.cancel', { wishId, reason: '天冷了' }))
  expect(await inbox('demo-volunteer-05')).toContainEqual(expect.stringContaining('取消了'))
  expect(refusal(await as('demo-volunteer-05').calls('wish.tick', { wishId, step: 0 }))).toBe('FORBIDDEN')
  const other = await raise('demo-member-04')
  good(await plan(other))
  expect(good(await as('demo-member-03').calls('wish.mine', {})).items).toMatchObject([{ wishId, state: 'cancelled' }])
  expect(await branch.roundTrips('wish.mine')).toBeLessThanOrEqual(2)
  expect(good(await as('demo-volunteer-05').calls('wish.mine', {})).helping).toMatchObject([{ wishId: other, part: '陪同' }])
})

test('is planned by those who look after the elder: their group’s leader too, of another group not; of another branch none', async () => {
  const wishId = await raise('demo-member-04')
  const asked = { wishId, ...planned }
  const own = people.leaderOf('m-04').openid
  expect(refusal(await as('demo-other-secretary').calls('wish.plan', asked))).toBe('FORBIDDEN')
  expect(refusal(await as('demo-member-20').calls('wish.get', { wishId }))).toBe('FORBIDDEN')
  good(await as(own).calls('wish.plan', asked))
  expect(refusal(await as(own).calls('wish.plan', { ...asked, people: [{ memberId: 'n-11', part: '陪同' }] }))).toBe('INVALID_INPUT')
  const list = good(await secretary().calls('wish.list', { orgId: 'branch-01' }))
  expect(list.items.find(one => one.wishId === wishId)).toMatchObject({ memberId: 'm-04', state: 'planned', steps: 4, done: 0 })
  expect(await branch.roundTrips('wish.list')).toBeLessThanOrEqual(2)
})

test('goes on without a helper who departs, ends with the elder, and follows an elder to another branch', async () => {
  const [one, other] = [await raise('demo-member-03'), await raise('demo-member-04')]
  good(await plan(one))
  good(await plan(other, { on: '2026-11-25' }))
  good(await as('demo-volunteer-06').calls('me.withdraw', {}))
  expect((await get('demo-secretary', one)).plan?.people).toMatchObject([{ memberId: 'v-05' }])
  expect(await inbox('demo-secretary')).toContainEqual(expect.stringContaining('要重新安排人'))
  const name = (await stored(branch, 'members', { _id: 'm-03' }))[0]?.name ?? ''
  good(await secretary().calls('aftercare.mark', { memberId: 'm-03', diedOn: dateOf(MORNING - DAY), toldBy: '女儿', nameEnd: name.slice(-1), bereavedIds: [] })) // prettier-ignore
  expect((await stored(branch, 'wishes', { _id: one }))[0]).toMatchObject({ state: 'cancelled', open: false, text: '' })
  const { transferId } = good(await secretary().calls('transfer.start', { memberId: 'm-04', toBranchId: 'branch-02', reason: '搬家' }))
  good(await as('demo-other-secretary').calls('transfer.receive', { transferId }))
  expect(good(await as('demo-other-secretary').calls('wish.list', { orgId: 'branch-02' })).items).toMatchObject([{ wishId: other }])
  expect(refusal(await secretary().calls('wish.get', { wishId: other }))).toBe('FORBIDDEN')
})
