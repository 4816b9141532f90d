import { instantOf } from '../../../core/shared/calendar'
import { good, stored } from '../support/attendance'
import { MINUTE, startBranch, type Branch } from '../support/branch'
import { amend, people, refusal } from '../support/people'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

const branchId = 'branch-01'
const TODAY = '2026-11-21'
const secretary = () => branch.as('demo-secretary')
const sheet = async (month = '2026-11') => good(await secretary().calls('dues.list', { branchId, month }))
const lineOf = async (memberId: string, month = '2026-11') => (await sheet(month)).items.find(one => one.memberId === memberId)
const base = async (memberId: string, from = '2026-09', baseFen = 480_000) =>
  good(await secretary().calls('dues.setBase', { memberId, baseFen, standing: 'retired', from })).monthlyFen
const pay = (openid: string, memberId: string, months: string[], fen: number, commandId?: string) =>
  branch.as(openid).calls('dues.pay', { memberId, months, fen, on: TODAY }, commandId)
const inboxOf = async (openid: string) => good(await branch.as(openid).calls('inbox.list', {})).items

test('the secretary writes down a base and a payment; the person gets a receipt and reads their dues in one sentence', async () => {
  expect(await base('m-10')).toBe(2400)
  expect(await lineOf('m-10')).toMatchObject({ dueFen: 2400, paidFen: 0, arrearsMonths: 2 })
  const { entryId } = good(await pay('demo-secretary', 'm-10', ['2026-09', '2026-10', '2026-11'], 7200, 'q4'))
  expect(good(await pay('demo-secretary', 'm-10', ['2026-09', '2026-10', '2026-11'], 7200, 'q4')).entryId).toBe(entryId)
  expect(await lineOf('m-10')).toMatchObject({ dueFen: 2400, paidFen: 2400, arrearsMonths: 0, entryId })
  const mine = good(await branch.as('demo-member-10').calls('dues.mine', {}))
  expect(mine).toMatchObject({ monthlyFen: 2400, rate: 5, baseFen: 480_000, paidUntil: '2026-11', arrears: [], state: 'owes' })
  expect(mine.payments.items).toMatchObject([{ entryId, fen: 7200, way: 'cash' }])
  expect((await inboxOf('demo-member-10'))[0]).toMatchObject({ kind: 'dues-news', title: '收到您的党费72元' })
  expect(await branch.roundTrips('dues.pay')).toBeLessThanOrEqual(4)
  // What was decided is in the book; the timer takes it off the person's row.
  await branch.clock.advance(2 * MINUTE)
  expect(await stored(branch, 'dues-accounts', { 'pending.at': { $gte: 0 } })).toEqual([])
  expect(await stored(branch, 'dues-payments', { memberId: 'm-10' })).toHaveLength(1)
})

test('a payment that was decided when the call was cut off is put into the book by the timer, once', async () => {
  await base('m-15')
  good(await pay('demo-secretary', 'm-15', ['2026-10'], 2400, 'whole'))
  const [whole] = await stored(branch, 'dues-payments', { memberId: 'm-15' })
  if (!whole) throw new Error('nothing was paid')
  const cut = { ...whole, _id: 'cut-off', commandId: 'cut-off', months: ['2026-11'] }
  await amend(branch, 'dues-accounts', { _id: 'm-15' }, { pending: [cut] })
  await branch.clock.advance(3 * MINUTE)
  expect(await stored(branch, 'dues-payments', { memberId: 'm-15', _id: 'cut-off' })).toEqual([cut])
  expect(await stored(branch, 'dues-accounts', { 'pending.at': { $gte: 0 } })).toEqual([])
})

test('a month that is paid refuses the whole of a further payment', async () => {
  await base('m-11')
  good(await pay('demo-secretary', 'm-11', ['2026-10'], 2400))
  const again = await pay('demo-secretary', 'm-11', ['2026-09', '2026-10'], 4800)
  expect(again).toMatchObject({ ok: false, code: 'DUES_PAID', data: { months: ['2026-10'] } })
  expect(await lineOf('m-11', '2026-09')).toMatchObject({ paidFen: 0 })
})

