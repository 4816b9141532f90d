import { readSheet } from 'read-excel-file/node'
import { sayYuan } from '../../../core/means/dues/words'
import { instantOf } from '../../../core/shared/calendar'
import { good, stored } from '../support/attendance'
import { startBranch, type Branch } from '../support/branch'
import { amend, refusal } from '../support/people'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

const [orgId, TODAY] = ['branch-01', '2026-11-21']
const secretary = () => branch.as('demo-secretary')
const bureau = () => branch.as('demo-bureau')
type Kind = 'return' | 'grant' | 'spend' | 'gift' | 'scholarship' | 'carried'
const enter = (kind: Kind, fen: number, more: Record<string, unknown> = {}, commandId?: string, openid = 'demo-secretary') =>
  branch.as(openid).calls('fund.entry', { orgId, kind, fen, on: TODAY, line: '学习资料', words: '买书', ...more }, commandId)
const ledger = async (year = 2026) => good(await secretary().calls('fund.ledger', { orgId, year }))
const duesYear = async () => good(await secretary().calls('dues.book', { branchId: orgId, year: 2026 }))
const whole = ({ totals }: Awaited<ReturnType<typeof ledger>>) => totals.openingFen + totals.inFen - totals.outFen === totals.closingFen

test('the year of a branch, from the base to the publication', async () => {
  // What the demo says of the year so far.
  const [begun, was] = [await duesYear(), await ledger()]
  const sumOf = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0)
  const [collected, handed] = [sumOf(begun.months.map(one => one.collectedFen)), sumOf(begun.months.map(one => one.handedFen))]
  for (const memberId of ['m-10', 'm-11', 'm-12'])
    good(await secretary().calls('dues.setBase', { memberId, baseFen: 620_000, standing: 'retired', from: '2026-10' }))
  const members = ['m-10', 'm-11', 'm-12']
  good(await secretary().calls('dues.collect', { branchId: orgId, memberIds: members, months: ['2026-10', '2026-11'], on: TODAY }))
  const wrong = good(await secretary().calls('dues.special', { memberId: 'm-13', fen: 200_000, on: TODAY }))
  expect(wrong.entryId).not.toBe('')

  // What was taken in is handed in, and not more than that.
  const before = await duesYear()
  expect(before).toMatchObject({ heldFen: begun.heldFen + 37_200, specialFen: 200_000 })
  expect(before.quarters[3]).toMatchObject({ baseFen: 37_200, returnedFen: null })
  const handIn = (fen: number, id: string) => secretary().calls('dues.handIn', { branchId: orgId, quarter: '2026-Q4', fen, on: TODAY }, id)
  expect(await handIn(37_201, 'more')).toMatchObject({ code: 'DUES_NOT_IN_HAND', data: { heldFen: 37_200 } })
  good(await handIn(37_200, 'all'))
  good(await handIn(37_200, 'all'))
  expect(await duesYear()).toMatchObject({ heldFen: begun.heldFen })

  // The bureau returns 70% once, whatever is sent again.
  const give = (openid: string) => branch.as(openid).calls('dues.return', { branchId: orgId, quarter: '2026-Q4' })
  expect(refusal(await give('demo-secretary'))).toBe('FORBIDDEN')
  const returned = good(await give('demo-bureau'))
  expect(returned.fen).toBe(26_040)
  expect(good(await give('demo-bureau'))).toEqual(returned)
  await branch.clock.advance(2 * 60_000)
  const rows = good(await bureau().calls('dues.returns', { orgId: 'district', quarter: '2026-Q4' }))
  expect(rows.items.find(one => one.branchId === orgId)).toMatchObject({ baseFen: 37_200, returnedFen: 26_040 })

  // Spending by a budget, with its receipt; gifts with those who got them.
  good(await secretary().calls('fund.budget', { orgId, year: 2026, lines: [{ line: '学习资料', fen: 20_000 }] }))
  const receipt = await branch.upload('发票.jpg', Buffer.from('a receipt'))
  good(await enter('spend', 8000, { fileIds: [receipt], discussion: { on: '2026-11-18', words: '支委会同意' } }))
  good(await enter('gift', 500_000, { line: '助学', words: '老同志捐的', partner: '江城银行' }))
  const people = [
    { name: '小王', fen: 100_000 },
    { name: '小李', fen: 100_000 },
  ]
  expect(await enter('scholarship', 150_000, { line: '助学', people })).toMatchObject({
    code: 'INVALID_INPUT',
    data: { paths: ['people'] },
  })
  good(await enter('scholarship', 200_000, { line: '助学', words: '资助两名学生', people }))
  const book = await ledger()
  expect(book.totals).toEqual({
    openingFen: 0,
    inFen: was.totals.inFen + 526_040,
    outFen: was.totals.outFen + 208_000,
    closingFen: was.totals.closingFen + 318_040,
  })
  expect(book.lines.find(one => one.line === '学习资料')).toMatchObject({ budgetFen: 20_000, spentFen: 8000, leftFen: 12_000 })
  expect(book.items.slice(-4).map(one => one.lacks)).toEqual([[], [], [], ['receipt', 'discussion']])
  expect(book.items.at(-1)?.balanceFen).toBe(book.totals.closingFen)
  expect(await branch.roundTrips('fund.ledger')).toBeLessThanOrEqual(2)

  // The money is counted, the year published: sums alone, to every member; on the wall as a paper, in Excel for the bureau.
  expect(good(await secretary().calls('fund.count', { orgId, on: TODAY, countedFen: book.totals.closingFen - 40 }))).toEqual({
    bookFen: book.totals.closingFen,
    differenceFen: -40,
  })
  good(await secretary().calls('fund.publish', { orgId, year: 2026 }))
  const read = good(await branch.as('demo-member-30').calls('fund.published', {}))
  expect(read.items[0]).toMatchObject({
    totals: book.totals,
    dues: { people: 24, collectedFen: collected + 37_200, handedFen: handed + 37_200 },
  })
  expect(JSON.stringify(read)).not.toContain('小王')
  expect(good(await branch.as('demo-member-30').calls('inbox.list', {})).items[0]?.kind).toBe('fund-published')
  const sheet = good(await secretary().calls('fund.export', { orgId, year: 2026 }))
  const cells = (await readSheet(Buffer.from(await (await fetch(sheet.url)).arrayBuffer()), '2026年收支')).flat().map(String)
  expect(cells).toEqual(expect.arrayContaining(['期末余额', sayYuan(book.totals.closingFen)]))
  expect(good(await secretary().calls('fund.paper', { orgId, year: 2026 })).url).toContain('.docx')

  // The board says the same as the book.
  await branch.clock.advance(2 * 60_000)
  const board = good(await bureau().calls('board.get', { orgId, topic: 'funds' })).figures.find(one => one.topic === 'funds')
  expect(board?.now).toMatchObject({
    balanceFen: book.totals.closingFen,
    collectedFen: collected + 37_200,
    returnedFen: read.items[0]?.dues.returnedFen,
  })
})

