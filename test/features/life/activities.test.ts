import type { Output, RawInput } from '../../../core/shared/operation'
import type { Contract } from '../../../core/contract'
import { templateFor } from '../support/templates'
import { DAY, HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

type Published = RawInput<Contract['activity.publish']>
const lecture = (more: Partial<Published> = {}): Published => ({
  branchId: 'branch-01',
  kind: 'lecture',
  title: '党课：读懂十五五',
  startsAt: MORNING + 7 * DAY,
  endsAt: MORNING + 7 * DAY + 2 * HOUR,
  place: { name: '党群服务中心二楼' },
  audience: 'branch',
  body: '请带笔记本',
  ...more,
})

const given = <T>(reply: { ok: true; data: T } | { ok: false; code: string; data?: unknown }): T => {
  if (!reply.ok) throw new Error(`refused with ${reply.code} ${JSON.stringify(reply.data)}`)
  return reply.data
}
const refusal = (reply: { ok: boolean; code?: string }) => (reply.ok ? 'done' : reply.code)

const secretary = () => branch.as('demo-secretary')
const publish = async (more: Partial<Published> = {}) => given(await secretary().calls('activity.publish', lecture(more))).activityId
const joins = (openid: string, activityId: string) => branch.as(openid).calls('signup.join', { activityId })
/** All of it: in a story of one morning many messages bear the same instant, so that the newest page alone would not tell. */
const inbox = async (openid: string) => {
  const items: Output<Contract['inbox.list']>['items'] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = given(await branch.as(openid).calls('inbox.list', cursor === undefined ? {} : { cursor }))
    items.push(...page.items)
    cursor = page.cursor
  }
  return items
}
/** The minute in which a change or a cancellation can be taken back. */
let passed = 0
const minuteOver = async () => {
  await branch.clock.advance(2 * MINUTE)
  passed += 2 * MINUTE
}
const pushedTo = async (openid: string, activityId: string) =>
  (await branch.outbox()).filter(one => one.touser === openid && one.page.includes(activityId))

describe('putting up', () => {
  test('a notice reaches every member: on the page, in the inbox, and on the phone of each who agreed', async () => {
    await branch.accept('demo-member-05', [templateFor('activity-published')])
    const activityId = await publish()

    const seen = given(await branch.as('demo-member-05').calls('activity.get', { activityId }))
    expect(seen).toMatchObject({
      title: '党课：读懂十五五',
      branchName: '常青花园离退休干部党支部',
      signInOpensAt: MORNING + 7 * DAY - HOUR,
      signInClosesAt: MORNING + 7 * DAY + 2 * HOUR + 30 * MINUTE,
      joined: 0,
      waiting: 0,
      mySignup: null,
      mySignIn: null,
      read: false,
      may: [],
    })
    expect(JSON.stringify(seen)).not.toContain('secret')
    expect(given(await secretary().calls('activity.get', { activityId })).may).toEqual(['change', 'cancel', 'record', 'remind'])

    expect(await pushedTo('demo-member-05', activityId)).toMatchObject([
      { data: { thing1: { value: '党课：读懂十五五' }, time2: { value: '2026年11月28日 09:00' }, thing3: { value: '党群服务中心二楼' } } },
    ])
    expect(await pushedTo('demo-member-06', activityId)).toEqual([])
    expect((await inbox('demo-member-06')).find(one => one.page.includes(activityId))?.text).toContain('11月28日 上午9:00到11:00')
    expect((await inbox('demo-other-member')).filter(one => one.page.includes(activityId))).toEqual([])
  })

  test('a double tap makes one activity, and the same id of another secretary makes another', async () => {
    const input = lecture({ title: '按了两下' })
    const twice = await Promise.all([1, 2, 3].map(() => secretary().calls('activity.publish', input, 'one-command-1')))
    const [activityId = '', ...same] = twice.map(reply => given(reply).activityId)
    expect(same).toEqual([activityId, activityId])
    expect((await inbox('demo-member-07')).filter(one => one.page.includes(activityId))).toHaveLength(1)
    const other = await branch.as('demo-other-secretary').calls('activity.publish', { ...input, branchId: 'branch-02' }, 'one-command-1')
    expect(given(other).activityId).not.toBe(activityId)
  })

  test.each([
    ['ends before it starts', { endsAt: MORNING + 7 * DAY - 1 }],
    ['lasts longer than 31 days', { endsAt: MORNING + 39 * DAY }],
    ['was the day before yesterday', { startsAt: MORNING - 2 * DAY, endsAt: MORNING - 2 * DAY + HOUR }],
  ])('an activity that %s is not taken', async (_, times) => {
    expect(refusal(await secretary().calls('activity.publish', lecture(times)))).toBe('ACTIVITY_TIMES_WRONG')
  })

  test('a group or a street holds no activity of its own', async () => {
    expect(refusal(await secretary().calls('activity.publish', lecture({ branchId: 'branch-01-g1' })))).toBe('INVALID_INPUT')
  })

  test('only the secretary of the branch puts one up', async () => {
    for (const openid of ['demo-member-01', 'demo-other-secretary', 'demo-family-01'])
      expect(refusal(await branch.as(openid).calls('activity.publish', lecture()))).toBe('FORBIDDEN')
    expect(refusal(await branch.as('demo-stranger').calls('activity.publish', lecture()))).toBe('UNAUTHENTICATED')
  })
})

