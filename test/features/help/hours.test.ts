import { readSheet } from 'read-excel-file/node'
import { good, stored } from '../support/attendance'
import { DAY, MINUTE, startBranch, type Branch } from '../support/branch'
import { doctor, HOST, offered, times } from '../support/hours'
import { people, refusal } from '../support/people'

let branch: Branch
beforeEach(async () => void (branch = await startBranch()))
afterEach(() => branch.close())

const as = (openid: string) => branch.as(openid)
const secretary = () => as('demo-secretary')
const [ten = { startsAt: 0, endsAt: 0 }, half = ten, eleven = ten] = times(3)
const at = (nth: number) => times(3)[nth]?.startsAt ?? 0
const book = (openid: string, hoursId: string, more: object = {}) => as(openid).calls('hours.book', { hoursId, ...more })
const cancel = (openid: string, hoursId: string, startsAt: number, more: object = {}) =>
  as(openid).calls('hours.cancel', { hoursId, startsAt, ...more })
const inbox = async (openid: string) => good(await as(openid).calls('inbox.list', {})).items.map(one => one.title)
const mine = async (openid: string) => good(await as(openid).calls('hours.mine', {}))
const bookedBy = async (hoursId: string) =>
  good(await secretary().calls('hours.booked', { hoursId })).items.map(one => [one.memberId, one.startsAt] as const)

describe('a ring', () => {
  test('opens a host’s number to officers over the hours, and to a host who comes to them; never what another has to do with', async () => {
    const hoursId = await doctor(branch)
    good(await book('demo-member-03', hoursId))
    const phone = (openid: string, memberId: string) => as(openid).calls('hours.phone', { hoursId, memberId })
    expect(good(await phone('demo-secretary', 'v-05')).phones[0]).toMatch(/^1\d{10}$/)
    expect(good(await phone('demo-street', 'm-03')).phones).toHaveLength(1)
    // A group's leader has no office over the branch's hours.
    expect(refusal(await phone(people.leader.openid, 'm-03'))).toBe('FORBIDDEN')
    expect(good(await phone(HOST, 'm-03')).phones).toHaveLength(1)
    expect(refusal(await phone(HOST, 'm-04'))).toBe('NOT_FOUND')
    expect(refusal(await phone('demo-secretary', 'm-04'))).toBe('NOT_FOUND')
    expect(refusal(await phone('demo-member-03', 'v-05'))).toBe('FORBIDDEN')
    expect(refusal(await phone('demo-other-secretary', 'v-05'))).toBe('FORBIDDEN')
    const looks = good(await secretary().calls('roster.looks', { memberId: 'm-03' }))
    expect(looks.items.map(one => one.what)).toContain('为预约咨询的事查看了电话')
    // Once the day is past, the host has no reason to ring any more; who gave the time back is not rung either.
    good(await cancel('demo-member-03', hoursId, at(0)))
    expect(refusal(await phone(HOST, 'm-03'))).toBe('NOT_FOUND')
  })
})

