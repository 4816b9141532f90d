import { instantOf } from '../../core/shared/calendar'
import { startDesk, type Desk } from './support/desk'
import { press, reads, type } from './support/hands'
import { routes } from '../../core/shared/routes'
import { people } from '../features/support/people'

let product: Desk
/** The evening before 小年. */
const EVENING = instantOf('2027-01-29', '23:59')

beforeAll(async () => {
  product = await startDesk(EVENING)
  // The window opens in the night; people are told at eight.
  await product.clock.advance(instantOf('2027-01-30', '08:05') - EVENING)
}, 240_000)
afterAll(() => product.close())

const coverage = async () => {
  const reply = await product.as('demo-secretary').calls('visit.coverage', { orgId: 'branch-01', festival: 'spring-festival', year: 2027 })
  if (!reply.ok) throw new Error(reply.code)
  return reply.data
}

test('on the morning of 小年 the liaison sees on home who is to be seen, records the first with a need, and puts it right', async () => {
  const before = await coverage()
  const phone = await product.phone(people.liaison.openid, routes.home())
  await reads(phone, '春节走访')
  const mine = await product.as(people.liaison.openid).calls('visit.mine', {})
  const first = mine.ok ? mine.data.items.find(one => one.rule === 'spring-festival') : undefined
  if (!first) throw new Error('no elder to visit')

  const visit = await product.phone(people.liaison.openid, routes.visit({ id: first.visitId }))
  await reads(visit, '这次要上门看望，打电话不算')
  await type(visit, '看到、听到什么', '精神很好，厨房灯不亮')
  await type(visit, '带了什么（可以不写）', '米和油')
  await visit.getByRole('checkbox', { name: '换灯泡' }).click()
  await type(visit, '换灯泡：说一说', '厨房的灯不亮了')
  await press(visit, `登记好，替${first.name}求助`)
  await reads(visit, '上门看望')
  await reads(visit, `替${first.name}求助的第 1 件事`)

  const after = await coverage()
  expect([after.due, after.done]).toEqual([before.due, before.done + 1])
  expect(after.missing.map(one => one.memberId)).not.toContain(first.memberId)

  const desk = await product.phone('demo-secretary', routes.requestDesk())
  await reads(desk, first.name)

  // What was brought was written down wrongly, and is put right where it stands.
  await press(visit, '登记错了，改一改')
  await type(visit, '为什么改（要写）', '东西写错了')
  await type(visit, '带了什么（可以不写）', '面和油')
  await press(visit, '保存')
  await reads(visit, '更正过')
  await reads(visit, '面和油')
  // On second thoughts the elder was not at home: it is to be done again.
  await press(visit, '登记错了，改一改')
  await press(visit, '其实没去成，撤回登记')
  await press(visit, '没去成，撤回登记')
  await reads(visit, '撤回了登记')
  expect((await coverage()).done).toBe(before.done)
})

test('the secretary reads who is still missing, and sends a helper to an elder who had none', async () => {
  const { due, done, missing } = await coverage()
  const phone = await product.phone('demo-secretary', routes.missing({ festival: 'spring-festival', year: 2027 }))
  await reads(phone, `应看望 ${String(due)} 位，看过 ${String(done)} 位`)
  const alone = missing.find(one => one.assigneeName === '')
  if (!alone) throw new Error('everybody has a visitor')
  const visit = await product.phone('demo-secretary', routes.visit({ id: alone.visitId }))
  await reads(visit, '去的人排满了')
  await press(visit, '换个人去')
  const [helper] = await helperNames()
  await type(visit, '输入名字找人', helper ?? '')
  await press(visit, helper ?? '')
  await reads(visit, `由${helper ?? ''}去`)
  expect((await coverage()).missing.find(one => one.visitId === alone.visitId)?.assigneeName).toBe(helper)
})

/** Helpers who may be sent and have no elder yet. */
const helperNames = async (): Promise<string[]> => {
  const reply = await product.as('demo-volunteer-05').calls('me.get', {})
  return reply.ok && reply.data.member ? [reply.data.member.name] : []
}
