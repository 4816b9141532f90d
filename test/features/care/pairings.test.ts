import { readSheet } from 'read-excel-file/node'
import { good, stored } from '../support/attendance'
import { DAY, MINUTE, startBranch, type Branch } from '../support/branch'
import { refusal, two } from '../support/people'

let branch: Branch
beforeEach(async () => {
  branch = await startBranch()
})
afterEach(() => branch.close())

const secretary = () => branch.as('demo-secretary')
const elders = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `m-${two(from + index)}`)
const pair = (helperId: string, elderIds: string[], kind: 'one-to-many' | 'household' | 'many-to-one' | 'one-to-one' = 'one-to-many') =>
  secretary().calls('pairing.set', { helperId, elderIds, kind })
const cardOf = async (n: number) => good(await branch.as(`demo-member-${two(n)}`).calls('card.get', {}))
const gaps = async () => good(await secretary().calls('pairing.gaps', { branchId: 'branch-01' })).items
const titles = async (openid: string) =>
  good(await branch.as(openid).calls('inbox.list', {}))
    .items.filter(one => one.kind === 'pairing-news' || one.kind === 'pairing-helping')
    .map(one => one.title)
const historyOf = async (memberId: string) =>
  good(await secretary().calls('pairing.history', { memberId })).items.filter(one => one.until !== null)

test('the secretary pairs an elder, whose card shows the new liaison at once; both sides are told', async () => {
  await branch.accept('demo-member-05', ['tpl-pairing-news'])
  expect(good(await pair('v-01', ['m-05']))).toEqual({ count: 1, limit: 30 })
  const { liaison } = await cardOf(5)
  expect(liaison?.memberId).toBe('v-01')
  expect(liaison?.phone).toMatch(/^1\d{10}$/)
  expect(await titles('demo-member-05')).toContain(`您的联络员是${liaison?.name ?? ''}`)
  expect(await titles('demo-volunteer-01')).toContain('请您联系 1 位老同志')
  expect((await branch.outbox()).filter(one => one.touser === 'demo-member-05').map(one => one.template)).toEqual(['tpl-pairing-news'])
})

test('twenty elders bring no warning, the twenty-first does, the thirty-first is refused and changes nothing', async () => {
  expect(good(await pair('v-01', elders(1, 20))).warning).toBeUndefined()
  expect(good(await pair('v-01', ['m-21']))).toMatchObject({ count: 21, limit: 30, warning: expect.stringContaining('21') as string })
  expect(good(await pair('v-01', elders(22, 30))).count).toBe(30)
  expect(refusal(await pair('v-01', ['m-31']))).toBe('PAIRING_LIMIT')
  expect(good(await pair('v-01', ['m-30'])).count).toBe(30)
  expect((await stored(branch, 'caseloads', { _id: 'v-01' }))[0]?.elders).toHaveLength(30)
})

test('of forty elders paired with one helper at the same moment exactly thirty are', async () => {
  const replies = await Promise.all(elders(1, 40).map(one => pair('v-01', [one])))
  expect(replies.filter(one => one.ok)).toHaveLength(30)
  expect(replies.filter(one => refusal(one) === 'PAIRING_LIMIT')).toHaveLength(10)
  expect((await stored(branch, 'caseloads', { _id: 'v-01' }))[0]?.elders).toHaveLength(30)
})

test('a new fixed contact replaces the former one, who is thanked, and the history keeps both', async () => {
  good(await pair('v-01', ['m-05']))
  await branch.clock.advance(DAY)
  good(await pair('v-03', ['m-05']))
  expect((await cardOf(5)).liaison?.memberId).toBe('v-03')
  expect(good(await branch.as('demo-volunteer-01').calls('pairing.mine', {})).elders).toEqual([])
  expect(await titles('demo-volunteer-01')).toContain('有 1 位老同志不再由您联系')
  expect(await historyOf('m-05')).toMatchObject([{ helperId: 'v-01', memberId: 'm-05', reason: '改由别的同志联系' }])
})

test('a late retry of a pairing that has ended meanwhile begins none', async () => {
  const input = { helperId: 'v-01', elderIds: ['m-40'], kind: 'one-to-many' as const }
  good(await secretary().calls('pairing.set', input, 'slow-pair'))
  good(await secretary().calls('pairing.end', { helperId: 'v-01', elderIds: ['m-40'], reason: '搬走了' }))
  expect(good(await secretary().calls('pairing.set', input, 'slow-pair')).count).toBe(0)
  expect((await stored(branch, 'caseloads', { _id: 'v-01' }))[0]?.elders).toEqual([])
})

