/** @jest-environment jsdom */
import type { Contract } from '../../core/contract'
import { addDays, dateOf, instantOf } from '../../core/shared/calendar'
import type { Output, RawInput } from '../../core/shared/operation'
import { routes } from '../../core/shared/routes'
import { good, meNow, morning, partyDay, secretaryNow } from './support/answers'
import { type Screen, startPhone, until } from './support/phone'
import type { Answers } from './support/wechat'

type Holders = Output<Contract['post.holders']>
type Shift = Holders['shifts'][number]
type Holder = Shift['holders'][number]

const HOUR = 3_600_000
const MINUTE = 60_000

const sent = (phone: ReturnType<typeof startPhone>, op: string) =>
  phone.asked.functions.filter(call => call.data.op === op).map(call => call.data)

/** Waits until these words are no longer there. */
const gone = (screen: Screen, words: string) =>
  until(
    () => `“${words}” gone; the screen says: ${screen.words()}`,
    () => !screen.words().includes(words),
  )

describe('an activity is moved after people signed in, as compiled for WeChat', () => {
  /** The form has one day: what is changed in it must not go on past midnight, at whatever hour this is played. */
  const tomorrow = (time: string) => instantOf(addDays(dateOf(Date.now()), 1), time)
  const desk = (): Answers =>
    morning(() => partyDay({ may: ['change', 'cancel', 'record', 'remind'], startsAt: tomorrow('09:00'), endsAt: tomorrow('11:00') }), {
      'me.get': () => good('me.get', secretaryNow()),
      'activity.change': input => {
        const { acts } = input as RawInput<Contract['activity.change']>
        return acts === undefined
          ? { ok: false, code: 'ACTS_STAND', data: { signedIn: 3, onLeave: 1, clashes: [] } }
          : good('activity.change', { notified: 38, ...(acts === 'reset' ? { reset: 4 } : {}) })
      },
    })

  test('the secretary hears how many, says what becomes of it, and only then it is changed', async () => {
    const phone = startPhone(desk())
    const screen = await phone.open(routes.publish.path, { activityId: 'act-1' })
    await screen.type('名称', '主题党日（改期）')
    await screen.tap('改好了，告诉大家')
    await screen.see('原来的时间已经有 3 人签到、1 人请假')
    await screen.see('请先选一下签到怎么算')
    await screen.answer('只算原来那一次', 'tap', {})
    await screen.tap('改好了，告诉大家')
    await screen.see('原来签到、请假的 4 人，会请他们按新的时间重新来')
    const [first, second, ...more] = sent(phone, 'activity.change')
    expect(more).toEqual([])
    expect(second?.input).toEqual({ ...(first?.input as object), acts: 'reset' })
    expect(second?.commandId).not.toBe(first?.commandId)
    screen.close()
  })

  test('another change is asked about again: what was answered for one says nothing of the other', async () => {
    const phone = startPhone(desk())
    const screen = await phone.open(routes.publish.path, { activityId: 'act-1' })
    await screen.type('名称', '主题党日（改期）')
    await screen.tap('改好了，告诉大家')
    await screen.answer('照样算数', 'tap', {})
    await screen.type('名称', '主题党日（再改）')
    await screen.tap('改好了，告诉大家')
    await screen.see('请先选一下签到怎么算')
    expect(sent(phone, 'activity.change').map(({ input }) => (input as { acts?: string }).acts)).toEqual([undefined, undefined])
    screen.close()
  })

  test('too few places for those who are in: the number that is needed is said', async () => {
    const phone = startPhone({
      ...desk(),
      'activity.change': () => ({ ok: false, code: 'PLACES_IN_USE', data: { atLeast: 12 } }),
    })
    const screen = await phone.open(routes.publish.path, { activityId: 'act-1' })
    await screen.type('名称', '主题党日（改期）')
    await screen.tap('改好了，告诉大家')
    await screen.see('请把名额改成 12 人，或者更多')
    screen.close()
  })
})

