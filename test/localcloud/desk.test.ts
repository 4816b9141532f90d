import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { browserPath } from '../../config/browser'
import { SDK, startTestCloud, type TestCloud } from './support/cloud'

const people = [
  { openid: 'demo-secretary', name: '王秀英', note: '支部书记' },
  { openid: 'demo-member-01', name: '李建国', note: '退休党员' },
  { openid: 'demo-member-02', name: '赵玉兰', note: '退休党员，大字' },
]

/** A stand-in for a web build: says who holds it and where it is, keeps what is typed, shares a card. */
const phone = `<!doctype html><meta charset="utf-8"><h1></h1><p></p><input aria-label="写点什么"><button>转发</button>
<script>
  const show = () => { document.querySelector('h1').textContent = new URLSearchParams(location.search).toString(); document.querySelector('p').textContent = location.hash }
  addEventListener('hashchange', show); show()
  addEventListener('message', event => { if (event.data.kind === 'clock') document.title = String(event.data.now) })
  document.querySelector('button').onclick = () => parent.postMessage({ kind: 'share', title: '周五党日', path: '/pages/activities/detail?id=7' }, location.origin)
</script>`

const tells = `
const cloud = require(${SDK})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = async ({ touser }) => {
  console.log('telling', touser)
  return cloud.openapi.subscribeMessage.send({ touser, templateId: 'notice', page: 'pages/activities/detail?id=9', data: { thing1: { value: '主题党日' } } })
}`

