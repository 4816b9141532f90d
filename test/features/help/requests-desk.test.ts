import { readSheet } from 'read-excel-file/node'
import { usualSettings } from '../../../core/help/requests/settings'
import { good, stored } from '../support/attendance'
import { HOUR, MINUTE, startBranch, type Branch } from '../support/branch'
import { refusal, two } from '../support/people'

let branch: Branch
beforeEach(async () => {
  branch = await startBranch()
})
afterEach(() => branch.close())

const member = (n: number) => `demo-member-${two(n)}`
const raise = async (n = 36, kind: 'leak' | 'bulb' | 'water' | 'legal' = 'leak') =>
  good(await branch.as(member(n)).calls('request.raise', { kind })).requestId
const secretary = () => branch.as('demo-secretary')
const liaison = () => branch.as('demo-volunteer-02')
const desk = async (lane: 'unowned' | 'broken' | 'at-risk' | 'running' | 'done', openid = 'demo-secretary', orgId = 'branch-01') =>
  good(await branch.as(openid).calls('request.desk', { orgId, lane }))

describe('the desk', () => {
  test('shows what is without an owner, running and done, each where it belongs, with the size of each list', async () => {
    const [free, running, done] = [await raise(36), await raise(4), await raise(8)]
    good(await liaison().calls('request.accept', { requestId: running }))
    good(await liaison().calls('request.accept', { requestId: done }))
    good(await liaison().calls('request.done', { requestId: done }))
    const lanes = await Promise.all((['unowned', 'running', 'done'] as const).map(lane => desk(lane)))
    expect(lanes.map(one => one.items.map(item => item.requestId))).toEqual([[free, 'req-bulb'], [running], [done]])
    expect(lanes[0]?.counts).toEqual({ unowned: 2, broken: 0, atRisk: 0, running: 1, done: 1 })
    expect(lanes[0]?.items[0]?.point).toBeDefined()
    // The group's leader sees the group's; the street everything below it; the neighbour nothing.
    expect((await desk('unowned', 'demo-leader-1', 'branch-01-g1')).items.map(one => one.requestId)).toEqual([free, 'req-bulb'])
    expect((await desk('unowned', 'demo-street', 'changqing')).items).toHaveLength(2)
    expect(refusal(await branch.as('demo-other-secretary').calls('request.desk', { orgId: 'branch-01', lane: 'unowned' }))).toBe(
      'FORBIDDEN',
    )
  })

  test('is read page by page, each request once', async () => {
    for (let n = 1; n <= 24; n++) await raise(n, 'legal')
    const first = await desk('unowned')
    expect(first.items).toHaveLength(20)
    const second = good(await secretary().calls('request.desk', { orgId: 'branch-01', lane: 'unowned', cursor: first.cursor ?? '' }))
    expect(second.cursor).toBeNull()
    expect(new Set([...first.items, ...second.items].map(one => one.requestId)).size).toBe(25)
  })

  test('names the helpers that no service message reached, so that they are phoned, until they have read it', async () => {
    const requestId = await raise()
    const unreached = async () => (await desk('unowned')).items.find(one => one.requestId === requestId)?.unreached.map(one => one.memberId)
    // No helper agreed to be sent messages: WeChat refuses (43101).
    expect(await unreached()).toEqual(['v-02'])
    expect(good(await secretary().calls('request.phone', { requestId, memberId: 'v-02' })).phones).toHaveLength(1)
    const messages = good(await liaison().calls('inbox.list', {})).items.filter(one => one.page.includes(requestId))
    good(await liaison().calls('inbox.read', { messageIds: messages.map(one => one.messageId) }))
    expect(await unreached()).toEqual([])
  })

  test('a helper who agreed is reached by WeChat, and need not be phoned', async () => {
    await branch.accept('demo-volunteer-02', ['tpl-request-asked'])
    const requestId = await raise()
    expect((await desk('unowned')).items.find(one => one.requestId === requestId)?.unreached).toEqual([])
  })

  test('gives a request to a helper, also from one to another; it cannot be given to a stranger to the branch', async () => {
    const requestId = await raise()
    good(await secretary().calls('request.reassign', { requestId, memberId: 'v-03' }))
    good(await secretary().calls('request.reassign', { requestId, memberId: 'v-04', reason: '他顺路' }))
    const { owner, timeline } = good(await branch.as('demo-volunteer-04').calls('request.get', { requestId }))
    expect([owner?.memberId, timeline.filter(one => one.what === 'assigned').length]).toEqual(['v-04', 2])
    expect(good(await branch.as('demo-volunteer-04').calls('request.mine', { part: 'helping' })).items.map(one => one.requestId)).toEqual([
      requestId,
    ])
    expect(refusal(await secretary().calls('request.reassign', { requestId, memberId: 'n-02' }))).toBe('NOT_FOUND')
    expect(refusal(await secretary().calls('request.reassign', { requestId, memberId: 'm-36' }))).toBe('NOT_FOUND')
  })
})

