import readXlsx, { readSheet } from 'read-excel-file/node'
import { routes } from '../../../core/shared/routes'
import { good, put, stored } from '../support/attendance'
import { HOUR, MINUTE, startBranch, type Branch } from '../support/branch'
import { amend, refusal } from '../support/people'

let branch: Branch
beforeAll(async () => void (branch = await startBranch()))
afterAll(() => branch.close())

const branchId = 'branch-01'
const secretary = () => branch.as('demo-secretary')
const street = () => branch.as('demo-street')
const bureau = () => branch.as('demo-bureau')
const closesOn = '2026-11-21'
const standards = [
  {
    name: '组织生活好',
    rules: [
      { text: '主题党日每月一次', points: 6, evidence: { source: 'rhythm', measure: 'party-days', atLeast: 4, lose: 1 } },
      { text: '没有人测得出的一条', points: 4, evidence: { source: 'transfers', measure: 'in-time', atLeast: 90 } },
    ],
  },
  { name: '作用发挥好', rules: [{ text: '有特色做法', points: 5 }, { text: '台账齐全', points: 3, visit: true as const }] }, // prettier-ignore
]
let roundId = ''
const sheet = async (openid = 'demo-secretary', id = branchId) =>
  good(await branch.as(openid).calls('assessment.sheet', { roundId, branchId: id }))
const rule = async (ruleId: string, openid?: string) => (await sheet(openid)).rules.find(one => one.ruleId === ruleId)
const titles = async (openid: string) => good(await branch.as(openid).calls('inbox.list', {})).items.map(one => one.title)
const counted = () => branch.clock.advance(4 * MINUTE)
const map = async (openid = 'demo-bureau', orgId = 'district') => good(await branch.as(openid).calls('assessment.map', { roundId, orgId }))

test('a bureau opens a round; each branch finds its sheet filled from what the system holds, and what is not to be seen is not judged', async () => {
  const { templateId } = good(
    await bureau().calls('assessment.template', { orgId: 'district', name: '本区六好', kind: 'model', standards }),
  )
  const round = { orgId: 'district', templateId, period: '2026', closesOn }
  const opened = good(await bureau().calls('assessment.open', round, 'open-01'))
  expect(opened.branches).toBe((await stored(branch, 'organizations', { kind: 'branch' })).length)
  expect(good(await bureau().calls('assessment.open', round, 'open-01'))).toEqual(opened)
  roundId = opened.roundId
  expect(await stored(branch, 'assessment-sheets', { roundId })).toHaveLength(opened.branches)
  expect(refusal(await secretary().calls('assessment.open', { ...round, orgId: branchId }))).toBe('FORBIDDEN')
  expect(await titles('demo-secretary')).toContain('请支部自查：本区六好')

  const shown = await sheet()
  // Last month's Party day alone has a sheet.
  expect(shown.rules[0]).toMatchObject({
    points: 6,
    counted: 3,
    state: 'partly',
    judged: null,
    self: null,
    evidence: { value: 1, unit: '次', points: 3 },
  })
  expect(shown.rules[0]?.evidence?.seen[0]?.page).toBe(routes.activity({ id: 'act-last-month' }))
  expect(shown.rules[0]?.asks).toBe('办了几次主题党日，达到4次得满分，每少1次扣1分')
  expect(shown.rules.slice(1).map(one => [one.evidence, one.counted, one.state])).toEqual([[null, null, 'unknown'], [null, null, 'unknown'], [null, null, 'unknown']]) // prettier-ignore
  expect(shown).toMatchObject({ score: 3, of: 6, total: 18, band: 'open', frozen: false, stage: 'checking' })
  expect(shown.lifts).toEqual({ gain: 3, rules: [{ ruleId: 'r1', text: '主题党日每月一次', gain: 3 }] })
  expect(shown.may.sort()).toEqual(['appeal', 'recount', 'self'])
  expect((await sheet('demo-street')).may.sort()).toEqual(['answer', 'judge', 'recount', 'visit'])
  await sheet()
  expect(await branch.roundTrips('assessment.sheet')).toBeLessThanOrEqual(2)
  // Who it is, the branch, and the sheet with its round.
  expect(await branch.operations('assessment.sheet')).toBeLessThanOrEqual(3)
  expect(refusal(await branch.as('demo-other-secretary').calls('assessment.sheet', { roundId, branchId }))).toBe('FORBIDDEN')
  const listed = good(await secretary().calls('assessment.list', { orgId: branchId }))
  expect(listed.items).toMatchObject([{ roundId, name: '本区六好', stage: 'checking', version: 1 }, { roundId: 'demo-assessment' }])
})