describe('looking', () => {
  const titles = ['甲', '乙', '丙'].flatMap(one => ['子', '丑', '寅', '卯', '辰', '巳', '午', '未'].map(other => `${one}${other}`))

  test('a long list is read page by page, soonest first, without a gap or a repeat', async () => {
    const other = branch.as('demo-other-secretary')
    // Three of each hour start together, so that pages end among equals.
    await Promise.all(
      titles.map((title, index) => {
        const startsAt = MORNING + DAY + Math.floor(index / 8) * HOUR
        return other.calls('activity.publish', lecture({ branchId: 'branch-02', title, startsAt, endsAt: startsAt + HOUR }))
      }),
    )
    const reader = branch.as('demo-other-member')
    const first = given(await reader.calls('activity.list', { from: MORNING }))
    expect(first.items).toHaveLength(20)
    expect(await branch.roundTrips('activity.list')).toBeLessThanOrEqual(2)
    const second = given(await reader.calls('activity.list', { from: MORNING, ...(first.cursor ? { cursor: first.cursor } : {}) }))
    expect(second.cursor).toBeNull()
    const all = [...first.items, ...second.items].filter(one => titles.includes(one.title))
    expect(all.map(one => one.title).sort()).toEqual([...titles].sort())
    expect(all.map(one => one.startsAt)).toEqual(all.map(one => one.startsAt).sort((a, b) => a - b))
  })

  test('what is over is read backwards, latest first', async () => {
    const over = given(await branch.as('demo-other-member').calls('activity.list', { before: MORNING + 3 * DAY }))
    const starts = over.items.map(one => one.startsAt)
    expect(starts).toEqual([...starts].sort((a, b) => b - a))
    const rest = given(
      await branch
        .as('demo-other-member')
        .calls('activity.list', { before: MORNING + 3 * DAY, ...(over.cursor ? { cursor: over.cursor } : {}) }),
    )
    expect(new Set([...over.items, ...rest.items].map(one => one.activityId)).size).toBe(titles.length)
    const past = given(await branch.as('demo-member-01').calls('activity.list', { before: MORNING }))
    expect(past.items.map(one => one.activityId)).toEqual(['act-last-month'])
  })

  test('what ended is left out of what is ahead, what is running is not', async () => {
    const ahead = given(await branch.as('demo-member-01').calls('activity.list', { from: MORNING + HOUR }))
    expect(ahead.items.map(one => one.activityId)).toContain('act-party-day')
    expect(ahead.items.map(one => one.activityId)).not.toContain('act-last-month')
  })

  test('a list of another branch and a cursor that was made up are refused', async () => {
    expect(refusal(await branch.as('demo-other-member').calls('activity.list', { branchId: 'branch-01' }))).toBe('FORBIDDEN')
    expect(refusal(await branch.as('demo-member-01').calls('activity.list', { cursor: 'not-a-cursor' }))).toBe('INVALID_INPUT')
    expect(refusal(await branch.as('demo-other-member').calls('activity.get', { activityId: 'act-party-day' }))).toBe('FORBIDDEN')
    expect(refusal(await branch.as('demo-member-01').calls('activity.get', { activityId: 'no-such-thing' }))).toBe('NOT_FOUND')
  })

  test('a page costs the database two waves at most', async () => {
    given(await branch.as('demo-member-01').calls('activity.get', { activityId: 'act-party-day' }))
    expect(await branch.roundTrips('activity.get')).toBeLessThanOrEqual(2)
  })
})

