/** @jest-environment jsdom */
import { good, morning, partyDay, secretaryNow } from './support/answers'
import { startPhone, until } from './support/phone'
import type { Answers } from './support/wechat'
import { routes } from '../../core/shared/routes'

const DOOR = routes.door.path
const query = { activityId: 'act-1' }
const MINUTE = 60_000
const SLOT = 30_000

type Marks = { marks: { memberId: string; state: string; at: number; nonce: string; reason: string }[]; sentAt?: number }
const isMarks = (value: unknown): value is Marks =>
  typeof value === 'object' && value !== null && 'marks' in value && Array.isArray(value.marks)

/** Codes from the slot in which the cloud is now, as a cloud whose clock is `aheadMs` ahead of the phone's gives them. */
const codes = (aheadMs = 0) => {
  const first = Math.floor((Date.now() + aheadMs) / SLOT) * SLOT
  const slot = (index: number) => ({ code: `CODE000${index}`, from: first + index * SLOT, to: first + (index + 1) * SLOT })
  return good('attendance.codes', { codes: Array.from({ length: 9 }, (_, index) => slot(index)) })
}

const row = (memberId: string, name: string) => ({
  memberId,
  name,
  state: 'unmarked' as const,
  signedUp: true,
  expected: true,
  guest: false,
})
const sheet = (present: boolean) => {
  const items = [row('member-01', '王秀英'), row('member-02', '李建国')]
  return good('attendance.sheet', {
    invited: 2,
    expected: 2,
    present: present ? 1 : 0,
    leave: 0,
    awaited: present ? 1 : 2,
    absent: 0,
    late: 0,
    rate: present ? 0.5 : 0,
    over: false,
    items: items.map(one => (present && one.memberId === 'member-02' ? { ...one, state: 'present' as const, at: Date.now() } : one)),
    conflicts: [],
  })
}

const atTheDoor = (change: Answers): Answers =>
  morning(() => partyDay({ may: ['change', 'cancel', 'record', 'remind'] }), {
    'me.get': () => good('me.get', secretaryNow()),
    'attendance.codes': () => codes(),
    'attendance.sheet': () => sheet(false),
    ...change,
  })

describe('the door on the secretary’s phone, as compiled for WeChat', () => {
  test('without a network a scanned member waits on the phone, and is told of once it is back, with the same nonce', async () => {
    const told: Marks[] = []
    let network = false
    const phone = startPhone(
      atTheDoor({
        'attendance.sheet': () => sheet(told.length > 1),
        'attendance.mark': input => {
          if (!isMarks(input)) throw new Error('no marks were sent')
          told.push(input)
          if (!network) throw new Error('no network')
          return good('attendance.mark', { results: input.marks.map(({ nonce }) => ({ nonce, state: 'recorded' as const })) })
        },
      }),
      { scanned: 'cq365:m:member-02' },
    )
    const screen = await phone.open(DOOR, query)
    await screen.see('已到 0/ 报名 2 人')
    await screen.tap('扫党员的码')
    await screen.see('李建国，到了 ✓')
    await screen.see('待补报 1 人')
    await screen.see('没有网络，照常签到，连上后自动补报')
    await screen.see('已到 1')

    network = true
    await screen.tap('现在补报')
    await until(
      () => `no more to be told of; the screen says ${screen.words()}`,
      () => !screen.words().includes('待补报'),
    )
    await screen.see('已到 1')
    const [first, second, ...more] = told
    expect(more).toEqual([])
    expect(first).toEqual({
      activityId: 'act-1',
      marks: [expect.objectContaining({ memberId: 'member-02', state: 'present', reason: '出示党员码' })],
      sentAt: first?.sentAt,
    })
    // The hour of sending is that of each try; the mark is the same.
    expect(second).toEqual({ ...first, sentAt: second?.sentAt })
    expect(first?.sentAt).toBeGreaterThanOrEqual(first?.marks[0]?.at ?? Infinity)
    expect(second?.sentAt).toBeGreaterThanOrEqual(first?.sentAt ?? Infinity)
    screen.close()
  })

  test('a ticked name counts at once and leaves the list of those who are missing', async () => {
    const phone = startPhone(
      atTheDoor({
        'attendance.mark': input =>
          good('attendance.mark', {
            results: isMarks(input) ? input.marks.map(({ nonce }) => ({ nonce, state: 'recorded' as const })) : [],
          }),
      }),
    )
    const screen = await phone.open(DOOR, query)
    await screen.tap('到了：王秀英')
    await screen.see('已到 1')
    expect(screen.words()).toContain('还没到的1人')
    const marks = phone.asked.functions.filter(call => call.data.op === 'attendance.mark')
    expect(marks).toHaveLength(1)
    screen.close()
  })

  test.each([
    ['ten minutes slow', 10 * MINUTE],
    ['ten minutes fast', -10 * MINUTE],
    ['right', 0],
  ])('a phone whose clock is %s shows the code that the cloud takes', async (_, aheadMs) => {
    const phone = startPhone(atTheDoor({ 'attendance.codes': () => codes(aheadMs) }))
    const screen = await phone.open(DOOR, query)
    // The cloud takes the code of its slot and the one before; the next one may have begun between answer and look.
    await screen.see('CODE 000')
    expect(screen.words()).toMatch(/CODE000[01]/)
    screen.close()
  })

  test('a code that is no member’s is told in words, and no member is marked', async () => {
    const phone = startPhone(atTheDoor({}), { scanned: 'https://example.org/' })
    const screen = await phone.open(DOOR, query)
    await screen.tap('扫党员的码')
    await screen.see('这不是党员的签到码')
    expect(phone.asked.functions.filter(call => call.data.op === 'attendance.mark')).toEqual([])
    screen.close()
  })
})
