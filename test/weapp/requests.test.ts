/** @jest-environment jsdom */
import type { Contract } from '../../core/contract'
import type { Output } from '../../core/shared/operation'
import { good, meNow, morning, partyDay } from './support/answers'
import { startPhone, until } from './support/phone'
import type { Answers } from './support/wechat'
import { routes } from '../../core/shared/routes'

type Full = Output<Contract['request.get']>

const HELP = routes.help()
const ASK = routes.ask()
const REQUEST = routes.request.path
const liaison = { memberId: 'liaison', name: '陈志强', role: 'liaison' as const }
const HOUR = 60 * 60_000

/** A burst pipe at nine in the evening, as the elder sees it. */
const burstPipe = (change: Partial<Full> = {}): Full => ({
  requestId: 'req-1',
  kind: 'leak',
  urgency: 'prompt',
  state: 'waiting',
  rung: 'liaison',
  memberId: 'member-01',
  name: '王秀英',
  branchId: 'branch-1',
  raisedAt: Date.now(),
  promiseAt: Date.now() + 11 * HOUR,
  promise: '明天上午8点前办好',
  risk: 'fine',
  owner: null,
  as: 'elder',
  text: '',
  photoFileIds: [],
  second: null,
  secondWanted: false,
  plan: null,
  told: [{ name: liaison.name, role: liaison.role, declined: false }],
  timeline: [{ at: Date.now(), what: 'raised', by: '王秀英', promiseAt: Date.now() + 11 * HOUR }],
  may: ['cancel'],
  callable: [liaison],
  ...change,
})

const raised = {
  requestId: 'req-1',
  promiseAt: Date.now() + 11 * HOUR,
  promise: '明天上午8点前办好',
  urgent: false,
  told: [{ name: liaison.name, role: liaison.role }],
}

const evening = (change: Answers = {}): Answers =>
  morning(partyDay, {
    'request.mine': () => good('request.mine', { items: [], cursor: null }),
    'me.data': () =>
      good('me.data', {
        held: [{ field: 'residence', label: '住址', value: '常青花园四村2栋201', correctable: true }],
        helpers: [],
        waitingDoors: [],
        looked: [],
      }),
    'request.raise': () => good('request.raise', raised),
    'request.get': () => good('request.get', burstPipe()),
    ...change,
  })

const callsOf = (phone: ReturnType<typeof startPhone>, op: string) =>
  phone.asked.functions.filter(call => call.data.op === op).map(call => call.data)

describe('asking for help, as compiled for WeChat', () => {
  test('the help tab shows pictures with words; a press opens the page of that kind', async () => {
    const phone = startPhone(evening())
    const screen = await phone.open(HELP)
    await screen.see('您要什么帮忙')
    await screen.tap('漏水')
    expect(phone.asked.opened).toEqual([`/${routes.ask({ kind: 'leak' })}`])
    screen.close()
  })

  test('with nothing filled in, one tap asks about messages first and then sends exactly the kind, once', async () => {
    const phone = startPhone(evening())
    const screen = await phone.open(ASK, { kind: 'leak' })
    await screen.see('常青花园四村2栋201')
    const before = phone.asked.order.length
    await screen.tap('请人来帮忙')
    await until(
      () => 'the page of the request',
      () => phone.asked.opened.length > 0,
    )
    expect(phone.asked.order.slice(before, before + 2)).toEqual(['requestSubscribeMessage', 'request.raise'])
    expect(phone.asked.subscriptions).toEqual([['tpl-request-news']])
    expect(callsOf(phone, 'request.raise').map(call => call.input)).toEqual([{ kind: 'leak' }])
    // What was agreed to goes along, and is told once.
    expect(callsOf(phone, 'request.raise').map(call => call.accepted)).toEqual([['request-news']])
    expect(phone.asked.functions.filter(call => call.data.accepted !== undefined)).toHaveLength(1)
    expect(phone.asked.opened).toEqual([`/${routes.request({ id: 'req-1' })}`])
    screen.close()
  })

  test('a request that got no answer is sent again under the same id, so that it is one', async () => {
    let reached = false
    const phone = startPhone(
      evening({
        'request.raise': () => {
          if (reached) return good('request.raise', raised)
          reached = true
          throw new Error('the network broke while the answer was on its way')
        },
      }),
    )
    const screen = await phone.open(ASK, { kind: 'leak' })
    await screen.tap('请人来帮忙')
    await screen.see('现在连不上网络')
    await screen.see('给支部书记打电话')
    await screen.tap('请人来帮忙')
    await until(
      () => 'the page of the request',
      () => phone.asked.opened.length > 0,
    )
    const ids = callsOf(phone, 'request.raise').map(call => call.commandId)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
    screen.close()
  })

  test('after asking: who was told and what was promised, in one sentence, and a button to ring them', async () => {
    const phone = startPhone(evening({ 'request.phone': () => good('request.phone', { phones: ['13800001144'], emergency: [] }) }))
    const screen = await phone.open(REQUEST, { id: 'req-1' })
    await screen.see('已经告诉联络员陈志强，说好明天上午8点前办好')
    await screen.tap('打给联络员陈志强')
    await until(
      () => 'the number',
      () => phone.asked.dialled.length > 0,
    )
    expect(phone.asked.dialled).toEqual(['13800001144'])
    expect(callsOf(phone, 'request.phone').map(call => call.input)).toEqual([{ requestId: 'req-1', memberId: 'liaison' }])
    screen.close()
  })
})

