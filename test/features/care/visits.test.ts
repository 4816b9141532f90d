import { readSheet } from 'read-excel-file/node'
import { instantOf } from '../../../core/shared/calendar'
import { good, stored } from '../support/attendance'
import { DAY, MORNING, startBranch, type Branch } from '../support/branch'
import { amend, people, refusal } from '../support/people'

let branch: Branch
const begin = async (...when: [] | [number]) => void (branch = await startBranch('branch', ...when))
afterEach(() => branch.close())

const branchId = 'branch-01'
const secretary = () => branch.as('demo-secretary')
const liaison = () => branch.as(people.liaison.openid)
const spring = { festival: 'spring-festival', year: 2027 } as const
const coverage = async (orgId = branchId) => good(await secretary().calls('visit.coverage', { orgId, ...spring }))
const inbox = async (openid: string, kind: string) =>
  good(await branch.as(openid).calls('inbox.list', {})).items.filter(one => one.kind === kind)

test('in the week before 春节 the liaison gets all visits in one message, records one with a need, and the need is a request on the desk', async () => {
  await begin(instantOf('2027-01-29', '23:59'))
  const now = instantOf('2027-01-30', '08:01')
  await branch.clock.advance(now - instantOf('2027-01-29', '23:59'))
  const told = (await inbox(people.liaison.openid, 'visit-due')).filter(one => one.text.includes('春节走访'))
  expect(told).toHaveLength(1)
  expect(told[0]?.title).toMatch(/^有\d+位老同志请您去看望$/u)

  const mine = good(await liaison().calls('visit.mine', {})).items
  const first = mine.find(one => one.rule === 'spring-festival')
  if (!first) throw new Error('no visit')
  expect(first).toMatchObject({ state: 'due', callCounts: false })
  expect(first.address).toBeDefined()
  const before = await coverage()

  const input = {
    visitId: first.visitId,
    at: now,
    by: 'visit' as const,
    note: '精神很好，家里灯不亮。',
    brought: '米和油',
    needs: [{ kind: 'bulb' as const, text: '厨房的灯不亮了' }],
  }
  const done = good(await liaison().calls('visit.record', input, 'seen-once'))
  expect(done.requestIds).toHaveLength(1)
  // The reply was lost: the same tap again.
  expect(good(await liaison().calls('visit.record', input, 'seen-once'))).toEqual(done)

  const rows = await stored(branch, 'requests', { memberId: first.memberId })
  expect(rows.map(one => [one._id, one.text, one.raisedBy.memberId])).toEqual([
    [done.requestIds[0], '厨房的灯不亮了', people.liaison.memberId],
  ])
  const desk = good(await secretary().calls('request.desk', { orgId: branchId, lane: 'unowned' })).items
  expect(desk.map(one => one.requestId)).toContain(done.requestIds[0])

  const after = await coverage()
  expect(after.done).toBe(before.done + 1)
  expect(after.due).toBe(before.due)
  expect(after.due).toBe(after.done + after.missing.length)
  expect(after.missing.map(one => one.memberId)).not.toContain(first.memberId)
  // The elder finds a line about it.
  expect(await inbox(`demo-member-${first.memberId.slice(2)}`, 'visit-news')).toHaveLength(1)
})

test('a visitor who would rather speak than type records the note by voice: it is kept with the record, and goes along with the need that has no words', async () => {
  await begin()
  const visitId = 'm-36:spring-festival:2027'
  const voiceFileId = await branch.upload('note.mp3', Buffer.from('a voice'))
  const needs = [{ kind: 'bulb' as const, voiceFileId }]
  const said = { visitId, at: MORNING, by: 'visit' as const, note: '', voiceFileId }
  const { requestIds } = good(await secretary().calls('visit.record', { ...said, needs }))
  expect(good(await secretary().calls('visit.get', { visitId })).record).toMatchObject({ note: '', voiceFileId })
  const [request] = await stored(branch, 'requests', { _id: requestIds[0] })
  expect([request?.text, request?.voiceFileId]).toEqual(['', voiceFileId])
  // Corrected in writing, the voice goes.
  const record = { at: MORNING, by: 'visit' as const, note: '灯不亮' }
  good(await secretary().calls('visit.correct', { visitId, why: '听不清', record }))
  const { record: after } = good(await secretary().calls('visit.get', { visitId }))
  expect([after?.note, after?.voiceFileId]).toEqual(['灯不亮', undefined])
})

