import type { Page } from 'playwright-core'
import { routes } from '../../core/shared/routes'
import { startDesk, type Desk } from './support/desk'
import { press, reads, type } from './support/hands'
import { MORNING } from '../features/support/branch'

const HOUR = 60 * 60_000
const TITLE = '一季度服务明星'

let product: Desk
let secretary: Page
let elder: Page
let neighbour: Page
/** Two members of the branch who stand on the list. */
let names: string[] = []

const nameOf = async (openid: string): Promise<string> => {
  const me = await product.as(openid).calls('me.get', {})
  return (me.ok && me.data.member?.name) || openid
}
/** Taps the poster of that name. */
const choose = (phone: Page, name: string) => phone.locator('.poster', { hasText: name }).locator('visible=true').first().click()

beforeAll(async () => {
  product = await startDesk()
  secretary = await product.phone('demo-secretary')
  names = await Promise.all(['demo-member-30', 'demo-member-31'].map(nameOf))
}, 300_000)
afterAll(() => product.close())

test('from the desk the secretary publishes a vote, with two members on its list', async () => {
  await press(secretary, '支部工作台')
  await press(secretary, '评选投票')
  await press(secretary, '发起评选')
  await type(secretary, '评选的名字', TITLE)
  await press(secretary, '直接投票')
  for (const name of names) {
    await press(secretary, '加一个候选')
    await type(secretary, '输入名字找人', name)
    await press(secretary, name)
    await type(secretary, '事迹', '随叫随到')
    await press(secretary, /^加上$/u)
  }
  await press(secretary, '发起，告诉大家')
  await reads(secretary, '正在投票')
  await reads(secretary, TITLE)
})

test('an elder with large letters opens the message, taps a poster and votes; another changes their mind', async () => {
  const [first = '', second = ''] = names
  elder = await product.phone('demo-member-05', routes.inbox(), { large: true })
  await press(elder, `请您投票：${TITLE}`)
  await choose(elder, first)
  await reads(elder, '选了')
  await press(elder, '投票（选了 1 个）')
  await reads(elder, `您投了：${first}`)
  neighbour = await product.phone('demo-member-06', routes.votes())
  await press(neighbour, TITLE)
  await choose(neighbour, second)
  await press(neighbour, '投票（选了 1 个）')
  await reads(neighbour, `您投了：${second}`)
  await press(neighbour, '改一改')
  await choose(neighbour, first)
  await press(neighbour, '改好了，再投一次')
  await reads(neighbour, `您投了：${first}`)
  expect(await neighbour.locator('.vote-bar').count()).toBe(0)
})

test('after the end everybody reads the counts, and the winner is honoured by one tap', async () => {
  const [first = ''] = names
  const title = '今天下午就截止的评选'
  const candidates = [{ name: first, memberId: 'm-30' }, { name: '读报小组' }]
  const vote = { orgId: 'branch-01', kind: 'star' as const, title, seats: 1, candidates, secret: false, closesAt: MORNING + 2 * HOUR }
  const published = await product.as('demo-secretary').calls('vote.publish', vote)
  const voteId = published.ok ? published.data.voteId : ''
  for (const openid of ['demo-member-05', 'demo-member-06']) await product.as(openid).calls('vote.cast', { voteId, choices: [0] })
  await product.clock.advance(3 * HOUR)
  const after = await product.phone('demo-member-05', routes.votes())
  await press(after, title)
  await reads(after, '2 票')
  await reads(after, '当选')
  const desk = await product.phone('demo-secretary', routes.votes({ orgId: 'branch-01' }))
  await press(desk, title)
  await press(desk, '给当选的同志授予荣誉')
  await reads(desk, '授予了 1 位')
  const winner = await product.phone('demo-member-30', routes.myHonours())
  await reads(winner, '服务明星')
}, 180_000)