test('what was written down by mistake is taken back by a reversal, and a command that comes late does not bring it back', async () => {
  await base('m-12')
  const { entryId } = good(await pay('demo-secretary', 'm-12', ['2026-11'], 2400, 'wrong'))
  const undone = good(await secretary().calls('dues.undo', { entryId, reason: '记到别人名下了' }))
  expect(good(await secretary().calls('dues.undo', { entryId, reason: '记到别人名下了' }))).toEqual(undone)
  expect(good(await pay('demo-secretary', 'm-12', ['2026-11'], 2400, 'wrong')).entryId).toBe(entryId)
  expect(await lineOf('m-12')).toMatchObject({ paidFen: 0 })
  const rows = await stored(branch, 'dues-payments', { memberId: 'm-12' })
  expect(rows.map(one => one.fen).sort((one, other) => one - other)).toEqual([-2400, 2400])
  good(await pay('demo-secretary', 'm-12', ['2026-11'], 2400, 'right'))
  expect(await lineOf('m-12')).toMatchObject({ paidFen: 2400 })
})

test('a relative tells that dues were paid; the secretary confirms it, and no other writes in it', async () => {
  await base('m-01')
  const { entryId } = good(await pay('demo-family-01', 'm-01', ['2026-11'], 2400))
  expect(await lineOf('m-01')).toMatchObject({ told: true, paidFen: 2400 })
  expect((await sheet()).items[0]?.memberId).toBe('m-01')
  good(await secretary().calls('dues.confirm', { entryId }))
  expect(await lineOf('m-01')).toMatchObject({ told: false, paidFen: 2400 })
  expect(refusal(await pay('demo-member-13', 'm-01', ['2026-12'], 2400))).toBe('FORBIDDEN')
  expect(refusal(await pay('demo-other-secretary', 'm-01', ['2026-12'], 2400))).toBe('FORBIDDEN')
  expect(refusal(await branch.as(people.leader.openid).calls('dues.list', { branchId, month: '2026-11' }))).toBe('FORBIDDEN')
})

test('a month of many is written down by one tap; those who cannot are named, and the same tap again is the same', async () => {
  const many = ['m-20', 'm-21', 'm-22', 'm-23']
  for (const memberId of many.slice(0, 3)) await base(memberId, '2026-11', 620_000)
  good(await pay('demo-secretary', 'm-22', ['2026-11'], 6200))
  const tap = () => secretary().calls('dues.collect', { branchId, memberIds: many, months: ['2026-11'], on: TODAY }, 'tap')
  const first = good(await tap())
  expect(first).toMatchObject({ paid: 2, fen: 12_400 })
  expect(first.left.map(one => [one.memberId, one.why]).sort()).toEqual([
    ['m-22', 'paid'],
    ['m-23', 'no-base'],
  ])
  expect(good(await tap())).toMatchObject({ paid: 2, fen: 12_400 })
  expect(await stored(branch, 'dues-payments', { memberId: 'm-20' })).toHaveLength(1)
  expect(await branch.roundTrips('dues.collect')).toBeLessThanOrEqual(12)
  await sheet()
  expect(await branch.roundTrips('dues.list')).toBeLessThanOrEqual(2)
})

test('what is open is told gently to the person alone', async () => {
  await base('m-14', '2026-08')
  expect(good(await secretary().calls('dues.remind', { branchId, memberIds: ['m-14', 'm-10'] }))).toEqual({ told: 1 })
  expect((await inboxOf('demo-member-14'))[0]?.text).toContain('2026年8月至10月的党费还没有记到，共72元')
  expect((await inboxOf('demo-member-10'))[0]?.kind).not.toBe('dues-due')
})

test('once a quarter what is open of the quarters before is told by itself: not to those in care, ill or relieved, not in this quarter twice, and the secretary sees who was told', async () => {
  const contacts = new Set((await stored(branch, 'care-contacts', { branchId })).filter(one => one.on).map(one => one._id))
  const others = Array.from({ length: 18 }, (_, nth) => `m-${String(26 + nth)}`)
  const [told = '', relieved = '', heard = ''] = others.filter(one => !contacts.has(one))
  const cared = others.find(one => contacts.has(one)) ?? ''
  const look = { _id: { $in: [told, cared, relieved, heard] } }
  for (const memberId of [told, cared, relieved, heard]) await base(memberId, '2026-08')
  good(await secretary().calls('dues.relieve', { memberId: relieved, from: '2026-09', until: '2026-10', fen: 0, reason: '住院' }))
  good(await secretary().calls('dues.remind', { branchId, memberIds: [heard] }))
  const inboxes = async () => {
    const all = await Promise.all([told, cared, relieved, heard].map(one => inboxOf(`demo-member-${one.slice(2)}`)))
    return all.map(items => items.filter(one => one.kind === 'dues-due').map(one => one.text.includes('8月至9月的党费还没有记到，共48元')))
  }
  // Not before its day.
  await branch.clock.advance(MINUTE)
  expect(await inboxes()).toEqual([[], [], [], [false]])
  await amend(branch, 'dues-accounts', look, { remindAt: 1 })
  await branch.clock.advance(MINUTE)
  expect(await inboxes()).toEqual([[true], [], [], [false]])
  expect((await stored(branch, 'dues-accounts', look)).every(one => (one.remindAt ?? 0) > instantOf('2027-01-15'))).toBe(true)
  await amend(branch, 'dues-accounts', look, { remindAt: 1 })
  await branch.clock.advance(MINUTE)
  expect(await inboxes()).toEqual([[true], [], [], [false]])
  const { items } = await sheet()
  expect(
    items
      .filter(one => one.remindedOn !== undefined)
      .map(one => one.memberId)
      .sort(),
  ).toEqual(expect.arrayContaining([told, heard]))
  expect(items.find(one => one.memberId === cared)?.remindedOn).toBeUndefined()
})

