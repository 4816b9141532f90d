import { once } from 'node:events'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { phoneOn, press, seen, type } from './support/hands'
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
  // The cloud has all the timers of the rest of that day to run.
  await desk.getByText(/途中执行了 \d+ 次定时任务/).waitFor({ timeout: 180_000 })
  await desk.close()
}, 300_000)

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
  // The phones have only just been laid down, their programs are still coming in: the card opens all the same.
  const opened = new AbortController()
  await desk.route('**/phone/chunk/*.js', async route => {
    if (!opened.signal.aborted) await once(opened.signal, 'abort')
    await route.continue()
  })
  const started = desk.waitForRequest(/\/phone\/index\.html\?as=demo-member-05&restart=1$/)
  await desk.reload({ waitUntil: 'commit' })
  await desk.locator('.card .row .button').nth(1).click()
  await started
  opened.abort()
  await press(phoneOn(desk, 2), /^我来$/)
  await seen(phoneOn(desk, 2), '认领好了 ✓').waitFor()
  const found = await desk.evaluate(
    async id => (await fetch('/data/posts/one', { method: 'POST', body: JSON.stringify({ id }) })).text(),
    JSON.stringify(post.postId),
  )
  expect(found).toContain('desk-group')
})

/** What axe finds on the desk itself; the phones in its frames are tested by themselves. */
const faultsOf = async (desk: Page): Promise<string[]> => {
  await desk.evaluate(axe.source)
  return desk.evaluate(async () => {
    const { violations } = await window.axe.run(
      { exclude: ['iframe'] },
      {
        resultTypes: ['violations'],
        iframes: false,
        rules: { 'color-contrast-enhanced': { enabled: true } },
      },
    )
    const sideways = document.documentElement.scrollWidth - document.documentElement.clientWidth
    const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 200)}`))
    return sideways > 0 ? [...faults, `scrolls sideways by ${String(sideways)}`] : faults
  })
}

test('a newcomer is led through the four steps by the buttons themselves, and each goes on when it has happened', async () => {
  const desk = await product.desk(['demo-member-05', 'demo-secretary'])
  const isNow = (words: string) => desk.locator('.steps [aria-current="step"]', { hasText: words }).waitFor()
  const points = (place: number) => desk.locator(`[data-phone="${String(place)}"] .pointer`).waitFor()
  const faults: Record<string, string[]> = {}
  for (const [width, height] of [
    [1440, 900],
    [1280, 800],
    [1024, 768],
  ] as const) {
    // prettier-ignore
    await desk.setViewportSize({ width, height })
    faults[`${String(width)} wide`] = await faultsOf(desk)
  }

  // The member of the steps takes the phone of the one who has no part in them.
  await desk.getByRole('button', { name: '带我试一试' }).click()
  await isNow('书记发通知')
  await points(2)
  await type(phoneOn(desk, 2), '日期', '2026-11-23')
  await press(phoneOn(desk, 2), /^发通知$/)
  await press(phoneOn(desk, 2), /^发给/)

  await isNow('老同志报名')
  await points(1)
  await press(phoneOn(desk, 1), /^我参加$/)

  await isNow('扫码签到')
  await desk.getByRole('button', { name: '把时间拨到开会前半小时' }).click()
  await desk.locator('[data-phone="1"] .scan.pointed').waitFor({ timeout: 180_000 })
  await phoneOn(desk, 2).locator('.door-code').waitFor()
  faults['under way'] = await faultsOf(desk)
  await desk.locator('[data-phone="1"] .scan').click()
  await seen(phoneOn(desk, 1), /签到成功/).waitFor()

  await isNow('签到表自动出来')
  await points(2)
  await press(phoneOn(desk, 2), /^签到表/)
  await desk.getByText('都走完了').waitFor()
  expect(await desk.locator('.steps .done').count()).toBe(4)
  expect(faults).toEqual({ '1440 wide': [], '1280 wide': [], '1024 wide': [], 'under way': [] })

  // It can be put away and begun again, and people are found by name, role or openid.
  await desk.getByRole('button', { name: '收起', exact: true }).click()
  await desk.getByRole('button', { name: '一分钟试一试' }).click()
  await desk.getByRole('button', { name: '带我试一试' }).waitFor()
  await desk
    .getByRole('button', { name: /^这部手机归谁用/ })
    .first()
    .click()
  await desk.getByRole('group', { name: '家属' }).waitFor()
  await desk.getByRole('combobox').fill('家属')
  expect(await faultsOf(desk)).toEqual([])
  await desk.keyboard.press('Enter')
  await desk.getByRole('button', { name: /^这部手机归谁用.*同志的家属/ }).waitFor()
  await desk.getByRole('button', { name: '开发者' }).click()
  await desk.getByRole('row', { name: /attendance\.signIn/ }).waitFor()
  expect(await faultsOf(desk)).toEqual([])
  await desk.close()
}, 300_000)