test('a branch checks itself with words and photos beside the evidence; its word counts for nothing until it is judged', async () => {
  const photo = await branch.upload('照片.jpg', Buffer.from('a photo'))
  const self = { roundId, branchId, ruleId: 'r3', points: 5, words: '小小图书角', fileIds: [photo] }
  good(await secretary().calls('assessment.self', self))
  good(await secretary().calls('assessment.self', self))
  expect(refusal(await secretary().calls('assessment.self', { ...self, points: 5.5 }))).toBe('INVALID_INPUT')
  expect(refusal(await street().calls('assessment.self', self))).toBe('FORBIDDEN')
  expect(await rule('r3')).toMatchObject({ self: { points: 5, words: '小小图书角', fileIds: [photo] }, counted: null, state: 'unknown' })
  // Said again without the photo, the photo goes.
  good(await secretary().calls('assessment.self', { ...self, fileIds: [] }))
  await branch.clock.advance(2 * MINUTE)
  expect(await stored(branch, 'files', { about: `${roundId}:${branchId}` })).toEqual([])
})

test('a judge’s word stands beside the figure, the panel’s before the street’s, and taken back the figure counts again', async () => {
  const say = { roundId, branchId, ruleId: 'r1' }
  good(await street().calls('assessment.judge', { ...say, points: 4, words: '九月那次有照片' }))
  expect(await rule('r1')).toMatchObject({ counted: 4, evidence: { value: 1, points: 3 }, judged: { points: 4, judges: 1 } })
  good(await bureau().calls('assessment.judge', { ...say, points: 6, words: '三月也补上了' }))
  good(await bureau().calls('assessment.judge', { ...say, points: 6, words: '三月也补上了' }))
  expect(await rule('r1')).toMatchObject({
    counted: 6,
    state: 'met',
    evidence: { points: 3 },
    judged: { points: 6, judges: 1, apart: false },
  })
  good(await bureau().calls('assessment.unjudge', say))
  expect(await rule('r1', 'demo-bureau')).toMatchObject({ counted: 4, former: [{ points: 6, words: '三月也补上了' }] })
  good(await street().calls('assessment.unjudge', say))
  expect(await rule('r1')).toMatchObject({ counted: 3, state: 'partly', judged: null, evidence: { points: 3 } })
  expect(refusal(await secretary().calls('assessment.judge', { ...say, points: 6, words: '自己来' }))).toBe('FORBIDDEN')
  expect(refusal(await street().calls('assessment.judge', { ...say, points: 7, words: '太多了' }))).toBe('INVALID_INPUT')
})

test('two judges of one panel are heard together, and what lies far apart is shown', async () => {
  await amend(branch, 'members', { _id: 'm-20' }, { grants: [{ role: 'bureau', orgId: 'district', path: '/district/' }] })
  const say = { roundId, branchId, ruleId: 'r3' }
  good(await bureau().calls('assessment.judge', { ...say, points: 5, words: '很好' }))
  good(await branch.as('demo-member-20').calls('assessment.judge', { ...say, points: 2, words: '一般' }))
  const judged = await rule('r3', 'demo-bureau')
  expect(judged).toMatchObject({ counted: 3.5, judged: { points: 3.5, judges: 2, low: 2, high: 5, apart: true } })
  expect(judged?.marks.map(one => one.mine).sort()).toEqual([false, true])
})

test('a visit finds what papers do not say; the branch appeals and is answered', async () => {
  const visit = { roundId, branchId, on: '2026-11-21', words: '台账齐全，少一块牌子', found: [{ ruleId: 'r4', good: true, words: '有' }] }
  good(await street().calls('assessment.visit', visit, 'visit-01'))
  good(await street().calls('assessment.visit', visit, 'visit-01'))
  expect((await sheet()).visits).toMatchObject([{ words: '台账齐全，少一块牌子', found: [{ ruleId: 'r4', good: true }] }])
  expect(refusal(await street().calls('assessment.visit', { ...visit, on: '2026-11-30' }))).toBe('INVALID_INPUT')
  good(await secretary().calls('assessment.appeal', { roundId, branchId, ruleId: 'r3', words: '请看看我们的图书角' }))
  expect(await titles('demo-bureau')).toEqual(expect.arrayContaining([expect.stringContaining('对评分有意见')]))
  good(await bureau().calls('assessment.answer', { roundId, branchId, ruleId: 'r3', words: '看过了，评议时再议' }))
  expect(await titles('demo-secretary')).toContain('您提的意见有答复了')
  expect((await rule('r3'))?.appeal).toMatchObject({ words: '请看看我们的图书角', answer: { words: '看过了，评议时再议' } })
  expect(refusal(await bureau().calls('assessment.answer', { roundId, branchId, ruleId: 'r1', words: '没有人问' }))).toBe('NOT_FOUND')
})