describe('changing', () => {
  test('everyone signed up hears what was and what is, the rest finds it in the inbox', async () => {
    const activityId = await publish({ title: '读书会' })
    given(await joins('demo-member-10', activityId))
    await branch.accept('demo-member-10', [templateFor('activity-changed')])
    await branch.accept('demo-member-11', [templateFor('activity-changed')])
    const changed = await secretary().calls('activity.change', {
      activityId,
      startsAt: MORNING + 8 * DAY,
      endsAt: MORNING + 8 * DAY + HOUR,
      place: { name: '银湖社区三楼' },
      reason: '二楼在装修',
    })
    expect(given(changed)).toEqual({ notified: 1 })
    expect(await pushedTo('demo-member-10', activityId)).toEqual([])
    await minuteOver()

    expect(await pushedTo('demo-member-10', activityId)).toHaveLength(1)
    expect(await pushedTo('demo-member-11', activityId)).toEqual([])
    for (const openid of ['demo-member-10', 'demo-member-11']) {
      const text = (await inbox(openid)).find(one => one.kind === 'activity-changed' && one.page.includes(activityId))?.text
      expect(text).toContain('时间由11月28日 上午9:00到11:00改为11月29日 上午9:00到10:00')
      expect(text).toContain('地点由“党群服务中心二楼”改为“银湖社区三楼”')
      expect(text).toContain('二楼在装修')
    }
    expect(given(await branch.as('demo-member-10').calls('activity.get', { activityId })).place).toEqual({ name: '银湖社区三楼' })
  })

  test('the same change asked twice is told once; a change that changes nothing is not told', async () => {
    const activityId = await publish({ title: '合唱' })
    given(await joins('demo-member-12', activityId))
    const change = { activityId, title: '合唱排练' }
    expect(given(await secretary().calls('activity.change', change, 'change-command-1'))).toEqual({ notified: 1 })
    expect(given(await secretary().calls('activity.change', { activityId, title: '大合唱' }, 'change-command-2'))).toEqual({ notified: 1 })
    expect(given(await secretary().calls('activity.change', change, 'change-command-1'))).toEqual({ notified: 1 })
    expect(given(await secretary().calls('activity.change', { activityId, title: '大合唱' }))).toEqual({ notified: 0 })
    await minuteOver()
    // The old command came again after the new one, and did not undo it.
    expect(given(await branch.as('demo-member-12').calls('activity.get', { activityId })).title).toBe('大合唱')
    const told = (await inbox('demo-member-12')).filter(one => one.kind === 'activity-changed' && one.page.includes(activityId))
    expect(told).toHaveLength(2)
  })

  test('more places take in those who wait, fewer send the last ones to wait, and both are told so', async () => {
    const activityId = await publish({ title: '太极', capacity: 2 })
    for (const openid of ['demo-member-13', 'demo-member-14', 'demo-member-15', 'demo-member-16']) given(await joins(openid, activityId))

    given(await secretary().calls('activity.change', { activityId, capacity: 3 }))
    await minuteOver()
    const mine = async (openid: string) => given(await branch.as(openid).calls('activity.get', { activityId })).mySignup
    const kinds = async (openid: string) => (await inbox(openid)).filter(one => one.page.includes(activityId)).map(one => one.kind)
    expect(await mine('demo-member-15')).toEqual({ state: 'joined' })
    expect(await kinds('demo-member-15')).toContain('place-is-yours')
    expect(await kinds('demo-member-16')).not.toContain('place-is-yours')
    expect(await mine('demo-member-16')).toEqual({ state: 'waiting', position: 1 })

    given(await secretary().calls('activity.change', { activityId, capacity: 1, reason: '换了小教室' }))
    await minuteOver()
    expect(await mine('demo-member-13')).toEqual({ state: 'joined' })
    expect(await mine('demo-member-14')).toEqual({ state: 'waiting', position: 1 })
    const textOf = async (openid: string) => (await inbox(openid)).find(one => one.text.includes('换了小教室'))?.text
    expect(await textOf('demo-member-14')).toContain('您现在排在候补名单上')
    expect(await textOf('demo-member-13')).not.toContain('候补名单')

    given(await secretary().calls('activity.change', { activityId, capacity: null }))
    await minuteOver()
    expect(await mine('demo-member-16')).toEqual({ state: 'joined' })
    expect((await kinds('demo-member-15')).filter(kind => kind === 'place-is-yours')).toHaveLength(2)
  })

  test('four changes at once do not lose one another', async () => {
    const activityId = await publish({ title: '书法' })
    const changes = [{ title: '书法班' }, { body: '自带毛笔' }, { place: { name: '一楼' } }, { capacity: 12 }]
    const replies = await Promise.all(changes.map(change => secretary().calls('activity.change', { activityId, ...change })))
    expect(replies.map(refusal)).toEqual(changes.map(() => 'done'))
    const page = given(await secretary().calls('activity.get', { activityId }))
    expect(page).toMatchObject({ title: '书法班', body: '自带毛笔', place: { name: '一楼' }, capacity: 12 })
    await minuteOver()
    const told = (await inbox('demo-member-02')).filter(one => one.kind === 'activity-changed' && one.page.includes(activityId))
    expect(told).toHaveLength(4)
  })

  test('times that cannot be are refused and nothing is changed', async () => {
    const activityId = await publish({ title: '摄影' })
    expect(refusal(await secretary().calls('activity.change', { activityId, endsAt: MORNING }))).toBe('ACTIVITY_TIMES_WRONG')
    expect(given(await secretary().calls('activity.get', { activityId })).endsAt).toBe(MORNING + 7 * DAY + 2 * HOUR)
  })
})

