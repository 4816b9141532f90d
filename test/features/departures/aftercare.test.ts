import type { Contract } from '../../../core/contract'
import type { RawInput } from '../../../core/shared/operation'
import { good, meeting, put, stored } from '../support/attendance'
import { DAY, HOUR, MINUTE, startBranch, type Branch } from '../support/branch'
import { amend, people, refusal } from '../support/people'
import { routes } from '../../../core/shared/routes'

let branch: Branch
beforeEach(async () => {
  branch = await startBranch()
})
afterEach(() => branch.close())

const secretary = () => branch.as('demo-secretary')
const last = async (memberId: string) => Array.from((await member(memberId)).name).at(-1) ?? ''
const member = async (memberId: string) => {
  const [found] = await stored(branch, 'members', { _id: memberId })
  if (!found) throw new Error(`${memberId} is on no roster`)
  return found
}
const marking = async (memberId: string, more: Partial<RawInput<Contract['aftercare.mark']>> = {}) => ({
  memberId,
  diedOn: '2026-11-20',
  toldBy: '女儿',
  nameEnd: await last(memberId),
  bereavedIds: [],
  ...more,
})
const mark = async (memberId: string, more: Partial<RawInput<Contract['aftercare.mark']>> = {}) =>
  good(await secretary().calls('aftercare.mark', await marking(memberId, more)))
const caseload = async (helperId: string) =>
  (await stored(branch, 'caseloads', { _id: helperId }))[0]?.elders.map(one => one.memberId) ?? []
/**
 * Puts a member in the midst of everything: signed up with others waiting, holding a shift, asked by others, paired on both sides, with a
 * family helper.
 */
const entangle = async (memberId: string, openid: string) => {
  const activityId = await meeting(branch, {
    title: '座谈会',
    capacity: 1,
    startsAt: branch.clock.now() + DAY,
    endsAt: branch.clock.now() + DAY + HOUR,
  })
  good(await branch.as(openid).calls('signup.join', { activityId }))
  good(await branch.as('demo-member-40').calls('signup.join', { activityId }))
  const shift = { startsAt: branch.clock.now() + 2 * DAY, endsAt: branch.clock.now() + 2 * DAY + HOUR, places: 1 }
  const post = { orgId: 'branch-01', kind: '邻里帮', title: '买菜', place: { name: '东门' }, audience: 'branch' as const, shifts: [shift] }
  const { postId } = good(await secretary().calls('post.publish', post))
  good(await branch.as(openid).calls('post.claim', { postId, shiftId: 's1' }))
  good(await branch.as('demo-member-41').calls('post.claim', { postId, shiftId: 's1' }))
  good(await secretary().calls('pairing.set', { helperId: 'v-03', elderIds: [memberId], kind: 'one-to-one' }))
  good(await secretary().calls('pairing.set', { helperId: memberId, elderIds: ['m-16'], kind: 'one-to-one' }))
  const { inviteCode } = good(
    await secretary().calls('family.inviteFor', { memberId, name: '小沈', relation: 'child', consent: '本人同意' }),
  )
  good(await branch.as('demo-daughter').calls('me.bind', { inviteCode }))
  return { activityId, postId }
}
const queueOf = async (activityId: string) => (await stored(branch, 'activities', { _id: activityId }))[0]?.signups.map(one => one.memberId)
const holdersOf = async (postId: string) => (await stored(branch, 'posts', { _id: postId }))[0]?.queue.map(one => one.memberId)

test('before anything is done the secretary reads what will stop', async () => {
  await entangle(people.leader.memberId, people.leader.openid)
  const look = good(await secretary().calls('aftercare.look', { memberId: people.leader.memberId }))
  expect(look).toMatchObject({
    offices: [{ role: 'leader', orgName: '第一党小组' }],
    helpers: [{ memberId: 'v-03' }],
    elders: [{ memberId: 'm-16' }],
    activities: ['座谈会'],
    shifts: [expect.stringContaining('买菜')],
    familyHelpers: ['小沈'],
    quietDays: 100,
  })
  expect((await member(people.leader.memberId)).state).toBe('active')
})

