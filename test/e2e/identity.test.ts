import { good, meeting } from '../features/support/attendance'
import { DAY, HOUR, MINUTE, MORNING } from '../features/support/branch'
import { startDesk, type Desk } from './support/desk'
import { press, reads, seen, type } from './support/hands'
import { routes } from '../../core/shared/routes'

let product: Desk
beforeAll(async () => {
  product = await startDesk()
}, 180_000)
afterAll(() => product.close())

const detailOf = async (memberId: string) => {
  const reply = await product.as('demo-secretary').calls('roster.phone', { memberId })
  if (!reply.ok) throw new Error(reply.code)
  return reply.data.phones[0] ?? ''
}
const birthYearOf = async (openid: string) => {
  const reply = await product.as(openid).calls('me.data', {})
  if (!reply.ok) throw new Error(reply.code)
  return /\d{4}/.exec(reply.data.held.find(one => one.field === 'birthday')?.value ?? '')?.[0] ?? ''
}

test('an elder with a new phone is known by the number and one tap on the year, sees both accounts, and ends the former', async () => {
  const year = await birthYearOf('demo-member-11')
  const phone = await product.phone('a-new-phone', routes.mine())
  await press(phone, '我同意，开始使用')
  await type(phone, '手机号', await detailOf('m-11'))
  await press(phone, '用手机号绑定')
  await reads(phone, /^您是.○+同志吗？$/)
  await press(phone, `${year} 年`)
  await press(phone, '是我，绑定')
  await press(phone, '我的资料')
  await reads(phone, '已绑定的微信')
  await reads(phone, '另一个微信')
  await phone.locator('.card', { hasText: '已绑定的微信' }).getByText('结束', { exact: true }).locator('visible=true').last().click()
  await press(phone, '是，结束')
  await seen(phone, '另一个微信').waitFor({ state: 'detached' })
  const former = await product.as('demo-member-11').calls('me.get', {})
  expect(former.ok && former.data.member).toBeNull()
})

test('a stranger who chooses wrong three times is sent to the secretary, whose invitation binds', async () => {
  const year = await birthYearOf('demo-member-12')
  const phone = await product.phone('a-stranger', routes.mine())
  await press(phone, '我同意，开始使用')
  await type(phone, '手机号', await detailOf('m-12'))
  await press(phone, '用手机号绑定')
  await reads(phone, /^您是.○+同志吗？$/)
  const years = await phone.locator('[role="radio"]').locator('visible=true').allInnerTexts()
  for (const wrong of years.filter(one => !one.includes(year)).slice(0, 3)) {
    await press(phone, wrong)
    await press(phone, '是我，绑定')
    await seen(phone, '请稍候…').waitFor({ state: 'detached' })
  }
  await reads(phone, '没能认出您，今天不能再试了')
  const invited = await product.as('demo-secretary').calls('roster.invite', { memberId: 'm-12' })
  if (!invited.ok) throw new Error(invited.code)
  await press(phone, '我有邀请码')
  await type(phone, '邀请码', invited.data.inviteCode)
  await press(phone, '用邀请码绑定')
  await reads(phone, '我的资料')
})

test('a whole branch is invited by three taps; a person on no roster is added by the secretary and binds with one', async () => {
  await product.as('demo-member-40').calls('me.unbind', { memberId: 'm-40' })
  const desk = await product.phone('demo-secretary', routes.desk())
  const sent = desk.evaluate(
    () =>
      new Promise<string>(heard => {
        window.addEventListener('message', ({ data }: MessageEvent<{ kind?: string; path?: string }>) => {
          if (data.kind === 'share') heard(data.path ?? '')
        })
      }),
  )
  await press(desk, '邀请全支部')
  await press(desk, '发到支部微信群')
  await reads(desk, /位同志，.*位绑定了/)
  const card = (await sent).slice(1)
  expect(card).toContain(`${routes.bind.path}?branch=`)

  const phone = await product.phone('an-unknown', card)
  await press(phone, '我同意，开始使用')
  await reads(phone, '常青花园离退休干部党支部')
  await type(phone, '手机号', '13611112222')
  await press(phone, '用手机号绑定')
  await reads(phone, '名册里没有这个手机号')
  await press(phone, '请书记加我')
  await type(phone, '您的姓名', '钱新来')
  await press(phone, '请书记加我')
  await reads(phone, '已经告诉支部书记了')

  const answering = await product.phone('demo-secretary', routes.desk())
  await press(answering, '钱新来请您加进名册')
  await press(answering, '加入花名册')
  await reads(answering, '好了，钱新来同志打开手机就能绑定')
  await phone.reload()
  await press(phone, /^绑定$/)
  await reads(phone, '绑定好了')
})

test('a membership goes from one secretary’s phone to the other’s, and the member sees it at each step', async () => {
  const sender = await product.phone('demo-secretary', routes.startTransfer({ memberId: 'm-21', name: '老同志' }))
  await type(sender, '支部名字开头几个字', '银湖')
  await press(sender, '银湖离退休干部党支部')
  await type(sender, '为什么转', '搬到银湖，和女儿同住')
  await press(sender, '开出介绍信')
  await reads(sender, '介绍信已经开出')

  const member = await product.phone('demo-member-21', routes.belonging())
  await reads(member, '正在转往银湖离退休干部党支部')
  const receiver = await product.phone('demo-other-secretary', routes.transfers())
  await reads(receiver, /常青花园离退休干部党支部 → 银湖离退休干部党支部/)
  await press(receiver, /^接收$/)
  await press(receiver, '是，接收')
  await reads(receiver, /现在是本支部的党员/)

  const later = await product.phone('demo-member-21', routes.belonging())
  await reads(later, '我的支部')
  await reads(later, '以前')
  const first = later.locator('.card').locator('visible=true').first()
  expect(await first.innerText()).toContain('银湖离退休干部党支部')
  await press(sender, '看介绍信')
  await press(sender, '办完的')
  await reads(sender, '已接收')
}, 180_000)

test('a member whose branch went into another reads on their first screen what that one tells, and where they belong now', async () => {
  const act = { on: '2026-11-20', reason: '人数少了，就近合并', documentNo: '长青街〔2026〕18号' }
  good(await product.as('demo-street').calls('org.merge', { orgId: 'branch-02', intoOrgId: 'branch-01', ...act }))
  await meeting(product, { title: '冬至座谈', startsAt: MORNING + 9 * DAY, endsAt: MORNING + 9 * DAY + HOUR })
  await product.clock.advance(3 * MINUTE)

  const member = await product.phone('demo-other-member')
  await reads(member, '活动通知：冬至座谈')
  await reads(member, /^常青花园离退休干部党支部：冬至座谈/)
  const belonging = await product.phone('demo-other-member', routes.belonging())
  await reads(belonging, '我的支部')
  expect(await belonging.locator('.card').locator('visible=true').first().innerText()).toContain('常青花园离退休干部党支部')
  const before = belonging.locator('.card', { hasText: '以前' }).locator('visible=true')
  await before.getByText('银湖离退休干部党支部').waitFor()
}, 180_000)