test('the map shows standards by streets and branches at once, and its sums are those of the sheets', async () => {
  await counted()
  const whole = await map()
  const sheets = await stored(branch, 'assessment-sheets', { roundId })
  expect(whole).toMatchObject({ left: 0, whole: { branches: sheets.length }, standards: [{ name: '组织生活好', points: 10 }, { name: '作用发挥好', points: 8 }] }) // prettier-ignore
  expect(whole.rows.reduce((sum, one) => sum + one.branches, 0)).toBe(sheets.length)
  const below = await map('demo-street', 'changqing')
  const own = below.rows.find(one => one.orgId === branchId)
  expect(own).toMatchObject({ isBranch: true, score: 6.5, of: 11, standards: [{ score: 3, of: 6, total: 10 }, { score: 3.5, of: 5, total: 8 }] }) // prettier-ignore
  expect(await branch.roundTrips('assessment.map')).toBeLessThanOrEqual(3)
  const list = good(await bureau().calls('assessment.branches', { roundId, orgId: 'district', band: 'last' }))
  expect(list.items.map(one => one.branchId)).toContain(branchId)
  const compared = good(await secretary().calls('assessment.compare', { roundId, branchId }))
  expect(compared).toMatchObject({ standards: ['组织生活好', '作用发挥好'], own: [{ score: 3 }, { score: 3.5 }], before: null })
  expect(compared.near).not.toBeNull()
})

test('the board counts where branches stand in the year, its list names them, and the workbook has each', async () => {
  const board = good(await bureau().calls('board.get', { orgId: 'district' })).figures.find(one => one.topic === 'assessment')?.now
  const list = async (band?: 'first' | 'middle' | 'last' | 'open') =>
    good(await bureau().calls('assessment.year', { orgId: 'district', year: 2026, ...(band ? { band } : {}) })).items
  const bands = { first: (await list('first')).length, middle: (await list('middle')).length, last: (await list('last')).length, open: (await list('open')).length } // prettier-ignore
  expect(board).toMatchObject({ judged: (await list()).length, ...bands })
  const { url } = good(await bureau().calls('assessment.exportYear', { orgId: 'district', year: 2026 }))
  const rows = await readSheet(Buffer.from(await (await fetch(url)).arrayBuffer()))
  expect(
    rows
      .slice(1)
      .map(row => row[0])
      .sort(),
  ).toEqual((await list()).map(one => one.name).sort())
  expect(rows.some(row => String(row[4]).startsWith('本区六好'))).toBe(true)
  expect(refusal(await secretary().calls('assessment.exportYear', { orgId: branchId, year: 2026 }))).toBe('FORBIDDEN')
})

test('after the self-check the figures are frozen; what changes later shows as such and changes no score', async () => {
  await branch.clock.advance(20 * HOUR + 5 * MINUTE, 5 * HOUR)
  expect(await sheet()).toMatchObject({ frozen: true, stage: 'judging', score: 6.5 })
  expect(refusal(await secretary().calls('assessment.self', { roundId, branchId, ruleId: 'r4', points: 3, words: '' }))).toBe(
    'ASSESSMENT_SELF_OVER',
  )
  expect(refusal(await secretary().calls('assessment.recount', { roundId, branchId }))).toBe('ASSESSMENT_FROZEN')
  // A sheet of a Party day comes in late.
  await amend(branch, 'meetings', { branchId, duty: 'party-day', verdict: 'held' }, { verdict: 'no-sheet' })
  expect(await sheet()).toMatchObject({ score: 6.5 })
  const later = good(await secretary().calls('assessment.since', { roundId, branchId }))
  expect(later.items).toMatchObject([{ ruleId: 'r1', unit: '次' }])
})

