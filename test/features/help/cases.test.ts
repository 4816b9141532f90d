import { good, stored } from '../support/attendance'
import { DAY, MINUTE, startBranch, type Branch } from '../support/branch'
import { memberId } from '../support/inputs'
import { amend, people, refusal } from '../support/people'

let branch: Branch
let caseId: string
beforeEach(async () => {
  branch = await startBranch()
  caseId = good(await secretary().calls('case.open', { memberId, topic: '和楼上为漏水吵架' }, 'open')).caseId
})
afterEach(() => branch.close())

const secretary = () => branch.as('demo-secretary')
const colleague = () => branch.as('demo-member-40')
const invite = async (...memberIds: string[]) => good(await secretary().calls('case.invite', { caseId, memberIds }))
const seen = async (openid: string) => {
  const reply = await branch.as(openid).calls('case.get', { caseId })
  return reply.ok ? reply.data.as : reply.code
}

test('a secretary asks an old colleague to talk with a member; both write down how it goes, and how it ended', async () => {
  expect(good(await secretary().calls('case.open', { memberId, topic: '和楼上为漏水吵架' }, 'open'))).toEqual({ caseId })
  await invite('m-40')
  const asked = good(await colleague().calls('case.get', { caseId }))
  expect(asked).toMatchObject({ as: 'asked', name: '', topic: '', people: [], notes: [], may: ['answer'] })
  expect(refusal(await colleague().calls('case.note', { caseId, text: '先写一句' }))).toBe('FORBIDDEN')
  good(await colleague().calls('case.answer', { caseId, answer: 'yes' }))
  good(await colleague().calls('case.note', { caseId, text: '去家里坐了一上午' }, 'first'))
  good(await colleague().calls('case.note', { caseId, text: '去家里坐了一上午' }, 'first'))
  good(await secretary().calls('case.note', { caseId, text: '物业答应来修' }))
  const whole = good(await secretary().calls('case.get', { caseId }))
  expect(whole).toMatchObject({ as: 'keeper', topic: '和楼上为漏水吵架', people: [{ memberId: 'm-40', answer: 'yes' }] })
  expect(whole.notes.map(one => one.text)).toEqual(['去家里坐了一上午', '物业答应来修'])
  expect(await branch.roundTrips('case.get')).toBeLessThanOrEqual(3)

  expect(refusal(await colleague().calls('case.close', { caseId, outcome: '好了' }))).toBe('FORBIDDEN')
  good(await secretary().calls('case.close', { caseId, outcome: '修好了，两家和好了' }))
  good(await secretary().calls('case.close', { caseId, outcome: '另说一句' }))
  expect(good(await colleague().calls('case.get', { caseId }))).toMatchObject({ closed: { outcome: '修好了，两家和好了' }, may: [] })
  expect(refusal(await colleague().calls('case.note', { caseId, text: '又想起一件' }))).toBe('CASE_CLOSED')
  expect(good(await colleague().calls('case.list', {})).items).toMatchObject([{ caseId, as: 'in', closed: true }])
})

test('officers above, the member it is about and all others are told that there is no such thing', async () => {
  await invite('m-40')
  const others = [
    'demo-bureau',
    'demo-street',
    'demo-leader-1',
    people.liaison.openid,
    'demo-member-04',
    'demo-member-41',
    'demo-other-secretary',
  ]
  for (const openid of others) {
    const them = branch.as(openid)
    expect([openid, await seen(openid), good(await them.calls('case.list', {})).items]).toEqual([openid, 'NOT_FOUND', []])
    expect(refusal(await them.calls('case.note', { caseId, text: '我也说两句' }))).toBe('NOT_FOUND')
    expect(refusal(await them.calls('case.invite', { caseId, memberIds: ['m-41'] }))).toBe('NOT_FOUND')
    expect(refusal(await them.calls('case.answer', { caseId, answer: 'yes' }))).toBe('NOT_FOUND')
    expect(refusal(await them.calls('case.handOver', { caseId, memberId: 'm-41' }))).toBe('NOT_FOUND')
    expect(refusal(await them.calls('case.close', { caseId, outcome: '完了' }))).toBe('NOT_FOUND')
  }
  expect(refusal(await branch.as('demo-other-secretary').calls('case.open', { memberId, topic: '想问问' }))).toBe('FORBIDDEN')
})