describe('cancelling', () => {
  test('everyone signed up is told why, the rest finds it in the inbox, and it can still be read', async () => {
    const activityId = await publish({ title: '参观' })
    await branch.accept('demo-member-20', [templateFor('activity-cancelled')])
    given(await joins('demo-member-20', activityId))
    given(await joins('demo-member-21', activityId))
    expect(given(await secretary().calls('activity.cancel', { activityId, reason: '大雨' }))).toEqual({ notified: 2 })
    expect(given(await secretary().calls('activity.cancel', { activityId, reason: '大雨' }))).toEqual({ notified: 0 })
    await minuteOver()

    const told = async (openid: string) =>
      (await inbox(openid)).filter(one => one.kind === 'activity-cancelled' && one.page.includes(activityId))
    for (const openid of ['demo-member-20', 'demo-member-21', 'demo-member-22']) {
      expect(await told(openid)).toHaveLength(1)
      expect((await told(openid))[0]?.text).toContain('大雨')
    }
    expect(await pushedTo('demo-member-20', activityId)).toHaveLength(1)

    expect(given(await branch.as('demo-member-22').calls('activity.get', { activityId }))).toMatchObject({
      state: 'cancelled',
      cancelReason: '大雨',
    })
    expect(refusal(await joins('demo-member-22', activityId))).toBe('ACTIVITY_CANCELLED')
    expect(refusal(await secretary().calls('activity.change', { activityId, title: '再来' }))).toBe('ACTIVITY_CANCELLED')
    expect(refusal(await secretary().calls('activity.remind', { activityId }))).toBe('ACTIVITY_CANCELLED')
  })

  test('cancelled by two taps at once, everyone is told once', async () => {
    const activityId = await publish({ title: '联欢' })
    given(await joins('demo-member-23', activityId))
    const replies = await Promise.all([1, 2, 3].map(() => secretary().calls('activity.cancel', { activityId })))
    expect(replies.map(reply => given(reply).notified).sort()).toEqual([0, 0, 1])
    await minuteOver()
    expect((await inbox('demo-member-23')).filter(one => one.kind === 'activity-cancelled' && one.page.includes(activityId))).toHaveLength(
      1,
    )
  })
})