test('two secretaries give one elder to two helpers at the same moment: one fixed contact remains', async () => {
  await Promise.all(['v-01', 'v-03', 'v-04', 'v-05'].map(helper => pair(helper, ['m-40'])))
  const lists = await stored(branch, 'caseloads', { 'elders.memberId': 'm-40' })
  expect(lists).toHaveLength(1)
})

test('several helpers look after one household, and a partner unit beside them', async () => {
  good(await pair('v-01', ['m-05'], 'household'))
  good(await pair('v-03', ['m-05'], 'household'))
  const { partnerId } = good(
    await secretary().calls('partner.save', {
      branchId: 'branch-01',
      name: '区委党校',
      contact: '周医生',
      phone: '027-8355 0009',
      offers: '上门量血压',
    }),
  )
  good(await pair(partnerId, ['m-05'], 'many-to-one'))
  const mine = good(await branch.as('demo-member-05').calls('pairing.mine', {}))
  expect(mine.helpers.map(one => one.memberId)).toEqual(['v-01', 'v-03', partnerId])
  expect(good(await secretary().calls('partner.list', { branchId: 'branch-01' })).items).toContainEqual(
    expect.objectContaining({ name: '区委党校', elders: 1, phone: '02783550009' }),
  )
  good(await secretary().calls('partner.end', { branchId: 'branch-01', partnerId, reason: '共建到期' }))
  expect(await historyOf('m-05')).toMatchObject([{ helperName: '区委党校', reason: '共建到期' }])
})

test('elders without a helper are listed with a suggestion each; followed all together none is left', async () => {
  const before = await gaps()
  expect(before.length).toBeGreaterThan(0)
  expect(before.every(one => one.suggestion !== null && one.suggestion.why !== '')).toBe(true)
  for (const helperId of new Set(before.flatMap(one => one.suggestion?.helperId ?? []))) {
    const theirs = before.filter(one => one.suggestion?.helperId === helperId).map(one => one.memberId)
    good(await pair(helperId, theirs, 'many-to-one'))
  }
  expect(await gaps()).toEqual([])
  const list = good(await secretary().calls('pairing.list', { branchId: 'branch-01' }))
  expect(list.paired).toBe(list.elders)
  expect(list.helpers.every(one => one.load.count <= one.load.limit)).toBe(true)
})

test('when a helper leaves, a plan proposes new helpers for the elders, and one command carries it out', async () => {
  good(await pair('v-01', elders(31, 50)))
  await branch.clock.advance(DAY)
  const plan = good(await secretary().calls('pairing.plan', { helperId: 'v-01' }))
  expect(plan.items).toHaveLength(20)
  const moves = plan.items.flatMap(one => (one.to ? [{ memberId: one.memberId, toHelperId: one.to.helperId }] : []))
  const act = () => secretary().calls('pairing.handOver', { helperId: 'v-01', moves, reason: '调到外地工作' })
  expect(good(await act())).toMatchObject({ moved: 20, left: [] })
  expect(good(await act())).toMatchObject({ moved: 0, left: [] })
  expect(good(await branch.as('demo-volunteer-01').calls('pairing.mine', {})).elders).toEqual([])
  const taker = moves.find(one => one.memberId === 'm-31')?.toHelperId
  expect((await cardOf(31)).liaison?.memberId).toBe(taker)
  expect(await historyOf('m-31')).toMatchObject([{ helperId: 'v-01', reason: '调到外地工作' }])
  // One message for all of it, not one for each of twenty.
  expect((await titles('demo-volunteer-01')).filter(one => one.includes('不再由您联系'))).toEqual(['有 20 位老同志不再由您联系'])
})

test('at night the card changes at once and people are told in the morning', async () => {
  await branch.clock.advance(12 * 60 * MINUTE)
  good(await pair('v-01', ['m-05']))
  expect((await cardOf(5)).liaison?.memberId).toBe('v-01')
  expect(await titles('demo-volunteer-01')).toEqual([])
  await branch.clock.advance(11 * 60 * MINUTE + MINUTE)
  expect(await titles('demo-volunteer-01')).toEqual(['请您联系 1 位老同志'])
  expect((await stored(branch, 'caseloads', { _id: 'v-01' }))[0]?.news).toEqual([])
})

test('a pairing that ends is told to both, kept, and leaves a gap', async () => {
  good(await pair('v-01', ['m-07', 'm-08']))
  const before = (await gaps()).length
  expect(good(await secretary().calls('pairing.end', { helperId: 'v-01', elderIds: ['m-07'], reason: '老人搬去女儿家' }))).toEqual({
    count: 1,
  })
  expect(good(await secretary().calls('pairing.end', { helperId: 'v-01', elderIds: ['m-07'], reason: '老人搬去女儿家' }))).toEqual({
    count: 1,
  })
  expect((await gaps()).length).toBe(before + 1)
  expect(await historyOf('m-07')).toMatchObject([{ reason: '老人搬去女儿家' }])
  expect((await titles('demo-member-07')).some(one => one.endsWith('不再联系您了'))).toBe(true)
})

