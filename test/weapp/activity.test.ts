/** @jest-environment jsdom */
import { morning, partyDay } from './support/answers'
import { startPhone, until } from './support/phone'
import { routes } from '../../core/shared/routes'

const ACTIVITY = routes.activity.path
const id = 'act-1'
const HOUR = 60 * 60_000
const inputsOf = (phone: ReturnType<typeof startPhone>, op: string) =>
  phone.asked.functions.filter(call => call.data.op === op).map(call => call.data.input)

describe('the page of an activity, as compiled for WeChat', () => {
  test('says what, when and where, and how many places are left', async () => {
    const screen = await startPhone(morning(partyDay)).open(ACTIVITY, { id })
    await screen.see('主题党日')
    await screen.see('二楼会议室')
    await screen.see('还剩 2 个名额')
    await screen.see('请带好笔记本')
    await screen.see('给支部书记打电话')
    screen.close()
  })

  test('sends one receipt when it is opened unread', async () => {
    const phone = startPhone(morning(() => partyDay({ read: false })))
    const screen = await phone.open(ACTIVITY, { id })
    await screen.see('主题党日')
    await until(
      () => 'a receipt',
      () => inputsOf(phone, 'activity.read').length > 0,
    )
    expect(inputsOf(phone, 'activity.read')).toEqual([{ activityId: id }])
    screen.close()
  })

  test('a photo comes no larger than it is shown; where the cloud makes none smaller, as it is', async () => {
    const [photo, address] = ['cloud://env/shown/a.jpg', 'https://files.example/a.jpg?sign=abc&t=1']
    const over = () =>
      partyDay({
        ...{ startsAt: Date.now() - 4 * HOUR, endsAt: Date.now() - 2 * HOUR, signInClosesAt: Date.now() - 2 * HOUR },
        record: { line: '学了一课', minutes: '', photoFileIds: [photo] },
      })
    const phone = startPhone(morning(over, { 'activity.get': () => ({ ok: true, data: over(), ...{ files: { [photo]: address } } }) }))
    const screen = await phone.open(ACTIVITY, { id })
    await screen.see('学了一课')
    const shown = () =>
      phone.handed
        .join('\n')
        .split(address)
        .slice(1)
        .map(rest => rest.split('"')[0])
    expect(shown().at(-1)).toBe('&imageMogr2/thumbnail/960x')
    await screen.answer('活动的第 1 张照片', 'error', {})
    await until(
      () => 'the photo as it is',
      () => shown().at(-1) === '',
    )
    screen.close()
  })

  test('sends no receipt for what was read before', async () => {
    const phone = startPhone(morning(partyDay))
    const screen = await phone.open(ACTIVITY, { id })
    await screen.see('还剩 2 个名额')
    expect(inputsOf(phone, 'activity.read')).toEqual([])
    screen.close()
  })

  test('tells a member who waits their place in the line', async () => {
    const later = Date.now() + 24 * 60 * 60_000
    const waiting = () =>
      partyDay({ signInOpensAt: later, signInClosesAt: later + 1, capacity: 40, joined: 40, mySignup: { state: 'waiting', position: 2 } })
    const screen = await startPhone(morning(waiting)).open(ACTIVITY, { id })
    await screen.see('您排在候补第 2 位')
    screen.close()
  })

  test('says in red words that it was called off, and why', async () => {
    const off = () => partyDay({ state: 'cancelled', cancelReason: '会场停电' })
    const screen = await startPhone(morning(off)).open(ACTIVITY, { id })
    await screen.see('这次活动取消了，请不要来')
    await screen.see('会场停电')
    expect(screen.words()).not.toContain('扫码签到')
    screen.close()
  })

  test('asks once before a place is given back', async () => {
    const later = Date.now() + 24 * 60 * 60_000
    let joined = true
    const day = () => partyDay({ signInOpensAt: later, signInClosesAt: later + 1, mySignup: joined ? { state: 'joined' } : null })
    const phone = startPhone(
      morning(day, {
        'signup.leave': () => {
          joined = false
          return { ok: true, data: { state: 'left' } }
        },
      }),
    )
    const screen = await phone.open(ACTIVITY, { id })
    await screen.tap('取消报名')
    await screen.see('要取消报名吗')
    expect(inputsOf(phone, 'signup.leave')).toEqual([])
    await screen.tap('是，取消报名')
    await screen.see('我要报名')
    expect(inputsOf(phone, 'signup.leave')).toEqual([{ activityId: id }])
    screen.close()
  })
})