describe('an elder', () => {
  test('has the next free time by one tap, in two trips; tapping again books nothing more', async () => {
    const hoursId = await doctor(branch)
    const items = good(await as('demo-member-03').calls('hours.free', {})).items.filter(one => one.hoursId === hoursId)
    expect(items).toMatchObject([{ hoursId, title: '家庭医生', hosts: [expect.any(String)], next: ten, waiting: 0, myPlace: null }])
    expect(items[0]?.slots.map(one => [one.startsAt, one.free])).toEqual(times(3).map(one => [one.startsAt, true]))
    expect(await branch.roundTrips('hours.free')).toBeLessThanOrEqual(2)
    expect(good(await book('demo-member-03', hoursId))).toEqual({ state: 'booked', ...ten })
    expect(await branch.roundTrips('hours.book')).toBeLessThanOrEqual(2)
    expect(good(await book('demo-member-03', hoursId))).toEqual({ state: 'booked', ...ten })
    expect(good(await book('demo-member-03', hoursId, { startsAt: ten.startsAt }))).toEqual({ state: 'booked', ...ten })
    expect(await bookedBy(hoursId)).toEqual([['m-03', ten.startsAt]])
    expect((await offered(branch, 'demo-member-04', hoursId)).next).toEqual(half)
    expect(await mine('demo-member-03')).toMatchObject({
      items: [{ hoursId, ...ten, state: 'booked', ahead: null }],
      waiting: [],
      desks: [],
    })
    expect(await branch.roundTrips('hours.mine')).toBeLessThanOrEqual(2)
  })

  test('who comes too late hears of it, and of the next time they can have; nothing is blocked by that', async () => {
    const hoursId = await doctor(branch)
    good(await book('demo-member-03', hoursId, { startsAt: ten.startsAt }))
    expect(await book('demo-member-04', hoursId, { startsAt: ten.startsAt })).toMatchObject({
      code: 'SLOT_TAKEN',
      data: { next: half.startsAt },
    })
    expect((await stored(branch, 'members', { _id: 'm-04' }))[0]?.engaged ?? []).toEqual([])
    good(await book('demo-member-04', hoursId, { startsAt: half.startsAt }))
  })

  test('is booked for by family, and told; and by an officer who was called, by the same rule', async () => {
    const hoursId = await doctor(branch)
    good(await as('demo-family-01').calls('hours.book', { hoursId, startsAt: ten.startsAt, forMemberId: 'm-01', about: '血压高' }))
    expect(await inbox('demo-member-01')).toContainEqual(expect.stringContaining('给您约好了'))
    const leader = as(people.leader.openid)
    expect(await leader.calls('hours.bookFor', { hoursId, memberId: 'm-04', startsAt: ten.startsAt })).toMatchObject({ code: 'SLOT_TAKEN' })
    good(await leader.calls('hours.bookFor', { hoursId, memberId: 'm-04', startsAt: half.startsAt }))
    good(await leader.calls('hours.bookFor', { hoursId, memberId: 'm-04', startsAt: half.startsAt }))
    expect(await bookedBy(hoursId)).toEqual([['m-01', ten.startsAt], ['m-04', half.startsAt]]) // prettier-ignore
    expect(refusal(await as('demo-other-secretary').calls('hours.bookFor', { hoursId, memberId: 'm-05' }))).toBe('FORBIDDEN')
    expect(refusal(await book('demo-other-member', hoursId))).toBe('NOT_INVITED')
  })

  test('is never in two places: a time upon another of theirs is refused with what it is, through every door', async () => {
    const hoursId = await doctor(branch)
    const slots = [{ startsAt: ten.startsAt + 15 * MINUTE, endsAt: ten.endsAt + 15 * MINUTE }]
    const lawyer = await doctor(branch, { title: '法律咨询', kind: 'law', hostIds: ['v-06'], slots })
    good(await book('demo-member-03', hoursId, { startsAt: ten.startsAt }))
    const clash = { code: 'SLOT_OVERLAPS', data: { with: { title: '家庭医生', ...ten } } }
    expect(await book('demo-member-03', lawyer, { startsAt: slots[0]?.startsAt })).toMatchObject(clash)
    expect(await secretary().calls('hours.bookFor', { hoursId: lawyer, memberId: 'm-03', startsAt: slots[0]?.startsAt })).toMatchObject(
      clash,
    )
    expect(refusal(await book('demo-member-03', lawyer))).toBe('SLOT_TAKEN')
    // Given back, it stands in no way any more.
    good(await cancel('demo-member-03', hoursId, ten.startsAt))
    good(await book('demo-member-03', lawyer))
    const both = await Promise.all([book('demo-member-05', hoursId, { startsAt: ten.startsAt }), book('demo-member-05', lawyer)])
    expect(both.map(refusal).sort()).toEqual(['SLOT_TAKEN', 'done'])
  })
})

