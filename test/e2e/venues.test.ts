import { routes } from '../../core/shared/routes'
import { good } from '../features/support/attendance'
import { startDesk, type Desk } from './support/desk'
import { press, reads, type } from './support/hands'

const [ROOM, DAY] = ['venue-branch', '2026-11-25']

let product: Desk
beforeAll(async () => {
  product = await startDesk()
}, 300_000)
afterAll(() => product.close())

const takenOn = async (openid: string) =>
  good(await product.as(openid).calls('venue.free', { venueId: ROOM, date: DAY })).slots.filter(one => one.by !== undefined)

test('a secretary has a room with the notice; another branch sees whose it is, and has it once the activity is called off', async () => {
  const phone = await product.phone('demo-secretary', routes.publish())
  await type(phone, '日期', DAY)
  await press(phone, '选一个空着的场地')
  await press(phone, '常青花园一楼活动室')
  await reads(phone, '场地跟通知一起订下来')
  await press(phone, /^发通知$/u)
  await press(phone, /^发给/u)
  await reads(phone, '通知已经发出')
  const [held] = await takenOn('demo-secretary')
  expect(held?.by).toBe('常青花园离退休干部党支部')

  const other = await product.phone('demo-other-secretary', routes.venue({ id: ROOM }))
  await reads(other, '平路就到，没有台阶')
  await press(other, '订这个场地')
  await type(other, '哪一天', DAY)
  await type(other, '做什么用', '读书会')
  await reads(other, /^常青花园离退休干部党支部订了/u)
  await press(other, '订下来')
  await reads(other, '没有订上')

  const secretary = product.as('demo-secretary')
  const { items } = good(await secretary.calls('activity.list', { branchId: 'branch-01' }))
  const booked = items.find(one => one.place.name === '常青花园一楼活动室')
  good(await secretary.calls('activity.cancel', { activityId: booked?.activityId ?? '' }))
  expect(await takenOn('demo-secretary')).toEqual([])
  const again = await product.phone('demo-other-secretary', routes.venue({ id: ROOM }))
  await press(again, '订这个场地')
  await type(again, '哪一天', DAY)
  await type(again, '做什么用', '读书会')
  await press(again, '订下来')
  await reads(again, '订好了 1 次')
}, 180_000)
