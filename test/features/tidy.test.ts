import type { RosterPreview } from '../../cloudfunctions/features/people/roster/documents'
import { good, PARTY_DAY, put, stored } from './support/attendance'
import { DAY, HOUR, MORNING, startBranch, type Branch } from './support/branch'
import { people, refusal } from './support/people'
import { claim, publish } from './support/posts'

let branch: Branch
beforeEach(async () => {
  branch = await startBranch()
})
afterEach(() => branch.close())

const secretary = () => branch.as('demo-secretary')
const inboxOf = async (openid: string) => good(await branch.as(openid).calls('inbox.list', {})).items.map(one => one.kind)

test('an activity that is over is not cancelled, and no member hears a word', async () => {
  await branch.clock.advance(DAY)
  expect(refusal(await secretary().calls('activity.cancel', { activityId: PARTY_DAY }))).toBe('ACTIVITY_OVER')
  expect((await stored(branch, 'activities', { _id: PARTY_DAY }))[0]?.state).toBe('published')
  expect(await inboxOf('demo-member-01')).not.toContain('activity-cancelled')
})

test('a cancellation sent again after the end goes on where it was cut off', async () => {
  good(await secretary().calls('activity.cancel', { activityId: PARTY_DAY }, 'cancel-1'))
  await branch.clock.advance(DAY)
  good(await secretary().calls('activity.cancel', { activityId: PARTY_DAY }, 'cancel-1'))
  expect(good(await secretary().calls('activity.cancel', { activityId: PARTY_DAY }, 'cancel-2'))).toEqual({ notified: 0 })
})

test('of a post what is over stays; what is to come can still be cancelled', async () => {
  const { postId } = await publish(branch, { places: 2, day: 0, hour: 1, shifts: 2 })
  good(await claim(branch, 'demo-member-05', postId))
  await branch.clock.advance(2 * HOUR)
  expect(refusal(await secretary().calls('post.cancel', { postId, shiftId: 's1' }))).toBe('POST_OVER')
  good(await secretary().calls('post.cancel', { postId, shiftId: 's2' }))
  await branch.clock.advance(2 * HOUR)
  expect(refusal(await secretary().calls('post.cancel', { postId }))).toBe('POST_OVER')
  expect(await inboxOf('demo-member-05')).not.toContain('post-cancelled')
})

test('a mark always says why', async () => {
  const mark = (state: 'present' | 'leave' | 'absent', reason: string) =>
    secretary().calls('attendance.mark', {
      activityId: PARTY_DAY,
      marks: [{ memberId: 'm-05', state, at: MORNING, nonce: `n-${state}`, reason }],
    })
  for (const state of ['present', 'leave', 'absent'] as const)
    expect(await mark(state, '  ')).toMatchObject({ ok: false, code: 'INVALID_INPUT' })
  expect(await stored(branch, 'attendance', { _id: `${PARTY_DAY}:m-05` })).toEqual([])
  good(await mark('leave', '看病'))
})

test('a title is kept on one line, without invisible characters', async () => {
  const { postId } = await publish(branch, { places: 1, title: '护\u0000学\n岗\u202E' })
  expect(good(await secretary().calls('post.get', { postId })).title).toBe('护学 岗')
})

test('a cursor that no list gave is refused by every list alike', async () => {
  const cursor = 'nonsense'
  const replies = await Promise.all([
    secretary().calls('roster.list', { branchId: 'branch-01', cursor }),
    secretary().calls('activity.list', { cursor }),
    secretary().calls('post.list', { scope: 'run', cursor }),
    secretary().calls('request.desk', { orgId: 'branch-01', lane: 'unowned', cursor }),
    secretary().calls('request.mine', { cursor }),
    secretary().calls('request.rows', { orgId: 'branch-01', month: '2026-11', cursor }),
    secretary().calls('request.export', { orgId: 'branch-01', month: '2026-11', cursor }),
    secretary().calls('org.children', { orgId: 'branch-01', cursor }),
    secretary().calls('inbox.list', { cursor }),
  ])
  expect(replies).toEqual(replies.map(() => ({ ok: false, code: 'INVALID_INPUT', data: { paths: ['cursor'] } })))
})

test('a preview is forgotten by the timer a day after it was made', async () => {
  const preview = (id: string, createdAt: number): RosterPreview => ({
    _id: id,
    orgId: 'branch-01',
    path: '/',
    byBranch: false,
    branches: [],
    ignored: [],
    unread: [],
    createdBy: { openid: 'demo-secretary', memberId: people.secretary.memberId, name: '' },
    createdAt,
  })
  await put(branch, 'roster-previews', preview('old', MORNING - DAY))
  await put(branch, 'roster-previews', preview('new', MORNING))
  await branch.clock.advance(HOUR)
  expect((await stored(branch, 'roster-previews', { createdAt: { $gte: 0 } })).map(one => one._id)).toEqual(['new'])
})