describe('phone numbers', () => {
  const phone = (openid: string, requestId: string, memberId: string) => branch.as(openid).calls('request.phone', { requestId, memberId })

  test('are for those concerned, while they are, and each look leaves an audit row', async () => {
    const requestId = await raise()
    expect(refusal(await phone('demo-volunteer-01', requestId, 'm-36'))).toBe('FORBIDDEN')
    const asked = good(await phone('demo-volunteer-02', requestId, 'm-36'))
    expect([asked.phones.length, asked.emergency.length]).toEqual([1, 1])
    good(await liaison().calls('request.accept', { requestId }))
    // The elder may ring the helper who comes, without the helper's family.
    expect(good(await phone(member(36), requestId, 'v-02'))).toMatchObject({ emergency: [] })
    expect(refusal(await phone(member(36), requestId, 'v-03'))).toBe('FORBIDDEN')
    good(await liaison().calls('request.handOver', { requestId, reason: '有事' }))
    // Once out of it, the number is gone, and the words and the place with it; but a liaison of the group keeps looking after the elder.
    good(await branch.as('demo-volunteer-01').calls('request.decline', { requestId }))
    expect(refusal(await phone('demo-volunteer-01', requestId, 'm-36'))).toBe('FORBIDDEN')
    const past = good(await branch.as('demo-volunteer-01').calls('request.get', { requestId }))
    expect(past).toMatchObject({ as: 'past', text: '', photoFileIds: [] })
    expect(past).not.toHaveProperty('address')
    const looks = await stored(branch, 'audit', { memberId: 'm-36', what: 'request.phone' })
    expect(looks.map(one => [one.by.openid, one.why])).toEqual([['demo-volunteer-02', requestId]])
  })

  test('are gone for the helper once they said that it is done', async () => {
    const requestId = await raise(3)
    good(await branch.as('demo-volunteer-01').calls('request.accept', { requestId }))
    good(await phone('demo-volunteer-01', requestId, 'm-03'))
    good(await branch.as('demo-volunteer-01').calls('request.done', { requestId }))
    expect(refusal(await phone('demo-volunteer-01', requestId, 'm-03'))).toBe('FORBIDDEN')
    expect(good(await branch.as('demo-volunteer-01').calls('request.mine', { part: 'helped' })).items.map(one => one.requestId)).toEqual([
      requestId,
    ])
  })
})

