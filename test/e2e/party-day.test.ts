import mammoth from 'mammoth'
import type { Page } from 'playwright-core'
import { HOUR, MORNING } from '../features/support/branch'
import { phoneOn, press, reads, scanned, seen, type, whole } from './support/hands'
import { startDesk, type Desk } from './support/desk'
import { routes } from '../../core/shared/routes'

let product: Desk
let desk: Page

beforeAll(async () => {
  product = await startDesk()
  await Promise.all(['demo-member-01', 'demo-member-02'].map(openid => product.accept(openid, ['tpl-activity-notice'])))
  desk = await product.desk(['demo-secretary', 'demo-member-01', 'demo-member-02'])
}, 180_000)
afterAll(() => product.close())

const secretary = () => phoneOn(desk, 1)
const elder = () => phoneOn(desk, 2)
const neighbour = () => phoneOn(desk, 3)

test('the secretary publishes tomorrow’s Party day from the desk of her branch', async () => {
  await whole(secretary())
  await press(secretary(), /^发通知$/)
  await type(secretary(), '名称', '主题党日：学习二十届四中全会精神')
  await type(secretary(), '日期', '2026-11-22')
  await press(secretary(), /^发通知$/)
  // Looked over as members will see it: one question, which says to how many it goes.
  await reads(secretary(), '大家看到的是这样')
  await press(secretary(), '发给 87 位同志')
  await reads(secretary(), '通知已经发出')
  await reads(secretary(), '2人的微信已经弹出')
})

test('called off by mistake, it is taken back before any member hears of it', async () => {
  await press(secretary(), '取消这次活动')
  await type(secretary(), '为什么取消', '按错了')
  await press(secretary(), '确定取消，告诉大家')
  await reads(secretary(), '消息还没有发出')
  await press(secretary(), /^撤回$/)
  await reads(secretary(), '撤回了，活动照常办')
  expect((await published()).state).toBe('published')
})

test('the notice reaches the members as a WeChat message, and a tap opens it on the phone', async () => {
  const told = (await product.outbox()).filter(one => one.touser === 'demo-member-01')
  expect(told).toHaveLength(1)
  expect(told[0]?.data['thing1']?.value).toContain('主题党日')
  await press(elder(), /^活动$/)
  await press(elder(), '主题党日：学习二十届四中全会精神')
  await press(elder(), '我参加')
  await reads(elder(), '您参加，已记下')
})

test('the secretary sees who has read it', async () => {
  await press(secretary(), '看回执、提醒、参加')
  await reads(secretary(), /看过|已读/)
})

test('on the day the code on her screen, scanned by a camera, signs the elder in', async () => {
  const activityId = await publishedId()
  const startsAt = await startOf(activityId)
  await product.clock.advance(startsAt - HOUR / 2 - MORNING)
  const door = await product.phone('demo-secretary', routes.door({ activityId }))
  const code = door.locator('.door-code').locator('visible=true')
  await code.waitFor()
  const link = await scanned(code)
  const camera = await product.phone('demo-member-01', routes.signIn({ q: link }))
  await reads(camera, '签到成功')
  await reads(door, /已到 1/)
})

test('the other member shows the code of his phone, and the secretary scans it', async () => {
  const activityId = await publishedId()
  await press(neighbour(), '我的')
  await press(neighbour(), '出示我的签到码')
  const qr = neighbour().locator('.qr').locator('visible=true')
  const memberCode = await scanned(qr)
  const door = await product.phone('demo-secretary', routes.door({ activityId }))
  await press(door, '扫党员的码')
  await type(door, '把码的内容粘贴到这里', memberCode)
  await press(door, '确定')
  await reads(door, '到了 ✓')
  await reads(door, /已到 2/)
})

test('the sheet shows two present of eighty-seven, and the others awaited', async () => {
  const activityId = await publishedId()
  const sheet = await product.phone('demo-secretary', routes.sheet({ activityId }))
  // It has not ended: the others are awaited, and said to be absent by none.
  await reads(sheet, '还没到 85 人')
  await press(sheet, /按时到的? 2 人/)
  await seen(sheet, '窦鹏程').waitFor()
  const reply = await product.as('demo-secretary').calls('attendance.sheet', { activityId })
  expect(reply).toMatchObject({ ok: true, data: { present: 2 } })
})

test('she writes down who chaired and what was decided, and the record book says it in Word', async () => {
  const activityId = await publishedId()
  const phone = await product.phone('demo-secretary', routes.record({ activityId }))
  await type(phone, '会议记录', '学习公报，讨论明年的活动。')
  await phone.getByLabel('主持人：请选择 换').locator('visible=true').click()
  await type(phone, '主持人：输入名字', '窦鹏程')
  await press(phone, /^窦鹏程/)
  await press(phone, '加一条决议')
  await type(phone, '第 1 条决议的内容', '明年每月走访一次')
  await type(phone, '赞成', '2')
  await reads(phone, /到会人数不够，表决无效/)
  await press(phone, '保存记录')
  await reads(phone, '记录保存好了')

  const book = await product.phone('demo-secretary', routes.book())
  await reads(book, /还没写记录人/)
  const coming = book.waitForEvent('download')
  await press(book, '做成 Word')
  const { value } = await mammoth.extractRawText({ path: await (await coming).path() })
  expect(value).toContain('学习公报，讨论明年的活动。')
  expect(value).toContain('明年每月走访一次')
})

const activities = async () => {
  const reply = await product.as('demo-secretary').calls('activity.list', { from: MORNING })
  if (!reply.ok) throw new Error(reply.code)
  return reply.data.items
}
const published = async () => {
  const found = (await activities()).find(one => one.title.includes('四中全会'))
  if (!found) throw new Error('the Party day is not in the list')
  return found
}
const publishedId = async () => (await published()).activityId
const startOf = async (activityId: string) => (await activities()).find(one => one.activityId === activityId)?.startsAt ?? 0
