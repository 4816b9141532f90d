import writeXlsxFile from 'write-excel-file/node'
import { omit } from '../../../../core/shared/fields'
import { ALL_GUESSES, INVITE_LENGTH } from '../../../../core/people/identity/rules'
import { good, put, stored } from '../../support/attendance'
import { HOUR, MINUTE, startBranch, type Branch } from '../../support/branch'
import { amend, invitation, refusal } from '../../support/people'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

const me = async (openid: string) => good(await branch.as(openid).calls('me.get', {}))
const memberOf = async (memberId: string) => {
  const [found] = await stored(branch, 'members', { _id: memberId })
  if (!found) throw new Error(`${memberId} is on no roster`)
  return found
}
const byNumber = async (openid: string, phone: string, claim: { name?: string; birthYear?: number; candidate?: string } = {}) =>
  branch.as(openid).calls('me.bindByPhone', { phoneCode: await branch.phoneCode(openid, phone), ...claim })
const asked = async (openid: string, phone: string) => {
  const reply = await byNumber(openid, phone)
  if (reply.ok || reply.code !== 'PHONE_WHO') throw new Error(`not asked: ${JSON.stringify(reply)}`)
  return reply.data.people
}
const inbox = async (openid: string) => good(await branch.as(openid).calls('inbox.list', {})).items
const titles = async (openid: string) => (await inbox(openid)).map(one => one.title)
const STREET = { role: 'street' as const, orgId: 'changqing', path: '/district/changqing/' }

describe('a number that others bring opens no door (S2)', () => {
  test('a helper’s own number, written into the elder’s entry, binds neither the helper nor another, whatever name they say', async () => {
    const { name, phones } = await memberOf('m-01')
    good(await branch.as('demo-family-01').calls('me.correct', { phones: [...phones, '13700000001'] }))
    expect(refusal(await byNumber('crook-01', '13700000001', { name }))).toBe('PHONE_UNKNOWN')
    // The number is there to be rung.
    expect((await memberOf('m-01')).phones).toContain('13700000001')
    expect(await titles('demo-member-01')).toContain('登记了一个新号码，是您的吗')
    expect((await titles('demo-secretary')).join()).toContain('登记了新号码')
  })

  test('the helper cannot say yes for the elder; the elder can, and then it opens', async () => {
    const { name } = await memberOf('m-01')
    expect(good(await branch.as('demo-family-01').calls('me.data', { forMemberId: 'm-01' })).waitingDoors).toEqual([])
    const [door] = good(await branch.as('demo-member-01').calls('me.data', {})).waitingDoors
    expect(door).toMatchObject({ phone: '13700000001' })
    const answer = { doorId: door?.doorId ?? '', mine: true }
    expect(refusal(await branch.as('demo-family-01').calls('me.answerDoor', answer))).toBe('FORBIDDEN')
    good(await branch.as('demo-member-01').calls('me.answerDoor', answer))
    good(await branch.as('demo-member-01').calls('me.answerDoor', answer))
    expect(good(await byNumber('new-phone-01', '13700000001', { name }))).toEqual({ memberId: 'm-01' })
  })

  test('a number the elder says no to is gone, also from those one rings', async () => {
    good(await branch.as('demo-secretary').calls('roster.change', { memberId: 'm-02', phones: ['13700000002'] }))
    const [door] = good(await branch.as('demo-member-02').calls('me.data', {})).waitingDoors
    good(await branch.as('demo-member-02').calls('me.answerDoor', { doorId: door?.doorId ?? '', mine: false }))
    expect(await memberOf('m-02')).toMatchObject({ phones: [], doors: [], waitingDoors: [] })
  })

  test('a secretary’s change waits for a second officer, who is not the same person with another phone', async () => {
    const { name } = await memberOf('m-03')
    good(await branch.as('demo-secretary').calls('roster.change', { memberId: 'm-03', phones: ['13700000003'] }))
    const [door] = good(await branch.as('demo-secretary').calls('roster.get', { memberId: 'm-03' })).waitingDoors
    expect(door?.may).toEqual([])
    const open = { memberId: 'm-03', doorId: door?.doorId ?? '' }
    expect(refusal(await branch.as('demo-secretary').calls('roster.openDoor', open))).toBe('DOOR_NEEDS_ANOTHER')
    expect(refusal(await branch.as('demo-volunteer-10').calls('roster.openDoor', open))).toBe('DOOR_NEEDS_ANOTHER')
    expect(refusal(await branch.as('demo-other-secretary').calls('roster.openDoor', open))).toBe('FORBIDDEN')
    expect(refusal(await byNumber('new-phone-03', '13700000003', { name }))).toBe('PHONE_UNKNOWN')
    good(await branch.as('demo-street').calls('roster.openDoor', open))
    expect(good(await byNumber('new-phone-03', '13700000003', { name }))).toEqual({ memberId: 'm-03' })
  })

  test('the member’s own change opens at once, the secretary hears of it, and the former number opens nothing', async () => {
    const { name, phones } = await memberOf('m-04')
    good(await branch.as('demo-member-04').calls('me.correct', { phones: ['13700000004'] }))
    expect(refusal(await byNumber('finder-04', phones[0] ?? '', { name }))).toBe('PHONE_UNKNOWN')
    expect(await titles('demo-secretary')).toContain(`${name}同志换了手机号`)
    expect(good(await byNumber('new-phone-04', '13700000004', { name }))).toEqual({ memberId: 'm-04' })
  })

  test('twenty taps of one correction make one waiting number', async () => {
    const taps = Array.from({ length: 20 }, () =>
      branch.as('demo-secretary').calls('roster.change', { memberId: 'm-05', phones: ['13700000005'] }),
    )
    expect(new Set((await Promise.all(taps)).map(refusal))).toEqual(new Set(['done']))
    expect((await memberOf('m-05')).waitingDoors).toHaveLength(1)
  })
})