test('branches are named in a batch, told, and listed; the export keeps figure and judge apart', async () => {
  expect(refusal(await street().calls('assessment.name', { roundId, branchIds: [branchId], batch: '第一批' }))).toBe('FORBIDDEN')
  expect(good(await bureau().calls('assessment.name', { roundId, branchIds: [branchId], batch: '第一批' })).named).toBe(1)
  expect(good(await bureau().calls('assessment.name', { roundId, branchIds: [branchId, 'branch-02'], batch: '第一批' })).named).toBe(2)
  expect(refusal(await bureau().calls('assessment.name', { roundId, branchIds: ['no-branch'], batch: '第一批' }))).toBe('INVALID_INPUT')
  expect((await titles('demo-secretary')).filter(one => one.startsWith('祝贺！'))).toHaveLength(1)
  expect((await sheet()).named).toMatchObject({ batch: '第一批' })
  const { batches } = good(await branch.as('demo-other-secretary').calls('assessment.named', { roundId, orgId: 'branch-02' }))
  expect(batches.map(one => [one.batch, one.branches.map(each => each.branchId)])).toEqual([['第一批', [branchId, 'branch-02']]])
  const { url } = good(await bureau().calls('assessment.export', { roundId, orgId: 'district' }))
  const book = Buffer.from(await (await fetch(url)).arrayBuffer())
  expect((await readXlsx(book)).map(one => one.sheet)).toEqual(['总表', '明细'])
  const lines = (await readSheet(book, '明细')).filter(row => row[0] === '长青花园离退休干部党支部' || String(row[3]) !== '')
  const third = lines.find(row => row[2] === '有特色做法' && String(row[8]).includes('很好'))
  expect(third?.slice(3, 10).map(String)).toEqual(['5', 'null', 'null', '5', '3.5', expect.stringContaining('2分 一般'), '3.5'])
  good(await secretary().calls('assessment.export', { roundId, orgId: branchId, format: 'docx' }))
  expect(refusal(await secretary().calls('assessment.export', { roundId, orgId: 'district' }))).toBe('FORBIDDEN')
  good(await bureau().calls('assessment.close', { roundId }))
  expect(refusal(await bureau().calls('assessment.judge', { roundId, branchId, ruleId: 'r1', points: 6, words: '晚了' }))).toBe(
    'ASSESSMENT_CLOSED',
  )
})

test('the next round by the same template knows the one before; branches may apply for one that is open to those who want', async () => {
  const { items } = good(await bureau().calls('assessment.templates', { orgId: 'district' }))
  const templateId = items.find(one => one.name === '本区六好')?.templateId ?? ''
  const open = { orgId: 'district', templateId, period: '2026', closesOn: '2026-12-20', entry: 'apply' as const }
  const next = good(await bureau().calls('assessment.open', open, 'open-02')).roundId
  expect(refusal(await secretary().calls('assessment.sheet', { roundId: next, branchId }))).toBe('NOT_FOUND')
  const [group] = await stored(branch, 'organizations', { kind: 'group', parentId: branchId })
  expect(refusal(await secretary().calls('assessment.apply', { roundId: next, branchId: group?._id ?? '' }))).toBe('NOT_FOUND')
  good(await secretary().calls('assessment.apply', { roundId: next, branchId, words: '我们准备好了' }))
  good(await secretary().calls('assessment.apply', { roundId: next, branchId }))
  expect((await bureau().calls('assessment.sheet', { roundId: next, branchId }).then(good)).applied).toMatchObject({
    words: '我们准备好了',
  })
  await counted()
  const compared = good(await secretary().calls('assessment.compare', { roundId: next, branchId }))
  expect(compared.before).toMatchObject([{ score: 3 }, { score: 3.5 }])
  const shown = good(await bureau().calls('assessment.map', { roundId: next, orgId: 'changqing' }))
  expect(shown.rows).toMatchObject([{ orgId: branchId, before: { score: 6.5, of: 11 } }])
  // Closed before its last day, its figures are frozen at once.
  good(await bureau().calls('assessment.close', { roundId: next }))
  await counted()
  expect(good(await secretary().calls('assessment.sheet', { roundId: next, branchId }))).toMatchObject({ stage: 'closed', frozen: true })
  expect(refusal(await secretary().calls('assessment.recount', { roundId: next, branchId }))).toBe('ASSESSMENT_FROZEN')
})

