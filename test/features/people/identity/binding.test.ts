import { localEnvironment } from '../../../../config/local-environment'
import { good, stored } from '../../support/attendance'
import { DAY, HOUR, MINUTE, MORNING, startBranch, type Branch } from '../../support/branch'
import { amend, invitation, people, refusal } from '../../support/people'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

const me = async (openid: string) => good(await branch.as(openid).calls('me.get', {}))
const bind = (openid: string, inviteCode: string) => branch.as(openid).calls('me.bind', { inviteCode })

describe('who am I', () => {
  test('an unknown phone is greeted as bound to no member', async () => {
    expect(await me('demo-stranger')).toEqual({
      openid: 'demo-stranger',
      member: null,
      grants: [],
      actingFor: [],
      privacyAgreed: false,
      unreadMessages: 0,
      environment: { bureau: '示范区委老干部局', templates: localEnvironment.templates, phoneBinding: true },
      now: MORNING,
    })
  })

  test('the secretary sees their branch and office, in two round trips', async () => {
    const { member, grants, privacyAgreed } = await me('demo-secretary')
    expect(member).toMatchObject({
      memberId: people.secretary.memberId,
      branchId: 'branch-01',
      branchName: '常青花园离退休干部党支部',
      groupName: expect.any(String) as string,
    })
    expect(grants).toEqual([{ role: 'secretary', orgId: 'branch-01', orgName: '常青花园离退休干部党支部' }])
    expect(privacyAgreed).toBe(true)
    expect(await branch.roundTrips('me.get')).toBeLessThanOrEqual(2)
  })

  test('a helper is no member and sees which elder they act for', async () => {
    const { member, actingFor } = await me('demo-family-01')
    expect(member).toBeNull()
    expect(actingFor).toMatchObject([{ memberId: 'm-01', relation: 'child', branchId: 'branch-01' }])
  })
})

