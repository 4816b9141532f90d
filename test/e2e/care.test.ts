import { startDesk, type Desk } from './support/desk'
import { press, reads, seen, type } from './support/hands'
import { routes } from '../../core/shared/routes'
import { people } from '../features/support/people'

let product: Desk
beforeAll(async () => {
  product = await startDesk()
}, 180_000)
afterAll(() => product.close())

const secretary = () => product.as('demo-secretary')
const nameOf = async (memberId: string): Promise<string> => {
  const reply = await secretary().calls('roster.get', { memberId })
  if (!reply.ok) throw new Error(reply.code)
  return reply.data.name
}

test('the liaison’s overdue elder stands in red on both lists; she rings, says that it got through, and it is green', async () => {
  const name = await nameOf('m-45')
  const desk = await product.phone('demo-secretary', routes.desk())
  await reads(desk, '2 位老同志超期没联系')
  const phone = await product.phone(people.liaison.openid, routes.special({ mine: true }))
  await reads(phone, /超期\d+天/)
  await press(phone, name)
  await reads(phone, /该打电话了，超期/)
  await press(phone, `给${name}打电话`)
  // Several numbers are shown to choose from; asked for is enough to be asked back.
  await reads(phone, '打通了吗？')
  await type(phone, '说两句', '说饭吃得下，睡得着')
  await press(phone, '打通了，记上')
  await reads(phone, '记上了：电话打通了')
  await reads(phone, /按时联系着/)
  await reads(phone, '说饭吃得下，睡得着')
  const after = await product.phone('demo-secretary', routes.desk())
  await reads(after, '1 位老同志超期没联系')
})

test('the secretary marks a check-up for all who have not had it, with one tap', async () => {
  const phone = await product.phone('demo-secretary', routes.benefits())
  await press(phone, '2026年体检')
  await press(phone, /全选 \d+ 人/)
  await press(phone, /这 \d+ 人办好了/)
  await reads(phone, /记好了，\d+ 人/)
  await reads(phone, '都办好了')
})

test('the secretary marks a death in two careful steps; the greeting and the visit are gone, and a mistake is taken back', async () => {
  const name = await nameOf('m-36')
  const owed = async () => {
    let cursor: string | undefined
    for (;;) {
      const span = { branchId: 'branch-01', from: '2026-11-01', to: '2027-12-31' }
      const reply = await secretary().calls('visit.due', { ...span, ...(cursor === undefined ? {} : { cursor }) })
      if (!reply.ok) throw new Error(reply.code)
      if (reply.data.items.some(one => one.memberId === 'm-36')) return true
      if (reply.data.cursor === null) return false
      cursor = reply.data.cursor
    }
  }
  // Born on the first day of the lunar year.
  const celebrated = async () => {
    const reply = await secretary().calls('birthday.list', { branchId: 'branch-01', from: '2027-02-01', to: '2027-02-10' })
    if (!reply.ok) throw new Error(reply.code)
    return reply.data.items.some(one => one.memberId === 'm-36')
  }
  expect([await owed(), await celebrated()]).toEqual([true, true])

  const phone = await product.phone('demo-secretary', routes.person({ memberId: 'm-36' }))
  await press(phone, '登记去世')
  await reads(phone, '登记以后：')
  await press(phone, '看过了，接着登记')
  await type(phone, '谁告诉的', '女儿')
  await press(phone, /^登记$/)
  await reads(phone, `请填“${name}”的最后一个字`)
  await type(phone, '为了不登记错人', Array.from(name).at(-1) ?? '')
  await press(phone, /^登记$/)
  await press(phone, '确定登记')
  await reads(phone, /要办的事（办了 0 件，一共 6 件）/)
  await press(phone, '办好了')
  await reads(phone, /要办的事（办了 1 件/)

  await product.clock.advance(2 * 60_000)
  expect([await owed(), await celebrated()]).toEqual([false, false])

  await press(phone, /登记错了，撤销/)
  await type(phone, '怎么登记错的', '同名，弄错了')
  await press(phone, /^撤销$/)
  await press(phone, '确定撤销')
  await reads(phone, '已经撤销，一切照旧')
  await seen(phone, '要办的事').waitFor({ state: 'detached' })
  await product.clock.advance(2 * 60_000)
  expect([await owed(), await celebrated()]).toEqual([true, true])
})