test('a slip of the finger marks no one: it takes the name’s last character, a date that has come, and another person than oneself', async () => {
  const said = async (more: object, memberId = 'm-20') =>
    refusal(await secretary().calls('aftercare.mark', { ...(await marking(memberId)), ...more }))
  expect(await said({ nameEnd: '错' })).toBe('AFTERCARE_NAME_WRONG')
  expect(await said({ diedOn: '2026-11-22' })).toBe('AFTERCARE_DATE_WRONG')
  expect(await said({ bereavedIds: ['n-03'] })).toBe('NOT_FOUND')
  expect(await said({}, people.secretary.memberId)).toBe('FORBIDDEN')
  expect((await member('m-20')).state).toBe('active')
})

test('a death in the midst of everything stops it all at once, and nothing is left with the dead', async () => {
  const { activityId, postId } = await entangle(people.leader.memberId, people.leader.openid)
  const { requestId } = good(await branch.as('demo-member-24').calls('request.raise', { kind: 'talk' }))
  good(await secretary().calls('request.reassign', { requestId, memberId: people.leader.memberId }))
  await mark(people.leader.memberId)

  expect(await member(people.leader.memberId)).toMatchObject({ state: 'dead', diedOn: '2026-11-20', grants: [] })
  // The next in line moved up.
  expect(await queueOf(activityId)).toEqual(['m-40'])
  expect(await holdersOf(postId)).toEqual(['m-41'])
  // Paired as elder and as helper: both ended.
  expect([await caseload('v-03'), await caseload(people.leader.memberId)]).toEqual([[], []])
  // The request goes on to the next helper.
  const held = (await stored(branch, 'requests', { _id: requestId }))[0]
  expect(held?.owner?.memberId).not.toBe(people.leader.memberId)
  expect(held?.asked.filter(one => !one.declined).map(one => one.memberId)).not.toContain(people.leader.memberId)
  // No account acts as the dead; the daughter keeps the people to turn to and nothing else.
  expect(good(await branch.as(people.leader.openid).calls('me.get', {})).member).toBeNull()
  expect(refusal(await branch.as('demo-daughter').calls('inbox.list', {}))).toBe('UNAUTHENTICATED')
  const { items } = good(await branch.as('demo-daughter').calls('aftercare.contact', {}))
  expect(items.flatMap(one => one.contacts.map(contact => contact.phone)).join()).toMatch(/^1\d{10}$/)
  expect(good(await branch.as('demo-stranger').calls('aftercare.contact', {})).items).toEqual([])
  // The vacant office stands in the secretary's inbox.
  const inbox = good(await secretary().calls('inbox.list', {})).items.filter(one => one.kind === 'aftercare')
  expect(inbox.map(one => one.title)).toContain('第一党小组党小组长空缺')
  // The roster keeps them, apart.
  const living = await everyone(false)
  const dead = await everyone(true)
  expect(living.map(one => one.memberId)).not.toContain(people.leader.memberId)
  expect(dead).toMatchObject([{ memberId: people.leader.memberId, diedOn: '2026-11-20' }])
})

const everyone = async (dead: boolean) => {
  const items = []
  let cursor: string | null | undefined
  do {
    const reply = good(await secretary().calls('roster.list', { branchId: 'branch-01', dead, ...(cursor ? { cursor } : {}) }))
    items.push(...reply.items)
    cursor = reply.cursor
  } while (cursor !== null)
  return items
}

test('special care and visits of the dead are off every list', async () => {
  await mark('m-36')
  const { items } = good(await secretary().calls('care.list', { orgId: 'branch-01' }))
  expect(items.map(one => one.memberId)).not.toContain('m-36')
  expect(good(await branch.as(people.liaison.openid).calls('care.mine', {})).items.map(one => one.memberId)).not.toContain('m-36')
  await branch.clock.advance(2 * MINUTE)
  const due = await stored(branch, 'visits', { memberId: 'm-36', state: 'due' })
  expect(due).toEqual([])
  const benefits = good(await secretary().calls('benefit.list', { orgId: 'branch-01', kind: 'check-up' })).items
  expect(benefits.map(one => one.memberId)).not.toContain('m-36')
})

test('two who mark at the same time mark once, and a second tap changes nothing', async () => {
  const input = await marking('m-20')
  const replies = await Promise.all([1, 2].map(() => secretary().calls('aftercare.mark', input)))
  expect(replies.map(refusal)).toEqual(['done', 'done'])
  good(await secretary().calls('aftercare.tick', { memberId: 'm-20', stepId: 'family', done: true, note: '已经打过电话' }))
  await mark('m-20', { toldBy: '别人' })
  expect(good(await secretary().calls('aftercare.get', { memberId: 'm-20' }))).toMatchObject({
    marking: { toldBy: '女儿', done: 1, steps: 6 },
  })
  expect(refusal(await secretary().calls('aftercare.look', { memberId: 'm-20' }))).toBe('AFTERCARE_MARKED')
})