describe('what an elder writes for the doctor', () => {
  test('is read by the doctor, the elder and the family member who wrote it; by no officer, list, sheet or message', async () => {
    const hoursId = await doctor(branch)
    const secret = '夜里睡不着想找人说说'
    good(await as('demo-family-01').calls('hours.book', { hoursId, startsAt: ten.startsAt, forMemberId: 'm-01', about: secret }))
    good(await book('demo-member-02', hoursId, { startsAt: half.startsAt, about: `${secret}二` }))
    await branch.clock.advance(MINUTE)
    const desk = good(await as(HOST).calls('hours.desk', { hoursId, date: '2026-11-24' }))
    expect(desk.items.map(one => one.about)).toEqual([secret, `${secret}二`, undefined])
    expect((await mine('demo-member-01')).items[0]?.about).toBe(secret)
    expect((await mine('demo-member-02')).items[0]?.about).toBe(`${secret}二`)
    const family = good(await as('demo-family-01').calls('hours.mine', { forMemberId: 'm-01' }))
    expect(family.items[0]?.about).toBe(secret)
    // What the elder wrote alone, their family does not read.
    good(await book('demo-member-01', hoursId, { startsAt: eleven.startsAt, about: '不让孩子知道' }))
    expect(good(await as('demo-family-01').calls('hours.mine', { forMemberId: 'm-01' })).items.map(one => one.about)).toEqual([
      secret,
      undefined,
    ])

    const { url } = good(await secretary().calls('hours.export', { orgId: 'branch-01' }))
    const sheet = await readSheet(Buffer.from(await (await fetch(url)).arrayBuffer()))
    expect(sheet.flat()).toEqual(expect.arrayContaining(['家庭医生', '健康小站', '约好了']))
    const answers = await Promise.all(
      ['demo-secretary', 'demo-street', 'demo-bureau', 'demo-leader-1'].flatMap(openid => [
        as(openid).calls('hours.booked', { hoursId }),
        as(openid).calls('hours.list', { orgId: 'branch-01' }),
        as(openid).calls('hours.free', { hoursId }),
        as(openid).calls('hours.desk', { hoursId }),
        as(openid).calls('inbox.list', {}),
        as(openid).calls('roster.looks', { memberId: 'm-01' }),
      ]),
    )
    const told = [answers, sheet, await stored(branch, 'messages', {}), await stored(branch, 'audit', {}), await branch.outbox()]
    expect(JSON.stringify(told)).not.toContain('睡不着')
    expect(refusal(await secretary().calls('hours.desk', { hoursId }))).toBe('FORBIDDEN')
    expect(refusal(await as('demo-member-03').calls('hours.desk', { hoursId }))).toBe('FORBIDDEN')
  })
})