describe('an invitation', () => {
  test('binds a new phone to the member, however the code is typed; asked again it says the same', async () => {
    const code = await invitation(branch, 'm-02')
    const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `
    expect(good(await bind('new-phone-02', typed))).toEqual({ memberId: 'm-02' })
    expect(good(await bind('new-phone-02', code))).toEqual({ memberId: 'm-02' })
    expect((await me('new-phone-02')).member?.memberId).toBe('m-02')
  })

  test('binds one phone of fifty that try it at once', async () => {
    const code = await invitation(branch, 'm-03')
    const phones = Array.from({ length: 50 }, (_, n) => `crowd-${String(n)}`)
    const replies = await Promise.all(phones.map(openid => bind(openid, code)))
    expect(replies.filter(one => one.ok)).toHaveLength(1)
    expect(new Set(replies.filter(one => !one.ok).map(refusal))).toEqual(new Set(['INVITE_INVALID']))
  })

  test('is answered alike to twenty taps of one phone', async () => {
    const code = await invitation(branch, 'm-04')
    const replies = await Promise.all(Array.from({ length: 20 }, () => bind('eager-phone', code)))
    expect(replies.map(good)).toEqual(replies.map(() => ({ memberId: 'm-04' })))
  })

  test('ends after seven days, and gives way to a newer one', async () => {
    const former = await invitation(branch, 'm-05')
    const newer = await invitation(branch, 'm-05')
    expect(newer).not.toBe(former)
    expect(refusal(await bind('late-phone', former))).toBe('INVITE_INVALID')
    const { inviteCode, expiresAt } = good(await branch.as('demo-secretary').calls('roster.invite', { memberId: 'm-05' }))
    const [made] = await stored(branch, 'invites', { code: inviteCode })
    expect(expiresAt - Number(made?.createdAt)).toBe(7 * DAY)
    await amend(branch, 'invites', { code: inviteCode }, { expiresAt: expiresAt - 7 * DAY })
    expect(refusal(await bind('late-phone', inviteCode))).toBe('INVITE_INVALID')
  })

  test('is the same one for the same command, even sent twice at once', async () => {
    const ask = () => branch.as('demo-secretary').calls('roster.invite', { memberId: 'm-06' }, 'invite-m-06')
    const replies = (await Promise.all([ask(), ask(), ask()])).map(good)
    expect(new Set(replies.map(one => one.inviteCode)).size).toBe(1)
    expect(good(await bind('phone-06', replies[0]?.inviteCode ?? ''))).toEqual({ memberId: 'm-06' })
  })

  test('does not turn one member’s phone into another’s, and stays good for the right one', async () => {
    const code = await invitation(branch, 'm-07')
    expect(refusal(await bind('demo-member-08', code))).toBe('ALREADY_BOUND')
    expect((await me('demo-member-08')).member?.memberId).toBe('m-08')
    expect(good(await bind('phone-07', code))).toEqual({ memberId: 'm-07' })
  })

  test('of two members used at once on one phone, one wins and the other stays good', async () => {
    const codes = await Promise.all(['m-09', 'm-10'].map(memberId => invitation(branch, memberId)))
    const replies = await Promise.all(codes.map(code => bind('torn-phone', code)))
    expect(replies.filter(one => one.ok)).toHaveLength(1)
    const won = replies.findIndex(one => one.ok)
    expect((await me('torn-phone')).member?.memberId).toBe(['m-09', 'm-10'][won])
    expect(good(await bind('other-phone', codes[1 - won] ?? ''))).toEqual({ memberId: ['m-09', 'm-10'][1 - won] })
  })

  test('taken by a phone whose binding the server did not finish is finished by asking again', async () => {
    const code = await invitation(branch, 'm-13')
    await amend(branch, 'invites', { code }, { usedBy: 'patient-phone', usedAt: 1 })
    expect(good(await bind('patient-phone', code))).toEqual({ memberId: 'm-13' })
    expect((await me('patient-phone')).member?.memberId).toBe('m-13')
  })

  test('cannot be guessed: ten wrong codes in ten minutes are enough, and then even a right one waits', async () => {
    const wrong = await Promise.all(Array.from({ length: 30 }, (_, n) => bind('guesser', `WRONG${String(n)}`)))
    expect(wrong.filter(one => refusal(one) === 'INVITE_INVALID')).toHaveLength(10)
    expect(wrong.filter(one => refusal(one) === 'RATE_LIMITED')).toHaveLength(20)
    const code = await invitation(branch, 'm-11')
    expect(refusal(await bind('guesser', code))).toBe('RATE_LIMITED')
    await branch.clock.advance(10 * MINUTE)
    expect(good(await bind('guesser', code))).toEqual({ memberId: 'm-11' })
  })

  test('after unbinding, the used code does not bring the bond back', async () => {
    const code = await invitation(branch, 'm-12')
    good(await bind('phone-12', code))
    good(await branch.as('phone-12').calls('me.unbind', { memberId: 'm-12' }))
    expect((await me('phone-12')).member).toBeNull()
    expect(refusal(await bind('phone-12', code))).toBe('INVITE_INVALID')
    good(await branch.as('phone-12').calls('me.unbind', { memberId: 'm-12' }))
  })
})

describe('WeChat’s verified phone number', () => {
  const byPhone = async (openid: string, phone: string, name?: string) =>
    branch.as(openid).calls('me.bindByPhone', { phoneCode: await branch.phoneCode(openid, phone), ...(name === undefined ? {} : { name }) })
  const numberOf = async (n: string, phone: string) => good(await branch.as(`demo-member-${n}`).calls('me.correct', { phones: [phone] }))
  const nameOf = async (n: string) => (await me(`demo-member-${n}`)).member?.name ?? ''

  test('binds the one member who has it and that name; the same code sent again is answered alike', async () => {
    await numberOf('20', '+86 139 0000 0020')
    const phoneCode = await branch.phoneCode('phone-20', '13900000020')
    const name = await nameOf('20')
    const ask = () => branch.as('phone-20').calls('me.bindByPhone', { phoneCode, name })
    expect(good(await ask())).toEqual({ memberId: 'm-20' })
    expect(good(await ask())).toEqual({ memberId: 'm-20' })
  })

  test('shared by a couple, asks which, and takes the name without a new code for an hour', async () => {
    await numberOf('21', '13900000021')
    await numberOf('22', '13900000021')
    const shared = await byPhone('phone-22', '13900000021')
    if (shared.ok || shared.code !== 'PHONE_WHO') throw new Error(JSON.stringify(shared))
    expect(shared.data.people).toHaveLength(2)
    for (const { name, years } of shared.data.people) {
      expect(name).toMatch(/^.\*+$/)
      expect(years).toHaveLength(6)
    }
    const name = await nameOf('22')
    expect(refusal(await branch.as('phone-22').calls('me.bindByPhone', { name: '张三' }))).toBe('PHONE_WHO')
    expect(good(await branch.as('phone-22').calls('me.bindByPhone', { name: ` ${name} ` }))).toEqual({ memberId: 'm-22' })
  })

  test('tapped twenty times in one moment is looked up once and binds alike', async () => {
    await numberOf('27', '13900000027')
    const phoneCode = await branch.phoneCode('phone-27', '13900000027')
    const name = await nameOf('27')
    const taps = Array.from({ length: 20 }, () => branch.as('phone-27').calls('me.bindByPhone', { phoneCode, name }))
    expect((await Promise.all(taps)).map(refusal)).toEqual(Array.from({ length: 20 }, () => 'done'))
  })

  test('whose look-up was cut off can be asked for again with the same code', async () => {
    await numberOf('28', '13900000028')
    good(await branch.as('phone-28').calls('me.agree', { version: '2026-11' }))
    const phoneCode = await branch.phoneCode('phone-28', '13900000028')
    await amend(branch, 'accounts', { _id: 'phone-28' }, { lookingUp: phoneCode })
    const name = await nameOf('28')
    expect(good(await branch.as('phone-28').calls('me.bindByPhone', { phoneCode, name }))).toEqual({ memberId: 'm-28' })
  })

  test('is not taken without a code once the hour is over, nor with a code WeChat does not know', async () => {
    await numberOf('23', '13900000023')
    await numberOf('24', '13900000023')
    expect(refusal(await byPhone('phone-23', '13900000023'))).toBe('PHONE_WHO')
    await branch.clock.advance(HOUR)
    const { name } = (await me('demo-member-23')).member ?? { name: '' }
    expect(refusal(await branch.as('phone-23').calls('me.bindByPhone', { name }))).toBe('PHONE_CODE_INVALID')
    expect(refusal(await branch.as('phone-23').calls('me.bindByPhone', { phoneCode: 'made-up', name }))).toBe('PHONE_CODE_INVALID')
  })

  test('of no member of the roster binds none', async () => {
    expect(refusal(await byPhone('phone-none', '13911112222'))).toBe('PHONE_UNKNOWN')
    expect((await me('phone-none')).member).toBeNull()
  })

  test('does not turn one member’s phone into another’s', async () => {
    await numberOf('25', '13900000025')
    expect(refusal(await byPhone('demo-member-26', '13900000025'))).toBe('ALREADY_BOUND')
  })
})

test('agreeing to the privacy notice holds for its version, and an older page does not take it back', async () => {
  const agree = async (version: string) => good(await branch.as('new-reader').calls('me.agree', { version }))
  await agree('2025-01')
  expect((await me('new-reader')).privacyAgreed).toBe(false)
  await agree('2026-11')
  await agree('2025-01')
  expect((await me('new-reader')).privacyAgreed).toBe(true)
})

test('the phone of a member who died or moved away can do nothing, nor can their family for them', async () => {
  await branch.as('demo-member-30').calls('me.get', {})
  const code = good(await branch.as('demo-member-30').calls('family.invite', { name: '小陈', relation: 'child' })).inviteCode
  good(await bind('family-30', code))
  await amend(branch, 'members', { _id: 'm-30' }, { state: 'dead' })
  expect((await me('demo-member-30')).member).toBeNull()
  expect((await me('family-30')).actingFor).toEqual([])
  expect(refusal(await branch.as('demo-member-30').calls('me.data', {}))).toBe('UNAUTHENTICATED')
  expect(refusal(await branch.as('family-30').calls('inbox.list', {}))).toBe('UNAUTHENTICATED')
  expect(refusal(await branch.as('family-30').calls('me.data', { forMemberId: 'm-30' }))).toBe('UNAUTHENTICATED')
})
