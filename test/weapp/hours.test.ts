/** @jest-environment jsdom */
import type { Contract } from '../../core/contract'
import type { Output } from '../../core/shared/operation'
import { routes } from '../../core/shared/routes'
import { good, meNow } from './support/answers'
import { startPhone } from './support/phone'
import type { Answers } from './support/wechat'

type Offered = Output<Contract['hours.free']>['items'][number]
type Mine = Output<Contract['hours.mine']>['items'][number]

const HALF = 30 * 60_000
const id = 'hours-1'
const tomorrow = () => Math.floor(Date.now() / HALF) * HALF + 24 * 60 * 60_000

/** A doctor with two times; who books has the time that was named, else the first that is free. */
const cloudOf = (): Answers => {
  const first = tomorrow()
  const times = [first, first + HALF]
  let booked: number | undefined
  let full = false
  let place: number | null = null
  const head = {
    ...{
      hoursId: id,
      orgId: 'branch-1',
      orgName: '第一党支部',
      kind: 'health' as const,
      title: '家庭医生坐诊',
      place: { name: '健康小站' },
    },
  }
  const offered = (): Offered => {
    const free = times.filter(one => one !== booked && !full)
    return {
      ...{ ...head, hosts: ['张大夫'], waiting: 0, myPlace: place },
      slots: times.map(startsAt => ({ startsAt, endsAt: startsAt + HALF, free: free.includes(startsAt), mine: startsAt === booked })),
      next: free[0] === undefined ? null : { startsAt: free[0], endsAt: free[0] + HALF },
    }
  }
  const mine = (): Mine[] =>
    booked === undefined ? [] : [{ ...head, startsAt: booked, endsAt: booked + HALF, state: 'booked', ahead: null, about: '血压高' }]
  return {
    'me.get': () => good('me.get', meNow()),
    'hours.free': () => good('hours.free', { items: [offered()] }),
    'hours.mine': () => good('hours.mine', { items: mine(), waiting: [], desks: [] }),
    'hours.book': () => {
      booked = first
      return good('hours.book', { state: 'booked', startsAt: first, endsAt: first + HALF })
    },
    'hours.cancel': () => {
      booked = undefined
      full = true
      return good('hours.cancel', { state: 'cancelled' })
    },
    'hours.wait': () => {
      place = 1
      return good('hours.wait', { position: 1, booked: null })
    },
  }
}

describe('an elder at the doctor’s page, as compiled for WeChat', () => {
  test('comes from the list by kind, and has the next free time by one tap, with a word for the doctor alone', async () => {
    const phone = startPhone(cloudOf())
    const list = await phone.open(routes.consult.path, { kind: 'health' })
    await list.see('看医生、问健康')
    await list.see('家庭医生坐诊')
    list.close()
    const screen = await phone.open(routes.hours.path, { id })
    await screen.see('张大夫')
    await screen.see('健康小站')
    await screen.type('想说的事（可以不写）', '血压高')
    const before = phone.asked.order.length
    await screen.tap('就约')
    await screen.see('约好了')
    expect(phone.asked.order.slice(before).slice(0, 2)).toEqual(['requestSubscribeMessage', 'hours.book'])
    const [call] = phone.asked.functions.filter(one => one.data.op === 'hours.book')
    expect(call?.data.input).toEqual({ hoursId: id, about: '血压高' })
    await screen.see('您写给对方的：血压高')
    screen.close()
  })

  test('gives it back with one question, and stands in line where all is taken', async () => {
    const phone = startPhone(cloudOf())
    const screen = await phone.open(routes.hours.path, { id })
    await screen.tap('就约')
    await screen.tap('去不了，取消这次')
    await screen.tap('取消预约')
    await screen.see('排候补，空出来就给我')
    await screen.tap('排候补，空出来就给我')
    await screen.see('候补第 1 位')
    const asked = phone.asked.functions.filter(one => ['hours.cancel', 'hours.wait'].includes(one.data.op)).map(one => one.data.input)
    expect(asked).toMatchObject([{ hoursId: id }, { hoursId: id }])
    screen.close()
  })
})