describe('a number alone is no person (S4)', () => {
  test('another name does not bind, and three of them end it; the secretary hears once, and gives an invitation', async () => {
    const { name, phones } = await memberOf('m-06')
    const tries = ['李四', '王五', '赵六', '钱七']
    const replies = []
    for (const other of tries) replies.push(refusal(await byNumber('stranger-06', phones[0] ?? '', { name: other })))
    expect(replies).toEqual(['PHONE_WHO', 'PHONE_WHO', 'PHONE_ASK_SECRETARY', 'PHONE_ASK_SECRETARY'])
    expect(refusal(await byNumber('stranger-06', phones[0] ?? '', { name }))).toBe('PHONE_ASK_SECRETARY')
    // Not by another account either: it is counted about the person too.
    expect(refusal(await byNumber('stranger-06b', phones[0] ?? '', { name }))).toBe('PHONE_ASK_SECRETARY')
    expect((await titles('demo-secretary')).filter(one => one === `有人没能认成${name}同志`)).toHaveLength(1)
    expect(good(await branch.as('new-phone-06').calls('me.bind', { inviteCode: await invitation(branch, 'm-06') }))).toEqual({
      memberId: 'm-06',
    })
  })

  test('thirty guesses sent at once are three', async () => {
    const { name, phones } = await memberOf('m-07')
    const phoneCode = await branch.phoneCode('hasty-07', phones[0] ?? '')
    await branch.as('hasty-07').calls('me.bindByPhone', { phoneCode })
    const names = [...Array.from({ length: 29 }, (_, n) => `路人${String(n)}`), name]
    const replies = await Promise.all(names.map(one => branch.as('hasty-07').calls('me.bindByPhone', { name: one })))
    const looked = replies.filter(one => !one.ok && one.code === 'PHONE_WHO').length + replies.filter(one => one.ok).length
    expect(looked).toBeLessThanOrEqual(3)
  })

  test('without typing: the right one of six years binds; the six are the same for each account at any time', async () => {
    const { name, phones, birthday } = await memberOf('m-11')
    const phone = phones[0] ?? ''
    const [person] = await asked('reader-11', phone)
    expect(person?.name).toBe(`${Array.from(name)[0] ?? ''}${'*'.repeat(Array.from(name).length - 1)}`)
    expect(person?.years).toHaveLength(6)
    expect(person?.years).toContain(birthday?.year)
    await branch.clock.advance(2 * HOUR, MINUTE)
    expect((await asked('reader-11', phone))[0]?.years).toEqual(person?.years)
    expect((await asked('other-reader-11', phone))[0]?.years).toEqual(person?.years)
    const wrong = person?.years.find(one => one !== birthday?.year) ?? 0
    const chosen = person?.candidate ?? ''
    expect(refusal(await byNumber('reader-11', phone, { birthYear: wrong, candidate: chosen }))).toBe('PHONE_WHO')
    expect(good(await byNumber('reader-11', phone, { birthYear: birthday?.year ?? 0, candidate: chosen }))).toEqual({ memberId: 'm-11' })
    expect(good(await byNumber('reader-11', phone))).toEqual({ memberId: 'm-11' })
  })

  test('a couple with one number: the chosen one’s year binds the one, and each may bind by name', async () => {
    await amend(branch, 'members', { _id: 'm-12' }, { doors: ['13700000012'], birthday: { calendar: 'solar', year: 1940 } })
    await amend(branch, 'members', { _id: 'm-13' }, { doors: ['13700000012'], birthday: { calendar: 'solar', year: 1940 } })
    const { name: husband } = await memberOf('m-12')
    const { name: wife } = await memberOf('m-13')
    const people = await asked('wife-phone', '13700000012')
    const hers = people.find(one => one.name.startsWith(Array.from(wife)[0] ?? '?'))
    expect(good(await byNumber('wife-phone', '13700000012', { birthYear: 1940, candidate: hers?.candidate ?? '' }))).toEqual({
      memberId: 'm-13',
    })
    expect(good(await byNumber('husband-phone', '13700000012', { name: husband }))).toEqual({ memberId: 'm-12' })
  })

  test('a member whose birthday is not known is told by name only', async () => {
    const undated = { ...omit(await memberOf('m-14'), 'birthday'), _id: 'undated', phones: ['13700000014'], doors: ['13700000014'] }
    await put(branch, 'members', { ...undated, name: '南宫无期', nameKey: '南宫无期', bound: false })
    expect(await asked('reader-14', '13700000014')).toMatchObject([{ name: '南***', years: [] }])
    expect(good(await byNumber('reader-14', '13700000014', { name: '南宫 无期' }))).toEqual({ memberId: 'undated' })
  })

  test('registering with the secretary’s number under another name makes no secretary', async () => {
    const { phones } = await memberOf('v-10')
    const crook = branch.as('crook-10')
    const register = async (more: object) =>
      crook.calls('me.register', { name: '李四', phoneCode: await branch.phoneCode('crook-10', phones[0] ?? ''), ...more })
    expect(refusal(await register({}))).toBe('OFFICE_NEEDS_INVITE')
    expect((await me('crook-10')).member).toBeNull()
  })

  test('a number that has changed hands: the new holder registers as a volunteer, the member stays as they are, the secretary hears', async () => {
    const before = await memberOf('m-15')
    const holder = branch.as('holder-15')
    const register = async (more: object) =>
      holder.calls('me.register', { name: '孙立', phoneCode: await branch.phoneCode('holder-15', before.phones[0] ?? ''), ...more })
    expect(refusal(await register({}))).toBe('PHONE_WHO')
    const { memberId } = good(await register({ notMe: true }))
    expect(memberId).not.toBe('m-15')
    expect((await me('holder-15')).member).toMatchObject({ memberId, branchName: '志愿者' })
    const after = await memberOf('m-15')
    expect([after.name, after.phones, after.doors, after.version]).toEqual([before.name, before.phones, before.doors, before.version])
    expect(await titles('demo-secretary')).toContain(`${before.name}同志的号码可能换了人`)
  })
})

