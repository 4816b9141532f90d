import type { Page } from 'playwright-core'
import { HOUR, MORNING } from '../features/support/branch'
import { startDesk, type Desk } from './support/desk'
import { phoneOn, press, reads, scanned, slowly, type, whole } from './support/hands'
import { routes } from '../../core/shared/routes'

/** When the shift starts that the form proposes: tomorrow at nine. */
const START = MORNING + 24 * HOUR
const TITLE = '东门早上护学岗'

let product: Desk
let desk: Page
let stranger: Page

beforeAll(async () => {
  product = await startDesk()
  desk = await product.desk(['demo-secretary', 'demo-member-01', 'demo-member-02'])
  await slowly(desk, 'post.card')
}, 300_000)
afterAll(() => product.close())

const secretary = () => phoneOn(desk, 1)
const elder = () => phoneOn(desk, 2)
const neighbour = () => phoneOn(desk, 3)

let postId = ''
const cardPage = () => routes.post({ id: postId })
const runPage = () => routes.runPost({ postId })
const nameOf = async (openid: string) => {
  const reply = await product.as(openid).calls('me.get', {})
  return reply.ok ? (reply.data.member?.name ?? '') : ''
}

/** Opens the newest card of the group chat on that person's phone, as a finger in the chat does. */
const openCard = async (openid: string) =>
  desk
    .getByRole('button', { name: `${await nameOf(openid)} 打开` })
    .first()
    .click()

test('the secretary puts up a post with one place and forwards its card to the group chat', async () => {
  await press(secretary(), '支部工作台')
  await press(secretary(), '服务岗位')
  await press(secretary(), '发一个岗位')
  await press(secretary(), '爱心护学')
  await type(secretary(), '名称', TITLE)
  await type(secretary(), '地点', '实验小学东门')
  await type(secretary(), '要几个人', '1')
  await type(secretary(), '请大家带什么', '红袖章')
  await type(secretary(), '联系电话', '13700008888')
  await press(secretary(), /^发岗位$/)
  await reads(secretary(), '岗位发好了')
  await press(secretary(), '转发到微信群')
  await desk.getByText(`${TITLE}，还剩 1 个名额`).first().waitFor()
  await desk.getByText('当前 0/1 人').first().waitFor()
  const reply = await product.as('demo-secretary').calls('post.list', { scope: 'run' })
  const post = reply.ok ? reply.data.items.find(one => one.title === TITLE) : undefined
  if (!post) throw new Error('the post is not in the list')
  postId = post.postId
  // Less than a day is left now: a volunteer who leaves from here on says why.
  await product.clock.advance(HOUR)
})

test('a newcomer opens the card, taps 我来, says who they are, and the claim goes on by itself', async () => {
  stranger = await product.phone('demo-passer-by', `${cardPage()}&chat=lake-side-group`)
  await reads(stranger, '还剩 1 个名额')
  await press(stranger, /^我来$/)
  await press(stranger, '我同意，开始使用')
  await type(stranger, '您的姓名', '周小明')
  await type(stranger, '手机号', '13911112222')
  await press(stranger, '用我的微信手机号')
  await reads(stranger, '认领好了 ✓')
  await press(stranger, '知道了')
  // The card in the chat has heard of it.
  await desk.locator('.bubble .state.begun').first().waitFor()
  await reads(stranger, '红袖章')
  await reads(stranger, '打电话给')
  await reads(stranger, '记到手机日历')
})

test('the next two who tap wait in the order in which they tapped', async () => {
  await openCard('demo-member-01')
  await press(elder(), '名额满了，排候补')
  await reads(elder(), '您排在候补第 1 位')
  await openCard('demo-member-02')
  await press(neighbour(), '名额满了，排候补')
  await reads(neighbour(), '您排在候补第 2 位')
})

test('a volunteer who cannot come says why, and the place goes to the first in line, who sees it without touching the phone', async () => {
  await press(stranger, '来不了，退出')
  await press(stranger, '家里有事')
  await press(stranger, '是，退出这一班')
  await reads(stranger, '名额满了，排候补')
  await press(elder(), '知道了')
  await reads(elder(), '您的班')
})

test('the secretary sees who left and why, adds a place, and the next in line has it', async () => {
  const manage = await product.phone('demo-secretary', runPage())
  await reads(manage, '临时来不了的')
  await reads(manage, '家里有事')
  await press(manage, '加一个名额')
  await reads(manage, '候补的第一位已经补上')
  await press(neighbour(), '知道了')
  await reads(neighbour(), '您的班')
})

