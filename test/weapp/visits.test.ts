/** @jest-environment jsdom */
import type { Contract } from '../../core/contract'
import type { Output, RawInput } from '../../core/shared/operation'
import { good, morning, partyDay } from './support/answers'
import { startPhone, until } from './support/phone'
import type { Answers } from './support/wechat'
import { routes } from '../../core/shared/routes'

type Visit = Output<Contract['visit.get']>
type Input = RawInput<Contract['visit.record']>

const VISIT = routes.visit.path
const DAY = 24 * 60 * 60_000

/** 李大爷 before 春节, as the liaison who is to see him reads it. */
const spring = (change: Partial<Visit> = {}): Visit => ({
  visitId: 'm-2:spring-festival:2027',
  memberId: 'm-2',
  branchId: 'branch-1',
  name: '李大爷',
  rule: 'spring-festival',
  opens: Date.now() - DAY,
  closes: Date.now() + 5 * DAY,
  assigneeId: 'member-01',
  assigneeName: '王秀英',
  on: null,
  state: 'due',
  address: '常青花园四村2栋201',
  callCounts: false,
  record: null,
  corrections: [],
  may: ['record'],
  ...change,
})

const record = {
  by: 'visit' as const,
  note: '精神很好',
  brought: '米和油',
  found: '',
  photoFileIds: [],
  requestIds: ['req-1'],
  actorName: '王秀英',
}

const calling = (change: Answers = {}): Answers => {
  let seen = false
  return morning(partyDay, {
    'visit.get': () => good('visit.get', seen ? spring({ state: 'done', may: [], record: { ...record, at: Date.now() } }) : spring()),
    'visit.record': () => {
      seen = true
      return good('visit.record', { state: 'done', requestIds: ['req-1'] })
    },
    ...change,
  })
}

const callsOf = (phone: ReturnType<typeof startPhone>, op: string) =>
  phone.asked.functions.filter(call => call.data.op === op).map(call => call.data)

