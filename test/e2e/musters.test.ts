import type { Page } from 'playwright-core'
import { instantOf } from '../../core/shared/calendar'
import { startDesk, type Desk } from './support/desk'
import { press, reads, type } from './support/hands'

/** A flood night: no phone rings at this hour for what can wait. */
const NIGHT = instantOf('2026-11-21', '22:00')
const TITLE = '巡堤护湖'
const called = ['demo-leader-1', 'demo-member-04', 'demo-member-05']

let product: Desk
let secretary: Page
let leader: Page
let elder: Page
let neighbour: Page

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
