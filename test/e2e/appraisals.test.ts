import { routes } from '../../core/shared/routes'
import { good, meeting, stored } from '../features/support/attendance'
import { smallBranch } from '../features/support/elections'
import { startDesk, type Desk } from './support/desk'
import { press, reads } from './support/hands'

let product: Desk
let activityId = ''

beforeAll(async () => {
  product = await startDesk()
  await smallBranch(product)
  activityId = await meeting(product, { kind: 'appraisal', title: '年度民主评议' })
}, 300_000)
afterAll(() => product.close())

test('the secretary opens the ballot from the steps of the review; an elder with large letters grades one at a time and drops it', async () => {
  const secretary = await product.phone('demo-secretary', routes.reviewDesk({ activityId }))
  await press(secretary, /民主测评/u)
  await press(secretary, '用手机不记名测评')
  await press(secretary, '开始，告诉大家')
  await reads(secretary, '领票，开始填')

  const elder = await product.phone('demo-member-36', routes.review({ id: activityId }), { large: true })
  await press(elder, '填民主测评')
  await reads(elder, '对不上是谁填的')
  await press(elder, '领票，开始填')
  await press(elder, /^优秀$/u)
  await press(elder, '下一位')
  await reads(elder, '第 2 位，共 10 位')
  await press(elder, /^基本合格$/u)
  await press(elder, '看全部名单')
  await reads(elder, '还有 8 位没有评')
  await press(elder, '其余 8 位都评合格')
  await press(elder, '投进票箱')
  await reads(elder, '已经投进票箱')

  await secretary.reload()
  await reads(secretary, '用手机领了票的 1 位')
  await reads(secretary, '用手机的不到 5 位')
  await press(secretary, '截止，计票')
  await press(secretary, /^截止，计票$/u)
  await reads(secretary, '发出 1 张，收回 1 张')
  await press(secretary, '去看票数、评定等次')
  const { people } = good(await product.as('demo-secretary').calls('review.get', { activityId }))
  const sums = people.flatMap(({ ballots }) => (ballots ? [ballots] : []))
  expect(sums.map(one => one.excellent).reduce((sum, one) => sum + one, 0)).toBe(1)
  expect(sums.map(one => one.qualified).reduce((sum, one) => sum + one, 0)).toBe(8)
  expect(await stored(product, 'ballots', { boxId: activityId })).toEqual([])
}, 180_000)
