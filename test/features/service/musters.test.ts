import { readSheet } from 'read-excel-file/node'
import { routes } from '../../../core/shared/routes'
import { good, put, stored } from '../support/attendance'
import { HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { people, refusal } from '../support/people'

let branch: Branch
let musterId: string
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

const secretary = () => branch.as('demo-secretary')
const leader = () => branch.as('demo-leader-1')
const elder = (n: string) => branch.as(`demo-member-${n}`)
const as = (openid: string) => branch.as(openid)

const grid = {
  places: [
    { name: '东堤', point: { lng: 114.2, lat: 30.6 } },
    { name: '西堤', point: { lng: 114.4, lat: 30.6 } },
  ],
  shifts: [
    { startsAt: MORNING + HOUR, endsAt: MORNING + 4 * HOUR },
    { startsAt: MORNING + 4 * HOUR, endsAt: MORNING + 8 * HOUR },
  ],
  need: 2,
}
const look = async (openid = 'demo-secretary', id = musterId) => good(await as(openid).calls('muster.get', { musterId: id }))
const cell = async (place: number, shift: number) => {
  const found = (await look()).grid.find(one => one.place === place && one.shift === shift)
  return found && { coming: found.coming, arrived: found.arrived }
}

test('a secretary calls everybody who can be called, at once and once', async () => {
  const input = { orgId: 'branch-01', title: '巡堤护湖', why: '今夜水位要涨', ...grid }
  const called = good(await secretary().calls('muster.call', input, 'flood'))
  ;({ musterId } = called)
  expect(called.going).toBe(false)
  expect(good(await secretary().calls('muster.call', input, 'flood'))).toEqual(called)
  const { sums, silent, ringAt } = await look()
  expect(sums).toEqual({ called: called.called, coming: 0, late: 0, no: 0, silent: called.called, arrived: 0 })
  expect(silent).toHaveLength(called.called)
  expect(ringAt).toBe(MORNING + 15 * MINUTE)
  // Each has the call in their own inbox, whatever the hour; family of a called elder has it nowhere.
  const inbox = good(await elder('04').calls('inbox.list', {}))
  expect(inbox.items[0]?.title).toBe('应急集结：巡堤护湖')
  const family = good(await as('demo-family-01').calls('inbox.list', {}))
  expect(family.items.filter(one => one.title.startsWith('应急集结'))).toEqual([])
})

test('those that frailty keeps at home are not called, nor those from eighty on where the leader says so', async () => {
  const all = good(await secretary().calls('muster.call', { orgId: 'branch-01', title: '都叫', why: '', ...grid }))
  const young = good(await secretary().calls('muster.call', { orgId: 'branch-01', title: '不叫高龄', why: '', ...grid, elders: false }))
  expect(young.called).toBeLessThan(all.called)
  expect(all.called).toBeLessThan(87)
  good(await secretary().calls('muster.end', { musterId: all.musterId }))
  good(await secretary().calls('muster.end', { musterId: young.musterId }))
})

test('one tap answers: who chooses no cell is given the emptiest, late counts as coming, and the same tap again changes nothing', async () => {
  const first = good(await elder('04').calls('muster.answer', { musterId, answer: 'coming' }))
  expect(first.slots).toHaveLength(1)
  expect(good(await elder('04').calls('muster.answer', { musterId, answer: 'coming' }))).toEqual(first)
  const second = good(await elder('05').calls('muster.answer', { musterId, answer: 'late' }))
  expect(second.slots).not.toEqual(first.slots)
  expect(good(await elder('06').calls('muster.answer', { musterId, answer: 'no' }))).toEqual({ answer: 'no', slots: [] })
  const { sums, grid: cells } = await look()
  expect(sums).toMatchObject({ coming: 1, late: 1, no: 1 })
  expect(cells.reduce((sum, one) => sum + one.coming, 0)).toBe(2)
})

test('a cell may be chosen; two at the same hours are refused with the other one named, another hour is added', async () => {
  const volunteer = as('demo-volunteer-01')
  const answer = (place: number, shift: number, instead?: boolean) =>
    volunteer.calls('muster.answer', { musterId, answer: 'coming', slot: { place, shift }, ...(instead === undefined ? {} : { instead }) })
  expect(good(await answer(1, 0)).slots).toEqual([{ place: 1, shift: 0 }])
  const refused = await answer(0, 0)
  expect(refused).toMatchObject({ ok: false, code: 'SHIFT_OVERLAPS', data: { title: '巡堤护湖 西堤' } })
  expect(good(await answer(0, 1)).slots).toEqual([
    { place: 0, shift: 1 },
    { place: 1, shift: 0 },
  ])
  expect(good(await answer(0, 0, true)).slots).toEqual([{ place: 0, shift: 0 }])
  expect(refusal(await answer(0, 7))).toBe('INVALID_INPUT')
})

test('a shift of a post at the same hours stands in the way, and the other way round', async () => {
  const post = good(
    await secretary().calls('post.publish', {
      ...{ orgId: 'branch-01', kind: '邻里帮', title: '护学', place: { name: '校门' }, audience: 'branch' as const },
      shifts: [{ startsAt: MORNING + HOUR, endsAt: MORNING + 2 * HOUR, places: 5 }],
    }),
  )
  const claim = (openid: string) => as(openid).calls('post.claim', { postId: post.postId, shiftId: 's1' })
  expect(refusal(await claim('demo-volunteer-01'))).toBe('SHIFT_OVERLAPS')
  good(await claim('demo-volunteer-02'))
  const slot = { place: 0, shift: 0 }
  expect(await as('demo-volunteer-02').calls('muster.answer', { musterId, answer: 'coming', slot })).toMatchObject({
    code: 'SHIFT_OVERLAPS',
    data: { title: '护学' },
  })
  // Without a choice they are given a cell at other hours.
  expect(good(await as('demo-volunteer-02').calls('muster.answer', { musterId, answer: 'coming' })).slots[0]?.shift).toBe(1)
  // Who gives the cell back may hold the post again.
  good(await as('demo-volunteer-01').calls('muster.answer', { musterId, answer: 'no' }))
  good(await claim('demo-volunteer-01'))
})

test('who is not bound or does not answer stands on the list of their own leader, who rings them and answers for them', async () => {
  const { silent } = await look('demo-leader-1')
  expect(silent.length).toBeGreaterThan(0)
  const [one, other] = silent
  if (!one || !other) throw new Error('the group of the leader is silent')
  expect(good(await leader().calls('muster.rung', { musterId, memberId: other.memberId }, 'ring-1')).tries).toBe(1)
  expect(good(await leader().calls('muster.rung', { musterId, memberId: other.memberId }, 'ring-1')).tries).toBe(1)
  good(await leader().calls('muster.answerFor', { musterId, memberId: one.memberId, answer: 'late' }))
  const after = await look('demo-leader-1')
  expect(after.silent.map(each => each.memberId)).not.toContain(one.memberId)
  expect(after.silent.find(each => each.memberId === other.memberId)?.tries).toBe(1)
  const list = good(await secretary().calls('muster.people', { musterId, list: 'coming' }))
  expect(list.items.find(each => each.memberId === one.memberId)?.by).toBeDefined()
  // Others of the branch are not this leader's to answer for.
  const { silent: all } = await look()
  const away = all.find(each => !after.silent.some(mine => mine.memberId === each.memberId))
  expect(refusal(await leader().calls('muster.answerFor', { musterId, memberId: away?.memberId ?? '', answer: 'no' }))).toBe('NOT_FOUND')
  expect(refusal(await elder('04').calls('muster.answerFor', { musterId, memberId: 'm-05', answer: 'no' }))).toBe('FORBIDDEN')
  // After a quarter of an hour the leader is told to ring.
  await branch.clock.advance(16 * MINUTE)
  const desk = good(await leader().calls('inbox.list', {}))
  expect(desk.items.filter(each => each.title.startsWith('请给没回话的同志打电话')).length).toBeGreaterThan(0)
})

test('only the silent are asked again', async () => {
  const told = async (n: string) =>
    good(await elder(n).calls('inbox.list', {})).items.filter(one => one.title.startsWith('再问一次')).length
  const { silent } = await look()
  const { asked } = good(await secretary().calls('muster.remind', { musterId }, 'again'))
  expect(asked).toBe(silent.length)
  expect(await told('04')).toBe(0)
  const bound = silent.find(one => one.memberId.startsWith('m-') && one.bound)
  expect(await told(bound?.memberId.slice(2) ?? '')).toBe(1)
  expect(refusal(await secretary().calls('muster.remind', { musterId }, 'once-more'))).toBe('RATE_LIMITED')
})

test('the roll is called by code, by name and afterwards without a network; once each', async () => {
  const {
    codes: [code],
  } = good(await leader().calls('muster.codes', { musterId }))
  const signed = good(await elder('04').calls('muster.signIn', { musterId, code: code?.code ?? '' }))
  expect(signed.first).toBe(true)
  expect(good(await elder('04').calls('muster.signIn', { musterId })).first).toBe(false)
  expect(refusal(await elder('05').calls('muster.signIn', { musterId, code: '00000000' }))).not.toBe('done')
  const marks = { musterId, memberIds: ['m-05', 'm-04', 'nobody'], at: 1000, sentAt: 1000 + MINUTE }
  const heard = good(await secretary().calls('muster.arrive', marks))
  expect(heard.results.map(one => one.state)).toEqual(['recorded', 'already', 'rejected'])
  expect(good(await secretary().calls('muster.arrive', marks)).results.map(one => one.state)).toEqual(['already', 'already', 'rejected'])
  const arrived = good(await secretary().calls('muster.people', { musterId, list: 'arrived' }))
  expect(arrived.items.map(one => one.memberId).sort()).toEqual(['m-04', 'm-05'])
  // The phone's clock was wrong: what counts is how long ago it was.
  const now = MORNING + 16 * MINUTE
  expect(arrived.items.find(one => one.memberId === 'm-05')?.arrivals[0]?.at).toBe(now - MINUTE)
  expect((await look()).sums?.arrived).toBe(2)
  expect(refusal(await elder('04').calls('muster.arrive', { musterId, memberIds: ['m-06'] }))).toBe('FORBIDDEN')
})

test('a shift has its leader, and is handed over to the one that relieves it', async () => {
  const slot = { place: 0, shift: 0 }
  good(await secretary().calls('muster.arrive', { musterId, memberIds: ['m-20'], slot }))
  good(await as('demo-volunteer-03').calls('muster.answer', { musterId, answer: 'coming', slot: { place: 0, shift: 1 } }))
  expect(refusal(await elder('20').calls('muster.handOver', { musterId, slot, words: '' }))).toBe('FORBIDDEN')
  good(await secretary().calls('muster.lead', { musterId, slot, memberId: 'm-20' }))
  expect((await look('demo-member-20')).may).toEqual(['arrive', 'codes', 'handOver'])
  const before = good(await elder('20').calls('muster.people', { musterId, list: 'arrived', slot }))
  expect(before.items.map(one => one.memberId)).toContain('m-20')
  const { relieved } = good(await elder('20').calls('muster.handOver', { musterId, slot, words: '三号涵闸漏水' }, 'hand'))
  expect(relieved).toBe(before.items.length)
  expect(good(await elder('20').calls('muster.handOver', { musterId, slot, words: '三号涵闸漏水' }, 'hand')).relieved).toBe(relieved)
  const { grid: cells } = await look()
  expect(cells.find(one => one.place === 0 && one.shift === 0)).toMatchObject({ relief: 1, handedOver: { words: '三号涵闸漏水' } })
  const inbox = good(await as('demo-volunteer-03').calls('inbox.list', {}))
  expect(inbox.items.find(one => one.title === '上一班交班了：东堤')?.text).toContain('三号涵闸漏水')
})

test('the end thanks all, says to those on their way that they need not come, and credits hours once', async () => {
  await branch.clock.advance(3 * HOUR)
  const ended = good(await leader().calls('muster.end', { musterId, words: '水退了' }))
  expect(ended.arrived).toBe(3)
  expect(good(await secretary().calls('muster.end', { musterId, words: '再按一次' }))).toEqual(ended)
  const titleFor = async (openid: string) =>
    good(await as(openid).calls('inbox.list', {}))
      .items.map(one => one.title)
      .find(one => one.endsWith('巡堤护湖') && !one.startsWith('应急') && !one.startsWith('再问'))
  expect(await titleFor('demo-member-04')).toBe('谢谢您：巡堤护湖')
  expect(await titleFor('demo-volunteer-03')).toBe('集结结束，不用来了：巡堤护湖')
  const served = good(await elder('05').calls('volunteer.mine', {})).served.filter(one => one.title === '巡堤护湖')
  expect(served).toHaveLength(1)
  expect(refusal(await elder('06').calls('muster.answer', { musterId, answer: 'coming' }))).toBe('MUSTER_ENDED')
  // Marks that were made before the end and arrive after it still count, with their hours.
  const late = good(
    await secretary().calls('muster.arrive', { musterId, memberIds: ['m-22'], slot: { place: 1, shift: 0 }, at: 0, sentAt: HOUR }),
  )
  expect(late.results[0]?.state).toBe('recorded')
  expect(good(await elder('22').calls('volunteer.mine', {})).served[0]).toMatchObject({ title: '巡堤护湖', minutes: 60 })
  expect((await look()).thanks).toBe('水退了')
  expect(await cell(1, 0)).toMatchObject({ arrived: 1 })
})

test('the whole of it as a workbook', async () => {
  const { url } = good(await secretary().calls('muster.export', { musterId }))
  const rows = await readSheet(Buffer.from(await (await fetch(url)).arrayBuffer()), 1)
  expect(rows[0]).toContain('代回话')
  expect(rows.map(row => row[2])).toEqual(expect.arrayContaining(['能来', '晚到', '不能来', '没有回话']))
})

test('officers above and below find it, and those who were called', async () => {
  expect(good(await as('demo-street').calls('muster.list', { orgId: 'branch-01' })).items.some(one => one.musterId === musterId)).toBe(true)
  expect(good(await elder('04').calls('muster.list', {})).items.find(one => one.musterId === musterId)?.answer).toBe('coming')
  expect(refusal(await as('demo-other-secretary').calls('muster.get', { musterId }))).toBe('FORBIDDEN')
  expect(people.leader.openid).toBe('demo-leader-1')
})

describe('a muster of a street', () => {
  let id: string
  test('calls every branch below it; each secretary sees and answers for their own', async () => {
    const called = good(
      await as('demo-street').calls('muster.call', {
        orgId: 'changqing',
        title: '防汛',
        why: '',
        ...grid,
        shifts: [{ startsAt: branchNow() + HOUR, endsAt: branchNow() + 5 * HOUR }],
      }),
    )
    id = called.musterId
    const whole = await look('demo-street', id)
    expect(whole.sums?.called).toBe(called.called)
    const own = await look('demo-other-secretary', id)
    expect(own.sums?.called).toBeLessThan(called.called)
    good(await as('demo-other-member').calls('muster.answer', { musterId: id, answer: 'coming' }))
    good(await elder('04').calls('muster.answer', { musterId: id, answer: 'late' }))
    // What has just been said is seen from above at once, and the same once the timer has counted it.
    expect((await look('demo-street', id)).sums).toMatchObject({ coming: 1, late: 1 })
    expect((await look('demo-other-secretary', id)).sums).toMatchObject({ coming: 1, late: 0 })
    await branch.clock.advance(3 * MINUTE)
    expect((await look('demo-street', id)).sums).toMatchObject({ coming: 1, late: 1, silent: called.called - 2 })
    expect(refusal(await as('demo-other-secretary').calls('muster.answerFor', { musterId: id, memberId: 'm-05', answer: 'no' }))).toBe(
      'NOT_FOUND',
    )
    expect(refusal(await as('demo-other-secretary').calls('muster.end', { musterId: id }))).toBe('FORBIDDEN')
  })
})
const branchNow = () => MORNING + 3 * HOUR + 16 * MINUTE

test('a call sends what it tells, at once, and nothing that waits for others: the timer does that', async () => {
  const fields = { what: '主题党日', when: '2026-11-30 09:00', where: '二楼会议室', note: '带党徽' }
  const others = { kind: 'activity-remind' as const, title: '明天有主题党日', text: '明天上午九点', page: routes.home(), fields }
  for (let n = 0; n < 3; n++)
    await put(branch, 'messages', { ...others, _id: `others-${String(n)}`, memberId: 'm-03', at: MORNING - n, read: false, push: 'due' })
  const states = async (kind: 'activity-remind' | 'muster-called' | 'muster-ended') =>
    new Set((await stored(branch, 'messages', { _id: { $gte: kind, $lt: `${kind};` } })).map(one => one.push))
  const called = good(await secretary().calls('muster.call', { orgId: 'branch-01', title: '守路口', why: '', ...grid }))
  expect(await states('muster-called')).not.toContain('due')
  good(await secretary().calls('muster.end', { musterId: called.musterId }))
  expect(await states('muster-ended')).not.toContain('due')
  const waiting = async () =>
    (await stored(branch, 'messages', { _id: { $in: ['others-0', 'others-1', 'others-2'] } })).map(one => one.push)
  expect(await waiting()).toEqual(['due', 'due', 'due'])
  await branch.clock.advance(MINUTE)
  expect(await waiting()).not.toContain('due')
})