describe('an officer is reached only from above (S3)', () => {
  beforeAll(() => amend(branch, 'members', { _id: 'm-20' }, { grants: [STREET] }))
  afterAll(() => amend(branch, 'members', { _id: 'm-20' }, { grants: [] }))

  test('no number binds one, whatever name is said', async () => {
    const { name, phones } = await memberOf('m-20')
    expect(refusal(await byNumber('crook-20', phones[0] ?? '', { name }))).toBe('OFFICE_NEEDS_INVITE')
    expect(refusal(await byNumber('crook-20', phones[0] ?? ''))).toBe('OFFICE_NEEDS_INVITE')
  })

  test('the secretary of their branch neither invites, changes, marks dead nor sees and ends their accounts', async () => {
    const secretary = branch.as('demo-secretary')
    const memberId = 'm-20'
    const last = Array.from((await memberOf(memberId)).name).at(-1) ?? ''
    const replies = [
      await secretary.calls('roster.invite', { memberId }),
      await secretary.calls('roster.change', { memberId, phones: ['13700000020'] }),
      await secretary.calls('aftercare.mark', { memberId, diedOn: '2026-11-20', toldBy: '女儿', nameEnd: last, bereavedIds: [] }),
      await secretary.calls('roster.accounts', { memberId }),
      await secretary.calls('roster.endAccount', { memberId, accountRef: 'any' }),
      await secretary.calls('family.inviteFor', { memberId, name: '小王', relation: 'child', consent: '口头' }),
    ]
    expect(replies.map(refusal)).toEqual(replies.map(() => 'FORBIDDEN'))
    expect(await memberOf(memberId)).toMatchObject({ state: 'active', grants: [STREET] })
    good(await branch.as('demo-bureau').calls('roster.accounts', { memberId }))
  })

  test('an import leaves their row out and says why', async () => {
    const { name, birthday } = await memberOf('m-20')
    const born = `${String(birthday?.year)}-${String(birthday?.month).padStart(2, '0')}-${String(birthday?.day).padStart(2, '0')}`
    const rows = [
      ['姓名', '出生日期', '联系电话'],
      [name, birthday?.calendar === 'lunar' ? '' : born, '13700000021'],
    ]
    const fileId = await branch.upload('花名册.xlsx', await writeXlsxFile(rows.map(row => row.map(value => ({ value })))).toBuffer())
    const preview = good(await branch.as('demo-secretary').calls('roster.preview', { branchId: 'branch-01', fileId }))
    expect(preview.rows).toMatchObject([{ fate: 'error', errors: [{ message: expect.stringContaining('上级') as string }] }])
    good(await branch.as('demo-secretary').calls('roster.commit', { previewId: preview.previewId }))
    expect((await memberOf('m-20')).phones).not.toContain('13700000021')
  })

  test('an invitation given before the office was, by an officer who is not over it, binds no more', async () => {
    const code = await invitation(branch, 'm-21')
    const given = good(await branch.as('demo-bureau').calls('org.appoint', { orgId: 'changqing', memberId: 'm-21', role: 'street' }))
    expect(given.accounts).toHaveLength(1)
    expect(JSON.stringify(given)).not.toContain('demo-member-21')
    expect(await titles('demo-member-21')).toContain('您有了新的职务')
    expect(refusal(await branch.as('crook-21').calls('me.bind', { inviteCode: code }))).toBe('INVITE_INVALID')
    good(await branch.as('demo-bureau').calls('org.dismiss', { orgId: 'changqing', memberId: 'm-21', role: 'street' }))
  })

  test('the office above invites, and that binds', async () => {
    expect(refusal(await branch.as('demo-street').calls('roster.invite', { memberId: 'm-20' }))).toBe('FORBIDDEN')
    good(await branch.as('demo-bureau').calls('roster.invite', { memberId: 'm-20' }))
    const secretary = await memberOf('v-10')
    expect(secretary.grants).toHaveLength(1)
    const { inviteCode } = good(await branch.as('demo-street').calls('roster.invite', { memberId: 'v-10' }))
    expect(good(await branch.as('new-secretary-phone').calls('me.bind', { inviteCode }))).toEqual({ memberId: 'v-10' })
  })
})