test('undone within the day, everything begins again, and what is lost is told', async () => {
  const { activityId, postId } = await entangle(people.leader.memberId, people.leader.openid)
  await mark(people.leader.memberId, { bereavedIds: ['m-21'] })
  expect((await member('m-21')).bereaved).toEqual([{ of: people.leader.memberId, until: '2027-02-28' }])
  await branch.clock.advance(HOUR)
  const { lost } = good(await secretary().calls('aftercare.undo', { memberId: people.leader.memberId, reason: '同名，弄错了' }))
  expect(lost).toEqual([expect.stringContaining('候补第1'), expect.stringContaining('买菜')])
  expect(await member(people.leader.memberId)).toMatchObject({ state: 'active', grants: [{ role: 'leader' }] })
  expect((await member(people.leader.memberId)).diedOn).toBeUndefined()
  expect((await member('m-21')).bereaved).toEqual([])
  expect([await caseload('v-03'), await caseload(people.leader.memberId)]).toEqual([[people.leader.memberId], ['m-16']])
  expect(await queueOf(activityId)).toEqual(['m-40', people.leader.memberId])
  expect(await holdersOf(postId)).toEqual(['m-41'])
  expect(good(await branch.as(people.leader.openid).calls('me.get', {})).member?.memberId).toBe(people.leader.memberId)
  expect(refusal(await branch.as('demo-daughter').calls('inbox.list', {}))).toBe('done')
  expect(good(await secretary().calls('aftercare.list', { orgId: 'branch-01' }))).toMatchObject({ items: [], open: 0 })
  // A second tap gets the same answer and gives nothing twice; the real death can be marked after it.
  good(await secretary().calls('aftercare.undo', { memberId: people.leader.memberId, reason: '同名，弄错了' }))
  await mark(people.leader.memberId)
  expect((await member(people.leader.memberId)).state).toBe('dead')
})

test('a late retry of an undone marking marks no one again', async () => {
  const said = await marking('m-06')
  good(await secretary().calls('aftercare.mark', said, 'slow-network'))
  good(await secretary().calls('aftercare.undo', { memberId: 'm-06', reason: '点错了人' }))
  expect(refusal(await secretary().calls('aftercare.mark', said, 'slow-network'))).toBe('CONFLICT')
  expect((await member('m-06')).state).toBe('active')
})

test('after a day it stands', async () => {
  await mark('m-20')
  await branch.clock.advance(DAY)
  expect(refusal(await secretary().calls('aftercare.undo', { memberId: 'm-20', reason: '弄错了' }))).toBe('AFTERCARE_UNDO_LATE')
  expect((await member('m-20')).state).toBe('dead')
})

test('the bureau undoes a mistake later too; an office that has been filled meanwhile is not given twice', async () => {
  const bureau = branch.as('demo-bureau')
  await mark(people.leader.memberId)
  const group = (await stored(branch, 'aftercare', { _id: people.leader.memberId }))[0]?.grants?.[0]
  if (!group) throw new Error('m-77 leads a group')
  await branch.clock.pass(2 * DAY)
  await branch.clock.advance(DAY)
  const [other] = await stored(branch, 'members', { _id: 'm-21' })
  await amend(branch, 'members', { _id: 'm-21' }, { grants: [...(other?.grants ?? []), group] })
  expect(good(await branch.as('demo-street').calls('aftercare.get', { memberId: people.leader.memberId })).may).toEqual(['bereaved'])
  expect(refusal(await branch.as('demo-street').calls('aftercare.undo', { memberId: people.leader.memberId, reason: '弄错了' }))).toBe(
    'AFTERCARE_UNDO_LATE',
  )
  expect(good(await bureau.calls('aftercare.get', { memberId: people.leader.memberId })).may).toEqual(['undo'])
  const { lost } = good(await bureau.calls('aftercare.undo', { memberId: people.leader.memberId, reason: '同名，弄错了' }))
  expect(lost).toEqual(['第一党小组党小组长已经由别人担任'])
  expect(await member(people.leader.memberId)).toMatchObject({ state: 'active', grants: [] })
  const trail = await stored(branch, 'audit', { memberId: people.leader.memberId, what: 'aftercare.undone' })
  expect(trail).toMatchObject([{ why: '同名，弄错了' }])
})