/** A post with one shift that began an hour ago: one who holds it and has not come, one who waits. */
const running = (holders: readonly Holder[], change: Partial<Shift> = {}): Answers => {
  const startsAt = Date.now() - HOUR
  const times = { startsAt, endsAt: startsAt + 3 * HOUR }
  const figures = { shiftId: 's1', ...times, places: 1, left: 0, waiting: 1, state: 'closed' as const, atRisk: false, ...change }
  return {
    'me.get': () => good('me.get', secretaryNow()),
    'activity.list': () => good('activity.list', { items: [], cursor: null }),
    'post.holders': () => good('post.holders', { shifts: [{ ...figures, holders: [...holders] }], withdrawn: [], feedback: [] }),
    'post.get': () =>
      good('post.get', {
        ...{ postId: 'post-1', orgId: 'branch-1', orgName: '第一党支部', kind: '爱心护学', title: '早上护学岗' },
        ...{ place: { name: '实验小学东门' }, audience: 'open', state: 'published', bring: '', body: '', deadline: null, contact: null },
        ...{ teamIds: [], thanks: null, myFeedback: null, may: ['claim', 'change', 'cancel', 'settle', 'thank'] },
        shifts: [{ ...figures, mine: null, offers: [] }],
      }),
    'post.resolve': () => good('post.resolve', { state: 'in', minutes: 0 }),
  }
}
const held: Holder = { memberId: 'm-1', name: '李大爷', at: Date.now(), volunteer: false, service: null, state: 'held' }
const waiting: Holder = { ...held, memberId: 'm-2', name: '张阿姨', state: 'waiting', position: 1 }

describe('what happened on the spot, told on the organizer’s phone', () => {
  test('who waits stands in for the one who did not come, with the reason', async () => {
    const phone = startPhone(running([held, waiting]))
    const screen = await phone.open(routes.runPost.path, { postId: 'post-1' })
    await screen.tap('来替班了：张阿姨')
    await screen.tap('记好了')
    await screen.see('请选一项')
    await screen.see('请写一句为什么')
    await screen.answer('来替班了，还在岗', 'tap', {})
    await gone(screen, '请选一项')
    await screen.type('为什么这样记（要写）', '李大爷没来，张阿姨顶上')
    await gone(screen, '请写一句为什么')
    expect(screen.words()).not.toContain('没有来')
    await screen.tap('记好了')
    await gone(screen, '记好了')
    expect(sent(phone, 'post.resolve').map(({ input }) => input)).toEqual([
      { postId: 'post-1', shiftId: 's1', memberId: 'm-2', state: 'in', reason: '李大爷没来，张阿姨顶上' },
    ])
    screen.close()
  })

  test('signed out by mistake: the hours are given as they were, and what was said before is shown', async () => {
    const signedInAt = Date.now() - HOUR
    const corrected = { by: '赵国栋', at: Date.now(), reason: '按错了' }
    const service = { state: 'served' as const, signedInAt, signedOutAt: signedInAt + 5 * MINUTE, minutes: 5, corrected }
    const phone = startPhone(running([{ ...held, service }]))
    const screen = await phone.open(routes.runPost.path, { postId: 'post-1' })
    await screen.see('赵国栋刚刚记的：按错了')
    await screen.tap('改一改：李大爷')
    await screen.type('为什么这样记（要写）', '按错了签退，人一直在')
    await screen.answer('来过', 'tap', {})
    await screen.see('从几点到几点')
    await screen.tap('记好了')
    await gone(screen, '记好了')
    // From their sign-in until now: that is what the cloud takes where nothing else is said.
    expect(sent(phone, 'post.resolve').map(({ input }) => input)).toEqual([
      { postId: 'post-1', shiftId: 's1', memberId: 'm-1', state: 'served', reason: '按错了签退，人一直在' },
    ])
    screen.close()
  })

  test('called off while it ran: it says until when it counts, and who came can still be written down', async () => {
    const service = { state: 'served' as const, signedInAt: Date.now() - HOUR, minutes: 60 }
    const phone = startPhone(
      running(
        [
          { ...held, service },
          { ...held, memberId: 'm-3', name: '周小明' },
        ],
        { state: 'cancelled', endedAt: Date.now() - MINUTE },
      ),
    )
    const screen = await phone.open(routes.runPost.path, { postId: 'post-1' })
    await screen.see('取消了，到那时为止的照记')
    await screen.see('服务 1小时')
    await screen.see('记一下谁来了')
    screen.close()
  })

  test('before the door opens there is nothing to tell', async () => {
    const startsAt = Date.now() + 3 * HOUR
    const phone = startPhone(running([held], { startsAt, endsAt: startsAt + HOUR, state: 'full' }))
    const screen = await phone.open(routes.runPost.path, { postId: 'post-1' })
    await screen.see('李大爷')
    await screen.see('取消整个岗位')
    expect(screen.words()).not.toContain('改一改')
    expect(screen.words()).not.toContain('替班')
    screen.close()
  })

  test('the stand-in, who is in no place, can sign out', async () => {
    const mine = { state: 'waiting' as const, position: 1, signedInAt: Date.now() - MINUTE }
    const answers = running([held, waiting])
    const phone = startPhone({
      ...answers,
      'me.get': () => good('me.get', meNow()),
      'post.get': input => {
        const answer = answers['post.get']?.(input)
        if (!answer?.ok) throw new Error('the post is there')
        return good('post.get', { ...answer.data, may: ['claim'], shifts: answer.data.shifts.map(shift => ({ ...shift, mine })) })
      },
    })
    const screen = await phone.open(routes.post.path, { id: 'post-1' })
    await screen.see('扫码签退')
    screen.close()
  })
})

