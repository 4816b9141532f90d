import type { Page } from 'playwright-core'
import { HOUR } from '../features/support/branch'
import { startDesk, type Desk } from './support/desk'
import { phoneOn, press, reads, seen, type } from './support/hands'
import { routes } from '../../core/shared/routes'
import { colours } from '../../src/theme/colours'
import { people } from '../features/support/people'

let product: Desk
let desk: Page

beforeAll(async () => {
  product = await startDesk()
  // Nine in the evening.
  await product.clock.advance(12 * HOUR)
  await product.accept(people.liaison.openid, ['tpl-request-asked'])
  desk = await product.desk(['demo-member-01', people.liaison.openid, 'demo-secretary'])
}, 180_000)
afterAll(() => product.close())

const elder = () => phoneOn(desk, 1)
const liaison = () => phoneOn(desk, 2)

const mine = async () => {
  const reply = await product.as('demo-member-01').calls('request.mine', { part: 'asked' })
  if (!reply.ok) throw new Error(reply.code)
  return reply.data.items
}
const requestId = async () => (await mine())[0]?.requestId ?? ''
/** The drawing of each icon that stands on the page. */
const drawings = (page: Page) =>
  page.locator('.icon:visible').evaluateAll(icons => icons.map(icon => decodeURIComponent(getComputedStyle(icon).backgroundImage)))

const requestPage = async () => routes.request({ id: await requestId() })

test('a burst pipe at nine in the evening: three taps from home to who was told and until when it is promised', async () => {
  await press(elder(), '我要求助')
  await press(elder(), /^漏水$/)
  await press(elder(), '请人来帮忙')
  await reads(elder(), '已经告诉联络员方雅琴，说好明天上午8点前办好')
  await reads(elder(), '打给联络员方雅琴')
  expect(await mine()).toHaveLength(1)
})

test('the liaison hears of it by message, and the request opens on her phone from the inbox', async () => {
  const told = (await product.outbox()).filter(one => one.touser === people.liaison.openid)
  expect(told.map(one => one.page)).toEqual([await requestPage()])
  await press(liaison(), '我的')
  await press(liaison(), '消息')
  await press(liaison(), '窦鹏程请人帮忙')
  await reads(liaison(), '窦鹏程请人帮忙，您能去吗？')
})

test('two want to take it at once: the liaison has it, the secretary reads that she was faster', async () => {
  const secretary = await product.phone('demo-secretary', await requestPage())
  await reads(secretary, '还没有人接手')
  await press(liaison(), '我来办')
  await reads(liaison(), '窦鹏程的“漏水”在您手里')
  await press(secretary, '我来办')
  await reads(secretary, '联络员方雅琴已经接手了')
  expect((await mine())[0]?.owner?.name).toBe('方雅琴')
})

test('the elder sees on home who is on the way, and until when it was promised', async () => {
  await press(liaison(), '我出发了，在路上')
  const home = await product.phone('demo-member-01', routes.home())
  await reads(home, '我的求助：漏水')
  await reads(home, '联络员方雅琴在路上，明天上午8点前办好')
})

test('done: the elder says that it is not, and the next rung is asked; done again, one tap with four stars closes it', async () => {
  await press(liaison(), /^办好了$/)
  await type(liaison(), '办了什么（可以不写）', '换了水管接头')
  await press(liaison(), '办好了，告诉窦鹏程')
  await reads(liaison(), '等窦鹏程回话')

  const phone = await product.phone('demo-member-01', await requestPage())
  await reads(phone, '联络员方雅琴说办好了，请您看看')
  await reads(phone, '“换了水管接头”')
  await press(phone, /^还没好$/)
  await type(phone, '哪里还没好（可以不写）', '还在滴水')
  await press(phone, '还没好，再找人来')
  await reads(phone, '还没有办好，请上一级再找人')
  expect((await mine())[0]).toMatchObject({ state: 'waiting', rung: 'team' })

  const helper = await product.phone(people.liaison.openid, await requestPage())
  await press(helper, '我来办')
  await press(helper, '我出发了，在路上')
  await press(helper, /^办好了$/)
  await press(helper, '办好了，告诉窦鹏程')
  await reads(helper, '等窦鹏程回话')

  const again = await product.phone('demo-member-01', await requestPage(), { large: true })
  await again.getByRole('radio', { name: '4 颗星，满意' }).click()
  expect((await drawings(again)).filter(drawing => drawing.includes(`fill="${colours.gold}"`))).toHaveLength(4)
  await press(again, '办好了，给 4 颗星')
  await reads(again, '这件事办好了')
  expect((await mine())[0]).toMatchObject({ state: 'closed', stars: 4 })
})

test('what was being written survives a killed app, and is sent once however often it is tapped', async () => {
  const phone = await product.phone('demo-member-05', routes.ask({ kind: 'medicine' }))
  await type(phone, '写几句（可以不写）', '降压药快没了')
  await phone.reload()
  expect(await phone.getByLabel('写几句（可以不写）').inputValue()).toBe('降压药快没了')
  await phone.context().setOffline(true)
  await press(phone, '请人来帮忙')
  await reads(phone, '现在连不上网络')
  await phone.context().setOffline(false)
  await press(phone, '请人来帮忙')
  await reads(phone, /叫他们；等不及就请直接打电话/)
  const reply = await product.as('demo-member-05').calls('request.mine', { part: 'asked' })
  expect(reply).toMatchObject({ ok: true, data: { items: [{ kind: 'medicine', text: '降压药快没了' }] } })
})