test('special care goes on after a mistake as if nothing had been', async () => {
  const care = async () => good(await secretary().calls('care.get', { memberId: 'm-45' })).item
  const before = await care()
  await mark('m-45')
  expect(refusal(await secretary().calls('care.get', { memberId: 'm-45' }))).toBe('FORBIDDEN')
  good(await secretary().calls('aftercare.undo', { memberId: 'm-45', reason: '弄错了' }))
  await branch.clock.advance(MINUTE)
  expect(await care()).toMatchObject({ late: ['call'], callBy: before?.callBy, lastCallAt: before?.lastCallAt })
})

test('the checklist is ticked by those around, changed by the secretary, and read by the street', async () => {
  await mark('m-36')
  const list = good(
    await branch.as(people.liaison.openid).calls('aftercare.tick', { memberId: 'm-36', stepId: 'condolence', done: true }),
  ).checklist
  expect(list.find(one => one.stepId === 'condolence')?.done).toMatchObject({ at: branch.clock.now() })
  const add = () => secretary().calls('aftercare.plan', { memberId: 'm-36', title: '帮老伴办居家养老', by: '2026-12-01' }, 'step-1')
  await add()
  const seven = good(await add()).checklist
  expect(seven).toHaveLength(7)
  const added = seven.find(one => one.title === '帮老伴办居家养老')?.stepId
  good(await secretary().calls('aftercare.plan', { memberId: 'm-36', stepId: 'farewell', who: '老战友' }))
  const left = good(await secretary().calls('aftercare.plan', { memberId: 'm-36', stepId: 'archive', remove: true })).checklist
  expect(left.map(one => one.stepId)).toEqual(['family', 'condolence', 'farewell', 'papers', 'membership', added])
  expect(left.find(one => one.stepId === 'farewell')?.who).toBe('老战友')
  expect(refusal(await secretary().calls('aftercare.tick', { memberId: 'm-36', stepId: 'archive', done: true }))).toBe('NOT_FOUND')
  for (const step of left) good(await secretary().calls('aftercare.tick', { memberId: 'm-36', stepId: step.stepId, done: true }))
  const street = good(await branch.as('demo-street').calls('aftercare.list', { orgId: 'changqing' }))
  expect(street).toMatchObject({ open: 0, items: [{ memberId: 'm-36', done: 6, steps: 6 }] })
  expect(refusal(await branch.as('demo-street').calls('aftercare.tick', { memberId: 'm-36', stepId: 'family', done: false }))).toBe(
    'FORBIDDEN',
  )
})

test('the owner of a step finds it among their own until it is done, also when it is handed over', async () => {
  await mark('m-36')
  const mine = async (openid: string) => good(await branch.as(openid).calls('aftercare.mine', {})).items.map(one => one.steps.length)
  expect(await mine(people.liaison.openid)).toEqual([2])
  expect(await mine('demo-secretary')).toEqual([3])
  good(await branch.as(people.liaison.openid).calls('aftercare.tick', { memberId: 'm-36', stepId: 'condolence', done: true }))
  expect(await mine(people.liaison.openid)).toEqual([1])
  const { name } = await member(people.secretary.memberId)
  good(await secretary().calls('aftercare.plan', { memberId: 'm-36', stepId: 'papers', who: name }))
  expect([await mine(people.liaison.openid), await mine('demo-secretary')]).toEqual([[], [4]])
  good(await secretary().calls('aftercare.plan', { memberId: 'm-36', stepId: 'papers', who: '老战友' }))
  expect(await mine('demo-secretary')).toEqual([3])
})