describe('doors go with their person', () => {
  test('the door of a person who died is shut, and open again when that was a mistake', async () => {
    const { name, phones } = await memberOf('m-33')
    const mark = { memberId: 'm-33', diedOn: '2026-11-20', toldBy: '女儿', nameEnd: Array.from(name).at(-1) ?? '', bereavedIds: [] }
    good(await branch.as('demo-secretary').calls('aftercare.mark', mark))
    expect(refusal(await byNumber('new-phone-33', phones[0] ?? '', { name }))).toBe('PHONE_UNKNOWN')
    good(await branch.as('demo-secretary').calls('aftercare.undo', { memberId: 'm-33', reason: '登记错了人' }))
    expect(good(await byNumber('new-phone-33', phones[0] ?? '', { name }))).toEqual({ memberId: 'm-33' })
  })

  test('two records that become one have the doors of both; two again, each has its own', async () => {
    const [kept, other] = [await memberOf('m-34'), await memberOf('m-35')]
    good(await branch.as('demo-secretary').calls('member.merge', { memberId: 'm-34', otherId: 'm-35' }))
    expect((await memberOf('m-34')).doors?.toSorted()).toEqual([...(kept.doors ?? []), ...(other.doors ?? [])].toSorted())
    good(await branch.as('demo-secretary').calls('member.unmerge', { memberId: 'm-34', otherId: 'm-35' }))
    expect([(await memberOf('m-34')).doors, (await memberOf('m-35')).doors]).toEqual([kept.doors, other.doors])
  })
})