test('an entry that is sent again is one entry; one that was wrong is taken back by another and stays', async () => {
  const before = await ledger()
  const { entryId } = good(await enter('spend', 1000, {}, 'once'))
  expect(good(await enter('spend', 1000, {}, 'once')).entryId).toBe(entryId)
  const back = good(await secretary().calls('fund.reverse', { orgId, entryId, reason: '记重了' }))
  expect(good(await secretary().calls('fund.reverse', { orgId, entryId, reason: '记重了' }))).toEqual(back)
  expect(good(await enter('spend', 1000, {}, 'once')).entryId).toBe(entryId)
  const after = await ledger()
  expect(after.totals.closingFen).toBe(before.totals.closingFen)
  expect(after.items.filter(one => one.entryId === entryId)).toMatchObject([{ reversedBy: back.entryId }])
  expect(whole(after)).toBe(true)
})

test('the secretary is reminded of dues that are in hand of quarters that are over, once a month', async () => {
  const reminders = async () => good(await secretary().calls('inbox.list', {})).items.filter(one => one.title === '有党费该上交了')
  expect(await reminders()).toEqual([])
  for (let times = 0; times < 2; times++) {
    await amend(branch, 'fund-books', { _id: orgId }, { lookAt: 1 })
    await branch.clock.advance(60_000)
    expect((await reminders()).map(one => one.text.includes('2026年第3季度'))).toEqual([true])
  }
  expect((await stored(branch, 'fund-books', { _id: orgId }))[0]?.lookAt).toBe(instantOf('2026-12-10', '09:30'))
})

test('money that was counted is noted once: sent again, it says what the book said then', async () => {
  const count = (command: string) => secretary().calls('fund.count', { orgId, on: TODAY, countedFen: 5000, words: '盘点' }, command)
  const noted = async () => (await ledger()).counts.filter(one => one.words === '盘点')
  const first = good(await count('counted'))
  good(await enter('grant', 300))
  expect(good(await count('counted'))).toEqual(first)
  expect(await noted()).toHaveLength(1)
  expect(good(await count('counted-again'))).toEqual({ bookFen: first.bookFen + 300, differenceFen: first.differenceFen - 300 })
  expect(await noted()).toHaveLength(2)
})

