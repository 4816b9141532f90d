import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { renderSVG } from 'uqr'
import { browserPath } from '../../config/browser'
import { SDK, startTestCloud, type TestCloud } from './support/cloud'

const people = [
  { openid: 'demo-secretary', name: '王秀英', note: '支部书记', group: '书记' },
  { openid: 'demo-member-01', name: '李建国', note: '退休党员', group: '党员' },
  { openid: 'demo-member-02', name: '赵玉兰', note: '退休党员，大字', group: '党员' },
]

/** A stand-in for a web build: says who holds it and where it is, keeps what is typed, shares a card. */
const phone = `<!doctype html><meta charset="utf-8"><h1></h1><p></p><input aria-label="写点什么"><button>转发</button><button>问云</button>
<output></output><script>
  document.querySelector('output').textContent = navigator.onLine ? 'online' : 'offline'
  addEventListener('offline', () => { document.querySelector('output').textContent = 'offline' })
  addEventListener('online', () => { document.querySelector('output').textContent = 'online' })
  const show = () => { document.querySelector('h1').textContent = new URLSearchParams(location.search).toString(); document.querySelector('p').textContent = location.hash }
  addEventListener('hashchange', show); show()
  addEventListener('message', event => { if (event.data.kind === 'clock') document.title = String(event.data.now) })
  const [forward, ask] = document.querySelectorAll('button')
  forward.onclick = () => parent.postMessage({ kind: 'share', title: '周五党日', path: '/pages/activities/detail?id=7', activityId: window.activityId }, location.origin)
  const say = text => { document.title = text; document.querySelector('h1').textContent = text }
  ask.onclick = async () => {
    const old = await new Promise(resolve => { const request = new XMLHttpRequest(); request.onload = () => resolve('answered'); request.onerror = () => resolve('failed'); request.open('GET', '/clock'); request.send() })
    say('old way ' + old + ', new way ' + await fetch('/clock').then(() => 'answered', () => 'failed'))
  }
</script>`

