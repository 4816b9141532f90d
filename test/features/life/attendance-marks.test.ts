import { HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { HALL, PARTY_DAY, codeOnScreen, good, lineOf, meeting, sheet, stored } from '../support/attendance'

let branch: Branch
beforeEach(async () => {
  branch = await startBranch()
})
afterEach(() => branch.close())

const secretary = () => branch.as('demo-secretary')
const member = (n: number) => branch.as(`demo-member-${String(n).padStart(2, '0')}`)
const activityId = PARTY_DAY
const idOf = (n: number) => `m-${String(n).padStart(2, '0')}`
const mark = (n: number, state: 'present' | 'leave' | 'absent', nonce: string, at = MORNING) => ({
  ...{ memberId: idOf(n), state, nonce, at, reason: '未带手机' },
})
const marks = async (list: ReturnType<typeof mark>[], id = activityId) =>
  good(await secretary().calls('attendance.mark', { activityId: id, marks: list })).results
const states = async (list: ReturnType<typeof mark>[], id = activityId) => (await marks(list, id)).map(one => one.code ?? one.state)

test('the secretary ticks a name: reason and actor are kept, and the person’s record says who did it', async () => {
  expect(await marks([mark(1, 'present', 'n-1')])).toEqual([{ nonce: 'n-1', state: 'recorded' }])
  const [me] = await stored(branch, 'members', { _id: 'v-10' })
  expect(await lineOf(branch, 'm-01')).toMatchObject({ state: 'present', way: 'proxy', reason: '未带手机', by: me?.name })
  expect(await stored(branch, 'audit', { memberId: 'm-01' })).toMatchObject([
    { what: 'attendance.mark', why: '未带手机', by: { openid: 'demo-secretary' } },
  ])
})

test('an offline phone sends its marks three times: the sheet is as after the first', async () => {
  const batch = [mark(1, 'present', 'n-1'), mark(2, 'leave', 'n-2'), mark(3, 'absent', 'n-3'), mark(1, 'absent', 'n-4')]
  expect(await states(batch)).toEqual(['recorded', 'recorded', 'recorded', 'conflict'])
  const [once, rows] = [await sheet(branch), await stored(branch, 'attendance', { activityId })]
  for (let replay = 0; replay < 3; replay++) expect(await states(batch)).toEqual(['already', 'already', 'already', 'conflict'])
  expect(await sheet(branch)).toEqual(once)
  expect(await stored(branch, 'attendance', { activityId })).toEqual(rows)
  expect(await stored(branch, 'attendance-conflicts', { activityId })).toHaveLength(1)
})

test('five hundred marks in one batch take a handful of round trips', async () => {
  const batch = Array.from({ length: 500 }, (_, index) => mark((index % 77) + 1, 'present', `n-${index}`))
  const answers = await states(batch)
  expect(answers.filter(one => one === 'recorded')).toHaveLength(77)
  expect(answers.filter(one => one === 'already')).toHaveLength(423)
  expect(await branch.roundTrips('attendance.mark')).toBeLessThanOrEqual(6)
  expect((await sheet(branch)).present).toBe(77)
})

test('two doors say opposite things at the same moment: each person has one row, and every contradiction is on the sheet', async () => {
  // Both doors have written before, so that neither waits for the cloud to wake up.
  await Promise.all([states([mark(77, 'present', 'wakes-1')]), states([mark(76, 'present', 'wakes-2')])])
  const people = Array.from({ length: 12 }, (_, index) => [1, 2, 3, 4, 5].map(n => index * 5 + n))
  for (const some of people) {
    const [front, back] = await Promise.all([
      states(some.map(n => mark(n, 'present', `front-${n}`))),
      states(some.map(n => mark(n, 'absent', `back-${n}`))),
    ])
    for (const index of front.keys()) expect([front[index], back[index]].sort()).toEqual(['conflict', 'recorded'])
  }
  expect(await stored(branch, 'attendance', { activityId })).toHaveLength(62)
  expect((await sheet(branch)).conflicts).toHaveLength(60)
})

test('people who had asked for leave sign in while they are ticked at the door: one of the two counts, the leave stays in the history', async () => {
  const people = Array.from({ length: 10 }, (_, index) => index + 1)
  await Promise.all(people.map(n => member(n).calls('attendance.askLeave', { activityId, reason: '' })))
  for (const n of people) {
    const [own, [ticked]] = await Promise.all([
      member(n).calls('attendance.signIn', { activityId, point: HALL }),
      states([mark(n, 'present', `n-${n}`)]),
    ])
    expect([good(own).first, ticked]).toEqual(good(own).first ? [true, 'already'] : [false, 'recorded'])
  }
  const rows = await stored(branch, 'attendance', { activityId })
  expect(rows.map(row => row.history.map(one => one.state))).toEqual(people.map(() => ['leave']))
})

test('two doors contradict: the first stands, both words are on the sheet, and the secretary settles it', async () => {
  await states([mark(1, 'absent', 'n-1', MORNING)])
  await branch.clock.advance(45 * MINUTE)
  expect(await states([mark(1, 'present', 'n-2', MORNING + 42 * MINUTE)])).toEqual(['conflict'])
  const before = await sheet(branch)
  expect(before.conflicts).toMatchObject([
    {
      memberId: 'm-01',
      kept: { state: 'absent', at: MORNING },
      other: { state: 'present', at: MORNING + 42 * MINUTE, reason: '未带手机' },
    },
  ])
  expect(before.items[0]?.memberId).toBe('m-01')

  const settles = () => secretary().calls('attendance.resolve', { activityId, memberId: 'm-01', state: 'present', reason: '本人在场' })
  expect(await settles()).toEqual({ ok: true, data: { state: 'present' } })
  const after = await sheet(branch)
  expect(after).toMatchObject({ present: 1, late: 1, conflicts: [] })
  const [row] = await stored(branch, 'attendance', { _id: `${activityId}:m-01` })
  expect(row).toMatchObject({ at: MORNING + 42 * MINUTE, reason: '本人在场', history: [{ state: 'absent', nonce: 'n-1' }] })

  expect(await settles()).toEqual({ ok: true, data: { state: 'present' } })
  expect(await states([mark(1, 'absent', 'n-1', MORNING), mark(1, 'present', 'n-2', MORNING + 42 * MINUTE)])).toEqual([
    'already',
    'already',
  ])
  expect(await sheet(branch)).toEqual(after)
  const why = (await stored(branch, 'audit', { memberId: 'm-01' })).map(one => [one.what, one.why])
  expect(why.sort()).toEqual([
    ['attendance.mark', '未带手机'],
    ['attendance.resolve', '本人在场'],
  ])
})

test('deciding for what stands closes the conflict and leaves the person’s own sign-in as it was', async () => {
  await member(1).calls('attendance.signIn', { activityId, code: await codeOnScreen(branch) })
  expect(await states([mark(1, 'present', 'n-1'), mark(1, 'absent', 'n-2'), mark(1, 'leave', 'n-3')])).toEqual([
    'already',
    'conflict',
    'conflict',
  ])
  good(await secretary().calls('attendance.resolve', { activityId, memberId: 'm-01', state: 'present', reason: '核实' }))
  expect(await lineOf(branch, 'm-01')).toMatchObject({ state: 'present', way: 'code', at: MORNING })
  expect((await sheet(branch)).conflicts).toEqual([])
})

test('a member called absent who then signs in is present, and nothing is left to decide', async () => {
  await states([mark(1, 'absent', 'n-1'), mark(1, 'present', 'n-2')])
  expect((await sheet(branch)).conflicts).toHaveLength(1)
  expect(good(await member(1).calls('attendance.signIn', { activityId, point: HALL })).first).toBe(true)
  expect(await sheet(branch)).toMatchObject({ present: 1, conflicts: [] })
})

test('the secretary corrects a row without a contradiction, a wrong person is not found', async () => {
  expect(await secretary().calls('attendance.resolve', { activityId, memberId: 'm-05', state: 'leave', reason: '住院' })).toMatchObject({
    ok: true,
  })
  expect(await lineOf(branch, 'm-05')).toMatchObject({ state: 'leave', reason: '住院' })
  for (const memberId of ['unknown', 'n-02'])
    expect(await secretary().calls('attendance.resolve', { activityId, memberId, state: 'present', reason: '核实' })).toMatchObject({
      ok: false,
      code: 'NOT_FOUND',
    })
})

test('who had asked for leave and comes after all is ticked present without a quarrel', async () => {
  await member(1).calls('attendance.askLeave', { activityId, reason: '看病' })
  const yesterday = MORNING - 24 * HOUR
  expect(await states([mark(1, 'present', 'n-1'), mark(2, 'leave', 'n-2', yesterday), mark(2, 'present', 'n-3')])).toEqual([
    'recorded',
    'recorded',
    'recorded',
  ])
  expect(await states([mark(2, 'leave', 'n-2', yesterday), mark(2, 'present', 'n-3')])).toEqual(['already', 'already'])
  expect(await sheet(branch)).toMatchObject({ present: 2, leave: 0, conflicts: [] })
})

test('each mark that cannot be is rejected for its own reason and the others are recorded', async () => {
  const list = [
    { ...mark(1, 'present', 'n-1'), memberId: 'unknown' },
    { ...mark(1, 'present', 'n-2'), memberId: 'n-02' },
    mark(3, 'leave', 'n-3', MORNING - 3 * HOUR),
    mark(4, 'present', 'n-4', MORNING + 4 * MINUTE),
  ]
  expect(await states(list)).toEqual(['NOT_FOUND', 'NOT_INVITED', 'recorded', 'recorded'])
  const evening = await meeting(branch, { startsAt: MORNING + 5 * HOUR, endsAt: MORNING + 6 * HOUR })
  expect(await states([mark(5, 'present', 'n-5'), mark(6, 'leave', 'n-6')], evening)).toEqual(['SIGNIN_NOT_OPEN', 'recorded'])
  const open = await meeting(branch, { audience: 'open' })
  expect(await states([{ ...mark(1, 'present', 'n-7'), memberId: 'n-02' }], open)).toEqual(['recorded'])
})

test('marks made before the activity was cancelled are known, new ones are rejected', async () => {
  await states([mark(1, 'present', 'n-1')])
  good(await secretary().calls('activity.cancel', { activityId }))
  expect(await states([mark(1, 'present', 'n-1'), mark(2, 'present', 'n-2')])).toEqual(['already', 'ACTIVITY_CANCELLED'])
})

test('the sheet can be taken home as a spreadsheet', async () => {
  await states([mark(1, 'present', 'n-1'), mark(1, 'absent', 'n-2')])
  await member(2).calls('attendance.askLeave', { activityId, reason: '=HYPERLINK("http://example.com")' })
  const { url } = good(await secretary().calls('attendance.export', { activityId }))
  const { readSheet } = await import('read-excel-file/node')
  const file = Buffer.from(await (await fetch(url)).arrayBuffer())
  const rows = await readSheet(file, 1)
  expect(rows).toHaveLength(88)
  const [header, first] = rows
  expect(header).toContain('姓名')
  expect(first).toEqual(expect.arrayContaining(['已签到', '书记代签']))
  expect(rows.flat().filter(cell => typeof cell === 'string' && cell.startsWith('='))).toEqual([])
  expect(rows.flat()).toContain('\'=HYPERLINK("http://example.com")')
  const figures = new Map((await readSheet(file, 2)).map(([name, value]) => [name, value]))
  expect([figures.get('应到'), figures.get('实到'), figures.get('请假'), figures.get('还没到')]).toEqual(['87', '1', '1', '85'])
})
