import { good, stored } from '../support/attendance'
import { startBranch, type Branch } from '../support/branch'
import { people, refusal } from '../support/people'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

const as = (openid: string) => branch.as(openid)
const org = async (openid: string, orgId: string) => good(await as(openid).calls('org.get', { orgId }))
const officers = async (orgId: string) => (await org('demo-bureau', orgId)).officers.map(one => `${one.role} ${one.memberId}`).sort()
const create = (openid: string, orgId: string, name: string, kind: 'group' | 'branch' | 'street' = 'group', commandId?: string) =>
  as(openid).calls('org.create', { orgId, kind, name }, commandId)

const membersOf = async (groupId: string) =>
  (await stored(branch, 'members', { branchId: 'branch-01' })).filter(one => one.groupId === groupId)

describe('the tree', () => {
  test('the bureau walks down from the district to a group, each level in two round trips', async () => {
    const below = async (orgId: string) => good(await as('demo-bureau').calls('org.children', { orgId })).items
    expect((await below('district')).map(one => one.kind).sort()).toEqual(['organ', 'street'])
    expect((await below('changqing')).map(one => one.orgId)).toEqual(expect.arrayContaining(['branch-01', 'branch-02']))
    expect((await below('branch-01')).map(one => one.kind)).toEqual(['group', 'group', 'group', 'group'])
    expect(await branch.roundTrips('org.children')).toBeLessThanOrEqual(2)
  })

  test('many branches come page by page, each once', async () => {
    const names = Array.from({ length: 55 }, (_, n) => `第${String(n + 1)}测试支部`)
    const street = good(await create('demo-bureau', 'district', '测试街道', 'street')).orgId
    for (const name of names) good(await create('demo-bureau', street, name, 'branch'))
    const seen: string[] = []
    let cursor: string | null | undefined
    while (cursor !== null) {
      const page: { items: { name: string }[]; cursor: string | null } = good(
        await as('demo-bureau').calls('org.children', { orgId: street, ...(cursor === undefined ? {} : { cursor }) }),
      )
      seen.push(...page.items.map(one => one.name))
      cursor = page.cursor
    }
    expect(seen).toHaveLength(55)
    expect(new Set(seen)).toEqual(new Set(names))
  })

  test('a secretary adds a group to their branch, once however often the tap is sent', async () => {
    const replies = await Promise.all([1, 2, 3].map(() => create('demo-secretary', 'branch-01', '第五党小组', 'group', 'make-group-five')))
    expect(new Set(replies.map(one => good(one).orgId)).size).toBe(1)
    const made = await org('demo-secretary', good(replies[0] ?? { ok: false, code: 'none' }).orgId)
    expect(made).toMatchObject({ name: '第五党小组', kind: 'group', parentId: 'branch-01', closed: false })
    expect(made.path).toBe(`${(await org('demo-secretary', 'branch-01')).path}${made.orgId}/`)
  })

  test('one name stands once under one parent, even when two come at once', async () => {
    const replies = await Promise.all([1, 2, 3, 4].map(() => create('demo-secretary', 'branch-01', '同名小组')))
    expect(replies.map(refusal).sort()).toEqual(['ORG_NAME_TAKEN', 'ORG_NAME_TAKEN', 'ORG_NAME_TAKEN', 'done'])
    expect(refusal(await create('demo-other-secretary', 'branch-02', '同名小组'))).toBe('done')
  })

  test('a kind that does not belong there is refused, and so is a name that others must not read', async () => {
    expect(refusal(await create('demo-secretary', 'branch-01', '支部下的支部', 'branch'))).toBe('ORG_KIND_MISPLACED')
    expect(refusal(await create('demo-secretary', 'branch-01', '赌博小组'))).toBe('TEXT_REFUSED')
  })

  test('a group takes a new name, its members’ roster rows with it, and not the name of another group', async () => {
    good(await as('demo-secretary').calls('org.rename', { orgId: 'branch-01-g2', name: '银杏党小组' }))
    good(await as('demo-secretary').calls('org.rename', { orgId: 'branch-01-g2', name: '银杏党小组' }))
    const members = await membersOf('branch-01-g2')
    expect(new Set(members.map(one => one.groupName))).toEqual(new Set(['银杏党小组']))
    expect(refusal(await as('demo-secretary').calls('org.rename', { orgId: 'branch-01-g2', name: '第三党小组' }))).toBe('ORG_NAME_TAKEN')
    const [kept] = await stored(branch, 'organizations', { _id: 'branch-01-g2' })
    expect(kept?.history.map(one => one.what)).toEqual(['renamed: 第二党小组 → 银杏党小组'])
  })

  test('a branch with members is not closed; an empty one is, and takes no group any more', async () => {
    expect(refusal(await as('demo-street').calls('org.close', { orgId: 'branch-02', reason: '撤并' }))).toBe('ORG_NOT_EMPTY')
    const empty = good(await create('demo-street', 'changqing', '临时支部', 'branch')).orgId
    const group = good(await create('demo-street', empty, '小组')).orgId
    expect(refusal(await as('demo-street').calls('org.close', { orgId: empty, reason: '任务完成' }))).toBe('ORG_NOT_EMPTY')
    good(await as('demo-street').calls('org.close', { orgId: group, reason: '任务完成' }))
    good(await as('demo-street').calls('org.close', { orgId: empty, reason: '任务完成' }))
    good(await as('demo-street').calls('org.close', { orgId: empty, reason: '任务完成' }))
    expect((await org('demo-street', empty)).closed).toBe(true)
    expect(refusal(await create('demo-street', empty, '又一个小组'))).toBe('CONFLICT')
  })
})