describe('reading and reminding', () => {
  test('the secretary sees who has not read, reminds them once, and learns which members to phone', async () => {
    const activityId = await publish({ title: '形势通报' })
    await branch.accept('demo-member-31', [templateFor('activity-remind')])
    for (let taps = 0; taps < 2; taps++) given(await branch.as('demo-member-30').calls('activity.read', { activityId }))
    given(await branch.as('demo-family-01').calls('activity.read', { activityId }))
    expect(given(await branch.as('demo-member-30').calls('activity.get', { activityId })).read).toBe(true)

    const { read, unread } = given(await secretary().calls('activity.receipts', { activityId }))
    expect(read.map(one => one.memberId).sort()).toEqual(['m-01', 'm-30'])
    expect(read[0]).toMatchObject({ at: MORNING + passed, bound: true })
    expect(unread).toHaveLength(85)
    expect(unread.every(one => /^\d{3}\*{4}\d{4}$/.test(one.maskedPhone ?? ''))).toBe(true)

    const remind = async (memberIds?: string[]) =>
      given(await secretary().calls('activity.remind', { activityId, ...(memberIds ? { memberIds } : {}) }))
    const first = await remind(['m-31', 'm-32', 'm-30'])
    expect(first.reminded).toBe(2)
    // Number 31 agreed to one message, 32 to none.
    expect(first.unreachable.map(one => one.memberId)).toEqual(['m-32'])
    expect((await pushedTo('demo-member-31', activityId)).map(one => one.template)).toEqual([templateFor('activity-remind')])

    const second = await remind(['m-31', 'm-32'])
    expect(second.reminded).toBe(0)
    expect(second.unreachable.map(one => one.memberId)).toEqual(['m-32'])
    expect((await remind()).reminded).toBe(83)
    expect((await remind()).reminded).toBe(0)
    const reminders = (await inbox('demo-member-32')).filter(one => one.kind === 'activity-remind' && one.page.includes(activityId))
    expect(reminders).toHaveLength(1)
    expect((await inbox('demo-member-30')).filter(one => one.kind === 'activity-remind' && one.page.includes(activityId))).toEqual([])
  })

  test('reminding with two taps at once reminds no member twice', async () => {
    const activityId = await publish({ title: '支部大会' })
    const replies = await Promise.all(
      [1, 2, 3].map(() => secretary().calls('activity.remind', { activityId, memberIds: ['m-40', 'm-41'] })),
    )
    expect(replies.map(reply => given(reply).reminded).sort()).toEqual([0, 0, 2])
  })

  test('an official who looks in is no reader', async () => {
    given(await branch.as('demo-street').calls('activity.read', { activityId: 'act-phone-course' }))
    const { read } = given(await secretary().calls('activity.receipts', { activityId: 'act-phone-course' }))
    expect(read).toEqual([])
  })

  test('who has read is the secretary’s to know', async () => {
    for (const openid of ['demo-member-01', 'demo-other-secretary'])
      expect(refusal(await branch.as(openid).calls('activity.receipts', { activityId: 'act-party-day' }))).toBe('FORBIDDEN')
  })
})

describe('afterwards', () => {
  test('a name put right when it is over is not told', async () => {
    const activityId = await publish({ title: '读书汇', startsAt: MORNING + HOUR, endsAt: MORNING + 2 * HOUR })
    given(await joins('demo-member-20', activityId))
    await branch.clock.advance(3 * HOUR)
    expect(given(await secretary().calls('activity.change', { activityId, title: '读书会' }))).toEqual({ notified: 0 })
    expect(given(await branch.as('demo-member-20').calls('activity.get', { activityId })).title).toBe('读书会')
  })

  test('one line, minutes and photos are kept on the page', async () => {
    const record = { line: '到会六十人', minutes: '一、学习；二、讨论。', photoFileIds: ['cloud://local.bucket/photo-1.jpg'] }
    given(await secretary().calls('activity.record', { activityId: 'act-last-month', ...record }))
    expect(given(await branch.as('demo-member-02').calls('activity.get', { activityId: 'act-last-month' })).record).toEqual(record)
  })

  test('the numbers of an activity come from what happened', async () => {
    expect(given(await secretary().calls('activity.statistics', { activityId: 'act-last-month' }))).toEqual({
      invited: 87,
      expected: 87,
      read: 0,
      joined: 0,
      waiting: 0,
      present: 53,
      late: 0,
      leave: 0,
      awaited: 0,
      absent: 34,
      byWay: [{ way: 'code', count: 53 }],
    })
    expect(given(await secretary().calls('activity.statistics', { activityId: 'act-phone-course' }))).toMatchObject({ joined: 18 })
    expect(given(await secretary().calls('activity.statistics', { activityId: 'act-party-day' }))).toMatchObject({ read: 42 })
  })
})

test('six hours later members who still have not read can be reminded again', async () => {
  const activityId = await publish({ title: '志愿服务' })
  const remind = async () => given(await secretary().calls('activity.remind', { activityId, memberIds: ['m-50'] })).reminded
  expect(await remind()).toBe(1)
  await branch.clock.advance(6 * HOUR - MINUTE)
  expect(await remind()).toBe(0)
  await branch.clock.advance(MINUTE)
  expect(await remind()).toBe(1)
  expect((await inbox('demo-member-50')).filter(one => one.kind === 'activity-remind' && one.page.includes(activityId))).toHaveLength(2)
})