describe('a time that is given back', () => {
  test('goes to the first who waits, who is told; one who is elsewhere then keeps their place in line', async () => {
    const hoursId = await doctor(branch, { slots: [ten] })
    const lawyer = await doctor(branch, { title: '法律咨询', hostIds: ['v-06'], slots: [ten] })
    good(await book('demo-member-03', hoursId))
    good(await book('demo-member-04', lawyer))
    for (const [n, position] of [
      ['04', 1],
      ['05', 2],
      ['06', 3],
    ] as const)
      // prettier-ignore
      expect(good(await as(`demo-member-${n}`).calls('hours.wait', { hoursId }))).toEqual({ position, booked: null })
    expect(good(await as('demo-member-05').calls('hours.wait', { hoursId }))).toEqual({ position: 2, booked: null })
    expect(await branch.roundTrips('hours.wait')).toBeLessThanOrEqual(2)
    for (let times = 0; times < 2; times++)
      expect(good(await cancel('demo-member-03', hoursId, ten.startsAt))).toEqual({ state: 'cancelled' })
    expect(await bookedBy(hoursId)).toEqual([['m-05', ten.startsAt]])
    expect(await inbox('demo-member-05')).toEqual(['轮到您了：家庭医生'])
    expect([await inbox('demo-member-04'), await inbox('demo-member-06')]).toEqual([[], []])
    expect((await mine('demo-member-04')).waiting).toEqual([{ hoursId, title: '家庭医生', position: 1 }])
    // Who was given it is somewhere from now on.
    expect(refusal(await cancel('demo-member-04', lawyer, ten.startsAt))).toBe('done')
    expect(await book('demo-member-05', lawyer, { startsAt: ten.startsAt })).toMatchObject({ code: 'SLOT_OVERLAPS' })
    good(await as('demo-member-04').calls('hours.unwait', { hoursId }))
    expect((await mine('demo-member-06')).waiting[0]?.position).toBe(1)
  })

  test('by a call that died before it told: the timer tells, once', async () => {
    const hoursId = await doctor(branch, { slots: [ten] })
    good(await book('demo-member-03', hoursId))
    good(await as('demo-member-05').calls('hours.wait', { hoursId }))
    good(await cancel('demo-member-03', hoursId, ten.startsAt))
    const [row] = await stored(branch, 'hours', { _id: hoursId })
    expect(row).toMatchObject({ news: [] })
    expect(await inbox('demo-member-05')).toHaveLength(1)
    await branch.clock.advance(5 * MINUTE)
    expect(await inbox('demo-member-05')).toHaveLength(1)
  })

  test('shortly before is given to no one by itself: those who wait hear of it, and who taps first has it', async () => {
    const hoursId = await doctor(branch, { slots: [ten] })
    good(await book('demo-member-03', hoursId))
    good(await as('demo-member-05').calls('hours.wait', { hoursId }))
    await branch.clock.pass(2 * DAY)
    await branch.clock.advance(DAY)
    good(await cancel('demo-member-03', hoursId, ten.startsAt))
    expect(await bookedBy(hoursId)).toEqual([])
    expect(await inbox('demo-member-05')).toContain('今天空出一个时间：家庭医生')
    expect(await inbox(HOST)).toContainEqual(expect.stringContaining('来不了：家庭医生'))
    good(await book('demo-member-05', hoursId, { startsAt: ten.startsAt }))
    expect((await mine('demo-member-05')).waiting).toEqual([])
  })

  test('called off by the host: each who had it is told and offered the next free one; nothing can be booked then', async () => {
    const hoursId = await doctor(branch)
    good(await book('demo-member-03', hoursId, { startsAt: ten.startsAt }))
    good(await book('demo-member-04', hoursId, { startsAt: half.startsAt }))
    good(await cancel(HOST, hoursId, ten.startsAt, { reason: '出急诊' }))
    const [told] = good(await as('demo-member-03').calls('inbox.list', {})).items
    expect(told?.title).toBe('取消了：家庭医生')
    expect(told?.text).toMatch(/出急诊.*11:00.*按一下就约上/u)
    expect(refusal(await book('demo-member-05', hoursId, { startsAt: ten.startsAt }))).toBe('SLOT_CLOSED')
    expect(good(await book('demo-member-03', hoursId))).toMatchObject({ startsAt: eleven.startsAt })
    const off = { hoursId, from: ten.startsAt, to: ten.startsAt + DAY }
    expect(refusal(await as('demo-member-03').calls('hours.off', off))).toBe('FORBIDDEN')
    expect(good(await secretary().calls('hours.off', off))).toEqual({ off: 2, told: 2 })
    expect(await bookedBy(hoursId)).toEqual([])
    // A secretary who taps twice on their own cancellation calls nothing off for others.
    const other = await doctor(branch, { hostIds: ['v-06'], slots: times(2, 5) })
    const [first] = times(2, 5)
    for (let taps = 0; taps < 2; taps++) good(await cancel('demo-secretary', other, first?.startsAt ?? 0))
    expect((await offered(branch, 'demo-member-03', other)).slots).toHaveLength(2)
  })
})