test('a place is offered to the first who takes it, and another volunteer takes it over', async () => {
  await press(neighbour(), '请别人替我')
  await press(neighbour(), '谁来都行')
  await press(neighbour(), '好，请他替我')
  await reads(neighbour(), '正在找人替您')
  await stranger.reload()
  await press(stranger, '我来替')
  await reads(stranger, '认领好了 ✓')
  await press(stranger, '知道了')
})

test('the secretary changes the place and adds a shift, seeing before it is saved what will be different and who will be told', async () => {
  const manage = await product.phone('demo-secretary', runPage())
  await whole(manage)
  await press(manage, '改时间、地点、名额')
  await type(manage, '地点', '实验小学西门')
  await press(manage, '再加一班')
  await manage.getByLabel('结束').locator('visible=true').last().fill('12:00')
  await press(manage, '看看改了什么')
  await reads(manage, '原来：实验小学东门')
  await reads(manage, '改成：实验小学西门')
  await reads(manage, /上午11:00到中午12:00，2 人/)
  await reads(manage, new RegExp(await nameOf('demo-member-01')))
  await press(manage, '改好了，告诉 2 人')
  await reads(manage, '已告诉 2 位同志')
  await press(manage, '好，返回')
  await elder().getByText('实验小学西门').locator('visible=true').first().waitFor()

  // One shift alone is called off, with the reason; the other stays.
  await manage.locator('taro-button-core').filter({ hasText: '取消这一班' }).locator('visible=true').last().click()
  await type(manage, '为什么取消', '学校放半天假')
  await press(manage, '确定取消，告诉大家')
  await reads(manage, '这一班取消了')
  const reply = await product.as('demo-secretary').calls('post.get', { postId })
  expect(reply).toMatchObject({
    ok: true,
    data: { state: 'published', place: { name: '实验小学西门' }, shifts: [{ places: 2 }, { state: 'cancelled' }] },
  })
})

test('on the day the code on the secretary’s phone signs in and out, and the hours are credited', async () => {
  await product.clock.advance(START - MORNING - HOUR)
  const manage = await product.phone('demo-secretary', runPage())
  await press(manage, '打开签到签退码')
  const code = manage.locator('.post-code').locator('visible=true')
  await code.waitFor()
  const link = await scanned(code)
  const camera = await product.phone('demo-passer-by', routes.signIn({ q: link }))
  await reads(camera, /签到了/)
  await product.clock.advance(2 * HOUR)
  const again = await product.phone('demo-secretary', runPage())
  await press(again, '打开签到签退码')
  const later = again.locator('.post-code').locator('visible=true')
  await later.waitFor()
  const leaving = await product.phone('demo-passer-by', routes.signIn({ q: await scanned(later) }))
  await press(leaving, '签退，我走了')
  await reads(leaving, '这次服务 2小时')
  await press(leaving, '知道了')
  await press(leaving, '说说情况，发几张照片')
  await type(leaving, '怎么样', '护送了三十多个孩子')
  await press(leaving, '发给组织的同志')
  await reads(leaving, '已经告诉组织的同志')
})

test('the volunteer’s own page tells the hours and draws the certificate', async () => {
  const mine = await product.phone('demo-passer-by', routes.service())
  await reads(mine, '一共服务 1 次')
  await press(mine, '看我的志愿服务证书')
  await mine.locator('.kept-picture img, img.kept-picture').first().waitFor()
  const [saved] = await Promise.all([mine.waitForEvent('download'), press(mine, '把证书存到相册')])
  expect(saved.suggestedFilename()).toBe('周小明志愿服务证书.png')
})

test('afterwards the secretary writes down who came, thanks them, and has the duty list', async () => {
  await product.clock.advance(HOUR)
  const manage = await product.phone('demo-secretary', runPage())
  await reads(manage, '护送了三十多个孩子')
  await press(manage, '记一下谁来了')
  await press(manage, /^记好了$/)
  await reads(manage, '没来 1 人')
  await press(manage, '知道了')
  await press(manage, '谢谢来服务的同志')
  await press(manage, '发给来服务的同志')
  await reads(manage, /已经谢过/)
  const [list] = await Promise.all([manage.waitForEvent('download'), press(manage, '值班表（Excel）')])
  expect(list.suggestedFilename()).toBe(`${TITLE}值班表.xlsx`)
})
