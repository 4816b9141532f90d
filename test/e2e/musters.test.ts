import type { Page } from 'playwright-core'
import { instantOf } from '../../core/shared/calendar'
import { routes } from '../../core/shared/routes'
import { startDesk, type Desk } from './support/desk'
import { press, reads, scanned, seen, type } from './support/hands'

/** A flood night: no phone rings at this hour for what can wait. */
const NIGHT = instantOf('2026-11-21', '22:00')
const [MINUTE, HOUR] = [60_000, 3_600_000]
const TITLE = '巡堤护湖'
const called = ['demo-leader-1', 'demo-member-04', 'demo-member-05']

let product: Desk
let secretary: Page
let leader: Page
let elder: Page
let neighbour: Page
let musterId = ''
/** One of the leader's group who has not answered. */
let silent = ''

beforeAll(async () => {
  product = await startDesk(NIGHT)
  await Promise.all(called.map(openid => product.accept(openid, ['tpl-activity-notice'])))
  secretary = await product.phone('demo-secretary')
}, 300_000)
afterAll(() => product.close())

test('at night the secretary calls everybody by one form, and looks it over first', async () => {
  await press(secretary, '支部工作台')
  await press(secretary, '应急集结')
  await press(secretary, '发起应急集结')
  await type(secretary, '什么事', TITLE)
  await type(secretary, '为什么', '今夜水位要涨')
  await type(secretary, '哪些点位', '东堤\n西堤')
  await press(secretary, '也叫')
  await press(secretary, '看一遍再叫')
  await reads(secretary, /马上叫.*不管现在几点/u)
  await press(secretary, '确定，马上叫')
  await reads(secretary, '各点位人数')
  const listed = await product.as('demo-secretary').calls('muster.list', { orgId: 'branch-01' })
  musterId = (listed.ok ? listed.data.items.find(one => one.title === TITLE && one.state === 'open')?.musterId : undefined) ?? ''
  expect(musterId).not.toBe('')
})

test('their phones ring although it is night, and three answer in three ways with one tap from the message', async () => {
  const letters = (await product.outbox()).filter(one => called.includes(one.touser) && one.data['thing1']?.value === TITLE)
  expect(letters.map(one => one.touser).sort()).toEqual(called)
  const openedBy = (openid: string) => product.phone(openid, letters.find(one => one.touser === openid)?.page ?? '')
  ;[leader, elder, neighbour] = await Promise.all([openedBy('demo-leader-1'), openedBy('demo-member-04'), openedBy('demo-member-05')])
  await press(leader, /^能来$/u)
  await reads(leader, '您回了：能来')
  await press(elder, /^晚到$/u)
  await reads(elder, '您回了：晚到')
  await reads(elder, /请到：[东西]堤/u)
  await press(neighbour, /^不能来$/u)
  await reads(neighbour, '您回了：不能来')
})

test('the leader rings one who has not answered, and says for them what they said', async () => {
  const left = await product.as('demo-leader-1').calls('muster.people', { musterId, list: 'silent' })
  silent = (left.ok ? left.data.items[0]?.name : undefined) ?? ''
  expect(silent).not.toBe('')
  await press(leader, '还没回话')
  await type(leader, '输入名字', silent)
  await reads(leader, silent)
  await press(leader, /^能来$/u)
  await reads(leader, '没有这个名字')
  await press(secretary, '能来的')
  await type(secretary, '输入名字', silent)
  await reads(secretary, /代回/u)
})

test('the roll is called by the code on the secretary’s screen, and by name where the network is away', async () => {
  await product.clock.advance(HOUR)
  const names = await product.phone('demo-secretary', routes.musterList({ id: musterId, list: 'coming' }))
  await press(names, '打开签到码')
  const code = names.locator('.muster-code .qr').locator('visible=true')
  await code.waitFor()
  const link = await scanned(code)
  const camera = await product.phone('demo-leader-1', routes.signIn({ q: link }))
  await reads(camera, /[东西]堤 .*到$/u)
  await reads(camera, '签到好了，谢谢您')

  await type(names, '输入名字', silent)
  await reads(names, silent)
  await names.context().setOffline(true)
  await press(names, '人到了')
  await reads(names, /人的签到记在这个手机上/u)
  await names.context().setOffline(false)
  await seen(names, /人的签到记在这个手机上/u).waitFor({ state: 'detached' })
  const reply = await product.as('demo-secretary').calls('muster.get', { musterId })
  expect(reply.ok && reply.data.sums?.arrived).toBe(2)
})

test('the end thanks all, and the hours stand in the record of those who were there', async () => {
  await product.clock.advance(2 * HOUR + MINUTE)
  const run = await product.phone('demo-secretary', routes.muster({ id: musterId }))
  await press(run, '全部结束，谢谢大家')
  await type(run, '想对大家说的话', '水退了，大家辛苦了')
  await press(run, '是的，全部结束')
  await reads(run, '水退了，大家辛苦了')
  // What the call had no time for on a busy machine goes out with the timer.
  await product.clock.advance(MINUTE)
  const inbox = await product.phone('demo-leader-1', routes.inbox())
  await reads(inbox, `谢谢您：${TITLE}`)
  const mine = await product.phone('demo-leader-1', routes.service())
  await reads(mine, TITLE)
  const other = await product.phone('demo-member-04', routes.inbox())
  await reads(other, `集结结束，不用来了：${TITLE}`)
})
