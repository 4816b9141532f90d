/** @jest-environment jsdom */
import { good, meNow, morning, partyDay, person } from './support/answers'
import { startPhone, until } from './support/phone'
import { routes } from '../../core/shared/routes'

const HOME = routes.home()
const DAY = 24 * 60 * 60_000

describe('the first screen of a member, as compiled for WeChat', () => {
  test('greets by name, shows who looks after me and what is next', async () => {
    const screen = await startPhone(morning(partyDay)).open(HOME)
    await screen.see('王秀英同志')
    await screen.see('农历')
    await screen.see('联络员陈志强')
    await screen.see('主题党日')
    await screen.see('我要求助')
    await screen.see('还没有通知')
    screen.close()
  })

  /** A cloud that never answers. */
  const silent = () => new Promise<never>(() => undefined)

  test('opened again, shows at once what it knew, before the cloud has answered', async () => {
    const drawer = new Map<string, unknown>()
    const first = await startPhone(morning(partyDay), { drawer }).open(HOME)
    await first.see('主题党日')
    await first.see('联络员陈志强')
    first.close()
    const phone = startPhone({}, { drawer, cloud: silent })
    const again = await phone.open(HOME)
    await again.see('王秀英同志')
    for (const known of ['联络员', '陈志强', '主题党日', '还没有通知']) expect(phone.handed[0]).toContain(known)
    again.close()
  })

  test('a phone that is another person’s by now forgets what it knew of the one before', async () => {
    const drawer = new Map<string, unknown>()
    const first = await startPhone(morning(partyDay), { drawer }).open(HOME)
    await first.see('联络员陈志强')
    first.close()
    const other = { ...person, memberId: 'member-02', name: '李国强' }
    const phone = startPhone({ 'me.get': () => good('me.get', meNow({ member: other })) }, { drawer, cloud: silent })
    const screen = await phone.open(HOME)
    await screen.see('李国强同志')
    expect(screen.words()).not.toContain('陈志强')
    expect([...drawer.keys()].filter(key => key.startsWith('kept/'))).toEqual([])
    screen.close()
  })

  test('nothing known yet: the shape of the page is the first thing that is handed over', async () => {
    const phone = startPhone({}, { cloud: silent })
    const screen = await phone.open(HOME)
    await until(
      () => 'anything',
      () => phone.handed.length > 0,
    )
    expect(phone.handed[0]).toContain('skeleton')
    screen.close()
  })

  test('rings the liaison with one tap', async () => {
    const phone = startPhone(morning(partyDay))
    const screen = await phone.open(HOME)
    await screen.tap('打电话：陈志强')
    expect(phone.asked.dialled).toEqual(['13800001144'])
    screen.close()
  })

  test('leads to the help tab from the red block', async () => {
    const phone = startPhone(morning(partyDay))
    const screen = await phone.open(HOME)
    await screen.tap('我要求助')
    expect(phone.asked.opened).toEqual([`/${routes.help()}`])
    screen.close()
  })

  test.each([
    ['a member', {}, {}],
    [
      'family, for their elder,',
      { member: null, actingFor: [{ ...person, relation: 'child' as const }] },
      { forMemberId: person.memberId },
    ],
  ])('%s signs up on the first card by one tap, asked about messages while it is fresh', async (_, me, forMemberId) => {
    let joined = false
    const next = () =>
      partyDay({
        startsAt: Date.now() + DAY,
        endsAt: Date.now() + DAY,
        signInOpensAt: Date.now() + DAY,
        signInClosesAt: Date.now() + 2 * DAY,
        mySignup: joined ? { state: 'joined' } : null,
      })
    const phone = startPhone(
      morning(next, {
        'me.get': () => good('me.get', meNow(me)),
        'signup.join': () => {
          joined = true
          return { ok: true, data: { state: 'joined' } }
        },
      }),
    )
    const screen = await phone.open(HOME)
    await screen.see('我要报名')
    const before = phone.asked.order.length
    await screen.tap('我要报名')
    await screen.see('您已报名')
    expect(screen.taps()).toBe(1)
    expect(phone.asked.opened).toEqual([])
    expect(phone.asked.order.slice(before, before + 2)).toEqual(['requestSubscribeMessage', 'signup.join'])
    expect(phone.asked.functions.filter(call => call.data.op === 'signup.join').map(call => call.data.input)).toEqual([
      { activityId: 'act-1', ...forMemberId },
    ])
    screen.close()
  })

  test('shows large letters when WeChat itself is set to large ones', async () => {
    const normal = await startPhone(morning(partyDay)).open(HOME)
    await normal.see('王秀英同志')
    expect(normal.frame()).not.toContain('large')
    normal.close()
    const large = await startPhone(morning(partyDay), { letters: 23.8 }).open(HOME)
    await large.see('王秀英同志')
    expect(large.frame()).toContain('large')
    large.close()
  })

  test('asks a stranger who it is, and keeps everything else back', async () => {
    const phone = startPhone(morning(partyDay, { 'me.get': () => good('me.get', meNow({ member: null })) }))
    const screen = await phone.open(HOME)
    await screen.see('先认识一下您')
    // A helper whose elder has died is bound to no member any more, and is still told which person to turn to; one who asked to be taken in reads what became of it.
    expect(phone.asked.functions.map(call => call.data.op)).toEqual(['me.get', 'aftercare.contact', 'joining.mine'])
    screen.close()
  })

  test('says in words that there is no network, and tries again on a press', async () => {
    const answers = morning(partyDay)
    const { 'me.get': whoAmI, ...others } = answers
    const phone = startPhone(others)
    const screen = await phone.open(HOME)
    await screen.see('现在连不上网络')
    expect(phone.complaints).toHaveLength(1)
    Object.assign(others, { 'me.get': whoAmI })
    await screen.tap('再试一次')
    await screen.see('王秀英同志')
    screen.close()
  })
})