describe('what cannot wait, as compiled for WeChat', () => {
  const EMERGENCY = routes.emergency.path
  const fall = burstPipe({
    ...{ kind: 'other', emergency: 'fall', urgency: 'urgent', promise: '今晚10点前办好' },
    unreached: [liaison],
  })

  test('a stranger whose phone reaches no network: the first thing on 求助, and 120 rings', async () => {
    const phone = startPhone({
      'me.get': () => {
        throw new Error('request:fail')
      },
    })
    const help = await phone.open(HELP)
    await help.see('急事，先按这里')
    await help.tap('急病')
    expect(phone.asked.opened).toEqual([`/${routes.emergency({ kind: 'illness' })}`])
    help.close()
    const screen = await phone.open(EMERGENCY, { kind: 'illness' })
    await screen.see('支部还不认识这部手机')
    await screen.tap('打 120 急救')
    expect(phone.asked.dialled).toEqual(['120'])
    screen.close()
  })

  test('a member tells the branch as well: the fall alone is sent, and 120 stays the red main beside who is called', async () => {
    const phone = startPhone(evening({ 'request.get': () => good('request.get', fall) }))
    const screen = await phone.open(EMERGENCY, { kind: 'fall' })
    await screen.see('不要急着扶起来')
    await screen.see('我家在：常青花园四村2栋201')
    await screen.tap('告诉支部，马上来人')
    await until(
      () => 'the page of the request',
      () => phone.asked.opened.length > 0,
    )
    expect(callsOf(phone, 'request.raise').map(call => call.input)).toEqual([{ kind: 'other', emergency: 'fall' }])
    screen.close()
    const after = await phone.open(REQUEST, { id: 'req-1' })
    await after.see('正在叫联络员陈志强')
    await after.see('联络员陈志强的微信没有响，请直接打电话')
    await after.see('打给联络员陈志强')
    await after.tap('打 120 急救')
    expect(phone.asked.dialled).toEqual(['120'])
    after.close()
  })
})

describe('a broken promise, as compiled for WeChat', () => {
  test('the elder reads an apology, what was promised and who chases it, and rings that one', async () => {
    const chaser = { memberId: 'secretary', name: '刘建国', role: 'secretary' as const }
    const late = burstPipe({ state: 'accepted', risk: 'broken', owner: liaison, chaser, callable: [liaison, chaser] })
    const phone = startPhone(
      evening({
        'request.mine': () => good('request.mine', { items: [late], cursor: null }),
        'request.get': () => good('request.get', late),
        'request.phone': () => good('request.phone', { phones: ['13800001155'], emergency: [] }),
      }),
    )
    const home = await phone.open(routes.home())
    await home.see('没按时办到，对不起')
    await home.tap('打给书记刘建国')
    await until(
      () => 'the number',
      () => phone.asked.dialled.length > 0,
    )
    expect(callsOf(phone, 'request.phone').map(call => call.input)).toEqual([{ requestId: 'req-1', memberId: 'secretary' }])
    home.close()
    const screen = await phone.open(REQUEST, { id: 'req-1' })
    await screen.see('没按时办到，对不起')
    await screen.see('联络员陈志强还在办，支部书记刘建国在催')
    screen.close()
  })
})

