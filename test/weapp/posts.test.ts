/** @jest-environment jsdom */
import type { Contract } from '../../core/contract'
import type { Output } from '../../core/shared/operation'
import { good, meNow, person, secretaryNow } from './support/answers'
import { startPhone, until } from './support/phone'
import type { Answers } from './support/wechat'
import { routes } from '../../core/shared/routes'

type Post = Output<Contract['post.get']>
type Mine = Post['shifts'][number]['mine']

const CARD = routes.post.path
const HOUR = 3_600_000
const id = 'post-1'

const post = (mine: Mine, left: number): Post => {
  const startsAt = Date.now() + 48 * HOUR
  return {
    postId: id,
    orgId: 'branch-1',
    orgName: '第一党支部',
    kind: '爱心护学',
    title: '早上护学岗',
    place: { name: '实验小学东门' },
    audience: 'open',
    state: 'published',
    bring: '红袖章',
    body: '',
    deadline: null,
    contact: mine ? { name: '赵国栋', phone: '13700008888' } : null,
    teamIds: [],
    shifts: [
      {
        shiftId: 's1',
        startsAt,
        endsAt: startsAt + HOUR,
        places: 2,
        left,
        waiting: 0,
        state: left > 0 ? 'open' : 'full',
        mine,
        offers: [],
        atRisk: false,
      },
    ],
    may: ['claim'],
    thanks: null,
    myFeedback: null,
  }
}

/** The cloud of a post with two places: who claims, holds one. */
const cloudOf = (change: Answers = {}): Answers => {
  let mine: Mine = null
  return {
    'me.get': () => good('me.get', meNow()),
    'post.get': () => good('post.get', post(mine, mine ? 1 : 2)),
    'post.card': () =>
      good('post.card', { activityId: 'act', templateId: 'tpl', expiresAt: Date.now() + HOUR, memberCount: 0, roomLimit: 2 }),
    'post.claim': () => {
      mine = { state: 'held' }
      return good('post.claim', { state: 'held' })
    },
    ...change,
  }
}

describe('the picture of a post’s card, as compiled for WeChat', () => {
  test('is drawn as the card is sent, with the places that are left at that moment', async () => {
    const phone = startPhone(cloudOf())
    const screen = await phone.open(CARD, { id })
    await screen.see('还剩 2 个名额')
    const card = screen.share()
    expect(card).toMatchObject({ title: '早上护学岗，还剩 2 个名额', path: `/${routes.post({ id })}` })
    const promised: unknown = typeof card === 'object' && card !== null && 'promise' in card ? await card.promise : undefined
    expect(promised).toMatchObject({ title: '早上护学岗，还剩 2 个名额', imageUrl: 'wxfile://drawn.png' })
    expect(phone.asked.drawn).toEqual(expect.arrayContaining(['早上护学岗', '实验小学东门', '还剩 2 个名额']))
    screen.close()
  })
})

