/** @jest-environment jsdom */
import { good, meNow, morning, partyDay, person } from './support/answers'
import { startPhone } from './support/phone'
import type { Answers } from './support/wechat'
import { routes } from '../../core/shared/routes'

const ACTIVITY = routes.activity.path
const LANDING = routes.signIn()
const LINK = 'https://changqing365.example/s?a=act-1&c=K7M3'
const id = 'act-1'

/** A cloud that remembers the sign-in, as the real one does. */
const door = (change: Answers = {}) => {
  const at = Date.now()
  let present = false
  const day = () => partyDay({ mySignIn: present ? { state: 'present', at, late: false } : null })
  return morning(day, {
    'attendance.signIn': () => {
      const first = !present
      present = true
      return good('attendance.signIn', { state: 'signed-in', at, first, late: false })
    },
    ...change,
  })
}
const signIns = (phone: ReturnType<typeof startPhone>) => phone.asked.functions.filter(call => call.data.op === 'attendance.signIn')

describe('signing in on a phone, as compiled for WeChat', () => {
  test('one tap, one scan, one call with exactly this payload', async () => {
    const phone = startPhone(door(), { scanned: LINK })
    const screen = await phone.open(ACTIVITY, { id })
    await screen.tap('扫码签到')
    await screen.see('已签到')
    const tapped = phone.asked.order.indexOf('requestSubscribeMessage')
    expect(phone.asked.order.slice(tapped, tapped + 3)).toEqual(['requestSubscribeMessage', 'scanCode', 'attendance.signIn'])
    const [call, ...more] = signIns(phone)
    expect(more).toEqual([])
    expect(call?.data.commandId).toMatch(/^[a-z0-9-]{20,64}$/)
    expect(call).toEqual({
      name: 'api',
      data: {
        ...{ op: 'attendance.signIn', input: { activityId: id, code: 'K7M3' }, commandId: call?.data.commandId },
        accepted: ['activity-notice', 'activity-change'],
      },
    })
    screen.close()
  })

  test('a phone whose clock is six hours slow offers it when the door is open by the cloud’s', async () => {
    const ahead = 6 * 60 * 60_000
    const later = ({ signInOpensAt, signInClosesAt, startsAt, endsAt, ...day } = partyDay()) => ({
      ...day,
      ...{ signInOpensAt: signInOpensAt + ahead, signInClosesAt: signInClosesAt + ahead },
      ...{ startsAt: startsAt + ahead, endsAt: endsAt + ahead },
    })
    const phone = startPhone(morning(() => later(), { 'me.get': () => good('me.get', meNow({ now: Date.now() + ahead })) }))
    const screen = await phone.open(ACTIVITY, { id })
    await screen.see('扫码签到')
    screen.close()
  })

  test('a trembling double tap scans and signs in once', async () => {
    const phone = startPhone(door(), { scanned: LINK })
    const screen = await phone.open(ACTIVITY, { id })
    await screen.see('扫码签到')
    await Promise.all([screen.tap('扫码签到'), screen.tap('扫码签到')])
    await screen.see('已签到')
    expect(signIns(phone)).toHaveLength(1)
    expect(phone.asked.order.filter(what => what === 'scanCode')).toHaveLength(1)
    screen.close()
  })

  test('a cloud that did not finish is not called a missing network, and asked again it counts once', async () => {
    let reached = 0
    const answers = door()
    const signIn = answers['attendance.signIn']
    const phone = startPhone(
      {
        ...answers,
        'attendance.signIn': input => {
          reached++
          if (reached === 1) throw Object.assign(new Error('cloud.callFunction:fail Error: errCode: -504003'), { errCode: -504003 })
          if (!signIn) throw new Error('the door does not answer')
          return signIn(input)
        },
      },
      { scanned: LINK },
    )
    const screen = await phone.open(ACTIVITY, { id })
    await screen.tap('扫码签到')
    await screen.see('云端没有做完')
    await screen.tap('扫码签到')
    await screen.see('已签到')
    expect(new Set(signIns(phone).map(call => call.data.commandId)).size).toBe(1)
    screen.close()
  })

  test('a lost answer asked again keeps its command id, so that it counts once', async () => {
    let reached = 0
    const answers = door()
    const signIn = answers['attendance.signIn']
    const phone = startPhone(
      {
        ...answers,
        'attendance.signIn': input => {
          if (++reached === 1 || !signIn) throw new Error('the answer was lost')
          return signIn(input)
        },
      },
      { scanned: LINK },
    )
    const screen = await phone.open(ACTIVITY, { id })
    await screen.tap('扫码签到')
    await screen.see('现在连不上网络')
    await screen.tap('扫码签到')
    await screen.see('已签到')
    const ids = signIns(phone).map(call => call.data.commandId)
    expect(ids).toHaveLength(2)
    expect(ids[0]).toBe(ids[1])
    screen.close()
  })

  test('the code of another activity is not sent at all', async () => {
    const phone = startPhone(door(), { scanned: 'https://changqing365.example/s?a=act-9&c=K7M3' })
    const screen = await phone.open(ACTIVITY, { id })
    await screen.tap('扫码签到')
    await screen.see('这不是这次活动的签到码')
    expect(signIns(phone)).toEqual([])
    screen.close()
  })

  test('a code opened by WeChat itself signs in at once and says so large', async () => {
    const phone = startPhone(door())
    const screen = await phone.open(LANDING, { q: encodeURIComponent(LINK) })
    await screen.see('王秀英同志，签到成功')
    expect(signIns(phone).map(call => call.data.input)).toEqual([{ activityId: id, code: 'K7M3' }])
    screen.close()
  })

  test('a code of a shop is told from ours, however it is written', async () => {
    const phone = startPhone(door(), { scanned: 'https://shop.example/?a=100%&c=%E4%BD' })
    const screen = await phone.open(ACTIVITY, { id })
    await screen.tap('扫码签到')
    await screen.see('这不是这次活动的签到码')
    expect(signIns(phone)).toEqual([])
    screen.close()
  })

  test('an old code is told in words and offers to scan again', async () => {
    const refused = { 'attendance.signIn': () => ({ ok: false as const, code: 'SIGNIN_CODE_EXPIRED' as const }) }
    const screen = await startPhone(door(refused)).open(LANDING, { a: id, c: 'OLD' })
    await screen.see('这个码刚刚换过了')
    await screen.see('再扫一次')
    screen.close()
  })

  test('a family helper says which elder it is for', async () => {
    const elder = { ...person, memberId: 'member-02', name: '李德厚' }
    const actingFor = [{ ...elder, relation: 'child' as const }]
    const phone = startPhone(door({ 'me.get': () => good('me.get', meNow({ actingFor })) }))
    const screen = await phone.open(LANDING, { a: id, c: 'K7M3' })
    await screen.see('给谁签到')
    expect(signIns(phone)).toEqual([])
    await screen.tap('给李德厚签到')
    await screen.see('李德厚同志，签到成功')
    expect(signIns(phone).map(call => call.data.input)).toEqual([{ activityId: id, code: 'K7M3', forMemberId: 'member-02' }])
    screen.close()
  })
})