test('two people record the same visit at once: one of them made it, the other is told who was first', async () => {
  await begin()
  const { items } = good(await secretary().calls('visit.due', { branchId, from: MORNING, to: MORNING + DAY }))
  const ill = items.find(one => one.rule === 'illness')
  if (!ill?.assigneeId) throw new Error('no visit to the sick')
  const record = (who: string, note: string) =>
    branch.as(who).calls('visit.record', { visitId: ill.visitId, at: MORNING, by: 'visit', note })
  const helper = ill.assigneeId === people.liaison.memberId ? 'demo-volunteer-02' : people.leader.openid
  const outcomes = await Promise.all([record('demo-secretary', '好多了'), record(helper, '还在打针')])
  expect(outcomes.map(refusal).sort()).toEqual(['VISIT_DONE', 'done'])
  const [row] = await stored(branch, 'visits', { _id: ill.visitId })
  expect(['好多了', '还在打针']).toContain(row?.record?.note)
})

test('a telephone call is no visit to the sick, but counts for a birthday; what was long before cannot be written down', async () => {
  await begin()
  const { items } = good(await secretary().calls('visit.due', { branchId, from: '2026-11-21', to: '2026-12-20' }))
  const ill = items.find(one => one.rule === 'illness')?.visitId ?? ''
  const birthday = items.find(one => one.rule === 'birthday' && one.state === 'due')?.visitId ?? ''
  const record = async (visitId: string, by: 'visit' | 'call', at = MORNING) =>
    refusal(await secretary().calls('visit.record', { visitId, at, by, note: '问候了' }))
  expect(await record(ill, 'call')).toBe('CALL_NOT_ENOUGH')
  expect(await record(birthday, 'call', MORNING - 150 * DAY)).toBe('VISIT_TIME_WRONG')
  expect(await record(birthday, 'call')).toBe('done')
})

test('an elder in hospital is owed a visit at once, however many tell of it; the assignee is told at once', async () => {
  await begin()
  const told = { memberId: 'm-24', rule: 'illness', why: '住进中心医院' } as const
  const answers = await Promise.all([
    secretary().calls('visit.raise', told),
    liaison().calls('visit.raise', { ...told, why: '心脏不好，住院了' }),
    secretary().calls('visit.raise', told),
  ])
  const raised = answers.flatMap(one => (one.ok ? [one.data] : []))
  expect(new Set(raised.map(one => one.visitId)).size).toBe(1)
  expect(await stored(branch, 'visits', { memberId: 'm-24', rule: 'illness' })).toHaveLength(1)
  const [visit] = await stored(branch, 'visits', { memberId: 'm-24', rule: 'illness' })
  const openid = visit?.assigneeId === people.secretary.memberId ? 'demo-secretary' : people.liaison.openid
  expect((await inbox(openid, 'visit-due')).map(one => one.title)).toEqual([expect.stringMatching(/^请去看望.+：生病看望$/u)])
})