describe('helping, as compiled for WeChat', () => {
  const asked = burstPipe({
    as: 'asked',
    name: '李大爷',
    may: ['accept', 'decline'],
    callable: [{ memberId: 'm-2', name: '李大爷', role: 'elder' }],
  })

  test('我来办 takes it with one tap, asking about messages first', async () => {
    let taken = false
    const phone = startPhone(
      evening({
        'request.get': () =>
          good('request.get', taken ? { ...asked, state: 'accepted', as: 'owner', owner: liaison, may: ['progress', 'done'] } : asked),
        'request.accept': () => {
          taken = true
          return good('request.accept', { state: 'accepted' })
        },
      }),
    )
    const screen = await phone.open(REQUEST, { id: 'req-1' })
    await screen.see('李大爷请人帮忙，您能去吗')
    const before = phone.asked.order.length
    await screen.tap('我来办')
    await screen.see('在您手里')
    expect(phone.asked.order.slice(before, before + 2)).toEqual(['requestSubscribeMessage', 'request.accept'])
    expect(callsOf(phone, 'request.accept').map(call => call.input)).toEqual([{ requestId: 'req-1' }])
    screen.close()
  })

  test('a helper who was slower reads who was faster', async () => {
    let late = false
    const phone = startPhone(
      evening({
        // By then the page has no such button any more.
        'request.get': () => good('request.get', late ? { ...asked, state: 'accepted', as: 'past', owner: liaison, may: [] } : asked),
        'request.accept': () => {
          late = true
          return { ok: false, code: 'ALREADY_TAKEN', data: { by: { name: '陈志强', role: 'liaison' } } }
        },
      }),
    )
    const screen = await phone.open(REQUEST, { id: 'req-1' })
    await screen.tap('我来办')
    await screen.see('联络员陈志强在办')
    await screen.see('联络员陈志强已经接手了')
    await screen.see('您不用去了，谢谢您')
    screen.close()
  })
})

describe('more about a running request, as compiled for WeChat', () => {
  test('what the elder adds later is sent as it was written, to that request alone', async () => {
    const running = burstPipe({ state: 'accepted', owner: liaison, may: ['cancel', 'sayMore'] })
    const phone = startPhone(
      evening({
        'request.get': () => good('request.get', running),
        'request.sayMore': () =>
          good('request.sayMore', {
            state: 'accepted',
            promiseAt: running.promiseAt,
            promise: running.promise,
            urgent: false,
            told: [liaison],
          }),
      }),
    )
    const screen = await phone.open(REQUEST, { id: 'req-1' })
    await screen.tap('再补充几句、拍张照片')
    await screen.type('写几句（可以不写）', '我下午三点以后在家')
    await screen.tap('告诉陈志强')
    await until(
      () => 'what was added',
      () => callsOf(phone, 'request.sayMore').length > 0,
    )
    expect(callsOf(phone, 'request.sayMore').map(call => call.input)).toEqual([{ requestId: 'req-1', text: '我下午三点以后在家' }])
    screen.close()
  })
})

describe('the desk of requests, as compiled for WeChat', () => {
  const asked = (requestId: string, name: string, point: { lng: number; lat: number }) => ({
    ...burstPipe({ requestId, name, as: 'desk', point }),
    told: [],
    unreached: [],
  })
  const items = [asked('req-1', '王秀英', { lng: 114.2121, lat: 30.6402 }), asked('req-2', '李大爷', { lng: 114.2221, lat: 30.6402 })]
  const grants = [{ role: 'secretary' as const, orgId: 'branch-1', orgName: '第一党支部' }]
  const desk = () =>
    startPhone(
      evening({
        'me.get': () => good('me.get', meNow({ grants })),
        'request.desk': () =>
          good('request.desk', { items, cursor: null, counts: { unowned: 2, broken: 0, atRisk: 0, running: 0, done: 0 }, may: [] }),
        'team.list': () =>
          good('team.list', {
            items: [
              { teamId: 't', orgId: 'branch-1', name: '水电维修队', kinds: ['leak'], members: [], point: { lng: 114.2131, lat: 30.6402 } },
            ],
          }),
        'request.candidates': () => good('request.candidates', { items: [{ ...liaison, load: 0, metres: 520 }] }),
        'request.reassign': () => good('request.reassign', { state: 'accepted' }),
      }),
    )

  test('a press on the map leaves the requests of that place, and one of them is given to a helper there', async () => {
    const phone = desk()
    const screen = await phone.open(routes.requestDesk(), { orgId: 'branch-1' })
    await screen.see('王秀英：漏水')
    await screen.answer('按地点', 'tap', {})
    await screen.see('离水电维修队 100 米')
    await screen.answer('地图：求助在哪里', 'markertap', { markerId: 1 })
    await until(
      () => `the other place alone among ${screen.words()}`,
      () => !screen.words().includes('王秀英：漏水'),
    )
    await screen.tap('请一位来办：李大爷的漏水')
    await screen.see('离得520米')
    await screen.answer('联络员陈志强', 'tap', {})
    await screen.tap('好，请陈志强来办')
    await until(
      () => 'the request given',
      () => callsOf(phone, 'request.reassign').length > 0,
    )
    expect(callsOf(phone, 'request.reassign').map(call => call.input)).toEqual([{ requestId: 'req-2', memberId: 'liaison' }])
    screen.close()
  })
})
