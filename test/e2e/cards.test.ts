import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import type { Page } from 'playwright-core'
import { startDesk, type Desk } from './support/desk'
import { press, reads, seen, type } from './support/hands'
import { routes } from '../../core/shared/routes'
import { people } from '../features/support/people'

let product: Desk
beforeAll(async () => {
  product = await startDesk()
}, 180_000)
afterAll(() => product.close())

const nameOf = async (openid: string): Promise<string> => {
  const me = await product.as(openid).calls('me.get', {})
  return (me.ok && me.data.member?.name) || openid
}

/** The code of the first card on a printed page, as a phone reads it from the paper. */
const firstCode = async (page: Page): Promise<string> => {
  const source = await page.locator('.sheet-page img').first().getAttribute('src')
  const sheet = PNG.sync.read(Buffer.from((source ?? '').split(',')[1] ?? '', 'base64'))
  const card = new PNG({ width: sheet.width / 2, height: Math.floor(sheet.height / 2) })
  PNG.bitblt(sheet, card, 0, 0, card.width, card.height, 0, 0)
  return jsQR(new Uint8ClampedArray(card.data), card.width, card.height)?.data ?? 'no code can be read'
}

test('the secretary chooses a liaison, and the elder’s first screen shows them at once, one tap away', async () => {
  const elder = await product.phone('demo-member-05')
  await reads(elder, '联络员')
  const suggested = await product.as('demo-secretary').calls('pairing.suggest', { memberId: 'm-05' })
  const chosen = suggested.ok ? suggested.data.items.find(one => !one.partner && one.helperId !== people.liaison.memberId) : undefined
  if (!chosen) throw new Error('no helper is suggested')

  const name = await nameOf('demo-member-05')
  const desk = await product.phone('demo-secretary', routes.elder({ memberId: 'm-05', name }))
  await reads(desk, '现在没有人联系')
  await press(desk, '选一位来联系')
  await press(desk, chosen.name)
  await press(desk, `就请${chosen.name}`)
  await reads(desk, `${chosen.name}来联系${name}，双方都通知了`)

  await press(elder, '活动')
  await elder.locator('.tabs-item.here', { hasText: '活动' }).locator('visible=true').waitFor()
  await press(elder, '首页')
  await reads(elder, chosen.name)
  await elder.getByLabel(`打电话：${chosen.name}`).locator('visible=true').waitFor()
  await reads(elder, `您的联络员是${chosen.name}`)
})

test('from the desk the secretary sees which elders have no helper, and follows a suggestion with one tap', async () => {
  const desk = await product.phone('demo-secretary', routes.desk())
  await press(desk, /位老同志没有结对/)
  await reads(desk, '建议：')
  const before = await seen(desk, /^没人联系 \d+$/).innerText()
  await press(desk, /^就请/)
  await reads(desk, '双方都通知了')
  await reads(desk, `没人联系 ${String(Number(before.replace(/\D/g, '')) - 1)}`)
})

test('the code on the printed card opens it for its elder, and tells another nothing', async () => {
  const desk = await product.phone('demo-secretary', routes.print({ memberId: 'm-05' }))
  await press(desk, '做 1 页卡片')
  await desk.locator('.sheet-page img').first().waitFor()
  const code = await firstCode(desk)
  expect(code).toMatch(/^service\/card\/index\?scene=\w+$/)
  const name = await nameOf('demo-member-05')
  await reads(await product.phone('demo-member-05', code), `${name}的亲情服务卡`)
  const other = await product.phone('demo-member-02', code)
  await reads(other, '这不是您的亲情服务卡')
  expect(await other.locator('body').innerText()).not.toContain(name)
})

test('a liaison who leaves hands eighteen elders over in one act', async () => {
  const desk = await product.phone('demo-secretary', routes.helper({ helperId: people.liaison.memberId }))
  await press(desk, '要离开了，交接给别人')
  await type(desk, '为什么交接', '工作调动')
  await press(desk, '交接这 18 位')
  await reads(desk, '交接了 18 位，双方都通知了')
  await reads(desk, '现在没有联系老同志')
})