test('a relief with its paper lowers what is owed until it ends', async () => {
  await base('m-15')
  const relief = { memberId: 'm-15', from: '2026-10', until: '2027-03', fen: 0, reason: '长期住院' }
  const { reliefId } = good(await secretary().calls('dues.relieve', relief))
  expect(await lineOf('m-15')).toMatchObject({ dueFen: 0, relieved: true, arrearsMonths: 1 })
  good(await secretary().calls('dues.endRelief', { memberId: 'm-15', reliefId, from: '2026-11' }))
  expect(await lineOf('m-15')).toMatchObject({ dueFen: 2400, relieved: false })
})

test('a voluntary payment of a large sum counts for no month; a smaller one is none', async () => {
  await base('m-16', '2026-11')
  const special = (fen: number) => secretary().calls('dues.special', { memberId: 'm-16', fen, on: TODAY })
  expect(await special(99_999)).toMatchObject({ code: 'DUES_SPECIAL_TOO_LITTLE', data: { leastFen: 100_000 } })
  good(await special(100_000))
  expect(await lineOf('m-16')).toMatchObject({ paidFen: 0, dueFen: 2400 })
})

test('months follow a member who moves: what was paid here is paid there, and only the new branch takes the rest', async () => {
  await base('m-17')
  good(await pay('demo-secretary', 'm-17', ['2026-09', '2026-10'], 4800))
  const { transferId } = good(await secretary().calls('transfer.start', { memberId: 'm-17', toBranchId: 'branch-02', reason: '搬家' }))
  good(await branch.as('demo-other-secretary').calls('transfer.receive', { transferId }))
  expect(await lineOf('m-17')).toBeUndefined()
  const there = good(await branch.as('demo-other-secretary').calls('dues.list', { branchId: 'branch-02', month: '2026-11' }))
  expect(there.items.find(one => one.memberId === 'm-17')).toMatchObject({ dueFen: 2400, arrearsMonths: 0 })
  expect(refusal(await pay('demo-secretary', 'm-17', ['2026-11'], 2400))).toBe('FORBIDDEN')
  expect(refusal(await pay('demo-other-secretary', 'm-17', ['2026-10'], 2400))).toBe('DUES_PAID')
  good(await pay('demo-other-secretary', 'm-17', ['2026-11'], 2400))
})

test('who died owes nothing more and is asked for nothing; what they paid stays in the book', async () => {
  await base('m-18', '2026-08')
  good(await pay('demo-secretary', 'm-18', ['2026-08'], 2400))
  const [row] = await stored(branch, 'members', { _id: 'm-18' })
  const told = { memberId: 'm-18', diedOn: '2026-11-20', toldBy: '女儿', nameEnd: row?.name.at(-1) ?? '', bereavedIds: [] }
  good(await secretary().calls('aftercare.mark', told))
  expect(await lineOf('m-18')).toBeUndefined()
  expect(refusal(await pay('demo-secretary', 'm-18', ['2026-09'], 2400))).not.toBe('done')
  await amend(branch, 'dues-accounts', { _id: 'm-18' }, { remindAt: 1 })
  await branch.clock.advance(MINUTE)
  expect((await stored(branch, 'dues-accounts', { _id: 'm-18' }))[0]?.remindedOn).toBeUndefined()
  expect(await stored(branch, 'dues-payments', { memberId: 'm-18' })).toHaveLength(1)
})