test('who says no is named no more, and may be asked once more', async () => {
  await invite('m-40')
  good(await colleague().calls('case.answer', { caseId, answer: 'no' }, 'no'))
  good(await colleague().calls('case.answer', { caseId, answer: 'no' }, 'no'))
  expect(await seen('demo-member-40')).toBe('NOT_FOUND')
  await branch.clock.advance(MINUTE)
  await invite('m-40')
  expect(await seen('demo-member-40')).toBe('asked')
  const told = (await stored(branch, 'messages', { memberId: 'm-40', kind: 'quiet' })).map(one => one.title)
  expect(told).toEqual(['有一件事请您看', '有一件事请您看'])
})

test('the keeper asks people of the own branch, never the member it is about', async () => {
  for (const memberIds of [[memberId], ['n-11'], ['ghost'], ['m-40', 'n-11']])
    expect(refusal(await secretary().calls('case.invite', { caseId, memberIds }))).toBe('INVALID_INPUT')
  expect(good(await secretary().calls('case.get', { caseId })).people).toEqual([])
})

test('it is handed over only to a successor who is named: one who takes part, or holds the office', async () => {
  await invite('m-40')
  expect(refusal(await secretary().calls('case.handOver', { caseId, memberId: 'm-40' }))).toBe('INVALID_INPUT')
  expect(refusal(await secretary().calls('case.handOver', { caseId, memberId }))).toBe('INVALID_INPUT')
  const [street] = await stored(branch, 'accounts', { _id: 'demo-street' })
  good(await secretary().calls('case.handOver', { caseId, memberId: street?.memberId ?? '' }, 'over'))
  good(await secretary().calls('case.handOver', { caseId, memberId: street?.memberId ?? '' }, 'over'))
  expect([await seen('demo-secretary'), await seen('demo-street'), await seen('demo-bureau')]).toEqual(['NOT_FOUND', 'keeper', 'NOT_FOUND'])
})

test('a secretary who is dismissed keeps the case until they name a successor; the next secretary knows nothing of it', async () => {
  await amend(branch, 'members', { _id: people.secretary.memberId }, { grants: [] })
  expect([await seen('demo-secretary'), await seen('demo-leader-1')]).toEqual(['keeper', 'NOT_FOUND'])
  expect(refusal(await secretary().calls('case.invite', { caseId, memberIds: ['m-41'] }))).toBe('INVALID_INPUT')
})

test('a keeper who withdraws leaves it to the colleague; what is about a member who withdraws is erased', async () => {
  await invite('m-40', 'm-41')
  good(await colleague().calls('case.answer', { caseId, answer: 'yes' }))
  good(await secretary().calls('me.withdraw', {}))
  await branch.clock.advance(2 * MINUTE)
  expect([await seen('demo-member-40'), await seen('demo-member-41')]).toEqual(['keeper', 'asked'])
  good(await branch.as('demo-member-04').calls('me.withdraw', {}))
  await branch.clock.advance(2 * MINUTE)
  expect(await stored(branch, 'quiet-cases', {})).toEqual([])
})

test('two years after its end it is gone', async () => {
  good(await secretary().calls('case.close', { caseId, outcome: '谈通了' }))
  await amend(branch, 'quiet-cases', { _id: caseId }, { endsAt: branch.clock.now() + DAY })
  await branch.clock.pass(DAY)
  await branch.clock.advance(DAY)
  expect(await seen('demo-secretary')).toBe('NOT_FOUND')
})
