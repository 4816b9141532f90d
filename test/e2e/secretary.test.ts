import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { DAY, HOUR, MORNING } from '../features/support/branch'
import { people } from '../features/support/people'
import { startDesk, type Desk } from './support/desk'
import { press, reads, scanned, seen, type } from './support/hands'
import { routes } from '../../core/shared/routes'

let product: Desk
beforeAll(async () => {
  product = await startDesk()
}, 180_000)
afterAll(() => product.close())

const boxOf = (phone: Page, what: string) =>
  phone
    .locator(what)
    .locator('visible=true')
    .first()
    .evaluate(element => {
      const { top, bottom } = element.getBoundingClientRect()
      return { top, bottom }
    })
const SAMPLE = join(__dirname, '../core/people/roster/samples/花名册-87人.xlsx')
const count = async (openid = 'demo-secretary') => {
  const reply = await product.as(openid).calls('attendance.sheet', { activityId: 'act-party-day' })
  if (!reply.ok) throw new Error(reply.code)
  return reply.data.present
}

test('the neighbouring branch’s secretary takes over a roster from Excel: every fault with its cell, one confirm, and the same file again changes nothing', async () => {
  const phone = await product.phone('demo-other-secretary', routes.import())
  const choosing = phone.waitForEvent('filechooser')
  await press(phone, '选 Excel 文件')
  await (await choosing).setFiles(SAMPLE)
  await reads(phone, /E94/)
  await reads(phone, '导入 85 人，2 人先不导入')
  for (const name of ['秦长霞', '诸葛春瑞'])
    await phone.getByLabel(`${name}怎么办`).locator('[role="radio"]', { hasText: '还健在，照样导入' }).locator('visible=true').click()
  await press(phone, '确认导入 87 人')
  await reads(phone, '花名册导入好了')
  await reads(phone, /新加 87 人/)

  const again = await product.phone('demo-other-secretary', routes.import())
  const choosingAgain = again.waitForEvent('filechooser')
  await press(again, '选 Excel 文件')
  await (await choosingAgain).setFiles(SAMPLE)
  await press(again, '好，返回')
})

test('the first screen of each opens on what is due, whole above the tabs in large letters', async () => {
  const member = await product.phone('demo-member-01', routes.home(), { large: true })
  await member.setViewportSize({ width: 375, height: 812 })
  const act = await boxOf(member, '.button.main')
  const bar = await boxOf(member, '.tabs-bar')
  expect(act.bottom).toBeLessThanOrEqual(bar.top)
  // One red block: the sign-in that is due. 扫码签到 is one tap from here.
  await seen(member, '扫码签到').waitFor()
  expect(await member.locator('.ask.warm').locator('visible=true').count()).toBe(1)
  await member
    .getByLabel(/^打电话：/)
    .locator('visible=true')
    .waitFor()

  const liaison = await product.phone(people.liaison.openid, routes.home())
  await reads(liaison, /^这周$/)
  const names = await liaison.locator('.list-row .strong').allInnerTexts()
  expect(new Set(names).size).toBe(names.length)
  await press(liaison, '我自己')
  await reads(liaison, '我要求助')

  const secretary = await product.phone('demo-secretary', routes.home())
  await reads(secretary, /^现在$/)
  await reads(secretary, '打开签到屏')
  await press(secretary, '我自己')
  await reads(secretary, '我要求助')
  await press(secretary, '支部工作台')
  await press(secretary, '花名册')
  await reads(secretary, '按党小组')
}, 120_000)

test('a person of the roster is a short row with a telephone, found by letter, by group and by name', async () => {
  for (const [large, most] of [
    [false, 80],
    [true, 96],
  ] as const) {
    for (const to of [routes.roster(), routes.receipts({ activityId: 'act-party-day' }), routes.sheet({ activityId: 'act-party-day' })]) {
      const phone = await product.phone('demo-secretary', to, { large })
      await phone.locator('.list-row').first().waitFor()
      const heights = await phone.locator('.list-row').evaluateAll(rows => rows.map(row => row.getBoundingClientRect().height))
      expect(Math.max(...heights)).toBeLessThanOrEqual(most)
      await phone.context().close()
    }
  }
  const phone = await product.phone('demo-secretary', routes.roster())
  await phone.getByRole('checkbox', { name: 'W', exact: true }).click()
  const names = await phone.locator('.list-row .strong').allInnerTexts()
  expect(names.length).toBeGreaterThan(1)
  expect(names.every(name => /^[万汪王韦卫魏温文闻翁巫邬乌吴伍武]/.test(name))).toBe(true)
  await press(phone, '按党小组')
  await press(phone, /^第二党小组 \d+ 人/)
  await type(phone, '输入名字找人', '窦鹏程')
  await reads(phone, '找到 1 人')
  await phone.getByLabel('打电话：窦鹏程').waitFor()
}, 120_000)

test('at a door without network the secretary ticks names, and they are counted once the network is back', async () => {
  const door = await product.phone('demo-secretary', routes.door({ activityId: 'act-party-day' }))
  await reads(door, /已到 0/)
  await door.context().setOffline(true)
  await type(door, '输入名字', '窦鹏程')
  await press(door, /^到了$/)
  await reads(door, '待补报 1 人')
  expect(await count()).toBe(0)
  await door.context().setOffline(false)
  await seen(door, '待补报 1 人').waitFor({ state: 'detached' })
  expect(await count()).toBe(1)
})