describe('a helper of the elder without an office', () => {
  const helper = () => branch.as('demo-volunteer-03')
  const open = () => helper().calls('aftercare.get', { memberId: 'm-36' })
  const tick = (stepId: string) => helper().calls('aftercare.tick', { memberId: 'm-36', stepId, done: true })
  beforeEach(async () => {
    good(await secretary().calls('pairing.set', { helperId: 'v-03', elderIds: ['m-36'], kind: 'one-to-many' }))
    await mark('m-36', { bereavedIds: ['m-21'] })
  })

  test('is given the visit of condolence, finds it on the first screen, opens it and ticks it', async () => {
    const { items } = good(await helper().calls('aftercare.mine', {}))
    const { name } = await member('m-36')
    expect(items).toEqual([
      {
        memberId: 'm-36',
        name,
        steps: [
          { title: '上门吊唁慰问', by: '2026-11-23' },
          { title: '协助办理抚恤金、丧葬补助和停发手续', by: '2026-12-21' },
        ],
      },
    ])
    const { page } = good(await helper().calls('inbox.list', {})).items.find(one => one.kind === 'aftercare') ?? { page: '' }
    expect(page).toContain(routes.aftercare({ memberId: 'm-36' }))
    good(await tick('condolence'))
    good(await tick('papers'))
    expect(good(await helper().calls('aftercare.mine', {})).items).toEqual([])
    const { checklist } = good(await secretary().calls('aftercare.get', { memberId: 'm-36' }))
    expect(checklist.flatMap(one => (one.done ? [[one.stepId, one.done.name]] : []))).toEqual([
      ['condolence', (await member('v-03')).name],
      ['papers', (await member('v-03')).name],
    ])
  })

  test('sees the name, the day and their own steps, and nothing else of the family', async () => {
    const seen = good(await open())
    const { name } = await member('m-36')
    const own = { memberId: 'm-36', name, diedOn: '2026-11-20', checklist: expect.any(Array) as object[], may: [], marking: null }
    expect(seen).toEqual(own)
    expect(seen.checklist.map(one => [one.stepId, one.may])).toEqual([
      ['condolence', ['tick']],
      ['papers', ['tick']],
    ])
    expect(good(await tick('condolence')).checklist.map(one => one.stepId)).toEqual(['condolence', 'papers'])
  })

  test('ticks only their own steps, and none any more once it was given to another person', async () => {
    expect(refusal(await tick('family'))).toBe('FORBIDDEN')
    expect(refusal(await tick('no-such-step'))).toBe('FORBIDDEN')
    const { name } = await member(people.liaison.memberId)
    for (const stepId of ['condolence', 'papers']) good(await secretary().calls('aftercare.plan', { memberId: 'm-36', stepId, who: name }))
    expect([refusal(await open()), refusal(await tick('condolence'))]).toEqual(['FORBIDDEN', 'FORBIDDEN'])
    expect(good(await helper().calls('aftercare.mine', {})).items).toEqual([])
    // Named again by the secretary, the step is theirs again, though they are no longer paired.
    good(await secretary().calls('aftercare.plan', { memberId: 'm-36', stepId: 'condolence', who: (await member('v-03')).name }))
    expect(good(await open()).checklist.map(one => one.stepId)).toEqual(['condolence'])
  })

  test('learns nothing of a family that is none of theirs, dead or living', async () => {
    await mark(people.leader.memberId)
    for (const memberId of [people.leader.memberId, 'm-20', 'ghost'])
      expect(refusal(await helper().calls('aftercare.get', { memberId }))).toBe('FORBIDDEN')
    // A helper without a step is told of the death, not led to a list that is not for them.
    expect(refusal(await branch.as('demo-member-40').calls('aftercare.get', { memberId: 'm-36' }))).toBe('FORBIDDEN')
  })

  test('hears of a mistake without being led to a list that is gone', async () => {
    good(await secretary().calls('aftercare.undo', { memberId: 'm-36', reason: '弄错了' }))
    expect(refusal(await open())).toBe('NOT_FOUND')
    expect(good(await helper().calls('aftercare.mine', {})).items).toEqual([])
    const [latest] = good(await helper().calls('inbox.list', {})).items.filter(one => one.kind === 'aftercare')
    expect([latest?.title.slice(0, 3), latest?.page.includes('aftercare')]).toEqual(['更正：', false])
  })
})

test('a helper beside the fixed contact, without a step, is told of the death and led nowhere they may not go', async () => {
  good(await secretary().calls('pairing.set', { helperId: 'v-03', elderIds: ['m-36'], kind: 'one-to-many' }))
  good(await secretary().calls('pairing.set', { helperId: 'v-04', elderIds: ['m-36'], kind: 'household' }))
  await mark('m-36')
  const [told] = good(await branch.as('demo-volunteer-04').calls('inbox.list', {})).items.filter(one => one.kind === 'aftercare')
  expect([told?.text.includes('点开'), told?.page.includes('aftercare')]).toEqual([false, false])
})