describe('the board', () => {
  test('agrees with the rows behind it, from the branch to the district, within minutes', async () => {
    const [kept, late, open] = [await raise(36), await raise(4), await raise(8, 'water')]
    const requestId = await raise(10)
    good(await branch.as('demo-member-10').calls('request.cancel', { requestId }))
    good(await liaison().calls('request.accept', { requestId: kept }))
    await branch.clock.advance(30 * MINUTE)
    good(await liaison().calls('request.done', { requestId: kept }))
    good(await branch.as('demo-volunteer-01').calls('request.accept', { requestId: late }))
    await branch.clock.advance(15 * HOUR)
    good(await branch.as('demo-volunteer-01').calls('request.done', { requestId: late }))
    await branch.clock.advance(6 * MINUTE)
    const month = '2026-11'
    const board = async (openid: string, orgId: string) => good(await branch.as(openid).calls('request.board', { orgId, month }))
    const own = await board('demo-secretary', 'branch-01')
    const rows = good(await secretary().calls('request.rows', { orgId: 'branch-01', month })).items
    expect(rows.map(one => one.requestId).sort()).toEqual([kept, late, open, 'req-bulb'].sort())
    expect(own.total).toMatchObject({ raised: rows.length, solved: 2, kept: 1, broken: 2, keptRate: 1 / 3 })
    expect(own.byKind.find(one => one.kind === 'leak')).toMatchObject({ raised: 2, solved: 2, kept: 1, broken: 1 })
    expect(own.load).toEqual({ unowned: 0, broken: 1, atRisk: 0, running: 2, done: 2 })

    const street = await board('demo-street', 'changqing')
    expect(street.total).toEqual(own.total)
    expect(street.below.filter(one => one.raised > 0)).toEqual([
      { orgId: 'branch-01', name: '常青花园离退休干部党支部', ...own.total, load: own.load },
    ])
    const district = await board('demo-bureau', 'district')
    expect(district.below.filter(one => one.raised > 0).map(one => [one.orgId, one.raised, one.load])).toEqual([['changqing', 4, own.load]])
    const drilled = good(await branch.as('demo-street').calls('request.rows', { orgId: 'changqing', month, kind: 'leak' })).items
    expect(drilled.map(one => [one.requestId, one.risk]).sort()).toEqual(
      [
        [kept, 'fine'],
        [late, 'broken'],
      ].sort(),
    )
  })

  test('is written to Excel, a row for each request; the audit keeps whose it was', async () => {
    const requestId = await raise()
    good(await liaison().calls('request.accept', { requestId }))
    const { url } = good(await secretary().calls('request.export', { orgId: 'branch-01', month: '2026-11' }))
    const rows = await readSheet(Buffer.from(await (await fetch(url)).arrayBuffer()), 1)
    expect(rows).toHaveLength(3)
    expect(rows[0]?.slice(0, 3)).toEqual(['求助时间', '姓名', '事项'])
    expect(rows.map(row => row[2])).toEqual(expect.arrayContaining(['漏水', '换灯泡']))
    expect(await stored(branch, 'audit', { what: 'request.exported', memberId: 'm-36' })).toHaveLength(1)
  })
})

describe('settings of the street', () => {
  test('hold for every branch below at once; all others keep the usual ones', async () => {
    const street = branch.as('demo-street')
    expect(good(await secretary().calls('request.settings', { orgId: 'branch-01' }))).toEqual({ ...usualSettings, from: null })
    const fast = { liaison: 2, team: 2, near: 2, secretary: 2 }
    good(
      await street.calls('request.configure', { ...usualSettings, clocks: { ...usualSettings.clocks, prompt: fast }, orgId: 'changqing' }),
    )
    expect(good(await secretary().calls('request.settings', { orgId: 'branch-01' })).from).toMatchObject({ orgId: 'changqing' })
    const requestId = await raise()
    await branch.clock.advance(2 * MINUTE)
    expect(good(await branch.as(member(36)).calls('request.get', { requestId })).rung).toBe('team')
    expect(refusal(await secretary().calls('request.configure', { ...usualSettings, orgId: 'branch-01' }))).toBe('FORBIDDEN')
  })
})

