import { templateFor } from '../support/templates'
import { good, put, stored } from '../support/attendance'
import { DAY, HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { refusal, two } from '../support/people'
import { routes } from '../../../core/shared/routes'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

const inbox = async (openid: string, cursor?: string) =>
  good(await branch.as(openid).calls('inbox.list', cursor === undefined ? {} : { cursor }))

const message = (id: string, memberId: string, at: number) => ({
  _id: id,
  memberId,
  kind: 'activity-published' as const,
  title: `第${id}号通知`,
  text: '内容',
  page: routes.activities(),
  at,
  read: false,
  push: 'none' as const,
  fields: { what: '通知', when: '2026-11-21 09:30', where: '活动室', note: '请准时' },
})

test('an inbox shows the newest first, page by page, each message once, even those of one instant', async () => {
  for (let n = 0; n < 45; n++) await put(branch, 'messages', message(`old-${two(n)}`, 'm-50', MORNING - Math.floor(n / 15) * HOUR))
  const first = await inbox('demo-member-50')
  expect(first.items).toHaveLength(20)
  expect(await branch.roundTrips('inbox.list')).toBeLessThanOrEqual(2)
  const second = await inbox('demo-member-50', first.cursor ?? '')
  const third = await inbox('demo-member-50', second.cursor ?? '')
  const all = [...first.items, ...second.items, ...third.items]
  expect(third.cursor).toBeNull()
  expect(new Set(all.map(one => one.messageId)).size).toBe(45)
  expect(all.map(one => one.at)).toEqual(all.map(one => one.at).sort((one, other) => other - one))
  expect(refusal(await branch.as('demo-member-50').calls('inbox.list', { cursor: 'nonsense' }))).toBe('INVALID_INPUT')
})

test('reading takes a message off the count, for oneself and for the family, and touches no other inbox', async () => {
  await put(branch, 'messages', message('mine', 'm-01', MORNING))
  await put(branch, 'messages', message('theirs', 'm-02', MORNING))
  const unread = async (openid: string) => good(await branch.as(openid).calls('me.get', {})).unreadMessages
  const before = [await unread('demo-member-01'), await unread('demo-family-01'), await unread('demo-member-02')]
  expect((await inbox('demo-family-01')).items.map(one => [one.messageId, one.memberId])).toContainEqual(['mine', 'm-01'])

  good(await branch.as('demo-family-01').calls('inbox.read', { messageIds: ['mine', 'theirs', 'none'] }))
  good(await branch.as('demo-family-01').calls('inbox.read', { messageIds: ['mine', 'theirs', 'none'] }))
  expect([await unread('demo-member-01'), await unread('demo-family-01'), await unread('demo-member-02')]).toEqual([
    (before[0] ?? 0) - 1,
    (before[1] ?? 0) - 1,
    before[2],
  ])
})

test('a notice reaches every inbox; WeChat brings it to those who agreed, once, and also to their family', async () => {
  const notice = templateFor('activity-published')
  for (const openid of ['demo-member-03', 'demo-family-01']) await branch.accept(openid, [notice])
  const before = (await branch.outbox()).length
  const { activityId } = good(
    await branch.as('demo-secretary').calls('activity.publish', {
      branchId: 'branch-01',
      kind: 'study',
      title: '一个很长很长的标题：学习贯彻党的二十届四中全会精神专题读书会',
      startsAt: MORNING + DAY,
      endsAt: MORNING + DAY + HOUR,
      place: { name: '活动室' },
      audience: 'branch',
    }),
  )
  const sent = (await branch.outbox()).slice(before)
  expect(sent.map(one => one.touser).sort()).toEqual(['demo-family-01', 'demo-member-03'])
  expect(sent[0]?.template).toBe(notice)
  expect(Array.from(sent[0]?.data['thing1']?.value ?? '')).toHaveLength(20)
  expect(sent[0]?.data['time2']?.value).toBe('2026年11月22日 09:00')

  for (const openid of ['demo-member-03', 'demo-member-04', 'demo-family-01'])
    expect((await inbox(openid)).items.filter(one => one.page.includes(activityId))).toHaveLength(1)

  // No member had agreed to more; what the timer still finds due is refused, and stays in the inbox.
  await branch.clock.advance(2 * MINUTE)
  expect((await branch.outbox()).slice(before)).toHaveLength(2)
  const push = async (memberId: string) =>
    (await stored(branch, 'messages', { memberId })).filter(one => one.page.includes(activityId)).map(one => one.push)
  expect([await push('m-01'), await push('m-03'), await push('m-04')]).toEqual([['sent'], ['sent'], ['refused']])
})

test('the timer sends what a dead server left due, once', async () => {
  await branch.accept('demo-member-60', [templateFor('activity-published')])
  await put(branch, 'messages', { ...message('left-due', 'm-60', MORNING), push: 'due' })
  const before = (await branch.outbox()).length
  await branch.clock.advance(3 * MINUTE)
  expect((await branch.outbox()).slice(before).map(one => one.touser)).toEqual(['demo-member-60'])
  expect(await stored(branch, 'messages', { _id: 'left-due' })).toMatchObject([{ push: 'sent' }])
})

test('what WeChat cannot take is tried three times, stands in the inbox, and keeps no other from being sent', async () => {
  await branch.accept('demo-member-61', [templateFor('activity-published')])
  await branch.accept('demo-member-62', [templateFor('activity-published')])
  const broken = message('broken', 'm-61', MORNING)
  await put(branch, 'messages', { ...broken, push: 'due', fields: { ...broken.fields, when: '不是时间' } })
  await put(branch, 'messages', { ...message('sound', 'm-62', MORNING + 1), push: 'due' })
  const before = (await branch.outbox()).length
  await branch.clock.advance(5 * MINUTE)
  expect((await branch.outbox()).slice(before).map(one => one.touser)).toEqual(['demo-member-62'])
  expect(await stored(branch, 'messages', { _id: 'broken' })).toMatchObject([{ push: 'failed', tries: 3 }])
  expect((await inbox('demo-member-61')).items.map(one => one.messageId)).toContain('broken')
})
