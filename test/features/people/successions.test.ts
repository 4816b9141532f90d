import { good, meeting, put, stored } from '../support/attendance'
import { DAY, HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { post } from '../support/inputs'
import { amend, people, refusal } from '../support/people'

let branch: Branch
beforeEach(async () => {
  branch = await startBranch()
})
afterEach(() => branch.close())

/** A whole branch goes over in it, and the timer works it all out again. */
const SLOW = 180_000

const as = (openid: string) => branch.as(openid)
const act = { on: '2026-11-20', reason: '人数少了，就近合并', documentNo: '长青街〔2026〕18号' }
const merge = (openid: string, orgId: string, intoOrgId: string, commandId?: string) =>
  as(openid).calls('org.merge', { orgId, intoOrgId, ...act }, commandId)
const [OURS, THEIRS] = ['branch-01', 'branch-02']

test(
  'a branch goes over to another with everything under way, and what happened stays where it happened',
  async () => {
    const held = await meeting(branch, { kind: 'party-day', title: '十月主题党日' })
    await amend(branch, 'activities', { _id: held }, { startsAt: MORNING - 20 * DAY, endsAt: MORNING - 20 * DAY + HOUR })
    const by = { openid: 'demo-secretary', memberId: people.secretary.memberId, name: '书记' }
    await put(branch, 'attendance', {
      ...{ _id: `${held}:m-04`, activityId: held, memberId: 'm-04', state: 'present', way: 'proxy', late: false, by },
      history: [],
      at: MORNING - 20 * DAY,
    })
    const ahead = await meeting(branch, { title: '冬至座谈', startsAt: MORNING + 9 * DAY, endsAt: MORNING + 9 * DAY + HOUR })
    const { requestId } = good(await as('demo-member-04').calls('request.raise', { kind: 'water' }))
    good(await as(people.liaison.openid).calls('request.accept', { requestId }))
    const { postId } = good(await as('demo-secretary').calls('post.publish', { ...post, orgId: OURS }))
    good(await as('demo-member-20').calls('post.claim', { postId, shiftId: 's1' }))
    await branch.clock.advance(2 * MINUTE)
    const members = await stored(branch, 'members', { branchId: OURS, state: 'active' })
    const ofOurs = { 'elders.memberId': { $in: members.map(one => one._id) } }
    const [pairs, visits, care] = await Promise.all([
      stored(branch, 'caseloads', ofOurs),
      stored(branch, 'visits', { branchId: OURS, state: 'due' }),
      stored(branch, 'care-contacts', { branchId: OURS, on: true }),
    ])
    expect([pairs.length, visits.length, care.length].every(count => count > 0)).toBe(true)

    const count = members.length
    expect(good(await merge('demo-street', OURS, THEIRS, 'merge-once'))).toEqual({ moved: count })
    expect(good(await merge('demo-street', OURS, THEIRS, 'merge-once'))).toEqual({ moved: count })
    expect(good(await merge('demo-bureau', OURS, THEIRS))).toEqual({ moved: count })

    // The closed branch points on; the other way round there is nothing to merge any more.
    expect(good(await as('demo-street').calls('org.get', { orgId: OURS }))).toMatchObject({ closed: true, mergedInto: THEIRS })
    expect(refusal(await merge('demo-street', THEIRS, OURS))).toBe('CONFLICT')
    expect((await stored(branch, 'members', { branchId: OURS, state: 'active' })).length).toBe(0)

    // Nothing under way has a gap: the same helper, holder, pairs, visits and clocks.
    const [request] = await stored(branch, 'requests', { _id: requestId })
    expect(request).toMatchObject({ branchId: THEIRS, owner: { memberId: people.liaison.memberId }, state: 'accepted' })
    const other = as('demo-other-secretary')
    expect(good(await other.calls('request.desk', { orgId: THEIRS, lane: 'running' })).items.map(one => one.requestId)).toContain(requestId)
    const [running] = await stored(branch, 'posts', { _id: postId })
    expect(running).toMatchObject({ branchId: THEIRS, orgId: THEIRS, queue: [{ memberId: 'm-20' }] })
    const same = (rows: readonly { _id: string }[]) => rows.map(one => one._id).sort()
    const after = await Promise.all([
      stored(branch, 'caseloads', ofOurs).then(rows => rows.filter(one => one.branchId === OURS)),
      stored(branch, 'visits', { branchId: OURS, state: 'due' }),
      stored(branch, 'care-contacts', { branchId: OURS }),
    ])
    expect(after).toEqual([[], [], []])
    expect(same(await stored(branch, 'visits', { branchId: THEIRS, state: 'due' }))).toEqual(expect.arrayContaining(same(visits)))
    for (const one of care)
      expect((await stored(branch, 'care-contacts', { _id: one._id }))[0]).toMatchObject({ branchId: THEIRS, dueAt: one.dueAt })
    for (const one of pairs) expect((await stored(branch, 'caseloads', { _id: one._id }))[0]?.elders.length).toBe(one.elders.length)

    // The timer works out nothing that was there before, and takes nothing away.
    await branch.clock.advance(3 * MINUTE)
    const kept = await stored(branch, 'visits', { branchId: THEIRS, state: 'due' })
    expect(same(kept)).toEqual(expect.arrayContaining(same(visits)))
    for (const one of care)
      expect((await stored(branch, 'care-contacts', { _id: one._id }))[0]).toMatchObject({ branchId: THEIRS, dueAt: one.dueAt })

    // The old sheet is read by the secretary of the branch that stays, and says what it said: it owes nothing to those who were always there.
    const sheet = good(await other.calls('attendance.sheet', { activityId: held }))
    expect(sheet.items.find(one => one.memberId === 'm-04')).toMatchObject({ state: 'present', guest: false, expected: true })
    expect(sheet.items.length).toBe(count)
    const [past] = await stored(branch, 'activities', { _id: held })
    expect(past?.branchId).toBe(OURS)
    expect(good(await other.calls('activity.list', { branchId: OURS, before: MORNING })).items.map(one => one.activityId)).toContain(held)
    const mine = good(await as('demo-member-04').calls('activity.list', { before: MORNING }))
    expect(mine.items.map(one => one.activityId)).toContain(held)
    const coming = good(await as('demo-member-04').calls('activity.list', { from: MORNING }))
    expect(coming.items.map(one => one.activityId)).toContain(ahead)

    // Leaders and liaisons go on; everyone who came is told once.
    const { officers } = good(await as('demo-street').calls('org.get', { orgId: `${OURS}-g1` }))
    expect(officers.map(one => one.memberId)).toEqual(expect.arrayContaining([people.leader.memberId, people.liaison.memberId]))
    const told = good(await as('demo-member-04').calls('inbox.list', {})).items.filter(one => one.kind === 'branch-changed')
    expect(told).toHaveLength(1)
  },
  SLOW,
)

test('who may not merge is told so, and what is no branch is not merged', async () => {
  expect(refusal(await merge('demo-secretary', OURS, THEIRS))).toBe('FORBIDDEN')
  expect(refusal(await merge('demo-street', OURS, 'changqing'))).toBe('ORG_MERGE_MISPLACED')
  expect(refusal(await merge('demo-street', OURS, 'no-such-branch'))).toBe('NOT_FOUND')
  expect(refusal(await as('demo-street').calls('org.merge', { orgId: OURS, intoOrgId: THEIRS, on: '2026-12-01', reason: '以后' }))).toBe(
    'INVALID_INPUT',
  )
})

test(
  'a branch that came to another goes on with it to a third, and its past with it',
  async () => {
    const held = await meeting(branch, { title: '十月读书会' })
    await amend(branch, 'activities', { _id: held }, { startsAt: MORNING - 20 * DAY, endsAt: MORNING - 20 * DAY + HOUR })
    const third = good(await as('demo-street').calls('org.create', { orgId: 'changqing', kind: 'branch', name: '第三支部' })).orgId
    good(await merge('demo-street', OURS, THEIRS))
    await branch.clock.advance(3 * MINUTE)
    const { moved } = good(await merge('demo-street', THEIRS, third))
    expect(moved).toBe((await stored(branch, 'members', { branchId: third, state: 'active' })).length)
    good(await as('demo-other-secretary').calls('attendance.sheet', { activityId: held }))
    expect((await stored(branch, 'organizations', { _id: OURS }))[0]?.path).toBe(`/district/changqing/${third}/${OURS}/`)
  },
  SLOW,
)

test('a part of a branch becomes a branch of its own, with its group and its people', async () => {
  const members = await stored(branch, 'members', { branchId: OURS, state: 'active' })
  const inGroup = members.filter(one => one.groupId === 'branch-01-g1').map(one => one._id)
  const beside = members.find(one => one.groupId === 'branch-01-g2')?._id ?? ''
  const lone = members.find(one => one.groupId === 'branch-01-g3')?._id ?? ''
  const { requestId } = good(await as('demo-member-04').calls('request.raise', { kind: 'water' }))
  const split = (commandId: string) =>
    as('demo-street').calls(
      'org.split',
      { orgId: OURS, name: '银杏支部', groupIds: ['branch-01-g1'], memberIds: [beside], ...act },
      commandId,
    )
  const { orgId, moved } = good(await split('split-once'))
  expect(moved).toBe(inGroup.length + 1)
  expect(good(await split('split-once'))).toEqual({ orgId, moved })
  const there = await stored(branch, 'members', { branchId: orgId })
  expect(there.map(one => one._id).sort()).toEqual([...inGroup, beside].sort())
  expect(there.find(one => one._id === beside)).toMatchObject({ groupId: null, path: `/district/changqing/${orgId}/` })
  expect((await stored(branch, 'members', { branchId: OURS, state: 'active' })).length).toBe(members.length - moved)
  expect((await stored(branch, 'requests', { _id: requestId }))[0]).toMatchObject({ branchId: orgId })
  expect(good(await as('demo-street').calls('org.get', { orgId: 'branch-01-g1' }))).toMatchObject({ parentId: orgId })
  expect(refusal(await as('demo-street').calls('org.split', { orgId: OURS, name: '小支部', memberIds: [lone], ...act }))).toBe(
    'BRANCH_TOO_SMALL',
  )
})

test('the tree is walked with its head-counts, each step in two requests beside who asks; a place says what it is and was', async () => {
  await branch.clock.advance(5 * MINUTE)
  const walk = async (openid: string, orgId: string) => good(await as(openid).calls('org.tree', { orgId }))
  const district = await walk('demo-bureau', 'district')
  expect(district.items.reduce((sum, one) => sum + (one.count ?? 0), 0)).toBe(district.org.count)
  expect(await branch.operations('org.tree')).toBeLessThanOrEqual(4)
  const ours = await walk('demo-secretary', OURS)
  expect(ours.org.count).toBe((await stored(branch, 'members', { branchId: OURS, state: 'active' })).length)
  expect(ours.may).toEqual(['rename', 'document'])

  const temporary = good(
    await as('demo-street').calls('org.create', { orgId: 'changqing', kind: 'branch', branchKind: 'temporary', name: '防汛临时党支部' }),
  ).orgId
  const about = good(await as('demo-street').calls('org.about', { orgId: temporary }))
  expect(about.switches.map(({ key, holds, document }) => [key, holds, document.length > 0])).toEqual([
    ['branch.elects', false, true],
    ['branch.appointed', true, true],
    ['branch.collects-dues', false, true],
    ['branch.votes', true, true],
  ])
  const paper = { orgId: temporary, on: '2026-11-20', documentNo: '长青街〔2026〕20号', words: '成立的批复' }
  for (const _again of [1, 2]) good(await as('demo-street').calls('org.document', paper, 'enter-once'))
  const { items } = good(await as('demo-street').calls('org.about', { orgId: temporary }))
  expect(items.map(one => [one.kind, one.documentNo])).toEqual([
    ['document', '长青街〔2026〕20号'],
    ['created', undefined],
  ])
})
