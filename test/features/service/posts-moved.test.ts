import { good, stored } from '../support/attendance'
import { DAY, HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { amend, refusal } from '../support/people'
import { claim, member, publish } from '../support/posts'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

const HERE = { lng: 114.2121, lat: 30.6402 }
const secretary = () => branch.as('demo-secretary')
const inbox = async (openid: string, postId: string) =>
  good(await branch.as(openid).calls('inbox.list', {})).items.filter(one => one.page.includes(postId))
const queue = async (postId: string) => (await stored(branch, 'posts', { _id: postId }))[0]?.queue.map(one => one.memberId)
const nameOf = async (memberId: string) => (await stored(branch, 'members', { _id: memberId }))[0]?.name ?? ''
/** Moves the clock to so many minutes after nine of the first morning. */
let passed = 0
const goTo = async (minutes: number) => {
  await branch.clock.advance((minutes - passed) * MINUTE)
  passed = minutes
}

/** Two posts of two hours one after the other on a day, both held by one person. */
const neighbours = async (day: number, n: number, places = 1) => {
  const lasts = (hour: number) => ({ startsAt: MORNING + day * DAY + hour * HOUR, endsAt: MORNING + day * DAY + (hour + 2) * HOUR, places })
  const put = async (title: string, hour: number) => {
    const place = { name: '小区东门', point: HERE }
    const shifts = [lasts(hour)]
    return good(await secretary().calls('post.publish', { orgId: 'branch-01', kind: '邻里帮', title, place, audience: 'branch', shifts }))
      .postId
  }
  const [first, second] = [await put('义务巡湖', 0), await put('爱心护学', 2)]
  good(await claim(branch, member(n), first))
  good(await claim(branch, member(n), second))
  const startsAt = MORNING + day * DAY + HOUR
  return { first, second, sooner: { shiftId: 's1', startsAt, endsAt: startsAt + 2 * HOUR } }
}

describe('moved into the time of another shift that a volunteer holds', () => {
  test('the organizer hears who, and is asked; nothing is changed', async () => {
    const { first, second, sooner } = await neighbours(10, 1)
    const reply = await secretary().calls('post.change', { postId: second, shifts: [sooner] })
    expect(reply).toMatchObject({ ok: false, code: 'ACTS_STAND', data: { signedIn: 0, onLeave: 0 } })
    expect(!reply.ok && reply.code === 'ACTS_STAND' ? reply.data.clashes : []).toEqual([
      {
        ...{ memberId: 'm-01', name: await nameOf('m-01'), shiftId: 's1' },
        with: { postId: first, shiftId: 's1', title: '义务巡湖', startsAt: MORNING + 10 * DAY, endsAt: MORNING + 10 * DAY + 2 * HOUR },
      },
    ])
    expect((await stored(branch, 'posts', { _id: second }))[0]?.shifts[0]?.startsAt).toBe(MORNING + 10 * DAY + 2 * HOUR)
    expect(await inbox(member(1), second)).toEqual([])
  })

  test('they may keep it: they hear with what it clashes, and the answer says so', async () => {
    const { second, sooner } = await neighbours(11, 2)
    const kept = good(await secretary().calls('post.change', { postId: second, shifts: [sooner], clashing: 'keep' }))
    expect(kept).toMatchObject({ notified: 1, clashes: [{ memberId: 'm-02', with: { title: '义务巡湖' } }] })
    expect(await queue(second)).toEqual(['m-02'])
    expect((await inbox(member(2), second)).map(one => one.text).join()).toMatch(/和您认领的“义务巡湖”.*撞上了/u)
  })

  test('or it is given back for them: they are told, and the next in line has it', async () => {
    const { first, second, sooner } = await neighbours(12, 3)
    good(await claim(branch, member(4), second))
    const change = () => secretary().calls('post.change', { postId: second, shifts: [sooner], clashing: 'release' }, 'release-12')
    expect(good(await change())).toMatchObject({ promoted: 1, released: 1 })
    expect(await queue(second)).toEqual(['m-04'])
    expect(await queue(first)).toEqual(['m-03'])
    expect((await inbox(member(3), second)).map(one => one.text).join()).toContain('已经替您退了')
    expect((await inbox(member(4), second)).map(one => one.kind).sort()).toEqual(['place-is-yours', 'post-changed'])
    expect(good(await change())).toMatchObject({ promoted: 1, released: 1 })
    expect(await inbox(member(3), second)).toHaveLength(1)
    // Their time is free again.
    const other = await publish(branch, { places: 1, day: 12, hour: 2 })
    expect(refusal(await claim(branch, member(3), other.postId))).toBe('done')
  })

  test('who only waits is looked at too; who has no other shift is not asked about', async () => {
    const { second, sooner } = await neighbours(13, 5)
    good(await claim(branch, member(6), second))
    const elsewhere = await publish(branch, { places: 1, day: 13, hour: 1 })
    good(await claim(branch, member(6), elsewhere.postId))
    good(await claim(branch, member(7), second))
    const reply = await secretary().calls('post.change', { postId: second, shifts: [sooner] })
    expect(reply).toMatchObject({ ok: false, data: { clashes: [{ memberId: 'm-05' }, { memberId: 'm-06' }] } })
  })

  test('two shifts of one post that come to lie on each other are found as well', async () => {
    const { postId } = await publish(branch, { places: 1, day: 14, shifts: 2 })
    good(await claim(branch, member(8), postId, 's1'))
    good(await claim(branch, member(8), postId, 's2'))
    const startsAt = MORNING + 14 * DAY
    const both = ['s1', 's2'].map(shiftId => ({ shiftId, startsAt, endsAt: startsAt + HOUR }))
    const reply = await secretary().calls('post.change', { postId, shifts: both })
    expect(reply).toMatchObject({ ok: false, data: { clashes: [{ memberId: 'm-08', shiftId: 's2', with: { postId, shiftId: 's1' } }] } })
    good(await secretary().calls('post.change', { postId, shifts: both, clashing: 'release' }))
    expect((await stored(branch, 'posts', { _id: postId }))[0]?.queue.map(one => one.key)).toEqual(['s1:m-08'])
  })
})

test('hours that two shifts share are credited once, in whichever order people leave them', async () => {
  const { first, second, sooner } = await neighbours(1, 9, 2)
  good(await claim(branch, member(10), first))
  good(await claim(branch, member(10), second))
  good(await secretary().calls('post.change', { postId: second, shifts: [sooner], clashing: 'keep' }))
  const signIn = (n: number, postId: string) => branch.as(member(n)).calls('post.signIn', { postId, point: HERE })
  const signOut = (n: number, postId: string) => branch.as(member(n)).calls('post.signOut', { postId, point: HERE })
  const minutes = async (n: number) => good(await branch.as(member(n)).calls('volunteer.mine', {})).minutes
  // Nine to eleven, and ten to twelve.
  await goTo(24 * 60)
  for (const n of [9, 10]) good(await signIn(n, first))
  await goTo(25 * 60)
  for (const n of [9, 10]) good(await signIn(n, second))
  await goTo(26 * 60)
  expect(good(await signOut(9, first))).toMatchObject({ minutes: 120 })
  await goTo(27 * 60)
  expect(good(await signOut(9, second))).toMatchObject({ minutes: 60 })
  expect(await minutes(9)).toBe(180)
  // Both at once, as two phones of a family might.
  const both = await Promise.all([signOut(10, second), signOut(10, first)])
  expect(both.map(good).every(one => one.first)).toBe(true)
  expect(await minutes(10)).toBe(180)
  const { certificate } = good(await branch.as(member(10)).calls('volunteer.mine', {}))
  expect(certificate.kinds.reduce((sum, one) => sum + one.minutes, 0)).toBe(180)
  // Settled afterwards, nothing is added.
  for (const postId of [first, second]) good(await secretary().calls('post.settle', { postId, shiftId: 's1' }))
  expect([await minutes(9), await minutes(10)]).toEqual([180, 180])
})

describe('moved after a volunteer signed in', () => {
  const later = (day: number) => ({ shiftId: 's1', startsAt: MORNING + day * DAY + 6 * HOUR, endsAt: MORNING + day * DAY + 8 * HOUR })

  test('it is asked; let go, the sign-in stays with the old hours and another is made', async () => {
    const { postId } = await publish(branch, { places: 2, day: 2 })
    for (const n of [20, 21]) good(await claim(branch, member(n), postId))
    await goTo(2 * 24 * 60 - 30)
    good(await branch.as(member(20)).calls('post.signIn', { postId, point: HERE }))
    expect(await secretary().calls('post.change', { postId, shifts: [later(2)] })).toEqual({
      ...{ ok: false, code: 'ACTS_STAND', data: { signedIn: 1, onLeave: 0, clashes: [] } },
    })
    good(await secretary().calls('post.change', { postId, shifts: [later(2)], acts: 'reset' }))
    const mine = async () => good(await branch.as(member(20)).calls('post.get', { postId })).shifts[0]?.mine
    expect((await mine())?.signedInAt).toBeUndefined()
    expect((await inbox(member(20), postId)).map(one => one.text).join()).toContain('请到时候再签一次')
    expect((await inbox(member(21), postId)).map(one => one.text).join()).not.toContain('再签一次')
    await goTo(2 * 24 * 60 + 6 * 60 + 30)
    // Without coming again, none is credited for the new hours.
    good(await branch.as(member(21)).calls('post.signIn', { postId, point: HERE }))
    await goTo(2 * 24 * 60 + 8 * 60 + 1)
    expect(good(await secretary().calls('post.settle', { postId, shiftId: 's1' }))).toEqual({ served: 1, noShow: 1, minutes: 90 })
  })

  test('kept, because the hours had been typed wrongly, it counts for the new ones', async () => {
    const { postId } = await publish(branch, { places: 1, day: 3 })
    good(await claim(branch, member(22), postId))
    await goTo(3 * 24 * 60 - 30)
    good(await branch.as(member(22)).calls('post.signIn', { postId, point: HERE }))
    good(await secretary().calls('post.change', { postId, shifts: [later(3)], acts: 'keep' }))
    await goTo(3 * 24 * 60 + 8 * 60 + 1)
    expect(good(await secretary().calls('post.settle', { postId, shiftId: 's1' }))).toEqual({ served: 1, noShow: 0, minutes: 120 })
  })

  test('fewer places send no volunteer to wait who has signed in', async () => {
    const { postId } = await publish(branch, { places: 3, day: 4 })
    for (const n of [23, 24, 25]) good(await claim(branch, member(n), postId))
    await goTo(4 * 24 * 60 - 30)
    good(await branch.as(member(24)).calls('post.signIn', { postId, point: HERE }))
    const fewer = (places: number) => secretary().calls('post.change', { postId, shifts: [{ shiftId: 's1', places }] })
    expect(await fewer(1)).toEqual({ ok: false, code: 'PLACES_IN_USE', data: { atLeast: 2 } })
    expect(good(await fewer(2)).notified).toBe(3)
  })
})

test('a claim that is noted and not queued yet is in the way of another until it would have been cut off', async () => {
  const [first, second] = await Promise.all([publish(branch, { places: 1, day: 48 }), publish(branch, { places: 1, day: 48 })])
  good(await claim(branch, member(22), first.postId))
  await amend(branch, 'posts', { _id: first.postId }, { queue: [] })
  expect(refusal(await claim(branch, member(22), second.postId))).toBe('SHIFT_OVERLAPS')
  await branch.clock.advance(2 * MINUTE)
  expect(good(await claim(branch, member(22), second.postId))).toEqual({ state: 'held' })
})