test('a stranger who scans the code is led to bind first, and is then signed in by itself', async () => {
  const invited = await product.as('demo-secretary').calls('roster.invite', { memberId: 'm-09' })
  const codes = await product.as('demo-secretary').calls('attendance.codes', { activityId: 'act-party-day' })
  if (!invited.ok || !codes.ok) throw new Error('the secretary could not prepare')
  const phone = await product.phone('demo-stranger', routes.signIn({ a: 'act-party-day', c: codes.data.codes[0]?.code ?? '' }))
  await press(phone, '我同意，开始使用')
  await press(phone, '我有邀请码')
  await type(phone, '邀请码', invited.data.inviteCode)
  await press(phone, '用邀请码绑定')
  await reads(phone, '签到成功')
})

test('a tablet that scans the code of the door becomes its kiosk, whichever WeChat account it uses', async () => {
  const door = await product.phone('demo-secretary', routes.tablet({ activityId: 'act-party-day' }))
  await press(door, '打开签到机')
  const code = door.locator('.qr').locator('visible=true')
  await code.waitFor()
  const tablet = await product.phone('a-tablet', routes.signIn({ q: await scanned(code) }))
  await reads(tablet, '请按您手机号的最后四位')
})

test('a secretary plans a year by one press, moves an item with the mouse, publishes it; a member joins a circle by one tap and sees its result', async () => {
  const phone = await product.phone('demo-secretary', routes.yearPlan())
  await phone.setViewportSize({ width: 1280, height: 800 })
  await press(phone, '排好2027年的计划')
  await reads(phone, /天热，不到户外去/)
  const walk = phone.locator('[draggable="true"]', { hasText: '重阳节登高游园' }).locator('visible=true')
  await walk.dragTo(phone.getByText(/^11月$/).locator('visible=true'))
  await reads(phone, /^8日 星期一 /)
  await press(phone, /^发布 \d+ 次活动$/)
  await press(phone, /^发布这 \d+ 次活动$/)
  await reads(phone, /^发布了 \d+ 次活动$/)
  await reads(phone, '都发布了')

  const secretary = product.as('demo-secretary')
  const made = await secretary.calls('circle.create', { orgId: 'branch-01', kind: 'gateball', name: '银湖门球队', teacher: '周教练' })
  if (!made.ok) throw new Error(made.code)
  const { circleId } = made.data
  const member = await product.phone('demo-member-03', routes.activities())
  await press(member, '兴趣小组')
  await press(member, '银湖门球队')
  await press(member, '我要参加')
  await reads(member, '您在这个小组里')
  await product.as('demo-member-04').calls('circle.join', { circleId })

  const desk = await product.phone('demo-secretary', routes.circle({ id: circleId }))
  await press(desk, '记比赛成绩')
  await type(desk, '什么比赛', '秋季门球赛')
  for (const order of [1, 2])
    await desk
      .locator('.chip-choice')
      .locator('visible=true')
      .nth(2 - order)
      .click()
  await press(desk, '记下成绩')
  await reads(desk, '秋季门球赛')
  const again = await product.phone('demo-member-03', routes.circle({ id: circleId }))
  await reads(again, /（您）$/)
}, 120_000)

test('the next meeting that is owed is one tap from its notice, filled in; held with its sheet, it is done', async () => {
  const phone = await product.phone('demo-secretary', routes.rhythm())
  await reads(phone, '接下来：11月支委会')
  await press(phone, '发通知：11月支委会')
  await reads(phone, '办什么')
  const title = phone.getByRole('textbox', { name: '名称' }).locator('visible=true')
  expect(await title.inputValue()).toBe('11月支委会')
  await press(phone, '发通知')
  await press(phone, /^发给 \d+ 位同志/)
  await reads(phone, '通知已经发出')
  const secretary = product.as('demo-secretary')
  const year = async () => {
    const reply = await secretary.calls('rhythm.get', { branchId: 'branch-01', year: 2026 })
    if (!reply.ok) throw new Error(reply.code)
    return reply.data.items.find(one => one.duty === 'committee' && one.period === '2026-11')
  }
  const activityId = (await year())?.meetings[0]?.activityId ?? ''
  // It was put up for the next working day, at nine; three of four come.
  await product.clock.advance(2 * DAY)
  const committee = await secretary.calls('committee.get', { orgId: 'branch-01' })
  const seated = committee.ok ? committee.data.members.slice(0, 3) : []
  const marks = seated.map(({ memberId }) => ({
    memberId,
    state: 'present' as const,
    at: MORNING + 2 * DAY,
    nonce: `n-${memberId}`,
    reason: '到了',
  }))
  expect(await secretary.calls('attendance.mark', { activityId, marks })).toMatchObject({ ok: true })
  await product.clock.advance(3 * HOUR)
  expect((await year())?.state).toBe('done')
  const later = await product.phone('demo-secretary', routes.rhythm())
  await press(later, /^11月/)
  await reads(later, /到 3 人，应到 4 人/)
}, 120_000)