describe('a shift is moved into the time of another that a volunteer holds', () => {
  const start = Date.now() + 48 * HOUR
  const clash = {
    ...{ memberId: 'm-1', name: '李大爷', shiftId: 's1' },
    with: { postId: 'post-2', shiftId: 's1', title: '义务巡湖', startsAt: start, endsAt: start + HOUR },
  }
  const cloud = (): Answers => ({
    ...running([held], { startsAt: start, endsAt: start + HOUR, state: 'full' }),
    'post.change': input => {
      const { clashing } = input as RawInput<Contract['post.change']>
      if (clashing === undefined) return { ok: false, code: 'ACTS_STAND', data: { signedIn: 0, onLeave: 0, clashes: [clash] } }
      return good('post.change', {
        notified: 1,
        promoted: 0,
        shiftIds: ['s1'],
        ...(clashing === 'keep' ? { clashes: [clash] } : { released: 1 }),
      })
    },
  })
  const change = async (words: string) => {
    const phone = startPhone(cloud())
    const screen = await phone.open(routes.changePost.path, { postId: 'post-1' })
    await screen.type('名称', '早上护学岗（改）')
    await screen.tap('看看改了什么')
    await screen.tap('改好了，告诉1人')
    await screen.see('1 人和另一个班撞上')
    await screen.see('“义务巡湖”')
    await screen.see('请先在上面选一下')
    await screen.answer(words, 'tap', {})
    await screen.tap('改好了，告诉1人')
    await screen.see('已经改好')
    return { phone, screen }
  }

  test('they keep it: their names stay on the screen, to be phoned', async () => {
    const { phone, screen } = await change('先留着')
    await screen.see('1 人现在撞了班')
    await screen.see('李大爷')
    expect(sent(phone, 'post.change').map(({ input }) => (input as { clashing?: string }).clashing)).toEqual([undefined, 'keep'])
    screen.close()
  })

  test('it is given back for them', async () => {
    const { phone, screen } = await change('替他们退了')
    await screen.see('撞了班的 1 位，已经替他们退了这一班')
    expect(sent(phone, 'post.change').map(({ input }) => (input as { clashing?: string }).clashing)).toEqual([undefined, 'release'])
    screen.close()
  })
})