describe('offices', () => {
  const appoint = (
    openid: string,
    orgId: string,
    memberId: string,
    role: 'secretary' | 'leader' | 'liaison' | 'street' | 'bureau',
    commandId?: string,
  ) => as(openid).calls('org.appoint', { orgId, memberId, role }, commandId)

  test('a secretary names a group leader, who can lead at once; dismissed, can no more; history and audit say so', async () => {
    const taps = await Promise.all([1, 2, 3].map(() => appoint('demo-secretary', 'branch-01-g3', 'm-02', 'leader', 'appoint-m-02')))
    expect(taps.map(refusal)).toEqual(['done', 'done', 'done'])
    expect(await officers('branch-01-g3')).toEqual(['leader m-02'])
    expect((await org('demo-member-02', 'branch-01-g3')).name).toBe('第三党小组')

    good(await as('demo-secretary').calls('org.dismiss', { orgId: 'branch-01-g3', memberId: 'm-02', role: 'leader' }))
    good(await as('demo-secretary').calls('org.dismiss', { orgId: 'branch-01-g3', memberId: 'm-02', role: 'leader' }))
    expect(await officers('branch-01-g3')).toEqual([])
    expect(refusal(await as('demo-member-02').calls('org.get', { orgId: 'branch-01-g3' }))).toBe('FORBIDDEN')
    const [group] = await stored(branch, 'organizations', { _id: 'branch-01-g3' })
    expect(group?.history.map(one => one.what)).toEqual(['appointed: leader m-02', 'dismissed: leader m-02'])
    expect((await stored(branch, 'audit', { memberId: 'm-02', what: 'office.taken' })).map(one => one.by.memberId)).toEqual([
      people.secretary.memberId,
    ])
  })

  test('an officer gives no office of their own height or above, a street over another, or anyone outside', async () => {
    expect(refusal(await appoint('demo-secretary', 'branch-01', 'm-03', 'secretary'))).toBe('ROLE_NOT_YOURS_TO_GIVE')
    expect(refusal(await appoint('demo-street', 'changqing', 'm-03', 'street'))).toBe('ROLE_NOT_YOURS_TO_GIVE')
    expect(refusal(await appoint('demo-secretary', 'branch-02', 'n-03', 'leader'))).toBe('FORBIDDEN')
    expect(refusal(await appoint('demo-secretary', 'branch-01-g3', 'n-03', 'leader'))).toBe('NOT_FOUND')
    expect(refusal(await appoint('demo-secretary', 'branch-01-g3', 'unknown', 'leader'))).toBe('NOT_FOUND')
    expect(
      refusal(
        await as('demo-secretary').calls('org.dismiss', { orgId: 'branch-01', memberId: people.secretary.memberId, role: 'secretary' }),
      ),
    ).toBe('ROLE_NOT_YOURS_TO_GIVE')
  })

  test('an office stands where it belongs: no leader of a branch, no secretary of a group', async () => {
    expect(refusal(await appoint('demo-street', 'branch-01', 'm-03', 'leader'))).toBe('INVALID_INPUT')
    expect(refusal(await appoint('demo-street', 'branch-01-g1', 'm-03', 'secretary'))).toBe('INVALID_INPUT')
  })

  test('the street changes the secretary of a branch, the bureau a street’s officer', async () => {
    good(await appoint('demo-street', 'branch-02', 'n-03', 'secretary'))
    good(await as('demo-street').calls('org.dismiss', { orgId: 'branch-02', memberId: 'n-01', role: 'secretary' }))
    expect(await officers('branch-02')).toEqual(['secretary n-03'])
    expect(refusal(await as('demo-other-secretary').calls('org.rename', { orgId: 'branch-02', name: '我的支部' }))).toBe('FORBIDDEN')
    good(await appoint('demo-bureau', 'changqing', 'n-05', 'street'))
    expect(await officers('changqing')).toEqual(['street n-05', 'street s-01'])
  })
})