test('the secretary sees on the desk what has no owner, and gives it to a helper', async () => {
  const secretary = phoneOn(desk, 3)
  await press(secretary, '支部工作台')
  await press(secretary, /件求助没人接/)
  await reads(secretary, '柏建华：买药')
  await press(secretary, '按地点')
  await reads(secretary, /离水电维修队/)
  await secretary.getByRole('button', { name: '请一位来办：柏建华的买药' }).click()
  await press(secretary, '联络员方雅琴')
  await press(secretary, /^好，请/)
  await press(secretary, /正在办/)
  await press(secretary, '柏建华：买药')
  await reads(secretary, /马静宜请联络员方雅琴来办/)
  const reply = await product.as('demo-member-05').calls('request.mine', { part: 'asked' })
  expect(reply).toMatchObject({ ok: true, data: { items: [{ state: 'accepted', owner: { role: 'liaison' } }] } })
})

test('the elder says more later, and the helper who has it in hand reads it', async () => {
  const reply = await product.as('demo-member-05').calls('request.mine', { part: 'asked' })
  const page = routes.request({ id: (reply.ok ? reply.data.items[0]?.requestId : undefined) ?? '' })
  const phone = await product.phone('demo-member-05', page)
  await press(phone, '再补充几句')
  await type(phone, '写几句（可以不写）', '我下午三点以后在家')
  await press(phone, '告诉方雅琴')
  await reads(phone, '“我下午三点以后在家”')
  const helper = await product.phone(people.liaison.openid, page)
  await reads(helper, '“我下午三点以后在家”')
})

test('a group leader asks in an elder’s stead, and sees on the first screen which requests of the group have no owner', async () => {
  const leader = await product.phone(people.leader.openid, routes.mine())
  await press(leader, '组里的求助')
  await press(leader, '替一位同志求助')
  await type(leader, '输入名字找人', '喻素云')
  await press(leader, '喻素云')
  await press(leader, '陪诊')
  await press(leader, '请人来帮忙')
  await reads(leader, '喻素云')
  await reads(leader, /彭建华.*替喻素云求助/)
  const home = await product.phone(people.leader.openid, routes.home())
  await press(home, '第一党小组：1 件求助没人接')
  await reads(home, '喻素云：陪诊')
})

test('a fall: three taps from home, 120 before and after; no tick, but who is called', async () => {
  const phone = await product.phone('demo-member-08', routes.home())
  await press(phone, '我要求助')
  await phone.getByRole('button', { name: /^摔倒$/ }).waitFor()
  // What brings a colour of its own is not drawn in the colour of its place.
  expect((await drawings(phone)).filter(drawing => drawing.includes('currentColor'))).toEqual([])
  await press(phone, /^摔倒$/)
  await reads(phone, '不要急着扶起来')
  await reads(phone, '打 120 急救')
  await press(phone, '告诉支部，马上来人')
  await reads(phone, /^正在叫联络员/)
  await reads(phone, '打 120 急救')
  const reply = await product.as('demo-member-08').calls('request.mine', { part: 'asked' })
  expect(reply).toMatchObject({ ok: true, data: { items: [{ kind: 'other', emergency: 'fall', urgency: 'urgent' }] } })
})

test('the street settles how long a liaison is waited for, and finds the way back to what is usual', async () => {
  const street = await product.phone('demo-street', routes.mine())
  await press(street, '工作看板')
  await press(street, '求助看板')
  await press(street, '找人的时间')
  await type(street, '等联络员几分钟', '8')
  await press(street, '就按这样办')
  await reads(street, '现在按常青街道党工委定的')
  const holds = async () => {
    const reply = await product.as('demo-secretary').calls('request.settings', { orgId: 'branch-01' })
    return reply.ok ? reply.data.clocks.urgent.liaison : undefined
  }
  expect(await holds()).toBe(8)
  await press(street, '都改回一般的')
  await press(street, '就按这样办')
  await seen(street, '都改回一般的').waitFor({ state: 'detached' })
  await reads(street, '没有改动')
  expect(await holds()).toBe(3)
})

test('the street opens its board: a number, and the rows behind it', async () => {
  await product.clock.advance(HOUR)
  const street = await product.phone('demo-street', routes.mine())
  await press(street, '工作看板')
  await press(street, '求助看板')
  await reads(street, '常青街道党工委')
  await press(street, /正在办/)
  await reads(street, '柏建华：买药')
})

test('a day later the promise is broken: the elder reads an apology and who chases it, the street finds it as 已超时', async () => {
  await product.clock.advance(24 * HOUR)
  const home = await product.phone('demo-member-05', routes.home())
  await reads(home, '没按时办到，对不起')
  await reads(home, /^支部书记.+在催$/)
  await press(home, '我的求助：买药')
  await reads(home, /在催。$/)
  const street = await product.phone('demo-street', routes.requestBoard({ orgId: 'changqing', name: '常青街道' }))
  await press(street, /已超时/)
  await reads(street, '柏建华：买药')
})
