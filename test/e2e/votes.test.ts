import type { Page } from 'playwright-core'
import { routes } from '../../core/shared/routes'
import { startDesk, type Desk } from './support/desk'
import { press, reads, type } from './support/hands'
import { dateOf } from '../../core/shared/calendar'
import { good } from '../features/support/attendance'
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

test('a juror scores suggestions without names by one tap, and the proposer reads that theirs was adopted', async () => {
  const text = '楼道里装一排扶手'
  const orgId = 'branch-01'
  good(await product.as('demo-member-07').calls('suggestion.submit', { text }))
  // Three hours have gone by in the story before.
  const now = MORNING + 3 * HOUR
  const jurorIds = ['m-40', 'm-41', 'm-42']
  const round = { orgId, title: '楼道金点子', from: dateOf(now), jurorIds, judgeUntil: now + 3 * HOUR }
  const { roundId } = good(await product.as('demo-secretary').calls('round.open', round))
  for (const nth of ['40', '41', '42']) {
    const juror = await product.phone(`demo-member-${nth}`, routes.round({ id: roundId }))
    await reads(juror, text)
    await press(juror, /^5分/u)
    await reads(juror, '您打了 5 分')
    await juror.context().close()
  }
  await product.clock.advance(4 * HOUR)
  const desk = await product.phone('demo-secretary', routes.round({ id: roundId }))
  await reads(desk, '平均 5')
  await press(desk, '选上，采纳')
  await type(desk, '对提建议的同志说', '谢谢您，下个月就装')
  await press(desk, '采纳并告诉他')
  await reads(desk, '采纳了')
  const proposer = await product.phone('demo-member-07', routes.mySuggestions())
  await reads(proposer, '谢谢您，下个月就装')
}, 180_000)

test('a secret vote: an elder reads who can know what, chooses, looks once more; the phone drops it later, and counts come after the end', async () => {
  const title = '不记名的服务明星'
  const orgId = 'branch-01'
  const desk = await product.phone('demo-secretary', routes.votes({ orgId }))
  await press(desk, '发起评选')
  await type(desk, '评选的名字', title)
  await press(desk, '直接投票')
  await press(desk, '不记名投票')
  for (const name of names) {
    await press(desk, '加一个候选')
    await type(desk, '输入名字找人', name)
    await press(desk, name)
    await press(desk, /^加上$/u)
  }
  await press(desk, '发起，告诉大家')
  await reads(desk, '对不上是谁填的')
  const { items } = good(await product.as('demo-secretary').calls('vote.list', { orgId }))
  const voteId = items.find(one => one.title === title)?.voteId ?? ''

  const phone = await product.phone('demo-member-05', routes.vote({ id: voteId }), { large: true })
  await reads(phone, '没有用钥匙锁上')
  await choose(phone, names[1] ?? '')
  await press(phone, '看一遍')
  await reads(phone, `您选了：${names[1] ?? ''}`)
  await press(phone, '投进票箱')
  await reads(phone, '过一会儿自己投进票箱')
  await product.clock.advance(HOUR)
  await phone.reload()
  await reads(phone, '已经投进票箱')
  const { closesAt } = good(await product.as('demo-secretary').calls('vote.get', { voteId }))
  await product.clock.advance(closesAt - (MORNING + 8 * HOUR) + HOUR)
  await phone.reload()
  await reads(phone, '1 票')
}, 180_000)