describe('the card of a post, as compiled for WeChat and opened cold from a group chat', () => {
  test('says what, where and how many places are left, and one tap claims with the chat it came from', async () => {
    const phone = startPhone(cloudOf(), { group: 'group-cloud-id' })
    const screen = await phone.open(CARD, { id })
    await screen.see('早上护学岗')
    await screen.see('实验小学东门')
    await screen.see('还剩 2 个名额')
    const before = phone.asked.order.length
    await screen.tap('我来')
    await screen.see('认领好了 ✓')
    expect(phone.asked.order.slice(before).filter(one => one !== 'post.get' && one !== 'post.card')).toEqual([
      'requestSubscribeMessage',
      'getGroupEnterInfo',
      'post.claim',
    ])
    const [claim] = phone.asked.functions.filter(call => call.data.op === 'post.claim')
    expect(claim).toEqual({
      name: 'api',
      data: {
        op: 'post.claim',
        input: { postId: id, shiftId: 's1' },
        commandId: claim?.data.commandId,
        group: { cloudID: 'group-cloud-id' },
        accepted: ['place-is-yours', 'activity-change', 'place-offered'],
      },
    })
    expect(claim?.data.commandId).toMatch(/^[A-Za-z0-9_-]{6,64}$/)
    await screen.tap('知道了')
    await screen.see('红袖章')
    await screen.tap('打电话给赵国栋')
    expect(phone.asked.dialled).toEqual(['13700008888'])
    screen.close()
  })

  test('asks a newcomer for a name and WeChat’s phone number, and then claims by itself', async () => {
    let known = false
    const me = () => good('me.get', meNow({ member: known ? person : null }))
    const phone = startPhone(
      cloudOf({
        'me.get': me,
        'me.register': () => {
          known = true
          return good('me.register', { memberId: person.memberId })
        },
      }),
    )
    const screen = await phone.open(CARD, { id })
    await screen.see('还剩 2 个名额')
    await screen.tap('我来')
    await screen.see('您的姓名')
    await screen.type('您的姓名', '周小明')
    await screen.answer('用我的微信手机号', 'getphonenumber', { code: 'phone-code' })
    await screen.see('认领好了 ✓')
    const inputs = phone.asked.functions.filter(call => ['me.register', 'post.claim'].includes(call.data.op)).map(call => call.data.input)
    expect(inputs).toEqual([
      { name: '周小明', phoneCode: 'phone-code' },
      { postId: id, shiftId: 's1' },
    ])
    screen.close()
  })

  test('prepares a card that counts by itself before it is forwarded', async () => {
    const phone = startPhone(cloudOf())
    const screen = await phone.open(CARD, { id })
    await screen.see('转发到微信群')
    await screen.see('还剩 2 个名额')
    await until(
      () => 'a card that counts',
      () => phone.asked.menus.length > 0,
    )
    expect(phone.asked.menus[0]).toMatchObject({
      isUpdatableMessage: true,
      activityId: 'act',
      templateInfo: {
        templateId: 'tpl',
        parameterList: [
          { name: 'member_count', value: '0' },
          { name: 'room_limit', value: '2' },
        ],
      },
    })
    screen.close()
  })
})

describe('changing a post that is out, as compiled for WeChat', () => {
  const held = { memberId: 'm-1', name: '李大爷', at: Date.now(), volunteer: false, service: null }
  const cloud = () => {
    const { shifts, ...rest } = post(null, 1)
    const run = shifts.map(shift => ({ ...shift, holders: [{ ...held, state: 'held' as const }] }))
    return cloudOf({
      'me.get': () => good('me.get', secretaryNow()),
      'post.get': () => good('post.get', { ...rest, shifts, may: ['claim', 'change', 'cancel', 'settle', 'thank'] }),
      'post.holders': () => good('post.holders', { shifts: run, withdrawn: [], feedback: [] }),
      'activity.list': () => good('activity.list', { items: [], cursor: null }),
      'post.change': () => good('post.change', { notified: 1, promoted: 0, shiftIds: ['s1'] }),
    })
  }

  test('asks for exactly what is different, after it was shown with who will be told', async () => {
    const phone = startPhone(cloud())
    const screen = await phone.open(routes.changePost.path, { postId: id })
    await screen.see('还没有改动')
    await screen.type('要几个人', '3')
    await screen.type('地点', '实验小学西门')
    await screen.tap('看看改了什么')
    await screen.see('原来：实验小学东门')
    await screen.see('改成：3 人')
    await screen.see('李大爷')
    await screen.tap('改好了，告诉1人')
    await screen.see('已告诉 1 位同志')
    const [change] = phone.asked.functions.filter(call => call.data.op === 'post.change')
    expect(change?.data.input).toEqual({
      postId: id,
      place: { name: '实验小学西门' },
      shifts: [{ shiftId: 's1', places: 3 }],
    })
    screen.close()
  })
})