test('what scores bring is booked as grants, each once, after the end; the list is published', async () => {
  const tiers = [
    { atLeast: 6, fen: 200_000 },
    { atLeast: 3, fen: 50_000 },
  ]
  good(await bureau().calls('award.rule', { orgId: 'district', roundId, tiers }))
  expect(refusal(await street().calls('award.rule', { orgId: 'changqing', roundId, tiers }))).toBe('FORBIDDEN')
  const list = async () => good(await bureau().calls('award.list', { roundId })).items.find(one => one.branchId === branchId)
  expect(await list()).toMatchObject({ score: 6.5, fen: 200_000 })
  expect((await list())?.entryId).toBeUndefined()
  good(await bureau().calls('award.book', { roundId }))
  good(await bureau().calls('award.book', { roundId }))
  const booked = await list()
  expect(booked?.entryId).toBeDefined()
  const ledger = good(await secretary().calls('fund.ledger', { orgId: branchId, year: 2026 }))
  expect(ledger.items.filter(one => one.kind === 'grant' && one.line === '以奖代补')).toMatchObject([
    { entryId: booked?.entryId, fen: 200_000 },
  ])
  expect(refusal(await bureau().calls('award.rule', { orgId: 'district', roundId, tiers }))).toBe('AWARD_BOOKED')
  good(await bureau().calls('award.export', { roundId }))
})

test('a branch is compared with those like it: the secretary with all of them together, those above one by one, of their own part', async () => {
  const compare = async (openid: string) => good(await branch.as(openid).calls('assessment.compare', { roundId, branchId })).alike
  expect(await compare('demo-secretary')).toMatchObject({ branches: 0, scores: null, items: [] })
  const [traits] = await stored(branch, 'rollups', { _id: `alike:${branchId}:2026-11` })
  const [heat] = await stored(branch, 'rollups', { _id: `assessment-round:${branchId}:${roundId}` })
  if (!traits || !heat) throw new Error('the branch has no figures')
  const like = async (nth: number, street = 'changqing', more: { worry?: number } = {}) => {
    const orgId = `like-${String(nth)}`
    const place = { orgId, name: `相似${String(nth)}支部`, parentId: null, scopes: ['district', street, orgId] }
    await put(branch, 'rollups', { ...traits, ...place, ...more, _id: `alike:${orgId}:${traits.period}` })
    await put(branch, 'rollups', { ...heat, ...place, _id: `assessment-round:${orgId}:${roundId}` })
  }
  for (const nth of [1, 2, 3]) await like(nth)
  // One of another kind, one outside of the street.
  await like(4, 'changqing', { worry: 1 })
  await like(5, 'other-street')
  const [mine, near, all] = [await compare('demo-secretary'), await compare('demo-street'), await compare('demo-bureau')]
  expect([mine?.branches, near?.branches, all?.branches]).toEqual([4, 3, 4])
  expect([mine?.items, near?.items.map(one => one.name)]).toEqual([[], ['相似1支部', '相似2支部', '相似3支部']])
  expect(near?.scores).toMatchObject([{ score: 9, of: 18 }, { score: 10.5, of: 15 }]) // prettier-ignore
  expect(near?.why).toContain('都是建制支部，老同志')
  expect(await branch.roundTrips('assessment.compare')).toBeLessThanOrEqual(4)
})

test('many rounds are listed 20 at a time, the latest first, each once: those above, its own and those below', async () => {
  const [round] = await stored(branch, 'assessment-rounds', { _id: roundId })
  if (!round) throw new Error('there is a round')
  const { actDue: _due, ...over } = { ...round, acts: [], closed: true }
  const places = { changqing: ['district', 'changqing'], below: ['district', 'changqing', 'below'] }
  for (let n = 0; n < 24; n++) {
    const orgId = n % 3 === 0 ? 'below' : 'changqing'
    await put(branch, 'assessment-rounds', { ...over, _id: `former-${String(n)}`, orgId, scopes: places[orgId], openedAt: n })
  }
  const list = async (openid: string, orgId: string) => {
    const asked: string[][] = []
    let cursor: string | null | undefined
    do {
      const page = good(await branch.as(openid).calls('assessment.list', { orgId, ...(cursor ? { cursor } : {}) }))
      asked.push(page.items.map(one => one.roundId))
      cursor = page.cursor
    } while (cursor !== null)
    return asked
  }
  const newer = (await list('demo-bureau', 'district')).flat().filter(id => !id.startsWith('former-'))
  const former = (is: (n: number) => boolean) => Array.from({ length: 24 }, (_, n) => 23 - n).flatMap(n => (is(n) ? [`former-${String(n)}`] : [])) // prettier-ignore
  const ofStreet = await list('demo-street', 'changqing')
  expect([ofStreet[0]?.length, ofStreet.flat()]).toEqual([20, [...newer, ...former(() => true)]])
  expect((await list('demo-secretary', branchId)).flat()).toEqual([...newer, ...former(n => n % 3 !== 0)])
})