test('a step whose day has passed reminds its owner, once, in the morning; a step that is done reminds no one', async () => {
  await mark('m-36')
  const told = async () =>
    (
      await stored(branch, 'messages', { memberId: { $in: [people.liaison.memberId, people.secretary.memberId, people.leader.memberId] } })
    ).filter(one => /^aftercare:m-36:.*:late:/.test(one._id))
  good(await secretary().calls('aftercare.tick', { memberId: 'm-36', stepId: 'family', done: true }))
  // The condolence is due on the 23rd.
  await branch.clock.advance(2 * DAY + 22 * HOUR)
  expect(await told()).toEqual([])
  await branch.clock.advance(HOUR)
  expect((await told()).map(one => [one.memberId, one.title.replace(/^.*：/, '')])).toEqual([[people.liaison.memberId, '上门吊唁慰问']])
  await branch.clock.advance(HOUR)
  await branch.clock.advance(DAY)
  expect(await told()).toHaveLength(1)
  const [row] = await stored(branch, 'aftercare', { _id: 'm-36' })
  expect(row?.reminded).toEqual(['condolence:2026-11-23'])
  // After an undo no one is reminded of anything any more.
  good(await branch.as('demo-bureau').calls('aftercare.undo', { memberId: 'm-36', reason: '弄错了' }))
  await branch.clock.advance(3 * DAY)
  expect(await told()).toHaveLength(1)
})

test('the household members that festive things spare, and until when, can be named later, by the secretary or the street', async () => {
  await mark(people.leader.memberId, { bereavedIds: ['m-21'] })
  const until = '2027-05-01'
  good(await secretary().calls('aftercare.bereaved', { memberId: people.leader.memberId, bereavedIds: ['m-21', 'm-22'], until }))
  const { marking: marked } = good(await secretary().calls('aftercare.get', { memberId: people.leader.memberId }))
  expect([marked?.quietUntil, marked?.bereaved.map(one => one.memberId).sort()]).toEqual([until, ['m-21', 'm-22']])
  expect([(await member('m-21')).bereaved, (await member('m-22')).bereaved]).toEqual([
    [{ of: people.leader.memberId, until }],
    [{ of: people.leader.memberId, until }],
  ])
  good(await branch.as('demo-street').calls('aftercare.bereaved', { memberId: people.leader.memberId, bereavedIds: ['m-22'] }))
  expect([(await member('m-21')).bereaved, (await member('m-22')).bereaved]).toEqual([[], [{ of: people.leader.memberId, until }]])
  for (const wrong of ['2026-11-19', '2028-11-20'])
    expect(
      refusal(await secretary().calls('aftercare.bereaved', { memberId: people.leader.memberId, bereavedIds: [], until: wrong })),
    ).toBe('INVALID_INPUT')
})

test('a secretary’s own death is marked by the street, which hears that the office is empty', async () => {
  good(await branch.as('demo-street').calls('aftercare.mark', await marking(people.secretary.memberId)))
  expect((await member(people.secretary.memberId)).grants).toEqual([])
  const inbox = good(await branch.as('demo-street').calls('inbox.list', {})).items
  expect(inbox.map(one => one.title)).toContain('常青花园离退休干部党支部支部书记空缺')
})

test('a marking that was cut off right after its first write is finished by the timer', async () => {
  await put(branch, 'aftercare', {
    _id: 'm-36',
    name: (await member('m-36')).name,
    branchId: 'branch-01',
    path: (await member('m-36')).path,
    lists: ['branch-01'],
    state: 'marked',
    diedOn: '2026-11-20',
    toldBy: '女儿',
    markedBy: { openid: 'demo-secretary', memberId: people.secretary.memberId, name: '' },
    markedAt: branch.clock.now(),
    undoUntil: branch.clock.now() + DAY,
    dueAt: branch.clock.now(),
    round: 1,
    bereavedIds: [],
    quietUntil: '2027-02-28',
    checklist: [{ stepId: 'family', title: '联系家属', who: '支部书记', by: '2026-11-22' }],
    open: true,
    version: 1,
  })
  await branch.clock.advance(MINUTE)
  expect(await member('m-36')).toMatchObject({ state: 'dead', diedOn: '2026-11-20' })
  expect(good(await branch.as('demo-member-36').calls('me.get', {})).member).toBeNull()
  const [row] = await stored(branch, 'aftercare', { _id: 'm-36' })
  expect(row?.dueAt).toBeUndefined()
})
