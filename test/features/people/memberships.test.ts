import { addDays, dateOf } from '../../../core/shared/calendar'
import { good, meeting, stored } from '../support/attendance'
import { DAY, HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { amend, people, refusal } from '../support/people'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

const [HERE, THERE] = ['branch-01', 'branch-02']
const today = dateOf(MORNING)
const secretary = () => branch.as('demo-secretary')
const other = () => branch.as('demo-other-secretary')
const titles = async (openid: string) => good(await branch.as(openid).calls('inbox.list', {})).items.map(one => one.title)
const belonging = async (openid: string) => good(await branch.as(openid).calls('membership.list', {}))
const letters = async (openid = 'demo-secretary', orgId = HERE) => good(await branch.as(openid).calls('transfer.list', { orgId })).items
const counts = async () => (await stored(branch, 'members', { branchId: HERE, state: 'active' })).length
const meetings = async (openid: string) => good(await branch.as(openid).calls('activity.list', {})).items.map(one => one.branchId)
const write = (memberId: string, command?: string) =>
  secretary().calls('transfer.start', { memberId, toBranchId: THERE, reason: '搬到银湖，和女儿同住', letterNo: '2026-031' }, command)

describe('组织关系接转: a letter from one secretary to the other', () => {
  let transferId: string
  let past: string

  test('is written once, the other secretary and the member hear of it, and until it is received nothing changes', async () => {
    past = await meeting(branch, { kind: 'party-day', startsAt: MORNING - 3 * HOUR, endsAt: MORNING - HOUR })
    const first = good(await write('m-05', 'letter-05'))
    transferId = first.transferId
    expect(good(await write('m-05', 'letter-05'))).toEqual(first)
    expect(first.dueOn).toBe('2026-12-21')
    expect(refusal(await write('m-05'))).toBe('TRANSFER_OPEN')
    expect(await titles('demo-other-secretary')).toContainEqual(expect.stringMatching(/的组织关系转来$/))
    expect(await titles('demo-member-05')).toContain('您的组织关系正在转接')
    expect(await belonging('demo-member-05')).toMatchObject({
      items: [{ branchId: HERE, kind: 'primary', until: null }],
      transfer: { dueOn: '2026-12-21' },
    })
    expect(await letters('demo-other-secretary', THERE)).toMatchObject([
      { transferId, state: 'open', overdue: false, may: ['receive', 'refuse'] },
    ])
    expect(await letters()).toMatchObject([{ transferId, may: ['cancel'] }])
    expect(refusal(await secretary().calls('transfer.receive', { transferId }))).toBe('FORBIDDEN')
    expect(refusal(await other().calls('transfer.cancel', { transferId }))).toBe('FORBIDDEN')
  })

  test('received, the member belongs there from that day, the sheet of a past meeting stays as it was, and the head-counts move by one', async () => {
    const [before, sheet] = [await counts(), good(await secretary().calls('attendance.sheet', { activityId: past }))]
    const receive = () => other().calls('transfer.receive', { transferId })
    expect([good(await receive()), good(await receive())]).toEqual([{ state: 'received' }, { state: 'received' }])
    expect(await belonging('demo-member-05')).toMatchObject({
      items: [
        { branchId: THERE, kind: 'primary', since: today, until: null, documentNo: '2026-031' },
        { branchId: HERE, kind: 'primary', until: today },
      ],
    })
    expect(await counts()).toBe(before - 1)
    const after = good(await secretary().calls('attendance.sheet', { activityId: past }))
    expect([after.expected, after.absent]).toEqual([sheet.expected, sheet.absent])
    expect(after.items.find(one => one.memberId === 'm-05')).toMatchObject({ guest: false, expected: true })
    expect(await titles('demo-secretary')).toContainEqual(expect.stringMatching(/的组织关系已接收$/))
    const { member } = good(await branch.as('demo-member-05').calls('me.get', {}))
    expect(member).toMatchObject({ branchId: THERE })
    expect(member?.groupName).toBeUndefined()
    expect(refusal(await secretary().calls('roster.get', { memberId: 'm-05' }))).toBe('FORBIDDEN')
    good(await other().calls('roster.get', { memberId: 'm-05' }))
  })

  test('one that was refused or taken back leaves everything as it was, and another can be written', async () => {
    const refused = good(await write('m-06')).transferId
    good(await other().calls('transfer.refuse', { transferId: refused, reason: '还没有来过' }))
    expect(refusal(await other().calls('transfer.receive', { transferId: refused }))).toBe('TRANSFER_ENDED')
    const taken = good(await write('m-06')).transferId
    good(await secretary().calls('transfer.cancel', { transferId: taken }))
    expect(refusal(await other().calls('transfer.receive', { transferId: taken }))).toBe('TRANSFER_ENDED')
    expect((await belonging('demo-member-06')).items).toMatchObject([{ branchId: HERE, until: null }])
    expect(await titles('demo-member-06')).toEqual(expect.arrayContaining(['组织关系还没有转成', '组织关系不转了']))
  })

  test('the office of a leader who goes ends with it, and a temporary branch takes no membership', async () => {
    const { transferId: going } = good(await write(people.leader.memberId))
    good(await other().calls('transfer.receive', { transferId: going }))
    expect(good(await branch.as(people.leader.openid).calls('me.get', {})).grants).toEqual([])
    await amend(branch, 'organizations', { _id: THERE }, { branchKind: 'temporary' })
    expect(refusal(await write('m-07'))).toBe('BRANCH_TEMPORARY')
    await amend(branch, 'organizations', { _id: THERE }, { branchKind: 'established' })
  })

  test('not answered in a month it climbs from the secretaries to the street and the bureau; it lapses, and a new one takes its place', async () => {
    const { transferId: late } = good(await write('m-09'))
    const heard = /的组织关系还没有接上$/
    const offices = ['demo-secretary', 'demo-other-secretary', 'demo-street', 'demo-bureau']
    const hearing = async () =>
      (await Promise.all(offices.map(async openid => ((await titles(openid)).some(one => heard.test(one)) ? [openid] : [])))).flat()
    const climb = async () => {
      await amend(branch, 'transfers', { _id: late }, { climbAt: MORNING - HOUR })
      await branch.clock.advance(5 * MINUTE)
    }
    await amend(branch, 'transfers', { _id: late }, { dueOn: addDays(today, -1) })
    expect((await letters()).find(one => one.transferId === late)).toMatchObject({ overdue: true, lapsed: false })
    expect(await hearing()).toEqual([])
    await climb()
    expect(await hearing()).toEqual(['demo-secretary', 'demo-other-secretary'])
    await branch.clock.advance(5 * MINUTE)
    expect(await hearing()).toHaveLength(2)
    await climb()
    expect(await hearing()).toEqual(['demo-secretary', 'demo-other-secretary', 'demo-street'])
    await climb()
    expect(await hearing()).toEqual(offices)
    await amend(branch, 'transfers', { _id: late }, { validUntil: addDays(today, -1) })
    expect(refusal(await other().calls('transfer.receive', { transferId: late }))).toBe('TRANSFER_LAPSED')
    good(await write('m-09'))
    expect((await letters()).find(one => one.transferId === late)).toMatchObject({ state: 'cancelled', may: [] })
    good(await branch.as('demo-street').calls('transfer.export', { orgId: 'changqing' }))
  })
})

describe('挂靠: one belongs to one branch and takes part in two', () => {
  test('found by name and number together, told at once, seen in both; dues and head-count stay at home', async () => {
    const [row] = await stored(branch, 'members', { _id: 'm-12' })
    const [name, phone] = [row?.name ?? '', row?.phones[0] ?? '']
    const find = async (said: { name: string; phone: string }) =>
      good(await other().calls('membership.find', { branchId: THERE, ...said })).people
    expect(await find({ name: '王不是', phone })).toEqual([])
    expect(await find({ name, phone })).toMatchObject([{ memberId: 'm-12', homeName: '常青花园离退休干部党支部' }])
    const before = await counts()
    const take = () => other().calls('membership.affiliate', { memberId: 'm-12', branchId: THERE, reason: '住在附近' })
    good(await take())
    good(await take())
    expect(await counts()).toBe(before)
    expect((await belonging('demo-member-12')).items).toMatchObject([
      { branchId: HERE, kind: 'primary' },
      { branchId: THERE, kind: 'affiliate', reason: '住在附近', until: null },
    ])
    expect((await titles('demo-member-12')).filter(one => one.startsWith('您也可以参加'))).toHaveLength(1)
    const hours = { startsAt: MORNING + DAY, endsAt: MORNING + DAY + HOUR, place: { name: '二楼' }, audience: 'branch' as const }
    good(await secretary().calls('activity.publish', { branchId: HERE, kind: 'study', title: '这边学习', ...hours }))
    good(await other().calls('activity.publish', { branchId: THERE, kind: 'study', title: '那边学习', ...hours }))
    expect([...new Set(await meetings('demo-member-12'))].sort()).toEqual([HERE, THERE])
    const told = await titles('demo-member-12')
    for (const title of ['这边学习', '那边学习']) expect(told.filter(one => one.includes(title))).toHaveLength(1)
  })

  test('who leaves hears no more of it; what they took part in stays; a secretary elsewhere may do neither', async () => {
    const elsewhere = secretary().calls('membership.leave', { memberId: 'm-12', branchId: THERE })
    expect(refusal(await elsewhere)).toBe('FORBIDDEN')
    good(await other().calls('membership.leave', { memberId: 'm-12', branchId: THERE, reason: '搬走了' }))
    expect(await meetings('demo-member-12')).not.toContain(THERE)
    expect((await belonging('demo-member-12')).items).toContainEqual(expect.objectContaining({ branchId: THERE, endReason: '搬走了' }))
    expect(refusal(await other().calls('membership.list', { memberId: 'm-13' }))).toBe('FORBIDDEN')
    expect(good(await branch.as('demo-family-01').calls('membership.list', { forMemberId: 'm-01' })).memberId).toBe('m-01')
  })

  test('a death ends the membership on its day, and undoing it gives it back', async () => {
    const [row] = await stored(branch, 'members', { _id: 'm-14' })
    const diedOn = today
    const mark = { memberId: 'm-14', diedOn, toldBy: '女儿', nameEnd: row?.name.slice(-1) ?? '', bereavedIds: [] }
    good(await secretary().calls('aftercare.mark', mark))
    expect((await stored(branch, 'members', { _id: 'm-14' }))[0]?.memberships).toMatchObject([{ until: diedOn, endedBy: 'died' }])
    good(await secretary().calls('aftercare.undo', { memberId: 'm-14', reason: '登记错了' }))
    expect((await stored(branch, 'members', { _id: 'm-14' }))[0]?.memberships).toMatchObject([{ until: null }])
  })
})

describe('a letter to an organization outside of the system', () => {
  const outside = { memberId: 'm-15', toOutside: '江城市东湖区第二社区党支部', reason: '搬到外地，和儿子同住', letterNo: '2026-040' }
  const on = today

  test('waits for its receipt; then the member stands on no roster here, and comes back by another letter', async () => {
    expect(refusal(await secretary().calls('transfer.start', { ...outside, toBranchId: THERE }))).toBe('INVALID_INPUT')
    const { transferId, dueOn } = good(await secretary().calls('transfer.start', outside))
    expect(dueOn).toBe('2026-12-21')
    const letter = (await letters()).find(one => one.transferId === transferId)
    expect(letter).toMatchObject({ transferId, toName: outside.toOutside, state: 'open', may: ['receipt', 'cancel'] })
    expect(letter).not.toHaveProperty('toBranchId')
    expect(await belonging('demo-member-15')).toMatchObject({
      items: [{ branchId: HERE, until: null }],
      transfer: { toName: outside.toOutside },
    })
    expect(refusal(await secretary().calls('transfer.receive', { transferId }))).toBe('FORBIDDEN')
    expect(refusal(await other().calls('transfer.receipt', { transferId, on }))).toBe('FORBIDDEN')
    const before = await counts()
    for (let times = 0; times < 2; times++) good(await secretary().calls('transfer.receipt', { transferId, on, receiptNo: '回字7号' }))
    expect(await counts()).toBe(before - 1)
    const [row] = await stored(branch, 'members', { _id: 'm-15' })
    expect(row).toMatchObject({ state: 'moved', grants: [], affiliates: [] })
    expect(row?.memberships?.at(-1)).toMatchObject({ branchId: HERE, until: on, endedBy: 'left' })
    // The account opens nothing of the branch any more.
    expect(refusal(await branch.as('demo-member-15').calls('card.get', {}))).not.toBe('done')
    const ended = (await letters()).find(one => one.transferId === transferId)
    expect(ended).toMatchObject({ state: 'received', words: '收到回执 回字7号', may: ['return'] })
    for (let times = 0; times < 2; times++) good(await secretary().calls('transfer.return', { transferId, on, letterNo: '转回1号' }))
    expect(await counts()).toBe(before)
    expect((await stored(branch, 'members', { _id: 'm-15' }))[0]?.memberships?.at(-1)).toMatchObject({
      ...{ branchId: HERE, kind: 'primary', since: on, until: null, documentNo: '转回1号' },
    })
    expect((await letters()).find(one => one.transferId === transferId)?.may).toEqual([])
  })

  test('taken back, leaves everything as it was; not answered in time, it climbs on the side that wrote it', async () => {
    const { transferId } = good(await secretary().calls('transfer.start', { ...outside, memberId: 'm-16' }))
    good(await secretary().calls('transfer.cancel', { transferId }))
    expect(refusal(await secretary().calls('transfer.receipt', { transferId, on }))).toBe('TRANSFER_ENDED')
    expect((await stored(branch, 'members', { _id: 'm-16' }))[0]?.state).toBe('active')
    const { transferId: late } = good(await secretary().calls('transfer.start', { ...outside, memberId: 'm-17' }))
    await amend(branch, 'transfers', { _id: late }, { climbAt: MORNING - DAY })
    await branch.clock.advance(6 * MINUTE)
    expect(await titles('demo-secretary')).toContainEqual(expect.stringMatching(/的组织关系还没有接上$/))
    good(await secretary().calls('transfer.cancel', { transferId: late }))
  })
})