test('an organization is found below one’s own by a part of its name, its pinyin or its initials, also after a change of name', async () => {
  const found = async (openid: string, orgId: string, words: string) =>
    good(await as(openid).calls('org.find', { orgId, words })).items.map(one => one.orgId)
  const [named] = good(await as('demo-bureau').calls('org.find', { orgId: 'district', words: '银湖' })).items
  expect(named).toMatchObject({ kind: 'branch', under: expect.any(String) as string })
  const orgId = named?.orgId ?? ''
  for (const words of ['yinhu', 'yh', '银湖离']) expect(await found('demo-street', 'changqing', words)).toContain(orgId)
  expect(await found('demo-street', 'changqing', '没有这样的')).toEqual([])
  expect(await found('demo-street', 'changqing', '银')).toEqual([])
  // Below one's own place alone.
  expect(await found('demo-secretary', 'branch-01', 'yinhu')).toEqual([])
  expect(refusal(await as('demo-secretary').calls('org.find', { orgId: 'changqing', words: 'yinhu' }))).toBe('FORBIDDEN')
  expect(await branch.operations('org.find')).toBeLessThanOrEqual(3)
  good(await as('demo-street').calls('org.rename', { orgId, name: '梧桐离退休干部党支部' }))
  expect(await found('demo-street', 'changqing', 'wutong')).toContain(orgId)
  expect(await found('demo-street', 'changqing', 'yinhu')).toEqual([])
})

describe('the service card', () => {
  test('names leader and secretary with the numbers to ring, in two round trips, and follows a change at once', async () => {
    const [elder] = await membersOf('branch-01-g4')
    const openid = `demo-member-${elder?._id.slice(-2) ?? ''}`
    const card = async () => good(await as(openid).calls('card.get', {}))
    expect(await card()).toMatchObject({
      liaison: null,
      groupLeader: null,
      secretary: { memberId: people.secretary.memberId },
    })
    expect((await card()).teams[0]).toMatchObject({ teamId: 'team-repairs' })
    expect((await card()).secretary?.phone).toMatch(/^1\d{10}$/)
    expect(await branch.roundTrips('card.get')).toBeLessThanOrEqual(2)

    good(await as('demo-secretary').calls('org.appoint', { orgId: 'branch-01-g4', memberId: 'm-05', role: 'leader' }))
    good(await as('demo-secretary').calls('org.appoint', { orgId: 'branch-01', memberId: 'v-01', role: 'liaison' }))
    expect(await card()).toMatchObject({ liaison: { memberId: 'v-01' }, groupLeader: { memberId: 'm-05' } })
    good(await as('demo-secretary').calls('org.appoint', { orgId: 'branch-01-g4', memberId: people.liaison.memberId, role: 'liaison' }))
    expect(await card()).toMatchObject({ liaison: { memberId: people.liaison.memberId } })
  })

  test('is shown to the elder, their family and their officers, and to no other', async () => {
    const of = async (openid: string, memberId: string) => refusal(await as(openid).calls('card.get', { memberId }))
    expect(await of('demo-member-01', 'm-01')).toBe('done')
    expect(await of('demo-family-01', 'm-01')).toBe('done')
    expect(await of('demo-secretary', 'm-01')).toBe('done')
    expect(await of('demo-street', 'm-01')).toBe('done')
    expect(await of('demo-member-02', 'm-01')).toBe('FORBIDDEN')
    expect(await of('demo-family-01', 'm-02')).toBe('FORBIDDEN')
    expect(await of('demo-member-02', 'no-such-member')).toBe('FORBIDDEN')
  })
})
