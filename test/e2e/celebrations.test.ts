import { HOUR, MINUTE } from '../features/support/branch'
import { startDesk, type Desk } from './support/desk'
import { press, reads, seen } from './support/hands'
import { routes } from '../../core/shared/routes'

let product: Desk

beforeAll(async () => {
  product = await startDesk()
}, 180_000)
afterAll(() => product.close())

test('two days ahead the secretary’s desk says who turns eighty, one tap from the call', async () => {
  const secretary = await product.phone('demo-secretary', routes.desk())
  await press(secretary, /七天内 2 人过生日/)
  await reads(secretary, '许淑贞')
  await reads(secretary, '80岁大寿')
  await reads(secretary, /入党50周年 · 光荣在党50年/)
  await reads(secretary, '打电话祝贺')
})

test('on the morning of the day the greeting lies in the inbox, and the card is drawn with the name, to keep', async () => {
  // Saturday 09:00 to Monday, just after eight.
  await product.clock.advance(47 * HOUR + MINUTE)
  const elder = await product.phone('demo-member-16', routes.inbox())
  await press(elder, /生日快乐/)
  await elder.locator('.kept-picture img, img.kept-picture').first().waitFor()
  const [saved] = await Promise.all([elder.waitForEvent('download'), press(elder, '把贺卡存到相册')])
  expect(saved.suggestedFilename()).toBe('许淑贞贺卡.png')
})

test('a member shows who they are and what they can help with; a stranger sees it, until it is taken back', async () => {
  const member = await product.phone('demo-member-10', routes.mine())
  await press(member, '我的公开卡片')
  await seen(member, '说说心事').click()
  await press(member, '先看看样子')
  await reads(member, '别人会看到这些')
  await press(member, '就这样公开')
  await reads(member, '您的卡片公开着')
  const mine = await product.as('demo-member-10').calls('publicCard.mine', {})
  const code = mine.ok ? mine.data.card?.code : undefined
  const page = routes.publicCard({ code: code ?? '' })
  const stranger = await product.phone('demo-stranger', page)
  await reads(stranger, '说说心事')
  await reads(stranger, /请支部书记转告/)
  await press(member, '收回卡片')
  await press(member, '是，收回来')
  await reads(member, '卡片已经收回来了')
  await reads(await product.phone('demo-stranger', page), '这张卡片收起来了')
})

test('the street opens its board, sees what needs attention and how the night’s comparison went, and goes down to a branch', async () => {
  const street = await product.phone('demo-street', routes.mine())
  await press(street, '工作看板')
  await reads(street, '常青街道党工委')
  await reads(street, /昨夜核对：一致/)
  await reads(street, '没有结对')
  await street.locator('.bar', { hasText: '常青花园离退休干部党支部' }).click()
  await reads(street, /离退休 77/)
})