describe('a series', () => {
  test('of the doctor: a verdict for each date, the others are made; a repetition upon itself is refused', async () => {
    await doctor(branch, { title: '义诊', slots: times(1, 10) })
    const series = { orgId: 'branch-01', hostIds: ['v-05'], slots: times(2), repeat: { weekly: 3 } }
    const { dates } = good(await secretary().calls('hours.outlook', series))
    expect(dates).toMatchObject([
      { date: '2026-11-24', state: 'made' },
      { date: '2026-12-01', state: 'clash', with: { title: '义诊' } },
      { date: '2026-12-08', state: 'made' },
    ])
    const saving = { ...series, title: '家庭医生', place: { name: '健康小站' } }
    const saved = good(await secretary().calls('hours.save', saving, 'series-01'))
    expect(saved.dates).toEqual(dates)
    expect(good(await secretary().calls('hours.save', saving, 'series-01'))).toEqual(saved)
    expect((await offered(branch, 'demo-member-03', saved.hoursId)).slots).toHaveLength(4)
    const long = { ...saving, slots: [...times(1), ...times(1, 10)] }
    expect(await secretary().calls('hours.save', long)).toMatchObject({ code: 'INVALID_INPUT', data: { paths: ['repeat'] } })
    expect(await secretary().calls('hours.save', { ...saving, slots: times(1, 10), repeat: undefined })).toMatchObject({
      code: 'HOURS_CLASH',
    })
  })

  test('of an elder: the same time of so many weeks, each by its own verdict, confirmed once', async () => {
    const hoursId = await doctor(branch, { slots: times(2), repeat: { weekly: 4 } })
    const week = 7 * DAY
    good(await book('demo-member-05', hoursId, { startsAt: at(0) + week }))
    const wanted = { hoursId, startsAt: at(0), weekly: 5 }
    const verdicts = ['booked', 'taken', 'booked', 'booked', 'none']
    const seen = good(await as('demo-member-03').calls('hours.series', wanted)).dates
    expect(seen.map(one => one.state)).toEqual(verdicts)
    for (let taps = 0; taps < 2; taps++)
      expect(good(await as('demo-member-03').calls('hours.book', wanted)).dates?.map(one => one.state)).toEqual(verdicts)
    expect((await mine('demo-member-03')).items.map(one => one.startsAt)).toEqual([0, 2, 3].map(nth => at(0) + nth * week))
  })

  test('is changed without losing who booked: a booked time is not taken away, fresh ones go to those who wait', async () => {
    const hoursId = await doctor(branch, { slots: [ten] })
    good(await book('demo-member-03', hoursId))
    good(await as('demo-member-04').calls('hours.wait', { hoursId }))
    const change = { orgId: 'branch-01', hoursId, title: '家庭医生', hostIds: ['v-05'], place: { name: '健康小站二楼' } }
    expect(refusal(await secretary().calls('hours.save', { ...change, slots: [half] }))).toBe('INVALID_INPUT')
    good(await secretary().calls('hours.save', { ...change, slots: [ten, half] }))
    expect(await bookedBy(hoursId)).toEqual([['m-03', ten.startsAt], ['m-04', half.startsAt]]) // prettier-ignore
    expect(await inbox('demo-member-03')).toEqual(['有变动：家庭医生'])
    expect(await inbox('demo-member-04')).toEqual(['轮到您了：家庭医生'])
  })
})

describe('the day itself', () => {
  test('reminds the day before and an hour before; shows now, next and how many are before each; who was passed over may come still', async () => {
    const hoursId = await doctor(branch)
    for (const [n, nth] of [
      ['03', 0],
      ['04', 1],
      ['05', 2],
    ] as const)
      // prettier-ignore
      good(await book(`demo-member-${n}`, hoursId, { startsAt: at(nth) }))
    expect(refusal(await as('demo-member-03').calls('hours.arrive', { hoursId, startsAt: at(0) }))).toBe('SLOT_CLOSED')
    await branch.clock.advance(2 * DAY + MINUTE)
    expect(await inbox('demo-member-03')).toEqual(['明天：家庭医生'])
    await branch.clock.advance(DAY)
    expect(await inbox('demo-member-03')).toContain('一小时后：家庭医生')
    const ahead = async (openid: string) => (await mine(openid)).items.map(one => one.ahead)
    expect(await Promise.all(['demo-member-03', 'demo-member-04', 'demo-member-05'].map(ahead))).toEqual([[0], [1], [2]])
    expect(good(await as('demo-member-04').calls('hours.arrive', { hoursId, startsAt: at(1) }))).toEqual({ ahead: 1 })
    expect(await branch.roundTrips('hours.arrive')).toBeLessThanOrEqual(2)

    const host = as(HOST)
    const mark = (memberId: string, nth: number, state: 'now' | 'done' | 'missed' | 'here') =>
      host.calls('hours.mark', { hoursId, memberId, startsAt: at(nth), state })
    const desk = async () => {
      const { now, next, items } = good(await host.calls('hours.desk', { hoursId }))
      return [now?.startsAt, next?.startsAt, items.map(one => one.state)]
    }
    expect(await branch.roundTrips('hours.arrive')).toBeLessThanOrEqual(2)
    expect(await desk()).toEqual([undefined, at(1), ['booked', 'here', 'booked']])
    // The first is not there: the second has their turn.
    good(await mark('m-03', 0, 'missed'))
    good(await mark('m-04', 1, 'now'))
    expect(await branch.roundTrips('hours.mark')).toBeLessThanOrEqual(2)
    expect(await desk()).toEqual([at(1), at(2), ['missed', 'now', 'booked']])
    expect(await ahead('demo-member-05')).toEqual([1])
    good(await as('demo-member-03').calls('hours.arrive', { hoursId, startsAt: at(0) }))
    good(await mark('m-03', 0, 'now'))
    expect(await desk()).toEqual([at(0), at(2), ['now', 'done', 'booked']])
    good(await mark('m-03', 0, 'done'))
    good(await mark('m-05', 2, 'missed'))
    expect(refusal(await secretary().calls('hours.mark', { hoursId, memberId: 'm-05', startsAt: at(2), state: 'done' }))).toBe('FORBIDDEN')
    const rows = good(await secretary().calls('hours.list', { orgId: 'branch-01' })).items
    expect(rows.find(one => one.hoursId === hoursId)).toMatchObject({ held: 2, missed: 1 })
    expect((await mine(HOST)).desks).toMatchObject([{ hoursId, title: '家庭医生' }])
  })
})

