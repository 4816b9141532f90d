import { routes } from '../../core/shared/routes'
import { press, reads, type } from './support/hands'
import { startDesk, type Desk } from './support/desk'

let product: Desk
beforeAll(async () => {
  product = await startDesk()
}, 300_000)
afterAll(() => product.close())

const MINUTE = 60_000
const sheet = routes.assessmentSheet({ roundId: 'demo-assessment', orgId: 'branch-01', name: '常青花园离退休干部党支部' })

test('a secretary finds the score filled in and adds a word; the street judges on the phone; the bureau sees the map and names the branch', async () => {
  const secretary = await product.phone('demo-secretary')
  await press(secretary, '示范创建考核')
  await press(secretary, '“六好”示范党支部')
  await reads(secretary, /做好这 3 条，可多得/u)
  await press(secretary, '作用发挥好')
  await press(secretary, '自己评一评')
  await type(secretary, '说几句', '每周三图书角开放')
  await press(secretary, '交上去')
  await reads(secretary, '每周三图书角开放')

  const street = await product.phone('demo-street', sheet)
  await press(street, '组织设置好')
  await press(street, '评分')
  await press(street, '满分')
  await type(street, '说明理由', '看过名册，都编进支部了')
  await press(street, '评好了')
  await reads(street, '看过名册，都编进支部了')
  await reads(street, /系统看到|由人来评|还没有这方面的记录/u)
  await product.clock.advance(4 * MINUTE)

  const bureau = await product.phone('demo-bureau', routes.assessments())
  await press(bureau, '“六好”示范党支部')
  await reads(bureau, '总的情况')
  await reads(bureau, /● 全达到/u)
  await press(bureau, '各支部得分排名')
  await press(bureau, '选支部命名')
  await press(bureau, '常青花园离退休干部党支部')
  await press(bureau, '命名选中的 1 个支部')
  await reads(bureau, '命名了 1 个支部')
  await secretary.reload()
  await reads(secretary, '已经命名：第一批')
}, 180_000)