test('the dead are visited no more, and planning again leaves all others as they were', async () => {
  await begin()
  const rows = async () => (await stored(branch, 'visits', { branchId, year: 2027 })).sort((one, other) => (one._id < other._id ? -1 : 1))
  const before = await rows()
  await amend(branch, 'visit-plans', { branchId, year: 2027 }, { due: MORNING })
  await branch.clock.advance(2 * 60_000)
  // Only the marks for telling may have gone.
  expect((await rows()).map(one => [one._id, one.assigneeId, one.on, one.version])).toEqual(
    before.map(one => [one._id, one.assigneeId, one.on, one.version]),
  )

  await amend(branch, 'members', { _id: 'm-30' }, { state: 'dead' })
  await amend(branch, 'visit-plans', { branchId, year: 2027 }, { due: MORNING })
  await branch.clock.advance(2 * 60_000)
  const after = await rows()
  expect(after.filter(one => one.memberId === 'm-30').map(one => one.state)).toEqual(
    before.filter(one => one.memberId === 'm-30').map(() => 'dropped'),
  )
  expect((await coverage()).missing.map(one => one.memberId)).not.toContain('m-30')
})

test('three days before 除夕 the secretary is told which elders were not seen, and once more on the day before it', async () => {
  await begin(instantOf('2027-02-02', '07:59'))
  expect(await inbox('demo-secretary', 'visit-missing')).toHaveLength(0)
  await branch.clock.advance(2 * 60_000)
  const [first] = (await inbox('demo-secretary', 'visit-missing')).filter(one => one.title.startsWith('春节'))
  const { missing } = await coverage()
  expect(first?.title).toBe(`春节走访还差${String(missing.length)}位`)
  await branch.clock.advance(2 * DAY)
  expect((await inbox('demo-secretary', 'visit-missing')).filter(one => one.title.startsWith('春节'))).toHaveLength(2)
})

test('the bureau enters the days off announced by the State Council; the plan knows them, and moves off the new holiday', async () => {
  await begin()
  const plan = async () => good(await secretary().calls('visit.plan', { branchId, year: 2027 }))
  expect((await plan()).known).toBe(false)
  const days = ['2027-02-04', '2027-02-05'].map(date => ({ date, off: true, name: '春节' }))
  const said = { orgId: 'district', year: 2027, known: true, days, windows: [] }
  expect(refusal(await branch.as('demo-bureau').calls('calendar.set', said))).toBe('done')
  await branch.clock.advance(5 * 60_000)
  expect((await plan()).known).toBe(true)
  const rows = await stored(branch, 'visits', { branchId, season: 'spring-festival:2027' })
  const on = new Set(rows.flatMap(one => (one.on === null ? [] : [one.on])))
  expect([...on].sort()).toEqual(['2027-02-01', '2027-02-02', '2027-02-03'])
  expect(
    refusal(await branch.as('demo-bureau').calls('calendar.set', { ...said, days: [{ date: '2026-02-04', off: true, name: '错' }] })),
  ).toBe('CALENDAR_WRONG')
})

test('the secretary gives a visit to another visitor, who keeps it when the year is planned again', async () => {
  await begin()
  const visitId = 'm-05:spring-festival:2027'
  expect(refusal(await secretary().calls('visit.assign', { visitId, helperId: 'm-05' }))).toBe('HELPER_UNFIT')
  good(await secretary().calls('visit.assign', { visitId, helperId: 'v-07' }))
  await branch.clock.advance(3 * 60_000)
  expect(good(await secretary().calls('visit.get', { visitId }))).toMatchObject({ assigneeId: 'v-07', may: ['record', 'assign'] })
  const mine = good(await branch.as('demo-volunteer-07').calls('visit.mine', { until: '2027-03-01' })).items
  expect(mine.map(one => one.visitId)).toEqual([visitId])
})

test('a branch that has never been planned is planned by the timer, this year and the next', async () => {
  await begin()
  await branch.clock.advance(5 * 60_000)
  const other = branch.as('demo-other-secretary')
  const plan = good(await other.calls('visit.plan', { branchId: 'branch-02', year: 2027 }))
  expect(plan.plannedAt).not.toBeNull()
  const { due, missing } = good(await other.calls('visit.coverage', { orgId: 'branch-02', ...spring }))
  expect([due, missing.length]).toEqual([12, 12])
  // The street adds up the figures of its branches.
  await branch.clock.advance(5 * 60_000)
  const street = good(await branch.as('demo-street').calls('visit.coverage', { orgId: 'changqing', ...spring }))
  expect([street.due, street.done]).toEqual([(await coverage()).due + 12, 0])
  // Names of several branches are told apart; within one they need not be.
  expect(street.missing.map(one => one.branchName)).not.toContain(undefined)
  expect((await coverage()).missing.filter(one => one.branchName !== undefined)).toEqual([])
})