describe('people and branches that are no more', () => {
  test('a member who dies gives back what was ahead, and those who wait have it; a host who withdraws calls it off', async () => {
    const hoursId = await doctor(branch, { slots: [ten] })
    good(await book('demo-member-03', hoursId, { about: '问病' }))
    good(await as('demo-member-05').calls('hours.wait', { hoursId }))
    const name = (await stored(branch, 'members', { _id: 'm-03' }))[0]?.name ?? ''
    const dead = { memberId: 'm-03', diedOn: '2026-11-20', toldBy: '女儿', nameEnd: name.slice(-1), bereavedIds: [] }
    good(await secretary().calls('aftercare.mark', dead))
    expect(await bookedBy(hoursId)).toEqual([['m-05', ten.startsAt]])
    good(await as(HOST).calls('me.withdraw', {}))
    expect(await stored(branch, 'hours', { _id: hoursId })).toMatchObject([{ hostIds: [], bookings: [], slots: [{ off: true }] }])
    expect(await inbox('demo-member-05')).toContain('取消了：家庭医生')
  })

  test('a branch that goes over to another takes its hours along, with who booked and what they wrote', async () => {
    const hoursId = await doctor(branch)
    good(await book('demo-member-03', hoursId))
    good(
      await as('demo-street').calls('org.merge', { orgId: 'branch-01', intoOrgId: 'branch-02', on: '2026-11-20', reason: '两个支部合并' }),
    )
    expect((await offered(branch, 'demo-other-member', hoursId)).next).toEqual(half)
    expect(good(await as('demo-other-secretary').calls('hours.booked', { hoursId })).items).toMatchObject([{ memberId: 'm-03' }])
  })
})

test('hours of a street are open to every branch of it; a lawyer of elsewhere has the desk all the same', async () => {
  const input = { orgId: 'changqing', title: '法律咨询', kind: 'law' as const, hostIds: ['n-01'], place: { name: '街道' }, slots: times(2) }
  const { hoursId } = good(await as('demo-street').calls('hours.save', input))
  good(await book('demo-member-03', hoursId))
  good(await book('demo-other-member', hoursId))
  expect(refusal(await secretary().calls('hours.save', { ...input, orgId: 'branch-01', hoursId }))).toBe('NOT_FOUND')
  const kept = good(await as('demo-bureau').calls('hours.list', { orgId: 'changqing' })).items
  expect(kept.find(one => one.hoursId === hoursId)).toMatchObject({ booked: 2, free: 0 })
  const away = (await stored(branch, 'accounts', { _id: 'demo-other-member' }))[0]?.memberId ?? ''
  const desk = await doctor(branch, { hostIds: [away], slots: times(2, 6) })
  expect(good(await as('demo-other-member').calls('hours.desk', { hoursId: desk })).items).toHaveLength(2)
})
