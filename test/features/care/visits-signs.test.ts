import { good, stored } from '../support/attendance'
import { DAY, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { amend, people, refusal } from '../support/people'

let branch: Branch
beforeEach(async () => {
  branch = await startBranch()
})
afterEach(() => branch.close())

const branchId = 'branch-01'
const secretary = () => branch.as('demo-secretary')
const elder = (n: number) => branch.as(`demo-member-${String(n)}`)
const raised = async (memberId: string) =>
  (await stored(branch, 'visits', { memberId }))
    .filter(one => one.raised !== undefined)
    .sort((one, other) => (one._id < other._id ? -1 : 1))
const minute = () => branch.clock.advance(MINUTE)
const signsLeft = async () => [
  ...(await stored(branch, 'requests', { 'visitSigns.at': { $gt: 0 } })),
  ...(await stored(branch, 'care-log', { 'visitSigns.at': { $gt: 0 } })),
  ...(await stored(branch, 'visits', { 'visitSigns.at': { $gt: 0 } })),
]

test('an elder in hospital who asks for help is visited without further action: the visitor reads why, and opens the request', async () => {
  const text = '我住院了，在中心医院3号楼，想请人帮我买药'
  const { requestId } = good(await elder(24).calls('request.raise', { kind: 'medicine', text }))
  await minute()
  const [visit, ...others] = await raised('m-24')
  expect(others).toEqual([])
  expect(visit).toMatchObject({ rule: 'illness', state: 'due', raised: { why: text, requestId, by: { memberId: 'm-24' } } })
  expect(await signsLeft()).toEqual([])

  const openid = visit?.assigneeId === people.secretary.memberId ? 'demo-secretary' : people.liaison.openid
  const told = good(await branch.as(openid).calls('inbox.list', {})).items.filter(one => one.kind === 'visit-due')
  expect(told.map(one => [one.title, one.text.includes(text)])).toEqual([[expect.stringMatching(/^请去看望.+：生病看望$/u), true]])
  expect(good(await secretary().calls('visit.get', { visitId: visit?._id ?? '' }))).toMatchObject({ why: text, requestId })
  const rows = await stored(branch, 'audit', { memberId: 'm-24', what: 'visit.raised' })
  expect(rows.map(one => one.by.memberId)).toEqual(['m-24'])
})

test('raising a visit costs the caller no further access to the database', async () => {
  const spent = async (kind: 'medicine' | 'payment' | 'car', text: string) => {
    good(await elder(24).calls('request.raise', { kind, text }))
    return branch.operations('request.raise')
  }
  // The first of a branch begins the month's figures.
  await spent('car', '周三用车')
  const plain = await spent('medicine', '降压药快没了')
  expect(await spent('payment', '我住院了，要缴费')).toBe(plain)
  expect(await signsLeft()).toHaveLength(1)
})

test('whether the officer asks, more is added later, or a visitor finds the need: hardship brings a visitor, illness another', async () => {
  good(await secretary().calls('request.raiseFor', { memberId: 'm-24', kind: 'other', text: '老王家里失火了' }))
  const { requestId } = good(await elder(22).calls('request.raise', { kind: 'escort', text: '周三陪我去看眼睛' }))
  good(await elder(22).calls('request.sayMore', { requestId, text: '刚才下楼摔断了腿' }))
  const { items } = good(await secretary().calls('visit.due', { branchId, from: '2026-11-21', to: '2026-12-20' }))
  const birthday = items.find(one => one.rule === 'birthday' && one.state === 'due')
  if (!birthday) throw new Error('no birthday visit')
  const needs = [{ kind: 'legal' as const, text: '上个月被骗了五万块' }]
  good(await secretary().calls('visit.record', { visitId: birthday.visitId, at: MORNING, by: 'visit', note: '祝寿', needs }))
  await minute()
  expect((await raised('m-24')).map(one => one.rule)).toEqual(['hardship'])
  expect((await raised('m-22')).map(one => [one.rule, one.raised?.why])).toEqual([['illness', '刚才下楼摔断了腿']])
  expect((await raised(birthday.memberId)).map(one => one.rule)).toEqual(['hardship'])
})

test('told again, or looked at again after a crash, it stays one visit; also when a visitor has been there since', async () => {
  const { requestId } = good(await elder(24).calls('request.raise', { kind: 'medicine', text: '住院了，要人送药' }))
  const [request] = await stored(branch, 'requests', { _id: requestId })
  good(await elder(24).calls('request.raise', { kind: 'car', text: '住院，要车' }))
  await minute()
  const [visit, ...others] = await raised('m-24')
  expect(others).toEqual([])
  // Cut off before the sign was taken away.
  await amend(branch, 'requests', { _id: requestId }, { visitSigns: request?.visitSigns })
  await minute()
  good(await secretary().calls('visit.record', { visitId: visit?._id ?? '', at: MORNING + 2 * MINUTE, by: 'visit', note: '好多了' }))
  await branch.clock.advance(DAY)
  await amend(branch, 'requests', { _id: requestId }, { visitSigns: request?.visitSigns })
  await minute()
  expect((await raised('m-24')).map(one => one.state)).toEqual(['done'])
  expect(await signsLeft()).toEqual([])
})

test('a visitor who comes from the sickbed and asks for what is needed there brings no second visitor', async () => {
  good(await secretary().calls('visit.raise', { memberId: 'm-24', rule: 'illness', why: '住院' }))
  const [visit] = await raised('m-24')
  await branch.clock.advance(DAY)
  const needs = [{ kind: 'escort' as const, text: '还在住院，下周要人陪' }]
  good(await secretary().calls('visit.record', { visitId: visit?._id ?? '', at: MORNING + DAY, by: 'visit', note: '去看了', needs }))
  await minute()
  expect(await raised('m-24')).toHaveLength(1)
  expect(await signsLeft()).toEqual([])
})

test('a cancelled request, a dead elder, an in-service member and an errand bring no visitor', async () => {
  const { requestId } = good(await elder(24).calls('request.raise', { kind: 'other', text: '住院了' }))
  good(await elder(24).calls('request.cancel', { requestId }))
  good(await elder(22).calls('request.raise', { kind: 'other', text: '住院了' }))
  await amend(branch, 'members', { _id: 'm-22' }, { state: 'dead' })
  good(await branch.as('demo-volunteer-05').calls('request.raise', { kind: 'other', text: '骨折了，住院' }))
  good(await elder(26).calls('request.raise', { kind: 'escort', text: '请人陪我去医院体检' }))
  await minute()
  for (const memberId of ['m-24', 'm-22', 'v-05', 'm-26']) expect(await raised(memberId)).toEqual([])
  expect(await signsLeft()).toEqual([])
})

test('words heard over the telephone, or at a closed door, bring a visitor; words of a visit, and old notes, are only kept', async () => {
  const heard = (memberId: string, more: { by: 'call' | 'visit'; reached?: boolean; at?: number }, note = '女儿说她住院了') =>
    secretary().calls('care.contact', { memberId, note, ...more }, `told-${memberId}`)
  expect(refusal(await heard('m-24', { by: 'call' }))).toBe('done')
  expect(refusal(await heard('m-24', { by: 'call' }))).toBe('done')
  expect(refusal(await heard('m-22', { by: 'visit' }))).toBe('done')
  expect(refusal(await heard('m-26', { by: 'call', reached: false }, '没接，女儿说住院了'))).toBe('done')
  expect(refusal(await heard('m-28', { by: 'visit', reached: false }, '人已住院，不在家'))).toBe('done')
  expect(refusal(await heard('m-27', { by: 'call', at: MORNING - 20 * DAY }))).toBe('done')
  await minute()
  const why = async (memberId: string) => (await raised(memberId)).map(one => [one.rule, one.raised?.why])
  expect(await why('m-24')).toEqual([['illness', '女儿说她住院了']])
  expect(await why('m-26')).toEqual([['illness', '没接，女儿说住院了']])
  expect(await why('m-28')).toEqual([['illness', '人已住院，不在家']])
  for (const memberId of ['m-22', 'm-27']) expect(await raised(memberId)).toEqual([])
})

test('a birthday call that finds the elder in hospital brings a visitor to the door', async () => {
  const { items } = good(await secretary().calls('visit.due', { branchId, from: '2026-11-21', to: '2026-12-20' }))
  const birthday = items.find(one => one.rule === 'birthday' && one.state === 'due')
  if (!birthday) throw new Error('no birthday visit')
  good(
    await secretary().calls('visit.record', { visitId: birthday.visitId, at: MORNING, by: 'call', note: '祝了寿，昨天摔了一跤，骨折住院' }),
  )
  await minute()
  expect((await raised(birthday.memberId)).map(one => [one.rule, one.state])).toEqual([['illness', 'due']])
})
