import type { Page } from 'playwright-core'
import writeXlsxFile from 'write-excel-file/node'
import { routes } from '../../core/shared/routes'
import { HOUR, MORNING } from '../features/support/branch'
import { setupCode } from '../features/support/first-owner'
import { startDesk, type Desk } from './support/desk'
import { press, reads, scanned, seen, type } from './support/hands'

const COMMITTEE = '区委离退休干部工作委员会'
const STREET = '常青街道党工委'
const BRANCH = '常青花园离退休干部党支部'

let product: Desk
let bureau: Page
beforeAll(async () => {
  product = await startDesk(MORNING, 'none')
}, 180_000)
afterAll(() => product.close())

const good = <T>(reply: { ok: true; data: T } | { ok: false; code: string }): T => {
  if (!reply.ok) throw new Error(reply.code)
  return reply.data
}
const codeOn = async (phone: Page) => (await phone.locator('.invite-code').locator('visible=true').innerText()).replaceAll(' ', '')
const binds = async (openid: string, invite: string): Promise<Page> => {
  const phone = await product.phone(openid, routes.bind({ invite }))
  await press(phone, '我同意，绑定')
  await reads(phone, '绑定好了')
  await press(phone, '好，去首页')
  return phone
}

test('on any page, an empty environment asks for the setup code; a wrong one loses nothing that was typed', async () => {
  const code = await setupCode(product)
  bureau = await product.phone('phone-1', routes.card())
  await press(bureau, '我同意，开始使用')
  await reads(bureau, '首次设置')
  await type(bureau, '设置码', '3333-3333-3333')
  await type(bureau, '党组织的名称', COMMITTEE)
  await type(bureau, '您的姓名', '郑开始')
  await press(bureau, '设置好，开始使用')
  await reads(bureau, '设置码不对，或者已经作废')
  expect(await bureau.getByLabel('您的姓名').locator('visible=true').inputValue()).toBe('郑开始')
  await type(bureau, '设置码', code.toLowerCase().replaceAll('-', ' '))
  await press(bureau, '设置好，开始使用')
  await reads(bureau, '还没有支部书记')
})

test('the guide leads to the street, the branch and the secretary, who binds with the code', async () => {
  await press(bureau, '去建支部')
  await press(bureau, '加一个街道、支部、机关')
  await type(bureau, '街道的名称', STREET)
  await press(bureau, /^加上$/)
  await press(bureau, STREET)
  await press(bureau, '加一个支部、社区')
  await type(bureau, '支部的名称', BRANCH)
  await press(bureau, /^加上$/)
  await press(bureau, BRANCH)
  // The committee's, the street's, the branch's.
  await seen(bureau, '还没有定负责人').first().waitFor()
  await bureau.getByText('邀请不在花名册的同志').locator('visible=true').last().click()
  await type(bureau, '对方的姓名', '孙书记')
  await press(bureau, '给邀请码')
  await reads(bureau, '孙书记同志的邀请码')
  const secretary = await binds('secretary', await codeOn(bureau))
  // A secretary opens on the desk of the branch.
  await reads(secretary, '花名册')
  await secretary.close()
})

test('the secretary brings the roster, invites an elder and publishes; on the day the elder signs in and stands on the sheet', async () => {
  const importing = await product.phone('secretary', routes.import())
  const choosing = importing.waitForEvent('filechooser')
  await press(importing, '选 Excel 文件')
  const rows = [
    ['姓名', '出生年月', '联系电话'],
    ['王秀英', '1941-05-06', '13800000002'],
    ['李建国', '1939-11-12', '13800000003'],
  ]
  const buffer = await writeXlsxFile(rows, { sheet: '花名册' }).toBuffer()
  await (
    await choosing
  ).setFiles({ name: '花名册.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer })
  await press(importing, '确认导入 2 人')
  await reads(importing, '花名册导入好了')
  await importing.close()

  const branchId = good(await product.as('secretary').calls('me.get', {})).member?.branchId ?? ''
  const elder = good(await product.as('secretary').calls('roster.list', { branchId })).items.find(one => one.name === '王秀英')
  const inviting = await product.phone('secretary', routes.invite({ memberId: elder?.memberId ?? '', name: '王秀英' }))
  await press(inviting, '给一个邀请码')
  await reads(inviting, '王秀英同志的邀请码')
  await (await binds('elder', await codeOn(inviting))).close()
  await inviting.close()

  const publishing = await product.phone('secretary', routes.publish())
  await type(publishing, '名称', '主题党日')
  await type(publishing, '日期', '2026-11-22')
  await type(publishing, '地点', '二楼活动室')
  await press(publishing, /^发通知$/)
  await press(publishing, /^发给 \d+ 位同志$/)
  await reads(publishing, '通知已经发出')
  await publishing.close()

  const [activity] = good(await product.as('elder').calls('activity.list', { from: MORNING })).items
  if (!activity) throw new Error('the elder sees no activity')
  const { activityId, startsAt } = activity
  await product.clock.advance(startsAt - HOUR / 2 - MORNING)
  const door = await product.phone('secretary', routes.door({ activityId }))
  const shown = door.locator('.door-code').locator('visible=true')
  await shown.waitFor()
  const camera = await product.phone('elder', routes.signIn({ q: await scanned(shown) }))
  await reads(camera, '签到成功')
  const sheet = await product.phone('secretary', routes.sheet({ activityId }))
  await reads(sheet, '到 1 人')
}, 180_000)

test('then the guide is done, and no longer stands on the first screen of the bureau', async () => {
  const guide = await product.phone('phone-1', routes.start())
  await reads(guide, '都做好了，去首页')
  await press(guide, '都做好了，去首页')
  await reads(guide, '看整个看板')
  expect(await seen(guide, '开始使用').count()).toBe(0)
})