describe('on the desk', () => {
  let folder: string
  let cloud: TestCloud
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'desk-'))
    const web = join(folder, 'web')
    mkdirSync(web)
    writeFileSync(join(web, 'index.html'), phone)
    const templates = join(folder, 'templates.json')
    writeFileSync(templates, JSON.stringify({ notice: { title: '活动通知', fields: { thing1: '活动名称' } } }))
    cloud = await startTestCloud({
      web,
      people,
      templates,
      functions: {
        tells: { code: tells, config: { permissions: { openapi: ['subscribeMessage.send'] } } },
        nightly: {
          code: 'exports.main = () => {}',
          config: { triggers: [{ name: 'every-night', type: 'timer', config: '0 0 2 * * * *' }] },
        },
      },
    })
    browser = await chromium.launch({ executablePath: browserPath() ?? 'chromium', args: ['--no-sandbox', '--disable-gpu'] })
  })
  afterAll(async () => {
    await browser.close()
    await cloud.close()
    rmSync(folder, { recursive: true, force: true })
  })
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    page.setDefaultTimeout(15_000)
  })
  afterEach(() => page.close())

  const screen = (name: string) => page.frameLocator(`iframe[title="${name}的手机"]`)
  const open = (query = '') => page.goto(`${cloud.url}/${query}`)
  const shows = (name: string, text: string) => screen(name).getByText(text, { exact: true }).waitFor()

  test('the first two people hold phones, or those named in the address', async () => {
    await open()
    await shows('王秀英', 'as=demo-secretary')
    await shows('李建国', 'as=demo-member-01')
    await open('?phones=demo-member-02,demo-member-01,demo-secretary')
    await shows('赵玉兰', 'as=demo-member-02')
    expect(await page.locator('iframe').count()).toBe(3)
    expect(await page.getByText('退休党员，大字').isVisible()).toBe(true)
  })

  test('a phone changes hands, letters grow, phones come and go, and the address keeps it', async () => {
    await open('?phones=demo-secretary,demo-member-01')
    const second = page.getByRole('region', { name: '手机 2' })
    await second.getByLabel('这部手机归谁用').selectOption('赵玉兰')
    await shows('赵玉兰', 'as=demo-member-02')
    await second.getByRole('button', { name: '大字' }).click()
    await shows('赵玉兰', 'as=demo-member-02&large=1')
    await page.getByRole('button', { name: '再放一部手机' }).click()
    await shows('李建国', 'as=demo-member-01')
    expect(new URL(page.url()).searchParams.get('phones')).toBe('demo-secretary,demo-member-02,demo-member-01')
    await second.getByRole('button', { name: '收起这部手机' }).click()
    await page.reload()
    await shows('李建国', 'as=demo-member-01')
    expect(await page.locator('iframe').count()).toBe(2)
  })

  test('a message arrives by itself and opens on the phone of whom it was sent to', async () => {
    await open('?phones=demo-secretary,demo-member-01')
    await shows('李建国', 'as=demo-member-01')
    await screen('李建国').getByLabel('写点什么').fill('不要丢')
    await cloud.post('/consent', { templateIds: ['notice'], accepted: true }, 'demo-member-01')
    await cloud.call('tells', { op: 'activity.publish', touser: 'demo-member-01' }, 'demo-secretary')

    const messages = page.getByRole('region', { name: '服务通知' })
    const item = messages.getByRole('button', { name: /活动通知.*活动名称.*主题党日/ })
    await item.waitFor()
    await page.getByRole('button', { name: '活动通知：主题党日' }).waitFor()
    await item.click()
    await shows('李建国', '#/pages/activities/detail?id=9')
    expect(await screen('李建国').getByLabel('写点什么').inputValue()).toBe('不要丢')

    const calls = page.getByRole('region', { name: '最近的调用' })
    await calls.getByRole('row', { name: /activity\.publish.*王秀英/ }).waitFor()
    await calls.getByText('打印 1 行').click()
    await calls.getByText('[log] telling demo-member-01').waitFor()
  })

  test('the clock is moved, says which timers fired, and the phones hear of it', async () => {
    await open('?phones=demo-secretary')
    const clock = page.getByRole('region', { name: '云上的时间' })
    await clock.getByText(/2026年11月21日.*时间停着/).waitFor()
    await clock.getByRole('button', { name: '+1 天' }).click()
    await clock.getByText(/途中执行了 1 次定时任务/).waitFor()
    await clock.getByText(/11\/22 02:00.*nightly · every-night.*完成/).waitFor()
    const calls = page.getByRole('region', { name: '最近的调用' })
    expect(await calls.getByRole('row', { name: /nightly/ }).count()).toBe(0)
    await calls.getByLabel('也列定时任务').check()
    await calls.getByRole('row', { name: /02:00:00 nightly （定时）/ }).waitFor()
    await page.waitForFunction(
      now => document.querySelector('iframe')?.contentDocument?.title === now,
      String(Date.parse('2026-11-22T09:30:00+08:00')),
    )
    await clock.getByLabel('把时间设到').fill('2026-12-01T07:00')
    await clock.getByRole('button', { name: '设定' }).click()
    await clock.getByText(/2026年12月1日/).waitFor()
    expect(cloud.clock.now()).toBe(Date.parse('2026-12-01T07:00:00+08:00'))
    await clock.getByRole('button', { name: '让时间走起来' }).click()
    await clock.getByText(/时间在走/).waitFor()
    await clock.getByRole('button', { name: '让时间停住' }).click()
    await clock.getByText(/时间停着/).waitFor()
  })

  test('a card that one phone forwards opens on another', async () => {
    await open('?phones=demo-secretary,demo-member-01')
    await screen('王秀英').getByRole('button', { name: '转发' }).click()
    const chat = page.getByRole('region', { name: '群聊' })
    await chat.getByText('王秀英 转发了「周五党日」').waitFor()
    await chat.getByRole('button', { name: '李建国 打开' }).click()
    await shows('李建国', '#/pages/activities/detail?id=7')
  })

  test('everything is reached with the keyboard and nothing overlaps at 1280 and 1920', async () => {
    await open('?phones=demo-secretary,demo-member-01')
    await shows('李建国', 'as=demo-member-01')
    await page.getByLabel('这部手机归谁用').first().focus()
    for (const name of ['大字', '重新打开这部手机', '收起这部手机']) {
      await page.keyboard.press('Tab')
      expect(
        await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent.trim()),
      ).toBe(name)
    }
    for (const width of [1280, 1920]) {
      await page.setViewportSize({ width, height: 1000 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
      const boxes = await Promise.all((await page.locator('.phone, .panel').all()).map(one => one.boundingBox()))
      const places = boxes.flatMap(box => (box === null ? [] : [box]))
      expect(places).toHaveLength(6)
      const overlap = places.some((a, i) =>
        places.some((b, j) => i < j && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height),
      )
      expect(overlap).toBe(false)
    }
  })
})
