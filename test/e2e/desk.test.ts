import { phoneOn, press, seen } from './support/hands'
import { startDesk, type Desk } from './support/desk'
import { routes } from '../../core/shared/routes'

let product: Desk
beforeAll(async () => {
  product = await startDesk()
}, 300_000)
afterAll(() => product.close())

test('the desk moves a day on, and every open phone shows that day without being opened again', async () => {
  const desk = await product.desk(['demo-member-01', 'demo-secretary'])
  for (const place of [1, 2]) await seen(phoneOn(desk, place), /11月21日 星期六/).waitFor()
  await desk.getByRole('button', { name: '+1 天' }).click()
  for (const place of [1, 2]) await seen(phoneOn(desk, place), /11月22日 星期日/).waitFor({ timeout: 60_000 })
  await desk.close()
})

test('a place that is taken from a card of the group chat remembers the group', async () => {
  const reply = await product.as('demo-secretary').calls('post.list', { scope: 'run' })
  const post = reply.ok ? reply.data.items.find(one => one.title === '校门口爱心护学') : undefined
  if (!post) throw new Error('the demo has no such post')
  const desk = await product.desk(['demo-secretary', 'demo-member-05'])
  await desk.evaluate(
    async path =>
      fetch('/chat', { method: 'POST', headers: { 'x-wx-openid': 'demo-secretary' }, body: JSON.stringify({ title: '护学', path }) }),
    routes.post({ id: post.postId }),
  )
  await desk.locator('.card .row .button').nth(1).click()
  await press(phoneOn(desk, 2), /^我来$/)
  await seen(phoneOn(desk, 2), '认领好了 ✓').waitFor()
  const found = await desk.evaluate(
    async id => (await fetch('/data/posts/one', { method: 'POST', body: JSON.stringify({ id }) })).text(),
    JSON.stringify(post.postId),
  )
  expect(found).toContain('desk-group')
})