const cards = `
const cloud = require(${SDK})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const { updatableMessage } = cloud.openapi
exports.main = async ({ activityId, state, ...parameters }) => {
  if (!activityId) return updatableMessage.createActivityId({})
  const parameterList = Object.entries(parameters).filter(([name]) => name !== 'userInfo').map(([name, value]) => ({ name, value }))
  return updatableMessage.setUpdatableMsg({ activityId, targetState: state, templateInfo: { parameterList } })
}`
const keeps = `
const cloud = require(${SDK})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = ({ id, data }) => cloud.database().collection('members').doc(id).set({ data })`

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
    const introduction = join(folder, 'introduction.json')
    writeFileSync(introduction, JSON.stringify({ links: [{ prefix: 'https://example.org/s', page: 'pages/landing/index' }] }))
    cloud = await startTestCloud({
      web,
      people,
      templates,
      introduction,
      collections: [{ name: 'members' }],
      functions: {
        tells: { code: tells, config: { permissions: { openapi: ['subscribeMessage.send'] } } },
        cards: {
          code: cards,
          config: { permissions: { openapi: ['updatableMessage.createActivityId', 'updatableMessage.setUpdatableMsg'] } },
        },
        keeps,
        fails: 'exports.main = () => { throw new Error("灯坏了") }',
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
    await second.getByRole('button', { name: '这部手机归谁用：李建国 退休党员' }).click()
    await second.getByRole('group', { name: '书记' }).waitFor()
    await second.getByRole('combobox').fill('退休 大字')
    expect(await second.getByRole('option').count()).toBe(1)
    await page.keyboard.press('Enter')
    await shows('赵玉兰', 'as=demo-member-02')
    await second.getByRole('button', { name: '大字', exact: true }).click()
    await shows('赵玉兰', 'as=demo-member-02&large=1')
    await page.getByRole('button', { name: '再放一部手机' }).click()
    await shows('李建国', 'as=demo-member-01')
    expect(new URL(page.url()).searchParams.get('phones')).toBe('demo-secretary,demo-member-02,demo-member-01')
    await second.getByRole('button', { name: '收起这部手机' }).click()
    await page.reload()
    await shows('李建国', 'as=demo-member-01')
    expect(await page.locator('iframe').count()).toBe(2)
  })

  test('letters and network of each phone are remembered when the desk is opened again', async () => {
    await open('?phones=demo-secretary,demo-member-01,demo-member-02')
    const phoneAt = (place: number) => page.getByRole('region', { name: `手机 ${place}` })
    await phoneAt(2).getByRole('button', { name: '大字' }).click()
    await phoneAt(3).getByRole('button', { name: '断网' }).click()
    await shows('赵玉兰', 'offline')
    await page.reload()
    await shows('李建国', 'as=demo-member-01&large=1')
    await shows('赵玉兰', 'as=demo-member-02')
    await shows('赵玉兰', 'offline')
    await shows('王秀英', 'online')
    expect(await phoneAt(3).getByRole('button', { name: '断网' }).getAttribute('aria-pressed')).toBe('true')
    // The first phone goes, and the others keep what they had.
    await phoneAt(1).getByRole('button', { name: '收起这部手机' }).click()
    await page.reload()
    await shows('李建国', 'as=demo-member-01&large=1')
    await shows('赵玉兰', 'offline')
    await phoneAt(2).getByRole('button', { name: '断网' }).click()
    await shows('赵玉兰', 'online')
    await page.reload()
    await shows('赵玉兰', 'online')
  })

  test('a message arrives by itself and opens on the phone of the person it was sent to', async () => {
    await open('?phones=demo-secretary,demo-member-01&developer=1')
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
    await open('?phones=demo-secretary&developer=1')
    const clock = page.getByRole('region', { name: '云上的时间' })
    await clock.getByText(/2026年11月21日.*时间停着/).waitFor()
    await clock.getByRole('button', { name: '+1 天' }).click()
    await clock.getByText(/途中执行了 1 次定时任务/).waitFor()
    await clock.getByText(/11\/22 02:00.*nightly · every-night.*完成/).waitFor()
    const calls = page.getByRole('region', { name: '最近的调用' })
    expect(await calls.getByRole('row', { name: /nightly/ }).count()).toBe(0)
    await calls.getByLabel('也列定时任务').check()
    await calls.getByRole('row', { name: /02:00:00 nightly .*（定时）/ }).waitFor()
    await page.waitForFunction(
      now => document.querySelector('iframe')?.contentDocument?.title === now,
      String(Date.parse('2026-11-22T09:30:00+08:00')),
    )
    await clock.getByRole('button', { name: '+1 小时' }).click()
    await clock.getByText(/现在是 11\/22 10:30，途中没有定时任务/).waitFor()
    await clock.getByLabel('把时间设到').fill('2026-12-01T07:00')
    await clock.getByRole('button', { name: '设定' }).click()
    await clock.getByText(/2026年12月1日/).waitFor()
    expect(cloud.clock.now()).toBe(Date.parse('2026-12-01T07:00:00+08:00'))
    await clock.getByRole('button', { name: '让时间走起来' }).click()
    await clock.getByText(/时间在走/).waitFor()
    await clock.getByRole('button', { name: '让时间停住' }).click()
    await clock.getByText(/时间停着/).waitFor()
  })

  test('a card that one phone forwards opens on another, and is still there when the desk is opened again', async () => {
    await open('?phones=demo-secretary,demo-member-01')
    await screen('王秀英').getByRole('button', { name: '转发' }).click()
    const chat = page.getByRole('region', { name: '群聊' })
    await chat.getByText('王秀英 转发').waitFor()
    await page.reload()
    await chat.getByText('周五党日').waitFor()
    await chat.getByRole('button', { name: '李建国 打开' }).click()
    // The page learns from its address that it was opened in the group.
    await shows('李建国', '#/pages/activities/detail?id=7&chat=desk-group')
  })

  test('an updatable card says how many have joined, that it has begun, that it is over, and then leads where it has begun', async () => {
    const { body } = await cloud.call('cards', {})
    const { activityId } = body as { activityId: string }
    await open('?phones=demo-secretary,demo-member-01')
    await shows('王秀英', 'as=demo-secretary')
    await page.frame({ url: /phone\/index.html\?as=demo-secretary/ })?.evaluate(`window.activityId = ${JSON.stringify(activityId)}`)
    await screen('王秀英').getByRole('button', { name: '转发' }).click()
    const card = page.getByRole('region', { name: '群聊' }).getByRole('listitem').first()
    await card.getByText('未开始').waitFor()
    await cloud.call('cards', { activityId, state: 0, member_count: '3', room_limit: '20' })
    await card.getByText('成员正在加入，当前 3/20 人').waitFor()
    await cloud.call('cards', { activityId, state: 1, path: 'pages/sign/index?id=7', version_type: 'release' })
    await card.getByText('已开始').waitFor()
    await card.getByRole('button', { name: '李建国 打开' }).click()
    await shows('李建国', '#/pages/sign/index?id=7&chat=desk-group')
    await cloud.call('cards', { activityId, state: 2 })
    await card.getByText('已结束').waitFor()
  })

  test('a phone loses its network while the other keeps its own, also when it is opened again', async () => {
    await open('?phones=demo-secretary,demo-member-01')
    await shows('李建国', 'as=demo-member-01')
    const second = page.getByRole('region', { name: '手机 2' })
    const ask = async (name: string, answer: string) => {
      await screen(name).getByRole('button', { name: '问云' }).click()
      await shows(name, `old way ${answer}, new way ${answer}`)
    }
    await ask('李建国', 'answered')
    await second.getByRole('button', { name: '断网' }).click()
    await shows('李建国', 'offline')
    await ask('李建国', 'failed')
    await ask('王秀英', 'answered')
    await second.getByRole('button', { name: '重新打开这部手机' }).click()
    await shows('李建国', 'as=demo-member-01')
    await shows('李建国', 'offline')
    await ask('李建国', 'failed')
    await second.getByRole('button', { name: '断网' }).click()
    await shows('李建国', 'online')
    await ask('李建国', 'answered')
  })

  test('a phone scans what another one shows: a page, a link with a rule, and other words', async () => {
    await open('?phones=demo-secretary,demo-member-01')
    await shows('李建国', 'as=demo-member-01')
    await shows('王秀英', 'as=demo-secretary')
    const second = page.getByRole('region', { name: '手机 2' })
    const scan = () => second.getByRole('button', { name: '扫一扫旁边的码' }).click()
    await scan()
    await second.getByText(/旁边的手机上没有看到码/).waitFor()
    const hold = async (text: string) => {
      await page.frame({ url: /as=demo-secretary/ })?.evaluate(svg => {
        const code = document.querySelector('img') ?? document.body.appendChild(document.createElement('img'))
        code.width = code.height = 200
        code.src = `data:image/svg+xml,${encodeURIComponent(svg)}`
      }, renderSVG(text))
      await scan()
    }
    await hold('pages/card/index?scene=a7')
    await shows('李建国', '#/pages/card/index?scene=a7')
    await hold('https://example.org/s?a=7')
    await shows('李建国', `#/pages/landing/index?q=${encodeURIComponent('https://example.org/s?a=7')}`)
    await hold('明天见')
    await second.getByText('这个码不打开小程序，里面写着：明天见').waitFor()
  })

  test('what goes wrong is told in the list of calls, which can be narrowed', async () => {
    await open('?phones=demo-secretary&developer=1')
    await cloud.call('fails', { op: 'lamp.light' }, 'demo-member-02')
    const calls = page.getByRole('region', { name: '最近的调用' })
    const row = calls.getByRole('row', { name: /lamp\.light.*✗ 出错.*赵玉兰/ })
    await row.getByText('为什么').click()
    await row.getByText(/灯坏了/).waitFor()
    await cloud.call('keeps', { op: 'member.keep', id: 'a', data: { name: '李' } }, 'demo-member-01')
    await calls.getByRole('row', { name: /member\.keep/ }).waitFor()
    await calls.getByLabel('只看出错').check()
    expect(await calls.getByRole('row', { name: /member\.keep/ }).count()).toBe(0)
    await calls.getByLabel('只看出错').uncheck()
    await calls.getByLabel('只列含这些字的调用').fill('李建国')
    await calls.getByRole('row', { name: /member\.keep/ }).waitFor()
    expect(await row.count()).toBe(0)
  })

  test('a document is found, changed after asking twice, and never over what has changed meanwhile', async () => {
    for (const [id, name] of [
      ['m1', '李建国'],
      ['m2', '赵玉兰'],
    ])
      await cloud.call('keeps', { id, data: { name, phone: '13800000001' } })
    await open('?phones=demo-secretary')
    await page.getByRole('button', { name: '开发者' }).click()
    await page.getByRole('button', { name: '数据' }).click()
    const list = page.getByRole('region', { name: '数据', exact: true })
    await page.getByRole('button', { name: /members/ }).click()
    await list.getByRole('button', { name: /李建国/ }).waitFor()
    await list.getByLabel('筛选条件（JSON）').fill('{"name":"赵玉兰"}')
    await list.getByRole('button', { name: '查找' }).click()
    await list.getByText(/没有索引可用，逐条翻看了/).waitFor()
    await list.getByRole('button', { name: /赵玉兰/ }).click()

    const editor = page.getByRole('region', { name: /members · "m2"/ })
    const text = editor.getByLabel('这条数据（JSON）')
    await editor.waitFor()
    await text.fill((await text.inputValue()).replace('13800000001', '13900000002'))
    await editor.getByRole('button', { name: '保存' }).click()
    await editor.getByRole('button', { name: '再想想' }).click()
    await editor.getByRole('button', { name: '保存' }).click()
    await editor.getByRole('button', { name: '确定保存' }).click()
    await editor.getByText('已保存。').waitFor()

    await cloud.call('keeps', { id: 'm2', data: { name: '赵玉兰', phone: '别人改的' } })
    await text.fill((await text.inputValue()).replace('13900000002', '我改的'))
    await editor.getByRole('button', { name: '保存' }).click()
    await editor.getByRole('button', { name: '确定保存' }).click()
    await editor.getByText(/刚被别处改过/).waitFor()
    expect(await text.inputValue()).toContain('我改的')
    await editor.getByRole('button', { name: '看现在的' }).click()
    await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('别人改的'))
    await editor.getByRole('button', { name: '删除' }).click()
    await editor.getByRole('button', { name: '确定删除' }).click()
    await page.getByText('已删除。').waitFor()
    await list.getByText('没有符合的数据。').waitFor()
    await list.getByLabel('哪一项').selectOption('name')
    await list.getByLabel('怎么比').selectOption('含有文字')
    await list.getByLabel('和什么比').fill('建')
    await list.getByRole('button', { name: '查找' }).click()
    await list.getByRole('button', { name: /m1.*李建国/ }).waitFor()
    await list.getByRole('button', { name: '新建一条' }).click()
    const fresh = page.getByRole('region', { name: /新的一条/ })
    const written = fresh.getByLabel('这条数据（JSON）')
    await written.fill('{"_id":"m3","name":"周建民",}')
    await fresh.getByRole('button', { name: '保存' }).click()
    await fresh.getByRole('button', { name: '确定保存' }).click()
    await fresh.getByText(/没有保存.*你写的内容还在/).waitFor()
    expect(await written.inputValue()).toContain('周建民')
    await written.fill('{"_id":"m3","name":"周建民"}')
    await fresh.getByRole('button', { name: '保存' }).click()
    await fresh.getByRole('button', { name: '确定保存' }).click()
    await page.getByRole('region', { name: /members · "m3"/ }).waitFor()
    await list.getByRole('button', { name: /m3.*周建民/ }).waitFor()
    await list.getByLabel('筛选条件（JSON）').fill('{"name":')
    await list.getByLabel('筛选条件（JSON）').press('Enter')
    await list.getByText(/没有查成/).waitFor()
  })

  test('up to four phones stand wholly in the window, side by side', async () => {
    await open('?phones=demo-secretary,demo-member-01')
    // The phones fit themselves when the window has settled, so that each look waits until they do.
    const standWhole = (count: number) =>
      page.waitForFunction(wanted => {
        const frames = [...document.querySelectorAll('.frame')].map(frame => frame.getBoundingClientRect())
        const sideBySide = new Set(frames.map(({ top }) => top)).size === 1
        return frames.length === wanted && sideBySide && frames.every(({ bottom, right }) => bottom <= innerHeight && right <= innerWidth)
      }, count)
    const add = page.getByRole('button', { name: '再放一部手机' })
    await page.setViewportSize({ width: 1440, height: 900 })
    await standWhole(2)
    await page.setViewportSize({ width: 1920, height: 900 })
    while (await add.isEnabled()) await add.click()
    await standWhole(4)
    await page.setViewportSize({ width: 1440, height: 900 })
    await standWhole(4)
    const beside = (await page.locator('.frame').first().boundingBox())?.width ?? 0
    await page.getByRole('button', { name: '只看手机' }).click()
    await page.waitForFunction(width => (document.querySelector('.frame')?.getBoundingClientRect().width ?? 0) > width * 1.3, beside)
    await standWhole(4)
  })

  test('a document is found, opened and changed without a mouse, and so is a card', async () => {
    await cloud.call('keeps', { id: 'k1', data: { name: '键盘' } })
    await cloud.post('/chat', { title: '周日义诊', path: 'pages/activities/detail?id=8' }, 'demo-secretary')
    await open('?phones=demo-secretary,demo-member-01')
    await shows('李建国', 'as=demo-member-01')
    const tabTo = async (label: RegExp) => {
      for (let steps = 0; steps < 80; steps++) {
        await page.keyboard.press('Tab')
        const name = await page.evaluate(() => {
          const active = document.activeElement
          return active?.getAttribute('aria-label') ?? active?.textContent.trim() ?? ''
        })
        if (label.test(name)) return
      }
      throw new Error(`Tab does not lead to ${String(label)}`)
    }
    await tabTo(/^李建国 打开$/)
    await page.keyboard.press('Enter')
    await shows('李建国', '#/pages/activities/detail?id=8&chat=desk-group')
    await page.getByRole('button', { name: '开发者' }).click()
    await page.getByRole('button', { name: '手机', exact: true }).focus()
    await tabTo(/^数据$/)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^k1/ }).waitFor()
    await tabTo(/^k1/)
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: /members · "k1"/ }).waitFor()
    await tabTo(/这条数据/)
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Backspace')
    await page.keyboard.type(',"note":"写在末尾"}')
    await tabTo(/^保存$/)
    await page.keyboard.press('Enter')
    // The safe answer has the focus; the other is one step away.
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.getByText('已保存。').waitFor()
  })

  test('the overview tells how the functions fare, which files there are, and goes to the next timer', async () => {
    await cloud.call('fails', {})
    const form = new FormData()
    form.set('path', '照片/党日.txt')
    form.set('file', new Blob(['图']), 'a.txt')
    await fetch(`${cloud.url}/upload`, { method: 'POST', body: form })
    await open('?phones=demo-secretary#overview')
    await page
      .getByRole('region', { name: '云函数' })
      .getByRole('row', { name: /fails 手机 20 秒 256 MB \d+ ✗/ })
      .waitFor()
    const timers = page.getByRole('region', { name: '定时任务' })
    await timers.getByRole('row', { name: /02:00 nightly · every-night/ }).waitFor()
    const before = cloud.clock.now()
    await timers.getByRole('button', { name: '走到那时' }).click()
    await page.waitForFunction(() => document.querySelector('[data-clock="time"]')?.textContent === '02:00:00')
    expect(cloud.clock.now() - before).toBeLessThanOrEqual(24 * 3600_000)
    expect(cloud.clock.now()).toBeGreaterThan(before)
    const link = page.getByRole('link', { name: '照片/党日.txt' })
    expect(await link.evaluate(async (element: HTMLAnchorElement) => (await fetch(element.href)).text())).toBe('图')
  })

  test('everything is reached with the keyboard and nothing overlaps at 1280 and 1920', async () => {
    await open('?phones=demo-secretary,demo-member-01&developer=1')
    await shows('李建国', 'as=demo-member-01')
    await page
      .getByRole('button', { name: /^这部手机归谁用/ })
      .first()
      .focus()
    for (const name of ['重新打开这部手机', '收起这部手机', '扫一扫旁边的码', '大字', '断网']) {
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
