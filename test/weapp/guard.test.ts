/** @jest-environment jsdom */
import { type Route, routes } from '../../core/shared/routes'
import { good, morning, partyDay, person, secretaryNow } from './support/answers'
import { startPhone, until } from './support/phone'
import type { Answers } from './support/wechat'

type Me = ReturnType<typeof secretaryNow>

const as = (me: Partial<Me>, change: Answers = {}): Answers =>
  morning(() => partyDay(), { 'me.get': () => good('me.get', { ...secretaryNow(), grants: [], ...me }), ...change })

const branches: Me['grants'] = [
  { role: 'secretary', orgId: 'branch-1', orgName: '第一党支部' },
  { role: 'secretary', orgId: 'branch-2', orgName: '第二党支部' },
]
const noTemplates: Answers = { 'template.list': () => good('template.list', { items: [] }) }

interface Opened {
  path: Route
  words: string
  query?: Record<string, string>
}

const desk = '这里是支部书记的工作台'
const office = '这里给支部书记、组长、联络员和上级党组织用'
const board = '这里是支部、街道和老干部局看工作看板的地方'

/** Pages that are open to an office only, with what each says it is. */
const offices: Opened[] = [
  ...[
    routes.desk,
    routes.roster,
    routes.publish,
    routes.manage,
    routes.door,
    routes.person,
    routes.plan,
    routes.print,
    routes.farewell,
  ].map(({ path }) => ({ path, words: desk })),
  { path: routes.publish.path, words: desk, query: { activityId: 'act-1' } },
  { path: routes.farewell.path, words: desk, query: { memberId: 'member-02' } },
  { path: routes.requestDesk.path, words: '这里是支部书记、组长和联络员看求助的地方' },
  { path: routes.raise.path, words: '这里给支部书记、组长和联络员用' },
  { path: routes.pairings.path, words: '这里给支部书记、组长和联络员用' },
  { path: routes.benefits.path, words: office },
  { path: routes.special.path, words: office, query: { orgId: 'branch-2' } },
  { path: routes.careSettings.path, words: '这里定多久联系一次老同志' },
  { path: routes.overview.path, words: board },
  { path: routes.overview.path, words: board, query: { orgId: 'branch-2' } },
  { path: routes.officers.path, words: '这里给街道和老干部局用' },
  { path: routes.importAll.path, words: '这里给街道和老干部局导入各支部的花名册' },
  { path: routes.ladder.path, words: '这里是支部、街道和老干部局定求助找人时间的地方' },
]

test.each(offices)('a member without an office reads what $path is for, and is led home', async ({ path, words, query }) => {
  const phone = startPhone(as({}))
  const screen = await phone.open(path, query)
  await screen.see(words)
  await screen.tap('回首页')
  expect(phone.asked.opened).toEqual([`/${routes.home()}`])
  expect(new Set(phone.asked.order)).toEqual(new Set(['me.get']))
  screen.close()
})

test.each([routes.home, routes.roster, routes.manage, routes.visits, routes.overview, routes.bind])(
  'a stranger who opens $path agrees to the privacy notice first, then says who they are',
  async ({ path }) => {
    let agreed = false
    const phone = startPhone(
      as(
        {},
        {
          'me.get': () => good('me.get', { ...secretaryNow(), member: null, grants: [], privacyAgreed: agreed }),
          'me.agree': () => {
            agreed = true
            return good('me.agree', {})
          },
        },
      ),
    )
    const screen = await phone.open(path)
    await screen.see('这样保护您的资料')
    await screen.tap('我同意，开始使用')
    await screen.see('邀请码')
    screen.close()
  },
)

test('a tablet that belongs to no person is a kiosk by its token alone, and its code leads there', async () => {
  const phone = startPhone(as({ member: null, privacyAgreed: false }))
  const code = await phone.open(routes.signIn.path, { q: encodeURIComponent('https://changqing365.example/s?a=act-1&k=token-1') })
  await until(
    () => 'the kiosk',
    () => phone.asked.opened.includes(`/${routes.kiosk({ a: 'act-1', k: 'token-1' })}`),
  )
  code.close()
  const closed = await phone.open(routes.kiosk.path)
  await closed.see('这台签到机已经关了')
  closed.close()
})

test('a secretary of two branches puts one on the desk, and every page is about it, also after a restart', async () => {
  const drawer = new Map<string, unknown>()
  const phone = startPhone(as({ grants: branches }, noTemplates), { drawer })
  const first = await phone.open(routes.templates.path)
  await first.see('您负责几个支部，先办哪一个的事？')
  await first.answer('第二党支部', 'tap', {})
  await first.see('模板')
  first.close()
  const again = startPhone(as({ grants: branches }, noTemplates), { drawer })
  const second = await again.open(routes.templates.path)
  await second.see('模板')
  expect(second.words()).not.toContain('先办哪一个的事')
  second.close()
  const asked = [...phone.asked.functions, ...again.asked.functions].filter(({ data }) => data.op === 'template.list')
  expect(asked.map(({ data }) => data.input)).toEqual([{ branchId: 'branch-2' }, { branchId: 'branch-2' }])
})

test('an address that was cut off says what belongs there', async () => {
  const phone = startPhone(as({ grants: branches.slice(0, 1) }))
  for (const [page, words] of [
    [routes.door, '这里看一次活动的签到屏'],
    [routes.visit, '这里看一次走访，去过了也在这里登记'],
    [routes.invite, '这里看一位同志的邀请码'],
  ] as const) {
    const screen = await phone.open(page.path)
    await screen.see(words)
    await screen.see('这个链接不完整')
    screen.close()
  }
})

test.each([
  [encodeURIComponent('䶮 & 100%'), '䶮&100%'],
  ['100%', '100%'],
])('a name in an address is read as it was written, a broken one as it stands: %s', async (name, words) => {
  const phone = startPhone(as({ grants: branches.slice(0, 1) }))
  const screen = await phone.open(routes.invite.path, { memberId: person.memberId, name })
  await screen.see(words)
  screen.close()
})
