import type { Page } from 'playwright-core'
import { routes } from '../../core/shared/routes'
import { good } from '../features/support/attendance'
import { workbookOf } from '../features/support/workbooks'
import { startDesk, type Desk } from './support/desk'
import { press, reads, seen, type } from './support/hands'

let product: Desk
beforeAll(async () => {
  product = await startDesk()
}, 180_000)
afterAll(() => product.close())

const header = ['所属街道', '所在党支部', '姓名', '出生年月', '联系电话']
const rows = [
  ['常青街道', '银湖离退休干部党支部', '赵一', '1941.3.5', '13700001001'],
  ['常青街道', '柏泉离退休干部党支部', '钱二', '1942.3.5', '13700001002'],
  ['常青街道', '柏泉离退休干部党支部', '孙三', '1943.3.5', '13700001003'],
  ['常青街道', '东山离退休干部党支部', '李四', '1944.3.5', '13700001004'],
  ['常青街道', '', '周五', '1945.3.5', '13700001005'],
]

const chooses = async (phone: Page) => {
  const choosing = phone.waitForEvent('filechooser')
  await press(phone, '选 Excel 文件')
  await (
    await choosing
  ).setFiles({ name: '全区花名册.xlsx', mimeType: '', buffer: Buffer.from(await workbookOf({ 全区: [header, ...rows] })) })
}

test('the bureau finds the way in, looks at each branch, makes the missing ones with one confirm, and comes back to the same file', async () => {
  const phone = await product.phone('demo-bureau', routes.mine())
  await press(phone, '导入全区花名册')
  await chooses(phone)
  await reads(phone, '还没有的支部 2 个')
  await reads(phone, '看不出哪个支部的 1 人')
  await reads(phone, /B6/)
  await press(phone, /柏泉离退休干部党支部.*新支部/)
  await reads(phone, '孙三')
  await press(phone, '先不新建')
  await reads(phone, '确认导入 1 人')
  await press(phone, /^新建 2 个支部/)

  // Left before the confirm, the file is still there.
  const later = await phone.context().newPage()
  await later.goto(phone.url())
  await press(later, '接着看这个文件')
  await press(later, '新建 2 个支部，导入 4 人')
  await reads(later, '花名册导入好了')
  await reads(later, '新建了 2 个支部。')
  await reads(later, /新加 4 人/)
  await press(later, '好，返回')

  const again = await product.phone('demo-bureau', routes.importAll())
  await chooses(again)
  await seen(again, '好，返回').waitFor()
})

test('a street finds its worst branch with one press of its board, on a phone and beside the table of a wide window', async () => {
  const phone = await product.phone('demo-street', routes.overview())
  await reads(phone, /^这个月.*件事/)
  let taps = 0
  const tap = async (words: RegExp) => {
    taps++
    await press(phone, words)
  }
  await tap(/^常青花园离退休干部党支部\s*\d+ 户/)
  await seen(phone, /^这个月.*件事/).waitFor()
  await reads(phone, '离退休 77；比上月多 2 人')
  expect(taps).toBeLessThanOrEqual(2)

  const wide = await product.phone('demo-street', routes.overview())
  await wide.setViewportSize({ width: 1280, height: 800 })
  const first = wide.getByRole('table').getByRole('row').nth(1)
  await first.waitFor()
  // What needs doing, the five numbers and the worst of the table are in sight at once.
  expect(((await first.boundingBox())?.y ?? 800) + 48).toBeLessThan(800)
  await wide.getByRole('columnheader', { name: '单位' }).getByRole('button').focus()
  await wide.keyboard.press('Enter')
  expect(await wide.getByRole('columnheader', { name: '单位' }).getAttribute('aria-sort')).toBe('ascending')
  await wide.getByRole('table').getByRole('button', { name: '常青花园离退休干部党支部' }).press('Enter')
  await wide.getByRole('heading', { name: '常青花园离退休干部党支部' }).waitFor()
  await wide.getByRole('table').waitFor()

  // On paper all of it lies open, without what can only be pressed.
  await wide.emulateMedia({ media: 'print' })
  expect(await seen(wide, '打印').count()).toBe(0)
  expect(await wide.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(800)
})

test('a street renames a branch that has no people, and closes it; its page says so and since when', async () => {
  const [made, named] = ['临江离退休干部党支部', '滨江离退休干部党支部']
  const { orgId } = good(await product.as('demo-street').calls('org.create', { orgId: 'changqing', kind: 'branch', name: made }))
  const phone = await product.phone('demo-street', routes.organization({ orgId, name: made }))
  await press(phone, /^改名$/)
  await type(phone, '新的名称', named)
  await press(phone, '改成这个名称')
  await phone.getByRole('heading', { name: named }).waitFor()
  await reads(phone, `改名：${made} → ${named}`)
  await press(phone, /^撤销$/)
  await type(phone, '为什么撤销', '人都转走了')
  await press(phone, /^撤销$/)
  await reads(phone, /已撤销$/)
  await reads(phone, '撤销：人都转走了')
})