test('above a branch, too, seen and missing elders add up at once, before the figures are counted again', async () => {
  await begin()
  await branch.clock.advance(5 * 60_000)
  const street = async () => good(await branch.as('demo-street').calls('visit.coverage', { orgId: 'changqing', ...spring }))
  const before = await street()
  expect(before.due).toBe(before.done + before.missing.length)
  const [first] = before.missing
  if (!first) throw new Error('no one is missing')
  good(await secretary().calls('visit.record', { visitId: first.visitId, at: MORNING, by: 'visit', note: '提前去看了' }))
  const after = await street()
  expect([after.due, after.done, after.missing.length]).toEqual([before.due, before.done + 1, before.missing.length - 1])
})

test('the follow-up of a visit is finished by the timer when the command was cut off', async () => {
  await begin()
  const visitId = 'm-06:birthday:2027'
  const [any] = await stored(branch, 'visits', { branchId, year: 2027, memberId: 'm-06' })
  const id = any?._id ?? visitId
  const record = {
    ...{
      at: MORNING,
      by: 'visit',
      note: '',
      brought: '',
      found: '',
      photoFileIds: [],
      requestIds: [],
      recordedAt: MORNING,
      commandId: 'cut-off',
    },
    needs: [{ kind: 'medicine', text: '降压药吃完了' }],
    actor: { openid: 'demo-secretary', memberId: people.secretary.memberId, name: '书记' },
  }
  await amend(branch, 'visits', { _id: id }, { state: 'done', record, settleAt: MORNING })
  await branch.clock.advance(3 * 60_000)
  const [after] = await stored(branch, 'visits', { _id: id })
  expect(after?.settleAt).toBeUndefined()
  expect(after?.record?.requestIds).toHaveLength(1)
  expect((await stored(branch, 'requests', { memberId: 'm-06' })).map(one => one.text)).toEqual(['降压药吃完了'])
})

test('a festival and a year are exported as workbooks: who was seen and when, who is missing and who is to go', async () => {
  await begin()
  const sheetOf = async (url: string) => readSheet(Buffer.from(await (await fetch(url)).arrayBuffer()))
  const asked = { orgId: branchId, festival: 'double-ninth', year: 2026 } as const
  const { due, done, missing } = good(await secretary().calls('visit.coverage', asked))
  expect([done, missing.length].every(one => one > 0)).toBe(true)
  const made = good(await secretary().calls('visit.export', asked))
  expect([made.rows, made.cut]).toEqual([due, false])
  const rows = (await sheetOf(made.url)).slice(1)
  expect(rows.slice(0, missing.length).map(row => [row[0], row[5] ?? ''])).toEqual(missing.map(one => [one.name, one.assigneeName]))
  const seen = rows.slice(missing.length)
  expect(seen).toHaveLength(done)
  expect(seen.every(row => /^2026-\d\d-\d\d$/u.test(String(row[6])) && Boolean(row[8]))).toBe(true)

  const { rules } = good(await secretary().calls('visit.plan', { branchId, year: 2027 }))
  const year = good(await secretary().calls('visit.export', { orgId: branchId, year: 2027 }))
  expect(year.rows).toBe(rules.reduce((sum, one) => sum + one.due, 0))
  expect(refusal(await branch.as('demo-street').calls('visit.export', { orgId: 'changqing', year: 2027 }))).toBe('INVALID_INPUT')
  const street = good(await branch.as('demo-street').calls('visit.coverage', { orgId: 'changqing', ...spring }))
  expect(good(await branch.as('demo-street').calls('visit.export', { orgId: 'changqing', ...spring })).rows).toBe(street.due)
})
