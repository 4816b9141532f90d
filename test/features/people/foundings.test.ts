import { dateOf } from '../../../core/shared/calendar'
import { good, stored } from '../support/attendance'
import { DAY, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { amend, refusal } from '../support/people'

let branch: Branch
beforeEach(async () => {
  branch = await startBranch()
})
afterEach(() => branch.close())

const as = (openid: string) => branch.as(openid)
const asked = { orgId: 'branch-01', name: '银湖书画社党支部', branchKind: 'society' as const, members: 12, reason: '书画社的老党员多了' }
const apply = (openid: string, more: object = {}, commandId?: string) =>
  as(openid).calls('founding.apply', { ...asked, ...more }, commandId)
const agree = (openid: string, foundingId: string, documentNo = '长青街〔2026〕18号') =>
  as(openid).calls('founding.agree', { foundingId, documentNo })
const list = async (openid: string, orgId: string, only: 'open' | 'ended' = 'open') =>
  good(await as(openid).calls('founding.list', { orgId, only })).items
const titles = async (openid: string) => good(await as(openid).calls('inbox.list', {})).items.map(one => one.title)
const branchesNamed = (name: string) => stored(branch, 'organizations', { kind: 'branch', name })

test('a secretary applies for a branch, the street agrees once, it stands in the tree and is filed', async () => {
  const { foundingId, dueOn } = good(await apply('demo-secretary', {}, 'once'))
  expect(good(await apply('demo-secretary', {}, 'once'))).toEqual({ foundingId, dueOn })
  expect(await titles('demo-street')).toContain('申请成立银湖书画社党支部')
  expect(await list('demo-secretary', 'branch-01')).toMatchObject([{ foundingId, state: 'open', late: false, may: ['withdraw'] }])
  expect(await list('demo-street', 'changqing')).toMatchObject([
    { foundingId, underName: '常青街道党工委', may: ['agree', 'refuse', 'withdraw'] },
  ])

  // Two officers press at once, and one of them again: one branch.
  const replies = await Promise.all([agree('demo-street', foundingId), agree('demo-street', foundingId), agree('demo-bureau', foundingId)])
  expect(replies.map(one => good(one))).toEqual(Array(3).fill({ branchId: foundingId }))
  // As an officer sees it who read it before the others answered, and looks at the names after the branch is there.
  await amend(branch, 'foundings', { _id: foundingId }, { state: 'open' })
  expect(good(await agree('demo-street', foundingId))).toEqual({ branchId: foundingId })
  expect(await branchesNamed(asked.name)).toMatchObject([{ _id: foundingId, branchKind: 'society', parentId: 'changqing' }])
  expect(refusal(await agree('demo-bureau', foundingId, '区委〔2026〕1号'))).toBe('FOUNDING_ANSWERED')
  expect(refusal(await as('demo-street').calls('founding.refuse', { foundingId, words: '不行' }))).toBe('FOUNDING_ANSWERED')
  expect(await titles('demo-secretary')).toContain('银湖书画社党支部可以成立了')

  const file = { foundingId, documentNo: '区组备〔2026〕9号', on: dateOf(MORNING) }
  expect(refusal(await as('demo-street').calls('founding.file', { ...file, on: '2026-01-01' }))).toBe('INVALID_INPUT')
  good(await as('demo-street').calls('founding.file', file))
  good(await as('demo-bureau').calls('founding.file', file))
  expect(await list('demo-street', 'changqing')).toEqual([])
  expect(await list('demo-secretary', 'branch-01', 'ended')).toMatchObject([{ state: 'filed', filed: { documentNo: '区组备〔2026〕9号' } }])
  const { items } = good(await as('demo-street').calls('org.about', { orgId: foundingId }))
  expect(items.findLast(one => one.kind === 'created')).toMatchObject({ documentNo: '长青街〔2026〕18号' })
  expect(items.some(one => one.documentNo === '区组备〔2026〕9号')).toBe(true)
})

test('an application that cannot be is refused with the reason, and one that is refused founds nothing', async () => {
  expect(await apply('demo-secretary', { members: 2 })).toMatchObject({ code: 'FOUNDING_TOO_FEW', data: { least: 3, members: 2 } })
  expect(await apply('demo-secretary', { branchKind: 'joint' })).toMatchObject({ code: 'BRANCH_UNITS', data: { least: 2, most: 5 } })
  expect(refusal(await apply('demo-secretary', { name: '银湖离退休干部党支部' }))).toBe('ORG_NAME_TAKEN')
  expect(refusal(await apply('demo-secretary', { orgId: 'changqing' }))).toBe('FORBIDDEN')
  const { foundingId } = good(await apply('demo-secretary'))
  expect(refusal(await agree('demo-secretary', foundingId))).toBe('FORBIDDEN')
  good(await as('demo-street').calls('founding.refuse', { foundingId, words: '先和银湖支部商量' }))
  expect(refusal(await agree('demo-street', foundingId))).toBe('FOUNDING_ANSWERED')
  expect(await titles('demo-secretary')).toContain('成立银湖书画社党支部的申请被退回')
  expect(await list('demo-secretary', 'branch-01', 'ended')).toMatchObject([{ state: 'refused', words: '先和银湖支部商量', may: [] }])
  expect(await branchesNamed(asked.name)).toEqual([])
})

test('those who applied take it back while it waits, once; the office above hears of it and can answer no more', async () => {
  const { foundingId } = good(await apply('demo-secretary'))
  expect(await list('demo-secretary', 'branch-01')).toMatchObject([{ foundingId, may: ['withdraw'] }])
  const withdraw = (openid: string) => as(openid).calls('founding.withdraw', { foundingId, words: '先和邻近支部商量' })
  expect(refusal(await withdraw('demo-other-secretary'))).toBe('FORBIDDEN')
  expect(refusal(await withdraw('demo-member-03'))).toBe('FORBIDDEN')
  for (let times = 0; times < 2; times++) good(await withdraw('demo-secretary'))
  expect((await titles('demo-street')).filter(one => one === '不申请成立银湖书画社党支部了')).toHaveLength(1)
  expect(refusal(await agree('demo-street', foundingId))).toBe('FOUNDING_ANSWERED')
  expect(await list('demo-secretary', 'branch-01', 'ended')).toMatchObject([{ state: 'withdrawn', words: '先和邻近支部商量', may: [] }])
  // Late it is no more, and the same may be applied for again; what was answered is not taken back.
  expect((await stored(branch, 'foundings', { _id: foundingId }))[0]).not.toHaveProperty('chaseAt')
  const again = good(await apply('demo-secretary'))
  good(await agree('demo-street', again.foundingId))
  expect(refusal(await as('demo-secretary').calls('founding.withdraw', { foundingId: again.foundingId }))).toBe('FOUNDING_ANSWERED')
})

test('street and bureau hear once that a reply is late', async () => {
  const { foundingId } = good(await apply('demo-secretary'))
  const overdue = { on: '2026-10-20', dueOn: '2026-11-20', chaseAt: MORNING - DAY }
  await amend(branch, 'foundings', { _id: foundingId }, overdue)
  await branch.clock.advance(6 * MINUTE)
  const late = '成立银湖书画社党支部的申请还没有批复'
  for (const openid of ['demo-street', 'demo-bureau']) expect((await titles(openid)).filter(one => one === late)).toHaveLength(1)
  expect(await titles('demo-secretary')).not.toContain(late)
  expect(await list('demo-street', 'changqing')).toMatchObject([{ late: true }])
  await branch.clock.advance(6 * MINUTE)
  expect((await titles('demo-street')).filter(one => one === late)).toHaveLength(1)
})

test('a joint branch shows its units, a functional group what it is for', async () => {
  const units = ['常青小学', '常青中学']
  const { foundingId } = good(await apply('demo-street', { orgId: 'changqing', name: '常青学校联合党支部', branchKind: 'joint', units }))
  good(await agree('demo-street', foundingId))
  expect(good(await as('demo-street').calls('org.about', { orgId: foundingId })).units).toEqual(units)
  const create = (more: object) =>
    as('demo-street').calls('org.create', { orgId: 'changqing', kind: 'branch' as const, name: '另一个', ...more })
  expect(refusal(await create({ branchKind: 'joint', units: ['常青小学'] }))).toBe('BRANCH_UNITS')
  expect(refusal(await create({ units }))).toBe('INVALID_INPUT')

  const group = { orgId: 'branch-01', kind: 'group' as const, name: '调解小组', groupKind: 'mediation' as const }
  const { orgId } = good(await as('demo-secretary').calls('org.create', group))
  const { items } = good(await as('demo-secretary').calls('org.tree', { orgId: 'branch-01' }))
  expect(items.find(one => one.orgId === orgId)).toMatchObject({ groupKind: 'mediation' })
})

test('a branch is hosted by another organization: both show it, and it gives no right', async () => {
  const host = (openid: string, hostId: string | null) =>
    as(openid).calls('org.host', { orgId: 'branch-01', hostId, on: '2026-11-01', documentNo: '长青街〔2026〕20号' })
  expect(refusal(await host('demo-secretary', 'branch-02'))).toBe('FORBIDDEN')
  expect(refusal(await host('demo-street', 'branch-01'))).toBe('ORG_HOST_MISPLACED')
  good(await host('demo-street', 'branch-02'))
  good(await host('demo-street', 'branch-02'))
  const hosted = good(await as('demo-secretary').calls('org.about', { orgId: 'branch-01' }))
  expect(hosted).toMatchObject({ host: { orgId: 'branch-02', since: '2026-11-01', documentNo: '长青街〔2026〕20号' } })
  expect(hosted.items.filter(one => one.kind === 'hosted')).toHaveLength(1)
  expect(good(await as('demo-other-secretary').calls('org.about', { orgId: 'branch-02' })).hosts).toMatchObject([{ orgId: 'branch-01' }])
  const { items } = good(await as('demo-street').calls('org.tree', { orgId: 'changqing' }))
  expect(items.find(one => one.orgId === 'branch-01')).toMatchObject({ hostName: '银湖离退休干部党支部' })
  expect(refusal(await as('demo-other-secretary').calls('org.about', { orgId: 'branch-01' }))).toBe('FORBIDDEN')
  good(await host('demo-street', null))
  expect(good(await as('demo-secretary').calls('org.about', { orgId: 'branch-01' }))).not.toHaveProperty('host')
})
