import { routes } from '../../core/shared/routes'
import { stored } from '../features/support/attendance'
import { startDesk, type Desk } from './support/desk'
import { press, reads, type, whole } from './support/hands'

let product: Desk
let name = ''
const branch = { orgId: 'branch-01', name: '常青花园离退休干部党支部' }

beforeAll(async () => {
  product = await startDesk()
  const [member] = await stored(product, 'members', { _id: 'm-04' })
  name = member?.name ?? ''
}, 300_000)
afterAll(() => product.close())

test('the secretary sets what a person’s dues are reckoned from; an elder with large letters reads the month’s sum and tells that it was paid', async () => {
  const desk = await product.phone('demo-secretary', routes.dues())
  await press(desk, '不用交')
  await press(desk, name)
  await press(desk, '定党费基数')
  await type(desk, '基本养老金每月多少元', '6250')
  await press(desk, '定下来')
  await reads(desk, '每月62.50元')

  const elder = await product.phone('demo-member-04', routes.myDues(), { large: true })
  await reads(elder, '您每月交62.50元：基本养老金6,250元，按1%算。')
  await reads(elder, '钱不经过手机')
  await press(elder, '告诉支部我交了')
  await reads(elder, '交了哪几个月？')
  await press(elder, /^告诉支部：交了62\.50元$/u)
  await reads(elder, '告诉支部了，书记核对以后给您收据')
}, 180_000)

test('the secretary confirms it, writes the rest down by one tap, spends, and publishes the year; the elder reads it without a name', async () => {
  const desk = await product.phone('demo-secretary', routes.dues())
  await press(desk, '已交 1')
  await reads(desk, '说交了，等核对')
  await press(desk, '收到')
  await press(desk, '没交')
  await press(desk, /全选/u)
  await press(desk, /^记下 \d+ 位交了/u)
  await reads(desk, /^记下了\d+位/u)
  await reads(desk, '这个月都交了')

  // What was taken in is handed in; the bureau returns its share of it.
  await press(desk, '一年收缴、上交、返还')
  await press(desk, /^上交[\d,.]+元$/u)
  await type(desk, '收据号（可以不写）', '2026-118')
  await press(desk, /^上交了[\d,.]+元$/u)
  await reads(desk, /第3季度，[\d,.]+元/u)
  await press(desk, /^11月收了/u)
  await reads(desk, new RegExp(`^${name}：2026年11月`, 'u'))
  const bureau = await product.phone('demo-bureau', routes.duesReturns({ orgId: 'district', name: '区委' }))
  await bureau.getByLabel(/^返还70%.*：常青花园离退休干部党支部$/u).click()
  await reads(bureau, /^返还了[\d,.]+元$/u)

  const ledger = await product.phone('demo-secretary', routes.funds(branch))
  await reads(ledger, '2026年第3季度党费返还70%')
  await press(ledger, '记一笔支出')
  await press(ledger, '学习资料')
  await type(ledger, '多少元', '128.50')
  await press(ledger, '从开过的会里选')
  await press(ledger, '主题党日：参观新农村')
  await press(ledger, '记下来')
  await reads(ledger, '记好了')
  await whole(ledger)
  await reads(ledger, '看讨论的那次会')
  await press(ledger, '公示给党员')
  await press(ledger, /^公示2026年$/u)
  await reads(ledger, /^公示了，告诉了\d+位党员$/u)

  const elder = await product.phone('demo-member-04', routes.fundsPublished(), { large: true })
  await reads(elder, /位党员交了党费，共收/u)
  await reads(elder, /支出.*还有/u)
}, 180_000)