describe('the accounts of a person', () => {
  test('a new binding is told to the accounts already bound and to the secretary; the person ends it', async () => {
    const { name } = await memberOf('m-30')
    const code = await invitation(branch, 'm-30')
    good(await branch.as('second-30').calls('me.bind', { inviteCode: code }))
    good(await branch.as('second-30').calls('me.bind', { inviteCode: code }))
    expect((await titles('demo-member-30')).filter(one => one === '有一个微信绑定成了您')).toHaveLength(1)
    expect((await titles('demo-secretary')).filter(one => one === `${name}同志绑定了微信`)).toHaveLength(1)

    const { accounts } = good(await branch.as('demo-member-30').calls('me.accounts', {}))
    expect(accounts).toMatchObject([{ mine: true }, { how: 'invitation', mine: false }])
    expect(JSON.stringify(accounts)).not.toContain('-30')
    const accountRef = accounts[1]?.accountRef ?? ''
    good(await branch.as('demo-member-30').calls('me.endAccount', { accountRef }))
    good(await branch.as('demo-member-30').calls('me.endAccount', { accountRef }))
    expect((await me('second-30')).member).toBeNull()
    expect(refusal(await branch.as('second-30').calls('me.bind', { inviteCode: code }))).toBe('INVITE_INVALID')
    expect((await me('demo-member-30')).member?.memberId).toBe('m-30')
  })

  test('the secretary sees them and ends one; a helper of the person sees none', async () => {
    const memberId = 'm-01'
    const { accounts } = good(await branch.as('demo-secretary').calls('roster.accounts', { memberId }))
    expect(accounts.length).toBeGreaterThan(1)
    expect(refusal(await branch.as('demo-family-01').calls('me.accounts', {}))).toBe('FORBIDDEN')
    expect(refusal(await branch.as('demo-other-secretary').calls('roster.accounts', { memberId }))).toBe('FORBIDDEN')
    const mine = accounts.find(one => one.how === 'number')
    good(await branch.as('demo-secretary').calls('roster.endAccount', { memberId, accountRef: mine?.accountRef ?? '' }))
    expect((await me('new-phone-01')).member).toBeNull()
    expect((await me('demo-member-01')).member?.memberId).toBe(memberId)
    expect((await me('demo-family-01')).actingFor).toHaveLength(1)
  })
})

describe('guessing (S14)', () => {
  test('a code has nine letters, and of thirty sent at once with the right one among them ten are looked at', async () => {
    const code = await invitation(branch, 'm-40')
    expect(code).toHaveLength(INVITE_LENGTH)
    const codes = Array.from(
      { length: 29 },
      (_, n) => `WRWRW${String(3400 + (n % 6)).replaceAll(/[0125]/gu, 'A')}${'346789ABCD'.charAt(n % 10)}`,
    )
    const replies = await Promise.all([...new Set(codes), code].map(inviteCode => branch.as('guesser-40').calls('me.bind', { inviteCode })))
    const looked = replies.filter(one => refusal(one) !== 'RATE_LIMITED')
    expect(looked.length).toBeLessThanOrEqual(10)
  })

  test('more wrong guesses than people make are told to the bureau once, and slow only accounts that are bound to no member', async () => {
    const now = (await me('demo-bureau')).now
    const index = Math.floor(now / ALL_GUESSES.windowMs)
    await branch.as('crowd-0').calls('me.bind', { inviteCode: 'AAAAAAAAA' })
    await amend(branch, 'limits', { _id: `guess:all:${String(index)}` }, { count: ALL_GUESSES.max })
    const crowd = Array.from({ length: 60 }, (_, n) => branch.as(`crowd-${String(n)}`).calls('me.bind', { inviteCode: 'AAAAAAAAA' }))
    const replies = (await Promise.all(crowd)).map(refusal)
    expect(replies.filter(one => one === 'RATE_LIMITED').length).toBeGreaterThanOrEqual(20)
    expect(refusal(await branch.as('demo-member-50').calls('me.bind', { inviteCode: 'AAAAAAAAA' }))).toBe('INVITE_INVALID')
    expect((await titles('demo-bureau')).filter(one => one === '有人在大量试邀请码和姓名')).toHaveLength(1)
  })
})
