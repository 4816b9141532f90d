import { good, put, stored } from '../support/attendance'
import { DAY, MORNING, startBranch, type Branch } from '../support/branch'
import { amend, people, refusal } from '../support/people'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

const BRANCH = 'branch-01'
const secretary = () => branch.as('demo-secretary')
const ask = async (openid: string, phone: string, said: { name: string; branch?: string; token?: string }) =>
  branch.as(openid).calls('joining.ask', { ...said, phoneCode: await branch.phoneCode(openid, phone) })
const mine = async (openid: string) => good(await branch.as(openid).calls('joining.mine', {})).asked
const desk = async (openid = 'demo-secretary', orgId = BRANCH) => good(await branch.as(openid).calls('joining.list', { orgId })).items
const titles = async (openid: string) => good(await branch.as(openid).calls('inbox.list', {})).items.map(one => one.title)

describe('请书记加我: a number on no roster reaches a person', () => {
  test('with the first letters of the branch it lies on the secretary’s desk, masked, and the secretary hears', async () => {
    expect(good(await ask('newcomer', '13600000001', { name: '钱新来', branch: ' 常青花园 ' }))).toEqual({ to: 'branch' })
    const [one] = await desk()
    expect(one).toMatchObject({ name: '钱新来', maskedPhone: '136****0001', said: '常青花园', alike: [] })
    expect(await titles('demo-secretary')).toContain('钱新来请您加进名册')
    expect(await mine('newcomer')).toMatchObject({ state: 'open', to: 'branch', name: '钱新来' })
  })

  test('calling shows the number and leaves a row; a secretary elsewhere sees neither', async () => {
    const [one] = await desk()
    const joiningId = one?.joiningId ?? ''
    expect(refusal(await branch.as('demo-other-secretary').calls('joining.phone', { joiningId }))).toBe('FORBIDDEN')
    expect(refusal(await branch.as('demo-other-secretary').calls('joining.list', { orgId: BRANCH }))).toBe('FORBIDDEN')
    expect(good(await secretary().calls('joining.phone', { joiningId }))).toEqual({ phone: '13600000001' })
    const [row] = await stored(branch, 'joinings', { _id: joiningId })
    expect(await stored(branch, 'audit', { memberId: row?.memberId ?? '' })).toMatchObject([{ what: 'roster.phone' }])
  })

  test('added, the same account binds with one tap and no other does; the branch counts one more; asked twice it is one', async () => {
    const [one] = await desk()
    const add = () => secretary().calls('joining.add', { joiningId: one?.joiningId ?? '' }, 'add-newcomer')
    const [{ memberId }, again] = [good(await add()), good(await add())]
    expect(again).toEqual({ memberId })
    expect(await desk()).toEqual([])
    expect(await mine('another-phone')).toBeNull()
    const asked = await mine('newcomer')
    expect(asked?.state).toBe('added')
    expect(good(await branch.as('newcomer').calls('me.bind', { inviteCode: asked?.inviteCode ?? '' }))).toEqual({ memberId })
    expect(good(await branch.as('newcomer').calls('me.get', {})).member).toMatchObject({ name: '钱新来', branchId: BRANCH })
    expect(await mine('newcomer')).toBeNull()
    // As one from the roster, the number is a door from then on, with the name.
    const claim = { phoneCode: await branch.phoneCode('newer-phone', '13600000001'), name: '钱新来' }
    expect(good(await branch.as('newer-phone').calls('me.bindByPhone', claim))).toEqual({ memberId })
  })

  test('a member whose number was never written down is told apart by name, and is not made twice', async () => {
    const { member } = good(await branch.as('demo-member-31').calls('me.get', {}))
    await ask('changed-number', '13600000031', { name: member?.name ?? '', branch: '常青花园' })
    const [one] = await desk()
    expect(one?.alike).toMatchObject([{ memberId: 'm-31', bound: true }])
    good(await secretary().calls('joining.add', { joiningId: one?.joiningId ?? '', memberId: 'm-31' }))
    const asked = await mine('changed-number')
    expect(good(await branch.as('changed-number').calls('me.bind', { inviteCode: asked?.inviteCode ?? '' }))).toEqual({ memberId: 'm-31' })
  })

  test('an officer is not let in this way: who holds an office is invited from above', async () => {
    await ask('as-if-secretary', '13600000077', { name: '假书记', branch: '常青花园' })
    const [one] = await desk()
    const answer = await secretary().calls('joining.add', { joiningId: one?.joiningId ?? '', memberId: people.secretary.memberId })
    expect(refusal(answer)).toBe('FORBIDDEN')
    good(await secretary().calls('joining.decline', { joiningId: one?.joiningId ?? '' }))
    expect(await mine('as-if-secretary')).toMatchObject({ state: 'declined' })
    expect(await desk()).toEqual([])
  })

  test('where no branch can be made out the bureau has it, hands it on, and the asker is told nothing of what there is', async () => {
    expect(good(await ask('lost', '13600000002', { name: '孙问路', branch: '天上的支部' }))).toEqual({ to: 'bureau' })
    expect(good(await ask('silent', '13600000003', { name: '李没写' }))).toEqual({ to: 'bureau' })
    const [one] = await desk('demo-bureau', 'district')
    expect(one).toMatchObject({ name: '孙问路', said: '天上的支部' })
    const place = (words: string) => branch.as('demo-bureau').calls('joining.place', { joiningId: one?.joiningId ?? '', branch: words })
    expect(refusal(await place('没有'))).toBe('BRANCH_UNCLEAR')
    expect(good(await place('常青花园')).branchName).toBe('常青花园离退休干部党支部')
    expect((await desk()).map(item => item.name)).toEqual(['孙问路'])
  })

  test('of many branches that begin alike the one that is called just so is meant; closed ones are not', async () => {
    await ask('lost-again', '13600000005', { name: '吴问路', branch: '天上的支部' })
    const one = (await desk('demo-bureau', 'district')).find(each => each.name === '吴问路')
    const place = (words: string) => branch.as('demo-bureau').calls('joining.place', { joiningId: one?.joiningId ?? '', branch: words })
    const called = (name: string) => ({ name, kind: 'branch' as const, parentId: 'changqing', rosterVersion: 0, history: [] })
    for (let n = 10; n < 40; n++)
      await put(branch, 'organizations', { ...called(`常青花园离退休干部党支部第${String(n)}小区`), _id: `alike-${String(n)}`, path: `/district/changqing/alike-${String(n)}/` }) // prettier-ignore
    expect(refusal(await place('常青花园'))).toBe('BRANCH_UNCLEAR')
    expect(good(await place('常青花园离退休干部党支部')).branchName).toBe('常青花园离退休干部党支部')
    await amend(branch, 'organizations', { _id: { $gte: 'alike-', $lt: 'alike.' } }, { closedAt: MORNING })
    expect((await desk()).map(item => item.name)).toContain('吴问路')
    expect(good(await ask('not-lost', '13600000006', { name: '郑认路', branch: '常青花园' }))).toEqual({ to: 'branch' })
  })

  test('a number that a roster has, whose holder could not say who they are, comes to that branch without a word', async () => {
    const [phone] = (await stored(branch, 'members', { _id: 'm-33' }))[0]?.phones ?? []
    expect(good(await ask('forgetful', phone ?? '', { name: '周记不清' }))).toEqual({ to: 'branch' })
    const asked = (await desk()).find(one => one.name === '周记不清')
    expect(asked?.alike).toMatchObject([{ memberId: 'm-33' }])
  })

  test('three askings a day for an account and for a number; twenty taps of one are one; a member does not ask', async () => {
    const phoneCode = await branch.phoneCode('eager', '13600000004')
    const taps = Array.from({ length: 20 }, () =>
      branch.as('eager').calls('joining.ask', { name: '赵心急', phoneCode, branch: '常青花园' }),
    )
    expect((await Promise.all(taps)).map(refusal)).toEqual(taps.map(() => 'done'))
    expect((await desk()).filter(one => one.name === '赵心急')).toHaveLength(1)
    for (const name of ['赵心急二', '赵心急三']) good(await branch.as('eager').calls('joining.ask', { name, branch: '常青花园' }))
    expect(refusal(await branch.as('eager').calls('joining.ask', { name: '赵心急四' }))).toBe('RATE_LIMITED')
    expect(refusal(await ask('same-number', '13600000004', { name: '另一位' }))).toBe('RATE_LIMITED')
    expect(refusal(await branch.as('demo-member-32').calls('joining.ask', { name: '已绑定' }))).toBe('ALREADY_BOUND')
  })

  test('withdrawn or a month old, nothing of it is left', async () => {
    good(await branch.as('eager').calls('me.withdraw', {}))
    expect((await desk()).map(one => one.name)).not.toContain('赵心急三')
    await amend(branch, 'joinings', { orgId: 'district', name: '李没写' }, { until: MORNING - DAY })
    expect(await mine('silent')).toBeNull()
  })
})