test('a return that was wrong is taken back, and made once more', async () => {
  const return4 = (command?: string) => bureau().calls('dues.return', { branchId: orgId, quarter: '2026-Q4', percent: 60 }, command)
  const first = good(await return4())
  good(await bureau().calls('fund.reverse', { orgId, entryId: first.entryId, reason: '比例错了' }))
  const second = good(await return4('second'))
  expect(second.entryId).not.toBe(first.entryId)
  expect(second.fen).toBe(22_320)
  expect(good(await return4())).toEqual(second)
  good(await bureau().calls('fund.reverse', { orgId, entryId: second.entryId, reason: '又错了' }))
  expect(good(await return4('second'))).toEqual(second)
  const third = good(await return4())
  expect(third.entryId).not.toBe(second.entryId)
  expect((await ledger()).items.find(one => one.entryId === third.entryId)).toMatchObject({ fen: 22_320 })
})

test('nothing is dated into a closed month, and what was there stays', async () => {
  good(await enter('grant', 70_000, { on: '2026-08-31' }))
  good(await secretary().calls('fund.close', { orgId, month: '2026-09' }))
  for (const on of ['2026-09-30', '2026-08-01', '2025-01-01']) expect(refusal(await enter('spend', 100, { on }))).toBe('FUND_CLOSED')
  good(await enter('spend', 100, { on: '2026-10-01' }))
  expect((await ledger()).closedThrough).toBe('2026-09')
  expect(whole(await ledger())).toBe(true)
  expect((await stored(branch, 'fund-months', { orgId, month: '2026-06' }))[0]).toMatchObject({ closed: true, entries: [] })
})

test('from a sum that the bureau sets, a spend waits for a second person, who is not the one who asks', async () => {
  const rule = { key: 'funds.two-persons-yuan' as const, from: '2026-01-01', document: '经费管理办法', value: 500 }
  good(await bureau().calls('regulation.set', { orgId: 'district', ...rule }))
  const before = (await ledger()).totals.closingFen
  const { entryId, state } = good(await enter('spend', 60_000))
  expect(state).toBe('proposed')
  expect((await ledger()).totals.closingFen).toBe(before)
  expect(refusal(await secretary().calls('fund.approve', { orgId, entryId }))).toBe('FUND_SECOND_PERSON')
  good(await bureau().calls('fund.approve', { orgId, entryId }))
  good(await bureau().calls('fund.approve', { orgId, entryId }))
  expect((await ledger()).totals.closingFen).toBe(before - 60_000)
  const other = good(await enter('spend', 70_000))
  good(await bureau().calls('fund.decline', { orgId, entryId: other.entryId, reason: '再商量' }))
  expect(refusal(await bureau().calls('fund.approve', { orgId, entryId: other.entryId }))).toBe('CONFLICT')
  expect((await ledger()).proposals).toEqual([])
  good(await bureau().calls('regulation.set', { orgId: 'district', ...rule, value: 0 }))
})

test('an auditor reads everything and changes nothing; no other reads the book', async () => {
  good(await secretary().calls('fund.appoint', { orgId, memberIds: ['m-40'] }))
  const auditor = branch.as('demo-member-40')
  const seen = good(await auditor.calls('fund.audit', { orgId, year: 2026 }))
  expect(seen.totals).toEqual((await ledger()).totals)
  const { months, quarters } = await duesYear()
  expect(seen.dues).toEqual({
    people: 24,
    collectedFen: months.reduce((sum, one) => sum + one.collectedFen, 0),
    handedFen: months.reduce((sum, one) => sum + one.handedFen, 0),
    returnedFen: quarters.reduce((sum, one) => sum + (one.returnedFen ?? 0), 0),
  })
  expect(seen.counts).toHaveLength(3)
  expect(good(await auditor.calls('fund.published', {})).audits).toMatchObject([{ orgId }])
  expect(refusal(await enter('spend', 100, {}, undefined, 'demo-member-40'))).toBe('FORBIDDEN')
  expect(refusal(await branch.as('demo-member-41').calls('fund.audit', { orgId, year: 2026 }))).toBe('FORBIDDEN')
  for (const openid of ['demo-street', 'demo-other-secretary', 'demo-member-41'])
    expect(refusal(await branch.as(openid).calls('fund.ledger', { orgId, year: 2026 }))).toBe('FORBIDDEN')
})