describe('teams and offers', () => {
  // Those of the demo's street would be asked first.
  beforeEach(async () => {
    const street = branch.as('demo-street')
    for (const { teamId } of good(await street.calls('team.list', { orgId: 'changqing' })).items)
      good(await street.calls('team.remove', { orgId: 'changqing', teamId }))
  })

  test('a team of the street is called where the branch has none of its own for that kind', async () => {
    expect(good(await branch.as('demo-street').calls('team.list', { orgId: 'changqing' })).items).toEqual([])
    const { teamId } = good(
      await branch
        .as('demo-street')
        .calls('team.save', { orgId: 'changqing', name: '法律服务队', kinds: ['legal'], memberIds: ['m-50', 'n-05'] }),
    )
    // Group 4 has neither liaison nor leader.
    const requestId = await raise(3, 'legal')
    const { told } = good(await branch.as(member(3)).calls('request.get', { requestId }))
    expect(told.map(one => one.role)).toEqual(['team', 'team'])
    // A map of the branch shows it too, without its members; the map of the street shows the branch's own.
    const around = async (openid: string, orgId: string) =>
      good(await branch.as(openid).calls('team.list', { orgId, around: true })).items.map(one => ({
        orgId: one.orgId,
        people: one.members.length,
      }))
    const own = good(await branch.as('demo-secretary').calls('team.list', { orgId: 'branch-01' })).items.length
    const both = [{ orgId: 'changqing', people: 0 }, ...Array.from({ length: own }, () => ({ orgId: 'branch-01', people: 0 }))]
    expect(own).toBeGreaterThan(0)
    expect(await around('demo-secretary', 'branch-01')).toEqual(expect.arrayContaining(both))
    expect(await around('demo-street', 'changqing')).toEqual(expect.arrayContaining(both))
    good(await branch.as('demo-street').calls('team.remove', { orgId: 'changqing', teamId }))
    expect(good(await branch.as('demo-street').calls('team.list', { orgId: 'changqing' })).items).toEqual([])
  })

  test('a volunteer near is asked, the least loaded first; one who takes the offer back is not', async () => {
    const point = { lng: 114.2121, lat: 30.6402 }
    const other = branch.as('demo-other-member')
    good(await other.calls('helping.set', { kinds: ['legal'], point }))
    expect(good(await other.calls('helping.get', {}))).toMatchObject({ kinds: ['legal'], point })
    // Another branch, but the same street corner: there is no one to ask first in the elder's group.
    const requestId = await raise(3, 'legal')
    expect(good(await branch.as(member(3)).calls('request.get', { requestId }))).toMatchObject({
      rung: 'near',
      told: [{ role: 'volunteer' }],
    })
    good(await other.calls('request.accept', { requestId }))
    good(await other.calls('helping.set', { kinds: [] }))
    const second = await raise(7, 'legal')
    expect(good(await branch.as(member(7)).calls('request.get', { requestId: second })).rung).toBe('secretary')
  })

  test('a volunteer without a home on the map is as near as the point of their team', async () => {
    const other = branch.as('demo-other-member')
    const memberId = good(await other.calls('me.get', {})).member?.memberId ?? ''
    good(await other.calls('helping.set', { kinds: ['legal'] }))
    const team = { orgId: 'changqing', name: '邻里车队', kinds: ['car' as const], memberIds: [memberId] }
    const far = { lng: 114.2621, lat: 30.6402 }
    const { teamId } = good(await branch.as('demo-street').calls('team.save', { ...team, point: far }))
    const first = await raise(3, 'legal')
    expect(good(await branch.as(member(3)).calls('request.get', { requestId: first })).rung).toBe('secretary')
    good(await branch.as('demo-street').calls('team.save', { ...team, teamId, point: { lng: 114.2131, lat: 30.6402 } }))
    expect(good(await branch.as('demo-street').calls('team.list', { orgId: 'changqing' })).items[0]?.point?.lng).toBeCloseTo(114.2131)
    const second = await raise(7, 'legal')
    expect(good(await branch.as(member(7)).calls('request.get', { requestId: second }))).toMatchObject({
      rung: 'near',
      told: [{ role: 'volunteer' }],
    })
    const candidates = good(await secretary().calls('request.candidates', { requestId: second })).items
    expect(candidates.find(one => one.memberId === memberId)).toMatchObject({ role: 'volunteer', load: 0 })
    expect(candidates.find(one => one.memberId === memberId)?.metres).toBeLessThan(3000)
  })

  test('far away is not near', async () => {
    good(await branch.as('demo-other-member').calls('helping.set', { kinds: ['legal'], point: { lng: 114.2621, lat: 30.6402 } }))
    const requestId = await raise(3, 'legal')
    expect(good(await branch.as(member(3)).calls('request.get', { requestId })).rung).toBe('secretary')
  })
})
