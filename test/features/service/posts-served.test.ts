import { routes } from '../../../core/shared/routes'
import { readSheet } from 'read-excel-file/node'
import { good, stored } from '../support/attendance'
import { DAY, HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { refusal } from '../support/people'
import { claim, member, numbers, publish, withdraw } from '../support/posts'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

const HERE = { lng: 114.2121, lat: 30.6402 }
const secretary = () => branch.as('demo-secretary')
const inbox = async (openid: string, postId: string) =>
  good(await branch.as(openid).calls('inbox.list', {})).items.filter(one => one.page.includes(postId))
const order = async (postId: string) =>
  good(await secretary().calls('post.holders', { postId })).shifts[0]?.holders.map(one => one.memberId)
const codeFor = async (postId: string) => good(await secretary().calls('post.codes', { postId })).codes[0]?.code ?? ''
/** Moves the clock to so many minutes after nine of the first morning. */
let passed = 0
const goTo = async (minutes: number) => {
  await branch.clock.advance((minutes - passed) * MINUTE)
  passed = minutes
}

test('a place offered to a named person passes to them, in the same position, and both are told', async () => {
  const { postId } = await publish(branch, { places: 2, day: 10 })
  for (const n of [1, 2, 3]) good(await claim(branch, member(n), postId))
  const mate = (await stored(branch, 'members', { _id: 'm-05' }))[0]?.name ?? ''
  expect(good(await branch.as(member(1)).calls('post.offer', { postId, shiftId: 's1', toName: mate }))).toEqual({
    state: 'offered',
    to: mate,
  })
  expect((await inbox(member(5), postId)).map(one => one.kind)).toEqual(['place-offered'])
  expect(good(await branch.as(member(5)).calls('volunteer.mine', {})).offered).toMatchObject([{ postId, offeredBy: { memberId: 'm-01' } }])
  expect(good(await branch.as(member(5)).calls('post.get', { postId })).shifts[0]?.offers).toMatchObject([{ fromMemberId: 'm-01' }])
  expect(good(await branch.as(member(6)).calls('post.get', { postId })).shifts[0]?.offers).toEqual([])

  const take = (openid: string) => branch.as(openid).calls('post.takeOver', { postId, shiftId: 's1', fromMemberId: 'm-01' })
  expect(refusal(await take(member(6)))).toBe('ALREADY_TAKEN')
  const taps = await Promise.all([take(member(5)), take(member(5))])
  expect(taps.map(good)).toEqual([{ state: 'held' }, { state: 'held' }])
  expect(await order(postId)).toEqual(['m-05', 'm-02', 'm-03'])
  expect((await inbox(member(1), postId)).map(one => one.kind)).toEqual(['place-taken'])
})

test('a place offered to all goes to exactly one of those who want it; to one who waits, at once', async () => {
  const { postId } = await publish(branch, { places: 1, day: 11 })
  good(await claim(branch, member(1), postId))
  expect(good(await branch.as(member(1)).calls('post.offer', { postId, shiftId: 's1' }))).toEqual({ state: 'offered' })
  const takers = await Promise.all(
    numbers(10, 6).map(n => branch.as(member(n)).calls('post.takeOver', { postId, shiftId: 's1', fromMemberId: 'm-01' })),
  )
  expect(takers.map(refusal).filter(one => one === 'done')).toHaveLength(1)
  expect(takers.map(refusal).filter(one => one === 'ALREADY_TAKEN')).toHaveLength(5)
  expect(await order(postId)).toHaveLength(1)

  const holder = (await order(postId))?.[0]?.replace('m-', 'demo-member-') ?? ''
  good(await claim(branch, member(20), postId))
  expect(good(await branch.as(holder).calls('post.offer', { postId, shiftId: 's1' }))).toEqual({ state: 'given' })
  expect(await order(postId)).toEqual(['m-20'])
  expect((await inbox(member(20), postId)).map(one => one.kind)).toEqual(['place-is-yours'])
  // Those who lost the race are free for another shift at that time.
  const other = await publish(branch, { places: 9, day: 11 })
  for (const n of numbers(10, 6)) good(await claim(branch, member(n), other.postId))
})

test('a volunteer who has a shift at that time cannot take another over', async () => {
  const one = await publish(branch, { places: 1, day: 12 })
  const other = await publish(branch, { places: 1, day: 12 })
  good(await claim(branch, member(1), one.postId))
  good(await claim(branch, member(2), other.postId))
  good(await branch.as(member(1)).calls('post.offer', { postId: one.postId, shiftId: 's1', toMemberId: 'm-02' }))
  const taken = await branch.as(member(2)).calls('post.takeOver', { postId: one.postId, shiftId: 's1', fromMemberId: 'm-01' })
  expect(refusal(taken)).toBe('SHIFT_OVERLAPS')
  good(await branch.as(member(1)).calls('post.offer', { postId: one.postId, shiftId: 's1', back: true }))
  const late = await branch.as(member(3)).calls('post.takeOver', { postId: one.postId, shiftId: 's1', fromMemberId: 'm-01' })
  expect(refusal(late)).toBe('ALREADY_TAKEN')
})

test('a person on no roster registers by the phone WeChat verifies, then claims', async () => {
  const { postId } = await publish(branch, { places: 1, day: 13, audience: 'open' })
  const phone = branch.as('new-volunteer-1')
  expect(refusal(await phone.calls('post.claim', { postId, shiftId: 's1' }))).toBe('UNAUTHENTICATED')
  const phoneCode = await branch.phoneCode('new-volunteer-1', '13912345678')
  const register = () => phone.calls('me.register', { name: '刘洋', phoneCode })
  const { memberId } = good(await register())
  expect((await Promise.all([register(), register()])).map(good)).toEqual([{ memberId }, { memberId }])
  expect(good(await phone.calls('post.claim', { postId, shiftId: 's1' }))).toEqual({ state: 'held' })
  expect(good(await phone.calls('me.get', {})).member).toMatchObject({ name: '刘洋', branchName: '志愿者' })
  const { shifts } = good(await secretary().calls('post.holders', { postId }))
  expect(shifts[0]?.holders).toMatchObject([{ name: '刘洋', volunteer: true, maskedPhone: '139****5678' }])
  expect(await stored(branch, 'members', { phones: '13912345678' })).toHaveLength(1)

  expect(refusal(await branch.as('new-volunteer-2').calls('me.register', { name: '王五', phoneCode: 'nonsense' }))).toBe(
    'PHONE_CODE_INVALID',
  )
})

test('who taps twenty times while the number is looked up is one volunteer, and every tap is answered alike', async () => {
  for (const openid of ['eager-1', 'eager-2', 'eager-3']) {
    const phoneCode = await branch.phoneCode(openid, `1391234000${openid.slice(-1)}`)
    const taps = Array.from({ length: 20 }, () => branch.as(openid).calls('me.register', { name: '刘洋', phoneCode }))
    const memberIds = (await Promise.all(taps)).map(one => good(one).memberId)
    expect([memberIds.length, new Set(memberIds).size]).toEqual([20, 1])
    const registered = await stored(branch, 'audit', { memberId: memberIds[0], what: 'volunteer.registered' })
    expect(registered).toHaveLength(1)
  }
})

test('a volunteer who withdraws leaves no number behind, and may come again', async () => {
  const phone = branch.as('new-volunteer-3')
  const register = async () => {
    const phoneCode = await branch.phoneCode('new-volunteer-3', '13987654321')
    return good(await phone.calls('me.register', { name: '赵敏', phoneCode })).memberId
  }
  const memberId = await register()
  good(await phone.calls('me.withdraw', {}))
  expect(await stored(branch, 'members', { phones: '13987654321' })).toEqual([])
  expect(await register()).toBe(memberId)
  expect(await stored(branch, 'members', { phones: '13987654321' })).toMatchObject([{ _id: memberId, name: '赵敏', bound: true }])
})

test('a person whose phone is on a roster is bound to that member by number and name, not added again', async () => {
  const member66 = (await stored(branch, 'members', { _id: 'm-66' }))[0]
  const phoneCode = await branch.phoneCode('second-phone', member66?.phones[0] ?? '')
  const register = (name: string) => branch.as('second-phone').calls('me.register', { name, phoneCode })
  expect(refusal(await register('随便写的'))).toBe('PHONE_WHO')
  expect(good(await register(member66?.name ?? ''))).toEqual({ memberId: 'm-66' })
})

test('on the day: in by the code, out by place, hours credited once whatever is tapped', async () => {
  const { postId } = await publish(branch, { places: 3, day: 0, hour: 2, shifts: 2 })
  for (const n of [1, 2, 3, 4]) good(await claim(branch, member(n), postId))
  expect(refusal(await claim(branch, member(5), postId, 's2'))).toBe('done')
  const signIn = (n: number, proof: object) => branch.as(member(n)).calls('post.signIn', { postId, ...proof })
  const signOut = (n: number, proof: object) => branch.as(member(n)).calls('post.signOut', { postId, ...proof })

  expect(refusal(await signIn(1, { code: await codeFor(postId) }))).toBe('SIGNIN_NOT_OPEN')
  await goTo(110)
  const code = await codeFor(postId)
  expect(refusal(await signIn(1, { code: 'ZZZZZZZZ' }))).toBe('SIGNIN_CODE_INVALID')
  expect(refusal(await signIn(1, { point: { lng: 114.3, lat: 30.6 } }))).toBe('SIGNIN_TOO_FAR')
  expect(refusal(await signIn(4, { code }))).toBe('NOT_HOLDING')
  const taps = (await Promise.all([1, 2, 3].map(() => signIn(1, { code })))).map(good)
  expect(taps.filter(one => one.first)).toHaveLength(1)
  expect(taps.map(one => [one.shiftId, one.at])).toEqual(taps.map(() => ['s1', MORNING + 110 * MINUTE]))
  good(await signIn(2, { point: HERE }))
  expect(refusal(await signOut(3, { code }))).toBe('SIGNIN_NOT_OPEN')

  await goTo(150)
  expect(refusal(await claim(branch, member(6), postId))).toBe('POST_CLOSED')
  expect(refusal(await withdraw(branch, member(1), postId, 's1', '累了'))).toBe('POST_CLOSED')
  const out = (await Promise.all([1, 2, 3, 4].map(() => signOut(1, { point: HERE })))).map(good)
  expect(out.filter(one => one.first)).toHaveLength(1)
  expect(out.map(one => one.minutes)).toEqual([30, 30, 30, 30])
  const mine = good(await branch.as(member(1)).calls('volunteer.mine', {}))
  expect(mine).toMatchObject({
    minutes: 30,
    minutesThisYear: 30,
    times: 1,
    certificate: { times: 1, kinds: [{ kind: '邻里帮', times: 1, minutes: 30 }] },
  })
  expect(good(await branch.as(member(1)).calls('post.get', { postId })).shifts[0]?.mine).toMatchObject({ state: 'held', minutes: 30 })

  expect(refusal(await secretary().calls('post.settle', { postId, shiftId: 's1' }))).toBe('SHIFT_NOT_OVER')
  await goTo(185)
  // Member 2 forgot to sign out, member 3 never came.
  const settle = (served?: string[]) => secretary().calls('post.settle', { postId, shiftId: 's1', ...(served ? { served } : {}) })
  expect((await Promise.all([settle(), settle()])).map(good)).toEqual([1, 2].map(() => ({ served: 2, noShow: 1, minutes: 90 })))
  expect(good(await signOut(2, { point: HERE }))).toMatchObject({ minutes: 60, first: false })
  expect(good(await settle(['m-03']))).toEqual({ served: 3, noShow: 0, minutes: 150 })
  expect(good(await branch.as(member(2)).calls('volunteer.mine', {})).minutes).toBe(60)
})

test('afterwards: feedback with photos, thanks told once, the duty list', async () => {
  const postId = (await stored(branch, 'services', { memberId: 'm-01' }))[0]?.postId ?? ''
  const photo = await branch.upload('photo.jpg', Buffer.from('a photo'))
  good(await branch.as(member(1)).calls('post.feedback', { postId, text: '老邻居很高兴', photoFileIds: [photo] }))
  expect(refusal(await branch.as(member(9)).calls('post.feedback', { postId, text: '我也来了', photoFileIds: [] }))).toBe('NOT_HOLDING')
  const { feedback } = good(await secretary().calls('post.holders', { postId }))
  expect(feedback).toMatchObject([{ memberId: 'm-01', text: '老邻居很高兴', photoFileIds: [photo] }])
  expect(good(await branch.as(member(1)).calls('post.get', { postId })).myFeedback?.text).toBe('老邻居很高兴')

  const thanks = await Promise.all([1, 2].map(() => secretary().calls('post.thank', { postId, text: '辛苦了' })))
  expect(thanks.map(good)).toEqual([{ thanked: 3 }, { thanked: 3 }])
  expect((await inbox(member(1), postId)).map(one => one.kind)).toEqual(['post-thanks'])

  const { url } = good(await secretary().calls('post.dutyList', { postId }))
  const rows = await readSheet(Buffer.from(await (await fetch(url)).arrayBuffer()), 1)
  expect(rows[0]).toContain('签名')
  expect(rows).toHaveLength(1 + 4 + 3)
  expect(rows.map(row => row[4])).toEqual(expect.arrayContaining(['在岗', '候补1', '空缺']))
})

test('too few hands near its time: the organizer is told once, in daytime, and finds it on the list', async () => {
  const { postId } = await publish(branch, { places: 2, day: 3, hour: 1, title: '义务巡湖' })
  const full = await publish(branch, { places: 1, day: 3, hour: 1 })
  good(await claim(branch, member(50), postId))
  good(await claim(branch, member(51), full.postId))
  const risk = async () => good(await secretary().calls('post.list', { scope: 'risk' })).items.map(one => one.postId)
  expect(await risk()).not.toContain(postId)
  await goTo((DAY * 2 + HOUR + MINUTE) / MINUTE)
  expect(await risk()).toContain(postId)
  expect(await risk()).not.toContain(full.postId)
  expect((await inbox('demo-secretary', postId)).map(one => one.text)).toEqual([expect.stringContaining('要2人，现在有1人')])
  await goTo((DAY * 2 + 23 * HOUR) / MINUTE)
  expect(await inbox('demo-secretary', postId)).toHaveLength(1)
  expect(await inbox('demo-secretary', full.postId)).toEqual([])
})

test('a card in a chat counts the places, turns full, and ends', async () => {
  const { postId } = await publish(branch, { places: 2, day: 4, hour: 1 })
  const share = async (openid: string) => good(await branch.as(openid).calls('post.card', { postId }))
  const card = await share('demo-secretary')
  expect(card).toMatchObject({ memberCount: 0, roomLimit: 2, templateId: '666F374D69D16C932E45D7E7D9F10CEF6177F5F5' })
  expect((await share(member(1))).activityId).toBe(card.activityId)
  const shows = async (activityId: string) => {
    const response = await fetch(`${branch.url}/chat`)
    const { items } = (await response.json()) as { items: { activityId?: string; card?: { state: number; memberCount?: string } }[] }
    return items.find(one => one.activityId === activityId)?.card
  }
  const forward = (activityId: string) =>
    fetch(`${branch.url}/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-openid': 'demo-secretary' },
      body: JSON.stringify({ title: '缺两个人', path: routes.post({ id: postId }), activityId }),
    })
  await forward(card.activityId)
  good(await claim(branch, member(60), postId))
  expect(await shows(card.activityId)).toMatchObject({ state: 0, memberCount: '1', roomLimit: '2' })
  good(await claim(branch, member(61), postId))
  expect(await shows(card.activityId)).toMatchObject({ state: 1 })
  // A card cannot go back; when a place comes free again, the next share is another card.
  good(await withdraw(branch, member(61), postId))
  const next = await share('demo-secretary')
  expect(next.activityId).not.toBe(card.activityId)
  await forward(next.activityId)
  expect(await shows(next.activityId)).toMatchObject({ state: 0, memberCount: '1', roomLimit: '2' })
  good(await secretary().calls('post.cancel', { postId }))
  expect(await shows(next.activityId)).toMatchObject({ state: 2 })
})
