import { instantOf, monthOf } from '../../../core/shared/calendar'
import { good, put, stored } from '../support/attendance'
import { DAY, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { amend, people, refusal } from '../support/people'

let branch: Branch
beforeEach(async () => {
  branch = await startBranch()
})
afterEach(() => branch.close())

const branchId = 'branch-01'
const secretary = () => branch.as('demo-secretary')
const liaison = () => branch.as(people.liaison.openid)
const helper = () => branch.as('demo-volunteer-07')
const spring = { festival: 'spring-festival', year: 2027 } as const
const visitId = 'm-36:spring-festival:2027'
const row = async () => (await stored(branch, 'visits', { _id: visitId }))[0]
const news = async (n = 36) =>
  good(await branch.as(`demo-member-${String(n)}`).calls('inbox.list', {})).items.filter(one => one.kind === 'visit-news')
const care = async () => good(await secretary().calls('care.get', { memberId: 'm-36' })).item
const record = (more: { at?: number; by?: 'visit' | 'call'; needs?: { kind: 'bulb'; text: string }[] } = {}, commandId = 'record-01') =>
  secretary().calls('visit.record', { visitId, at: MORNING, by: 'visit', note: '精神很好', brought: '米', ...more }, commandId)
const corrected = { at: MORNING - DAY, by: 'visit' as const, note: '血压有点高', brought: '油', photoFileIds: [] }

test('a visitor corrects a wrong day: the record is new, the former one is kept, and the elder is told once', async () => {
  good(await record({ needs: [{ kind: 'bulb', text: '灯不亮' }] }))
  const before = (await row())?.record
  const input = { visitId, why: '日子记错了', record: corrected }
  expect(refusal(await secretary().calls('visit.correct', input, 'right-01'))).toBe('done')
  // The reply was lost: the same tap again.
  expect(good(await secretary().calls('visit.correct', input, 'right-01'))).toEqual({ state: 'done' })
  const after = await row()
  expect(after).toMatchObject({ state: 'done', record: { ...corrected, requestIds: before?.requestIds, actor: before?.actor } })
  expect(after?.corrections).toMatchObject([{ why: '日子记错了', withdrawn: false, by: { memberId: people.secretary.memberId }, before }])
  expect(after?.settleAt).toBeUndefined()
  expect(await stored(branch, 'requests', { memberId: 'm-36' })).toHaveLength(1)
  expect((await news()).map(one => one.title).sort()).toEqual(['走访登记更正了', expect.stringMatching(/来看您了$/u)])
  expect((await news()).find(one => one.title === '走访登记更正了')?.text).toContain('应该是11月20日来看您')
  const got = good(await secretary().calls('visit.get', { visitId }))
  expect(got).toMatchObject({ may: ['correct'], record: { note: '血压有点高' }, corrections: [{ why: '日子记错了' }] })
  expect((await stored(branch, 'audit', { memberId: 'm-36', what: 'visit.corrected' })).map(one => one.by.memberId)).toEqual([
    people.secretary.memberId,
  ])

  // Only a word of the note: nothing that the elder was told has changed.
  good(await secretary().calls('visit.correct', { visitId, why: '写错一个字', record: { ...corrected, note: '血压正常' } }))
  expect(await news()).toHaveLength(2)
  expect((await row())?.corrections).toHaveLength(2)
})

test('there was no visit after all: it is owed again, the festival misses the elder again, and an elder who was not seen turns red again', async () => {
  const coverage = async () => good(await secretary().calls('visit.coverage', { orgId: branchId, ...spring }))
  const before = await coverage()
  const red = await care()
  expect(red?.late).toEqual(['call', 'visit'])
  good(await record())
  expect((await care())?.late).toEqual([])
  expect((await coverage()).done).toBe(before.done + 1)
  await branch.clock.advance(10 * MINUTE)

  expect(good(await secretary().calls('visit.correct', { visitId, why: '人不在家，没见着', record: null }))).toEqual({ state: 'due' })
  expect(await coverage()).toEqual(before)
  expect(await care()).toMatchObject({ late: ['call', 'visit'], lastVisitAt: red?.lastVisitAt, lastCallAt: red?.lastCallAt })
  expect((await row())?.record).toBeUndefined()
  expect((await news()).map(one => one.title).sort()).toEqual(['走访登记更正了', expect.stringMatching(/来看您了$/u)])
  const figures = async (topic: string, period: string) => (await stored(branch, 'rollups', { _id: `${topic}:${branchId}:${period}` }))[0]
  expect((await figures('visits', '2027'))?.due).toBeDefined()
  expect((await figures('special-care', monthOf(MORNING)))?.due).toBeDefined()
  await branch.clock.advance(3 * MINUTE)
  expect(good(await secretary().calls('visit.get', { visitId }))).toMatchObject({ state: 'due', record: null, may: ['record', 'assign'] })

  // Then a visit is really made, and needs found now are new ones; the lost answer to the first record records nothing.
  expect(refusal(await record())).toBe('VISIT_CHANGED')
  const again = good(await record({ at: MORNING + 12 * MINUTE, needs: [{ kind: 'bulb', text: '卧室的灯' }] }, 'record-02'))
  expect((await stored(branch, 'requests', { memberId: 'm-36' })).map(one => one._id)).toEqual(again.requestIds)
  expect(await news()).toHaveLength(3)
  expect((await care())?.late).toEqual([])
})

test('a withdrawn record leaves other contacts: an earlier call stands, and so does another visit', async () => {
  good(await liaison().calls('care.contact', { memberId: 'm-36', by: 'call', at: MORNING - 2 * DAY }))
  const other = (await stored(branch, 'visits', { memberId: 'm-36', state: 'due' })).find(
    one => one._id !== visitId && one.rule !== 'birthday',
  )
  if (!other) throw new Error('no other visit')
  const on = { at: MORNING - 3 * DAY, by: 'visit' as const, note: '去过', brought: '', found: '', photoFileIds: [] }
  const actor = { openid: people.liaison.openid, memberId: people.liaison.memberId, name: '' }
  const held = { ...on, needs: [], requestIds: [], actor, recordedAt: MORNING, commandId: 'other' }
  await amend(branch, 'visits', { _id: other._id }, { state: 'done', record: held })
  good(await record())
  good(await secretary().calls('visit.correct', { visitId, why: '记到别人头上了', record: null }))
  expect(await care()).toMatchObject({ lastCallAt: MORNING - 2 * DAY, lastVisitAt: MORNING - 3 * DAY, late: [] })
})

test('two correct it at once: one of them does, the other is told that it has changed', async () => {
  good(await record())
  const correct = (who: typeof secretary, note: string) =>
    who().calls('visit.correct', { visitId, why: '写错了', record: { ...corrected, note }, seen: 0 })
  const outcomes = await Promise.all([correct(secretary, '甲'), correct(liaison, '乙')])
  expect(outcomes.map(refusal).sort()).toEqual(['VISIT_CHANGED', 'done'])
  expect((await row())?.corrections).toHaveLength(1)
})

test('a correction is judged like a record; only its author and officers over the elder may make one', async () => {
  const correct = async (who: typeof secretary, more: object = {}) =>
    refusal(await who().calls('visit.correct', { visitId, why: '写错了', record: { ...corrected, ...more } }))
  expect(await correct(secretary)).toBe('VISIT_NOT_RECORDED')
  good(await secretary().calls('visit.assign', { visitId, helperId: 'v-07' }))
  good(await record())
  expect(await correct(secretary, { at: MORNING - 400 * DAY })).toBe('VISIT_TIME_WRONG')
  expect(await correct(secretary, { by: 'call' })).toBe('CALL_NOT_ENOUGH')
  expect(await correct(helper)).toBe('FORBIDDEN')
  expect(await correct(() => branch.as('demo-street'))).toBe('FORBIDDEN')
  good(await secretary().calls('visit.correct', { visitId, why: '没去', record: null }))
  // The assignee is told when its time comes, goes, and may correct their own record.
  expect((await row())?.tellAt).toBe(instantOf('2027-01-30', '08:00'))
  good(await helper().calls('visit.record', { visitId, at: MORNING, by: 'visit', note: '去了' }))
  expect(await correct(helper)).toBe('done')
})

test('the follow-up of a correction is finished by the timer when the command was cut off', async () => {
  good(await record())
  const seen = await row()
  const red = (await stored(branch, 'care-contacts', { _id: 'm-36' }))[0]
  expect(red?.lastVisitAt).toBe(MORNING)
  const by = { openid: 'demo-secretary', memberId: people.secretary.memberId, name: '书记' }
  const correction = { at: MORNING, by, why: '没去', before: seen?.record, withdrawn: true, commandId: 'cut-off' }
  await put(branch, 'audit', { _id: 'cut-off', memberId: 'm-36', what: 'visit.withdrawn', by, at: MORNING })
  await amend(branch, 'visits', { _id: visitId }, { state: 'due', record: null, corrections: [correction], settleAt: MORNING })
  await branch.clock.advance(2 * MINUTE)
  expect((await row())?.settleAt).toBeUndefined()
  expect((await care())?.late).toEqual(['call', 'visit'])
  expect((await news()).map(one => one.title)).toContain('走访登记更正了')
})