describe('recording a visit, as compiled for WeChat', () => {
  test('the visitor reads where to go, and sends exactly what was brought, found and needed, once', async () => {
    const began = Date.now()
    const phone = startPhone(calling())
    const screen = await phone.open(VISIT, { id: encodeURIComponent('m-2:spring-festival:2027') })
    await screen.see('常青花园四村2栋201')
    await screen.see('这次要上门看望，打电话不算')
    await screen.type('看到、听到什么', '精神很好')
    await screen.type('带了什么（可以不写）', '米和油')
    await screen.answer('换灯泡', 'tap', {})
    await screen.type('换灯泡：说一说', '厨房的灯不亮了')
    const before = phone.asked.order.length
    await screen.tap('登记好，替李大爷求助')
    await screen.see('王秀英上门看望')
    expect(phone.asked.order.slice(before, before + 2)).toEqual(['requestSubscribeMessage', 'visit.record'])
    const sent = callsOf(phone, 'visit.record').map(call => call.input as Input)
    // Both by the phone's clock, so that the cloud can tell how far that is from its own.
    expect(sent.map(({ at, sentAt = 0 }) => began <= at && at <= sentAt && sentAt <= Date.now())).toEqual([true])
    expect(sent).toEqual([
      {
        at: sent[0]?.at,
        sentAt: sent[0]?.sentAt,
        visitId: 'm-2:spring-festival:2027',
        by: 'visit',
        note: '精神很好',
        brought: '米和油',
        needs: [{ kind: 'bulb', text: '厨房的灯不亮了' }],
      },
    ])
    await screen.tap('替李大爷求助的第 1 件事')
    expect(phone.asked.opened).toEqual([`/${routes.request({ id: 'req-1' })}`])
    screen.close()
  })

  test('a record that got no answer is sent again under the same id, and nothing that was written is lost', async () => {
    let reached = false
    const phone = startPhone(
      calling({
        'visit.record': () => {
          if (reached) return good('visit.record', { state: 'done', requestIds: [] })
          reached = true
          throw new Error('the network broke while the answer was on its way')
        },
      }),
    )
    const screen = await phone.open(VISIT, { id: 'm-2:spring-festival:2027' })
    await screen.type('看到、听到什么', '精神很好')
    await screen.tap('登记好了')
    await screen.see('现在连不上网络')
    await screen.tap('登记好了')
    await until(
      () => 'the second try',
      () => callsOf(phone, 'visit.record').length === 2,
    )
    const calls = callsOf(phone, 'visit.record')
    expect(new Set(calls.map(call => call.commandId)).size).toBe(1)
    expect(calls.map(call => (call.input as Input).note)).toEqual(['精神很好', '精神很好'])
    screen.close()
  })

  test('where the phone’s clock was wrong, one tap says that the day is right', async () => {
    const at = Date.now() - DAY
    let doubtful = true
    const phone = startPhone(
      calling({
        'visit.get': () =>
          good('visit.get', spring({ state: 'done', may: ['correct'], record: { ...record, at, ...(doubtful ? { doubtful } : {}) } })),
        'visit.correct': () => {
          doubtful = false
          return good('visit.correct', { state: 'done' })
        },
      }),
    )
    const screen = await phone.open(VISIT, { id: 'm-2:spring-festival:2027' })
    await screen.see('登记的手机时间不准，日子要核对')
    await screen.tap('就是这一天，没错')
    await until(
      () => `no doubt; the screen says ${screen.words()}`,
      () => !screen.words().includes('日子要核对'),
    )
    const { by, note, brought, found, photoFileIds } = record
    expect(callsOf(phone, 'visit.correct').map(call => call.input)).toEqual([
      {
        ...{ visitId: 'm-2:spring-festival:2027', seen: 0, why: '日子核对过，没错' },
        record: { at, by, note, brought, found, photoFileIds },
      },
    ])
    screen.close()
  })

  test('the one who wrote it down wrongly opens the same form, says why, and sends what is right', async () => {
    const at = Date.now() - 2 * DAY
    let corrections: Visit['corrections'] = []
    const phone = startPhone(
      calling({
        'visit.get': () => good('visit.get', spring({ state: 'done', may: ['correct'], record: { ...record, at }, corrections })),
        'visit.correct': () => {
          corrections = [{ at: Date.now(), by: '王秀英', why: '带的东西写错了', withdrawn: false }]
          return good('visit.correct', { state: 'done' })
        },
      }),
    )
    const screen = await phone.open(VISIT, { id: 'm-2:spring-festival:2027' })
    await screen.tap('登记错了，改一改')
    await screen.see('替李大爷求助的 1 件事不变，照常办')
    await screen.type('为什么改（要写）', '带的东西写错了')
    await screen.type('带了什么（可以不写）', '米和面')
    await screen.tap('保存')
    await screen.see('王秀英更正过')
    await screen.see('带的东西写错了')
    expect(callsOf(phone, 'visit.correct').map(call => call.input)).toEqual([
      {
        visitId: 'm-2:spring-festival:2027',
        seen: 0,
        why: '带的东西写错了',
        record: { at, by: 'visit', note: '精神很好', brought: '米和面' },
      },
    ])
    screen.close()
  })

  test('who was not there after all is asked once, and the record is taken back', async () => {
    let taken = false
    const phone = startPhone(
      calling({
        'visit.get': () =>
          good(
            'visit.get',
            taken
              ? spring({ corrections: [{ at: Date.now(), by: '王秀英', why: '没有去成', withdrawn: true }] })
              : spring({ state: 'done', may: ['correct'], record: { ...record, at: Date.now() } }),
          ),
        'visit.correct': () => {
          taken = true
          return good('visit.correct', { state: 'due' })
        },
      }),
    )
    const screen = await phone.open(VISIT, { id: 'm-2:spring-festival:2027' })
    await screen.tap('登记错了，改一改')
    await screen.tap('其实没去成，撤回登记')
    await screen.see('这次其实没有看望李大爷？')
    await screen.tap('没去成，撤回登记')
    await screen.see('王秀英撤回了登记')
    await screen.see('登记好了')
    expect(callsOf(phone, 'visit.correct').map(call => call.input)).toEqual([
      { visitId: 'm-2:spring-festival:2027', seen: 0, why: '没有去成', record: null },
    ])
    screen.close()
  })
})
