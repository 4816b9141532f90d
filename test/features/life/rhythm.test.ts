import { readSheet } from 'read-excel-file/node'
import type { Duty } from '../../../core/people/regulations/duties'
import { instantOf } from '../../../core/shared/calendar'
import { good, meeting, stored } from '../support/attendance'
import { DAY, HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { amend, refusal } from '../support/people'

let branch: Branch
afterEach(() => branch.close())

const branchId = 'branch-01'
const secretary = () => branch.as('demo-secretary')
const bureau = () => branch.as('demo-bureau')
const street = () => branch.as('demo-street')
const year = async (openid = 'demo-secretary', id = branchId) =>
  good(await branch.as(openid).calls('rhythm.get', { branchId: id, year: 2026 }))
const item = async (duty: Duty, period: string) => (await year()).items.find(one => one.duty === duty && one.period === period)
const came = async (activityId: string, memberIds: readonly string[]) =>
  good(
    await secretary().calls('attendance.mark', {
      activityId,
      marks: memberIds.map(memberId => ({
        memberId,
        state: 'present' as const,
        at: MORNING,
        nonce: `${activityId}-${memberId}`,
        reason: '到了',
      })),
    }),
  )
/** From the morning until the door of the meetings of this morning has closed, and the timer has counted. */
const noon = () => branch.clock.advance(3 * HOUR + 5 * MINUTE)
const seats = async () => [...new Set(good(await secretary().calls('committee.get', { orgId: branchId })).members.map(one => one.memberId))]
const told = async (openid: string) => good(await branch.as(openid).calls('inbox.list', {})).items.filter(one => one.kind === 'rhythm-due')

describe('a branch’s year', () => {
  beforeEach(async () => {
    branch = await startBranch()
  })

  test('has every period of every duty; what has a sheet is done, what has none is not', async () => {
    // One that has been here all year.
    await amend(branch, 'branch-duties', { _id: branchId }, { since: '2026-01-01' })
    const { items, next, strands } = await year()
    const count = (duty: Duty) => items.filter(one => one.duty === duty).length
    expect([count('general-meeting'), count('committee'), count('group-meeting'), count('party-day')]).toEqual([4, 12, 12, 12])
    expect([count('lecture'), count('org-life'), count('appraisal'), count('briefing')]).toEqual([4, 1, 1, 2])
    // Last month's Party day of the demo has its sheet; this month's begins at 09:30.
    expect(items.find(one => one.period === '2026-10' && one.duty === 'party-day')).toMatchObject({
      state: 'done',
      held: 1,
      activityIds: ['act-last-month'],
      meetings: [{ verdict: 'held', present: 53, expected: 87 }],
    })
    expect(await item('party-day', '2026-11')).toMatchObject({ state: 'due', held: 0, meetings: [{ verdict: 'planned' }] })
    expect(await item('party-day', '2026-09')).toMatchObject({ state: 'overdue' })
    expect(next).toMatchObject({ duty: 'committee', period: '2026-11', to: '2026-11-30' })
    expect(strands).toEqual({ in: 0, out: 0, move: 0 })
    expect(await branch.roundTrips('rhythm.get')).toBeLessThanOrEqual(2)
  })

  test('counts a committee’s meeting to which half of its members came, and says why others do not count', async () => {
    const [whole, half, few, empty] = [
      await meeting(branch, { kind: 'committee', title: '支委会一' }),
      await meeting(branch, { kind: 'committee', title: '支委会二' }),
      await meeting(branch, { kind: 'committee', title: '支委会三' }),
      await meeting(branch, { kind: 'committee', title: '支委会四' }),
    ]
    const members = await seats()
    await came(half, members.slice(0, Math.ceil(members.length / 2)))
    await came(few, members.slice(0, 1))
    good(await secretary().calls('activity.cancel', { activityId: whole }))
    await noon()
    const held = await item('committee', '2026-11')
    expect(held).toMatchObject({ state: 'done', held: 1, activityIds: [half] })
    const verdicts = new Map(held?.meetings.map(one => [one.activityId, one.verdict]))
    expect([verdicts.get(few), verdicts.get(empty), verdicts.has(whole)]).toEqual(['below-quorum', 'no-sheet', false])
    // A sheet that is put right afterwards is counted again.
    await came(few, members)
    await branch.clock.advance(3 * MINUTE)
    expect((await item('committee', '2026-11'))?.held).toBe(2)
  })

  test('holds a general meeting to half of its own members; the frail who were brought their study are reached', async () => {
    const own = (await stored(branch, 'members', { branchId, state: 'active' })).map(one => one._id).sort()
    await amend(branch, 'members', { _id: own[80] }, { care: ['bedridden'] })
    await amend(branch, 'members', { _id: own[81] }, { care: ['bedridden'] })
    const activityId = await meeting(branch, { kind: 'general-meeting', title: '党员大会' })
    await came(activityId, own.slice(0, 43))
    await noon()
    const quarter = () => item('general-meeting', '2026-Q4')
    expect(await quarter()).toMatchObject({ held: 0, meetings: [{ verdict: 'below-quorum', present: 43, expected: 87, reached: 0 }] })
    const { taskId } = good(await secretary().calls('study.assign', { branchId, title: '学文件', kind: 'together', dueOn: '2026-12-31' }))
    good(await secretary().calls('study.reportFor', { taskId, memberId: own[80] ?? '', text: '送到家里读了一遍' }))
    await branch.clock.advance(3 * MINUTE)
    expect(await quarter()).toMatchObject({
      held: 1,
      state: 'done',
      meetings: [{ verdict: 'held', present: 43, expected: 86, reached: 1 }],
    })
  })

  test('what is planned is owed no more; the secretary hears once, a week before, of what is not', async () => {
    for (const kind of ['committee', 'group-meeting'] as const)
      await meeting(branch, { kind, title: kind, startsAt: MORNING + 3 * DAY, endsAt: MORNING + 3 * DAY + HOUR })
    expect((await year()).next).toMatchObject({ duty: 'general-meeting', period: '2026-Q4' })
    expect(good(await secretary().calls('rhythm.next', { branchId })).next).toMatchObject({ duty: 'general-meeting' })
    await branch.clock.advance(2 * DAY + 10 * MINUTE)
    // The Party day of the demo was held without a sign-in; what is planned needs no word.
    expect((await told('demo-secretary')).map(one => one.title)).toEqual(['还没办：11月的主题党日'])
    expect(await told('demo-member-05')).toEqual([])
  })
})

describe('what is late', () => {
  const late = async (openid: string, orgId: string, duty?: Duty) =>
    good(await branch.as(openid).calls('rhythm.overdue', { orgId, ...(duty ? { duty } : {}) })).items

  test('shows once the days of grace are over, as often as the board’s figure says, and as a file', async () => {
    branch = await startBranch('branch', instantOf('2026-12-05', '23:50'))
    const committees = async () => (await late('demo-street', branchId, 'committee')).map(one => one.period)
    expect(await committees()).not.toContain('2026-11')
    await branch.clock.advance(15 * MINUTE, 15 * MINUTE)
    expect(await committees()).toContain('2026-11')
    const rows = await late('demo-street', branchId)
    expect(rows.every(one => one.name === '常青花园离退休干部党支部')).toBe(true)
    const board = good(await street().calls('board.get', { orgId: branchId })).figures.find(one => one.topic === 'life')
    expect(board?.now).toEqual({ behind: 1, overdue: rows.length })
    const { url } = good(await street().calls('rhythm.export', { orgId: branchId }))
    const sheet = await readSheet(Buffer.from(await (await fetch(url)).arrayBuffer()))
    expect(sheet).toHaveLength(rows.length + 1)
    expect(refusal(await branch.as('demo-other-secretary').calls('rhythm.overdue', { orgId: branchId }))).toBe('FORBIDDEN')
  })

  test('is nothing for a branch founded within the period, and nothing any more for one that closes', async () => {
    branch = await startBranch()
    const found = { orgId: 'changqing', kind: 'branch', branchKind: 'established', name: '银发新支部' } as const
    const { orgId } = good(await bureau().calls('org.create', found))
    await branch.clock.advance(3 * MINUTE)
    expect((await year('demo-bureau', orgId)).items.map(one => one.state)).not.toContain('overdue')
    expect(await late('demo-bureau', orgId)).toEqual([])
    // The same branch, had it been founded in summer.
    const history = (await stored(branch, 'organizations', { _id: orgId }))[0]?.history ?? []
    await amend(branch, 'organizations', { _id: orgId }, { history: history.map(one => ({ ...one, on: '2026-07-01' })) })
    const group = good(await bureau().calls('org.create', { orgId, kind: 'group', name: '第一党小组' }))
    await branch.clock.advance(3 * MINUTE)
    expect((await late('demo-bureau', orgId, 'lecture')).map(one => one.period)).toEqual(['2026-Q3'])
    expect(await late('demo-bureau', orgId, 'group-meeting')).toEqual([])
    for (const id of [group.orgId, orgId]) good(await bureau().calls('org.close', { orgId: id, reason: '人走了' }))
    await branch.clock.advance(3 * MINUTE)
    expect(await late('demo-bureau', orgId)).toEqual([])
  })

  test('follows the rhythm that the bureau sets, which makes nothing late that was not owed before', async () => {
    branch = await startBranch()
    const before = await late('demo-bureau', branchId, 'lecture')
    const set = (per: 'month' | 'year', times: number) =>
      bureau().calls('rhythm.configure', { orgId: 'district', duty: 'lecture', per, times, graceDays: 3 })
    good(await set('month', 1))
    await branch.clock.advance(3 * MINUTE)
    const lectures = async () => (await year()).items.filter(one => one.duty === 'lecture').map(one => [one.period, one.owed])
    expect(await lectures()).toEqual([
      ['2026-Q3', 1],
      ['2026-11', 1],
      ['2026-12', 1],
    ])
    expect(await late('demo-bureau', branchId, 'lecture')).toEqual(before)
    good(await set('year', 2))
    expect(await lectures()).toEqual([['2026', 2]])
    await branch.clock.advance(3 * MINUTE)
    expect(await late('demo-bureau', branchId, 'lecture')).toEqual([])
    expect(good(await bureau().calls('rhythm.rules', { orgId: branchId })).items.find(one => one.duty === 'lecture')).toMatchObject({
      per: 'year',
      times: 2,
      graceDays: 3,
    })
    expect(
      refusal(await street().calls('rhythm.configure', { orgId: 'changqing', duty: 'lecture', per: 'year', times: 1, graceDays: 3 })),
    ).toBe('FORBIDDEN')
  })
})
