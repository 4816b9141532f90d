import { good, meeting, stored } from '../support/attendance'
import { DAY, HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { claim, publish } from '../support/posts'
import { people } from '../support/people'

let branch: Branch
beforeEach(async () => {
  branch = await startBranch()
})
afterEach(() => branch.close())

const inboxOf = async (openid: string) => good(await branch.as(openid).calls('inbox.list', {})).items

test('a member who withdraws gives back what is still to come: the next in line gets it and is told, the organizer is told of a late one', async () => {
  const goes = branch.as('demo-member-01')
  const next = branch.as('demo-member-02')
  const activityId = await meeting(branch, { capacity: 1, startsAt: MORNING + DAY, endsAt: MORNING + DAY + HOUR })
  const { postId: soon } = await publish(branch, { places: 1, day: 0, hour: 3, title: '今天的班' })
  const { postId: later } = await publish(branch, { places: 1, day: 5, shifts: 2 })
  for (const phone of ['demo-member-01', 'demo-member-02']) {
    good(await branch.as(phone).calls('signup.join', { activityId }))
    good(await claim(branch, phone, soon))
    good(await claim(branch, phone, later, 's1'))
    good(await claim(branch, phone, later, 's2'))
  }

  good(await goes.calls('me.withdraw', {}))
  // The repeated tap, and the family's phone: nothing is left to do.
  good(await goes.calls('me.withdraw', {}))
  expect(good(await branch.as('demo-family-01').calls('me.get', {})).actingFor).toEqual([])

  const [activity] = await stored(branch, 'activities', { _id: activityId })
  expect(activity?.signups.map(one => one.memberId)).toEqual(['m-02'])
  for (const postId of [soon, later]) {
    const [post] = await stored(branch, 'posts', { _id: postId })
    expect(new Set(post?.queue.map(one => one.memberId))).toEqual(new Set(['m-02']))
  }
  expect((await stored(branch, 'members', { _id: 'm-01' }))[0]?.claims).toEqual([])
  const told = (await inboxOf('demo-member-02')).filter(one => one.kind === 'place-is-yours')
  expect(told).toHaveLength(4)
  expect(good(await next.calls('volunteer.mine', {})).holding.map(one => one.state)).toEqual(['held', 'held', 'held'])
  const heard = (await inboxOf('demo-secretary')).filter(one => one.kind === 'post-withdrawn')
  expect(heard.map(one => one.title)).toEqual([expect.stringContaining('今天的班')])
  await branch.clock.advance(2 * MINUTE)
  expect((await inboxOf('demo-member-02')).filter(one => one.kind === 'place-is-yours')).toHaveLength(4)
  expect((await stored(branch, 'activities', { _id: activityId }))[0]).not.toHaveProperty('moves')
})

test('a request owned by a member who withdraws looks for another helper at once', async () => {
  const { requestId } = good(await branch.as('demo-member-36').calls('request.raise', { kind: 'leak' }))
  good(await branch.as(people.liaison.openid).calls('request.accept', { requestId }))
  good(await branch.as(people.liaison.openid).calls('me.withdraw', {}))
  const [request] = await stored(branch, 'requests', { _id: requestId })
  expect(request).toMatchObject({ state: 'waiting', owner: null, rung: 'team' })
  expect((await inboxOf('demo-member-36')).map(one => one.title)).toContain('正在给您换人')
})