test('a helper rings an elder of theirs, which is noted; of another elder they learn nothing', async () => {
  good(await pair('v-01', ['m-45']))
  const phone = (memberId: string) => branch.as('demo-volunteer-01').calls('pairing.phone', { memberId })
  expect(good(await phone('m-45')).phones).toHaveLength(1)
  expect(refusal(await phone('m-46'))).toBe('NOT_PAIRED')
  expect((await stored(branch, 'audit', { memberId: 'm-45' })).map(one => one.what)).toContain('pairing.phone')
})

test('no secretary pairs an elder of another branch, or a member with themselves', async () => {
  expect(refusal(await pair('v-01', ['n-02']))).toBe('FORBIDDEN')
  expect(
    refusal(await branch.as('demo-other-secretary').calls('pairing.set', { helperId: 'n-01', elderIds: ['m-05'], kind: 'one-to-many' })),
  ).toBe('FORBIDDEN')
  expect(refusal(await pair('m-05', ['m-05']))).toBe('PAIRING_SELF')
})

test('an in-service member gets no contact, but any household in need is helped, and the secretary sees it', async () => {
  const taken = async (kind: 'one-to-many' | 'one-to-one' | 'many-to-one' | 'household' | 'guardian', elderIds = ['v-04']) =>
    refusal(await secretary().calls('pairing.set', { helperId: 'v-01', elderIds, kind }))
  for (const kind of ['one-to-many', 'one-to-one', 'many-to-one'] as const) expect(await taken(kind)).toBe('PAIRING_NOT_ELDER')
  expect(await taken('one-to-many', ['m-05', 'v-04'])).toBe('PAIRING_NOT_ELDER')
  expect(await stored(branch, 'caseloads', { _id: 'v-01' })).toEqual([])
  const before = good(await secretary().calls('pairing.list', { branchId: 'branch-01' }))
  expect([await taken('household'), await taken('guardian', ['v-05'])]).toEqual(['done', 'done'])
  const { helpers, elders: all, paired } = good(await secretary().calls('pairing.list', { branchId: 'branch-01' }))
  expect(helpers.find(one => one.helperId === 'v-01')?.elders.map(one => one.memberId)).toEqual(['v-04', 'v-05'])
  expect([all, paired]).toEqual([before.elders, before.paired])
})

test('a request goes to the paired liaison first', async () => {
  good(await pair('v-01', ['m-05']))
  const { told } = good(await branch.as('demo-member-05').calls('request.raise', { kind: 'bulb' }))
  expect(told).toMatchObject([{ role: 'liaison', name: (await cardOf(5)).liaison?.name }])
})

test('a helper sees when their elder was last seen, in special care or not', async () => {
  good(await pair('v-01', ['m-05', 'm-06']))
  const { items } = good(
    await secretary().calls('visit.due', { branchId: 'branch-01', from: branch.clock.now(), to: branch.clock.now() + 90 * DAY }),
  )
  const visit = items.find(one => one.memberId === 'm-05' && one.state === 'due')
  expect(await stored(branch, 'care-contacts', { _id: 'm-05' })).toEqual([])
  const at = branch.clock.now() - 5 * MINUTE
  good(await secretary().calls('visit.record', { visitId: visit?.visitId ?? '', at, by: 'visit', note: '精神很好' }))
  const { elders: mine } = good(await branch.as('demo-volunteer-01').calls('pairing.mine', {}))
  expect(mine.map(one => [one.memberId, one.lastVisitAt === at])).toEqual([
    ['m-05', true],
    ['m-06', false],
  ])
})

test('pairings are exported as a workbook, with the elders without a helper on a second sheet', async () => {
  good(await pair('v-01', ['m-05']))
  const { url } = good(await secretary().calls('pairing.export', { branchId: 'branch-01' }))
  const file = Buffer.from(await (await fetch(url)).arrayBuffer())
  const [pairs, missing] = [await readSheet(file, '结对'), await readSheet(file, '没有结对')]
  const { helpers } = good(await secretary().calls('pairing.list', { branchId: 'branch-01' }))
  expect(pairs.slice(1).map(row => row[2])).toEqual(helpers.flatMap(one => one.elders.map(elder => elder.name)))
  expect(missing.slice(1).map(row => row[0])).toEqual((await gaps()).map(one => one.name))
  expect(await stored(branch, 'audit', { what: 'pairing.exported', memberId: 'm-05' })).toHaveLength(1)
})