describe('one card invites a whole branch', () => {
  const card = async (fresh = false) => good(await secretary().calls('joining.card', { branchId: BRANCH, fresh }))

  test('is the same each time it is asked for, and tells which branch it is of', async () => {
    const { token } = await card()
    expect((await card()).token).toBe(token)
    expect(good(await branch.as('in-the-chat').calls('joining.open', { token }))).toEqual({ branchName: '常青花园离退休干部党支部' })
  })

  test('a number in two rosters is asked about in the branch of the card; the name or the year is still to be said', async () => {
    const [member] = await stored(branch, 'members', { _id: 'm-41' })
    const [other] = await stored(branch, 'members', { branchId: 'branch-02', state: 'active' })
    if (!member || !other) throw new Error('the demo has changed')
    await amend(branch, 'members', { _id: 'm-41' }, { phones: ['13600000041'], doors: ['13600000041'], bound: false })
    await put(branch, 'members', { ...other, _id: 'twin-41', grants: [], phones: ['13600000041'], doors: ['13600000041'] })
    const bind = async (claim: object) => branch.as('in-the-chat').calls('me.bindByPhone', { branchToken: (await card()).token, ...claim })
    const first = await bind({ phoneCode: await branch.phoneCode('in-the-chat', '13600000041') })
    if (first.ok || first.code !== 'PHONE_WHO') throw new Error(JSON.stringify(first))
    expect(first.data.people).toHaveLength(1)
    expect(JSON.stringify(first.data)).not.toContain(member.name)
    expect(good(await bind({ name: member.name }))).toEqual({ memberId: 'm-41' })
  })

  test('the list says who is left, masked, and counts as they come', async () => {
    const all = good(await secretary().calls('joining.left', { branchId: BRANCH }))
    expect(all.items.every(one => one.maskedPhone === undefined || one.maskedPhone.includes('*'))).toBe(true)
    expect(all.members - all.bound).toBe(all.items.length)
    expect(all.items.map(one => one.memberId)).not.toContain('m-41')
    good(await branch.as('in-the-chat').calls('me.unbind', { memberId: 'm-41' }))
  })

  test('a fresh one, or its end, closes those that were sent', async () => {
    const { token } = await card()
    const { token: newer } = await card(true)
    const open = (one: string) => branch.as('late-reader').calls('joining.open', { token: one })
    expect(refusal(await open(token))).toBe('BRANCH_CARD_ENDED')
    expect(refusal(await open(newer))).toBe('done')
    good(await secretary().calls('joining.endCard', { branchId: BRANCH }))
    expect(refusal(await open(newer))).toBe('BRANCH_CARD_ENDED')
    expect(refusal(await branch.as('demo-other-secretary').calls('joining.card', { branchId: BRANCH }))).toBe('FORBIDDEN')
  })
})

test('the secretary’s first day is counted, and is over with the first notice', async () => {
  const day = good(await secretary().calls('setup.firstDay', { branchId: BRANCH }))
  expect(day.members).toBeGreaterThan(80)
  expect(day).toMatchObject({ bound: expect.any(Number) as number, notice: true })
})
