import { readSheet } from 'read-excel-file/node'
import { good } from '../support/attendance'
import { DAY, HOUR, MINUTE, startBranch, type Branch } from '../support/branch'
import { amend, people, refusal } from '../support/people'

let branch: Branch
beforeEach(async () => {
  branch = await startBranch()
})
afterEach(() => branch.close())

const street = () => branch.as('demo-street')
const bureau = () => branch.as('demo-bureau')
const secretary = () => branch.as('demo-secretary')
const visits = async (openid: string, branchId = 'branch-01', year = 2026) =>
  good(await branch.as(openid).calls('liaison.visits', { branchId, year }))
const told = async (openid: string) =>
  good(await branch.as(openid).calls('inbox.list', {}))
    .items.filter(one => one.kind === 'branch-duty')
    .map(one => one.title)
describe('the liaison of a branch', () => {
  test('is named by the street, told once, sees the branch, and gives it up to the next', async () => {
    const { openid, memberId } = people.liaison
    expect(refusal(await branch.as(openid).calls('liaison.visits', { branchId: 'branch-02', year: 2026 }))).toBe('FORBIDDEN')
    const assign = () => street().calls('liaison.assign', { branchId: 'branch-02', memberId }, 'assign-01')
    good(await assign())
    good(await assign())
    expect((await told(openid)).filter(title => title.includes('银湖'))).toHaveLength(1)
    expect(good(await branch.as(openid).calls('liaison.mine', {})).items).toMatchObject([{ branchId: 'branch-02', liaison: { memberId } }])
    expect((await visits(openid, 'branch-02')).mine).toBe(true)
    good(await bureau().calls('liaison.assign', { branchId: 'branch-02', memberId: 'v-03' }))
    expect(good(await branch.as(openid).calls('liaison.mine', {})).items).toEqual([])
    expect(refusal(await branch.as(openid).calls('liaison.record', { branchId: 'branch-02', at: branch.clock.now(), note: '' }))).toBe(
      'FORBIDDEN',
    )
    // A street names people of its own, not of the bureau.
    expect(refusal(await branch.as('demo-other-secretary').calls('liaison.assign', { branchId: 'branch-02', memberId }))).toBe('FORBIDDEN')
  })

  test('is found among those who have branches and offices, or by the beginning of a name', async () => {
    const near = good(await street().calls('liaison.candidates', { branchId: 'branch-02' })).items
    expect(near.find(one => one.memberId === 's-01')).toMatchObject({ branches: 1 })
    const { name } = good(await secretary().calls('roster.get', { memberId: 'v-03' }))
    const found = good(await street().calls('liaison.candidates', { branchId: 'branch-02', name: name.slice(0, 2) })).items
    expect(found.map(one => one.memberId)).toContain('v-03')
  })

  test('who dies leaves the branch without one, and that shows', async () => {
    good(await street().calls('liaison.assign', { branchId: 'branch-02', memberId: 'm-20' }))
    good(
      await secretary().calls('aftercare.mark', {
        memberId: 'm-20',
        diedOn: '2026-11-20',
        toldBy: '女儿',
        nameEnd: (await nameOf('m-20')).slice(-1),
        bereavedIds: [],
      }),
    )
    await branch.clock.advance(10 * MINUTE)
    expect((await visits('demo-street', 'branch-02')).liaison).toBeNull()
  })
})

const nameOf = async (memberId: string) => good(await secretary().calls('roster.get', { memberId })).name

describe('a visit', () => {
  test('is owed each quarter; recorded, it is done, whatever the number of taps, and the day can be told again', async () => {
    await amend(branch, 'branch-duties', { _id: 'branch-01' }, { since: '2026-01-01' })
    const before = await visits('demo-street')
    expect(before).toMatchObject({ owed: 4, done: 3, overdue: 0, mine: true })
    expect(before.items.at(-1)).toMatchObject({ period: '2026-Q4', held: 0, state: 'due', dueOn: '2027-01-10' })
    const at = branch.clock.now() - HOUR
    const record = (note: string) => street().calls('liaison.record', { branchId: 'branch-01', at, note }, 'visit-01')
    expect((await Promise.all([record('都好'), record('都好')])).map(refusal)).toEqual(['done', 'done'])
    good(await street().calls('liaison.record', { branchId: 'branch-01', at, note: '想要一间活动室' }))
    const after = await visits('demo-secretary')
    expect(after).toMatchObject({ owed: 4, done: 4, mine: false })
    expect(after.items.at(-1)?.visits.map(one => one.note)).toEqual(['想要一间活动室'])
    expect(good(await street().calls('liaison.mine', {})).items.find(one => one.branchId === 'branch-01')).toMatchObject({
      visit: { period: '2027-Q1', state: 'upcoming' },
    })
    expect(refusal(await street().calls('liaison.record', { branchId: 'branch-01', at: branch.clock.now() + 2 * DAY, note: '' }))).toBe(
      'INVALID_INPUT',
    )
  })

  test('is not owed by a branch before it was founded', async () => {
    const { orgId } = good(await street().calls('org.create', { orgId: 'changqing', kind: 'branch', name: '新园离退休干部党支部' }))
    await branch.clock.advance(5 * MINUTE)
    expect(await visits('demo-street', orgId)).toMatchObject({ owed: 1, overdue: 0, items: [{ period: '2026-Q4', state: 'due' }] })
    expect((await visits('demo-street', orgId, 2025)).items).toEqual([])
  })
})

describe('a report', () => {
  const stateOf = async (period = '2026-Q4') =>
    good(await street().calls('report.list', { orgId: 'changqing', period })).items.find(one => one.branchId === 'branch-01')?.state

  test('has its numbers already; handed in it is seen above, and can be handed in again', async () => {
    const open = good(await secretary().calls('report.get', { branchId: 'branch-01' }))
    expect(open).toMatchObject({ period: '2026-Q4', state: 'due', dueOn: '2027-01-15', submitted: null })
    expect(open.facts.map(one => one.words)).toEqual(['开展活动', '其中主题党日', '看望老同志', '老同志求助', '办好'])
    expect(await stateOf()).toBe('due')
    const submit = (text: string) => secretary().calls('report.submit', { branchId: 'branch-01', period: '2026-Q4', text })
    good(await submit('办了两次主题党日'))
    good(await submit('办了三次主题党日'))
    expect(await stateOf()).toBe('submitted')
    expect(good(await bureau().calls('report.get', { branchId: 'branch-01', period: '2026-Q4' }))).toMatchObject({
      text: '办了三次主题党日',
      state: 'done',
    })
    expect(refusal(await submit(''))).toBe('REPORT_EMPTY')
    for (const period of ['2027-Q1', '2025-Q4', '2026-11'])
      expect(refusal(await secretary().calls('report.submit', { branchId: 'branch-01', period, text: '早了' }))).toBe('REPORT_NOT_OWED')
  })

  test('and the visits fill one sheet for those above', async () => {
    const { url } = good(await bureau().calls('liaison.export', { orgId: 'district' }))
    const rows = await readSheet(Buffer.from(await (await fetch(url)).arrayBuffer()))
    expect(rows[0]?.slice(0, 3)).toEqual(['支部', '联络员', '上次走访'])
    // What is late stands first.
    expect(rows[1]?.slice(0, 2)).toEqual(['银湖离退休干部党支部', '没有'])
  })
})
