import type { Role } from '../../../core/shared/operation'
import { localDatabase } from '../../../config/local-database'
import { makeSetupCode } from '../../../delivery/setup-code'
import { good, stored } from '../support/attendance'
import { DAY, MORNING, startBranch, type Branch } from '../support/branch'
import { firstOwner, setupCode } from '../support/first-owner'
import { amend, refusal } from '../support/people'

let branch: Branch
beforeEach(async () => {
  branch = await startBranch('none')
})
afterEach(() => branch.close())

const as = (openid: string) => branch.as(openid)
const orgName = '区委离退休干部工作委员会'
const claim = (openid: string, code: string, more: { orgName?: string; name?: string } = {}) =>
  as(openid).calls('setup.claim', { setupCode: code, orgName, name: '郑开始', ...more })
const needed = async (openid = 'anyone') => good(await as(openid).calls('setup.state', {})).needed
const me = async (openid: string) => good(await as(openid).calls('me.get', {}))
const nextCode = () => makeSetupCode(localDatabase(branch.url), MORNING)

describe('the first officer', () => {
  test('claims an empty environment, and is the bureau of its committee', async () => {
    expect(await needed()).toBe(true)
    expect((await me('phone-1')).setupNeeded).toBe(true)
    const code = await setupCode(branch)
    expect(code).toMatch(/^[346789A-HJKMNP-TW-Y]{3}( [346789A-HJKMNP-TW-Y]{3}){3}$/)
    const { orgId, memberId } = good(await claim('phone-1', code))
    expect(await me('phone-1')).toMatchObject({
      member: { memberId, name: '郑开始', branchId: orgId, branchName: orgName },
      grants: [{ role: 'bureau', orgId, orgName }],
    })
    expect(good(await as('phone-1').calls('org.get', { orgId }))).toMatchObject({ kind: 'committee', parentId: null, path: `/${orgId}/` })
    expect(await needed()).toBe(false)
    expect((await me('phone-2')).setupNeeded).toBeUndefined()
    expect(await nextCode()).toBeNull()
  })

  test('types the code as people type: small, full-width, with blanks and dashes, or none', async () => {
    const code = await setupCode(branch)
    const wide = Array.from(code.toLowerCase(), sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('　')
    good(await claim('phone-1', ` ${wide} `))
  })

  test('of the code nothing but a hash is kept', async () => {
    const code = await setupCode(branch)
    const rows = JSON.stringify(await stored(branch, 'setup', {}))
    expect(rows).not.toContain(code)
    expect(rows).not.toContain(code.replaceAll('-', ''))
  })

  test('sent again because its answer was lost, it answers the same, and makes nothing twice', async () => {
    const code = await setupCode(branch)
    const first = good(await claim('phone-1', code))
    const others = await Promise.all([1, 2, 3].map(() => claim('phone-1', code)))
    expect(others.map(good)).toEqual([first, first, first])
    expect(await stored(branch, 'organizations', {})).toHaveLength(1)
    expect(await stored(branch, 'members', {})).toHaveLength(1)
  })

  test('of two phones at once one gets it; the other hears that it is done', async () => {
    const code = await setupCode(branch)
    const replies = await Promise.all(['phone-1', 'phone-2', 'phone-3', 'phone-1'].map(openid => claim(openid, code)))
    const won = replies.flatMap((one, index) => (one.ok ? [index] : []))
    const lost = replies.flatMap(one => (one.ok ? [] : [one.code]))
    expect([[0, 3], [1], [2]]).toContainEqual(won)
    expect(new Set(lost)).toEqual(new Set(['SETUP_DONE']))
    expect(await stored(branch, 'members', {})).toHaveLength(1)
    expect((await stored(branch, 'accounts', {})).filter(one => one.memberId !== null)).toHaveLength(1)
  })

  test('a claim cut off half-way is finished by the same phone, which may put its words right; by another only with a new code', async () => {
    const code = await setupCode(branch)
    const first = good(await claim('phone-1', code))
    // As it stands where the function died before the account was bound and the end was noted.
    const unfinish = async () => {
      const response = await fetch(`${branch.url}/admin`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          ...{ action: 'database.modifyDocument', envName: 'local', collectionName: 'setup', queryType: 'WHERE' },
          ...{ query: '{"_id":"first"}', multi: true, merge: true, upsert: false, data: '{"$unset":{"doneAt":""}}' },
        }),
      })
      expect(await response.json()).not.toHaveProperty('code')
      await amend(branch, 'accounts', { _id: 'phone-1' }, { memberId: null, people: [] })
      await amend(branch, 'members', { _id: first.memberId }, { bound: false })
    }
    await unfinish()
    expect(await needed()).toBe(true)
    expect(refusal(await claim('phone-2', code))).toBe('SETUP_DONE')
    expect(good(await claim('phone-1', code, { orgName: '区委老干部局', name: '郑改名' }))).toEqual(first)
    expect(await me('phone-1')).toMatchObject({ member: { name: '郑改名' }, grants: [{ orgName: '区委老干部局' }] })

    await unfinish()
    const newer = await nextCode()
    expect(refusal(await claim('phone-1', code))).toBe('SETUP_CODE_INVALID')
    expect(good(await claim('phone-2', newer ?? '', { name: '王接手' }))).toEqual(first)
    expect(await me('phone-2')).toMatchObject({ member: { memberId: first.memberId, name: '王接手' }, grants: [{ role: 'bureau' }] })
    expect((await me('phone-1')).member).toBeNull()
    expect(refusal(await claim('phone-1', newer ?? ''))).toBe('SETUP_DONE')
  })

  test('a first officer who gave the phone away does not come back by the old code', async () => {
    const code = await setupCode(branch)
    const { memberId } = good(await claim('phone-1', code))
    good(await as('phone-1').calls('me.unbind', { memberId }))
    good(await claim('phone-1', code))
    expect((await me('phone-1')).member).toBeNull()
  })
})

describe('the code', () => {
  test('a wrong one says no more than that; nothing is there of what was said', async () => {
    await setupCode(branch)
    for (const wrong of ['3333-3333-3333', '', '那一行', 'XXXX-XXXX-XXXX-XXXX'])
      expect(refusal(await claim('phone-1', wrong))).toBe('SETUP_CODE_INVALID')
    expect(await stored(branch, 'organizations', {})).toEqual([])
    expect(await needed()).toBe(true)
  })

  test('none was made: none fits', async () => {
    expect(refusal(await claim('phone-1', '3333-3333-3333'))).toBe('SETUP_CODE_INVALID')
  })

  test('a newer one replaces it; the older is invalid from then on', async () => {
    const older = await setupCode(branch)
    const newer = await setupCode(branch)
    expect(refusal(await claim('phone-1', older))).toBe('SETUP_CODE_INVALID')
    good(await claim('phone-1', newer))
  })

  test('after a month it is worth nothing', async () => {
    const code = await setupCode(branch, MORNING - 30 * DAY)
    expect(refusal(await claim('phone-1', code))).toBe('SETUP_CODE_INVALID')
  })

  test('after ten wrong ones a phone is not told that the eleventh was right, for ten minutes', async () => {
    const code = await setupCode(branch)
    const wrong = Array.from({ length: 10 }, (_, n) => `3333-3333-33${String(n % 2 === 0 ? 4 : 6)}${'346789ABCD'.charAt(n)}`)
    const replies = await Promise.all(wrong.map(one => claim('phone-1', one)))
    expect(new Set(replies.map(refusal))).toEqual(new Set(['SETUP_CODE_INVALID']))
    const eleventh = await claim('phone-1', code)
    expect(eleventh).toMatchObject({ ok: false, code: 'RATE_LIMITED' })
    good(await claim('phone-2', code))
  })

  test('words that others must not read are refused, and the code is not used up', async () => {
    const code = await setupCode(branch)
    expect(refusal(await claim('phone-1', code, { orgName: '赌博委员会' }))).toBe('TEXT_REFUSED')
    good(await claim('phone-2', code))
  })
})

describe('who is there already', () => {
  test('registered volunteers do not make an environment a used one; one of them claims with another account', async () => {
    const phoneCode = await branch.phoneCode('eager', '13900001111')
    good(await as('eager').calls('me.register', { name: '高早到', phoneCode }))
    expect(await needed()).toBe(true)
    const code = await setupCode(branch)
    expect(refusal(await claim('eager', code))).toBe('ALREADY_BOUND')
    good(await claim('phone-1', code))
    expect(await needed()).toBe(false)
    expect(refusal(await claim('eager', code))).toBe('SETUP_DONE')
  })

  test('for a person who is bound, the first question asks no more than before', async () => {
    await firstOwner(branch)
    await me('phone-1')
    const [waves, operations] = [await branch.roundTrips('me.get'), await branch.operations('me.get')]
    expect([waves, operations]).toEqual([2, 3])
    await me('phone-2')
    expect(await branch.roundTrips('me.get')).toBeLessThanOrEqual(2)
  })
})

describe('what a new district lacks', () => {
  test('is counted from what is there', async () => {
    const { orgId } = await firstOwner(branch)
    const progress = async () => good(await as('phone-1').calls('setup.progress', { orgId }))
    expect(await progress()).toEqual({ branches: 0, led: 0, roster: false, notice: false })
    const street = good(await as('phone-1').calls('org.create', { orgId, kind: 'street', name: '常青街道' })).orgId
    const [first, second] = await Promise.all(
      ['第一支部', '第二支部'].map(
        async name => good(await as('phone-1').calls('org.create', { orgId: street, kind: 'branch', name })).orgId,
      ),
    )
    expect(await progress()).toEqual({ branches: 2, led: 0, roster: false, notice: false })
    const { inviteCode } = good(await as('phone-1').calls('org.invite', { orgId: first ?? '', role: 'secretary', name: '孙书记' }))
    good(await as('phone-2').calls('me.bind', { inviteCode }))
    expect(await progress()).toEqual({ branches: 2, led: 1, roster: false, notice: false })
    const publish = { kind: 'study' as const, title: '学习会', startsAt: MORNING + DAY, endsAt: MORNING + DAY + 1, place: { name: '二楼' } }
    good(await as('phone-2').calls('activity.publish', { ...publish, branchId: first ?? '', audience: 'branch' }))
    expect(await progress()).toEqual({ branches: 2, led: 1, roster: false, notice: true })
    good(await as('phone-1').calls('org.close', { orgId: second ?? '', reason: '多建了一个' }))
    expect(await progress()).toMatchObject({ branches: 1, led: 1 })
    expect(refusal(await as('phone-2').calls('setup.progress', { orgId }))).toBe('FORBIDDEN')
  })
})

describe('officers who are on no roster', () => {
  let root: string
  let street: string
  let first: string
  beforeEach(async () => {
    root = (await firstOwner(branch, 'bureau')).orgId
    street = good(await as('bureau').calls('org.create', { orgId: root, kind: 'street', name: '常青街道' })).orgId
    first = good(await as('bureau').calls('org.create', { orgId: street, kind: 'branch', name: '第一支部' })).orgId
  })
  const invite = (openid: string, orgId: string, role: Role, name: string, phone?: string) =>
    as(openid).calls('org.invite', { orgId, role, name, ...(phone === undefined ? {} : { phone }) })
  const bind = (openid: string, inviteCode: string) => as(openid).calls('me.bind', { inviteCode })
  /** Invites and binds. */
  const officer = async (by: string, orgId: string, role: Role, name: string, openid: string) =>
    good(await bind(openid, good(await invite(by, orgId, role, name)).inviteCode)).memberId
  const officers = async (orgId: string) =>
    good(await as('bureau').calls('org.get', { orgId })).officers.map(one => `${one.role} ${one.name}`)

  test('a street is invited by the bureau, a secretary by the street, a leader by the secretary; each begins at once', async () => {
    const street1 = await officer('bureau', street, 'street', '钱街道', 'street')
    await officer('street', first, 'secretary', '孙书记', 'secretary')
    const group = good(await as('secretary').calls('org.create', { orgId: first, kind: 'group', name: '第一党小组' })).orgId
    await officer('secretary', group, 'leader', '李组长', 'leader')
    expect(await me('street')).toMatchObject({
      member: { memberId: street1, branchName: '常青街道' },
      grants: [{ role: 'street', orgId: street }],
    })
    expect(await me('secretary')).toMatchObject({ member: { branchId: first }, grants: [{ role: 'secretary' }] })
    expect(await me('leader')).toMatchObject({
      member: { branchId: first, groupName: '第一党小组' },
      grants: [{ role: 'leader', orgId: group }],
    })
    good(await as('secretary').calls('roster.list', { branchId: first }))
    const [told] = await stored(branch, 'messages', { memberId: street1 })
    expect(told).toMatchObject({ title: '您有了新的职务' })
    const [org] = await stored(branch, 'organizations', { _id: street })
    expect(org?.history.at(-1)?.what).toBe(`appointed: street ${street1}`)
    const given = await stored(branch, 'audit', { memberId: street1, what: 'office.given' })
    expect(given.map(one => one.by.name)).toEqual(['郑开始'])
  })

  test('the number that was said is rung, and opens no door', async () => {
    const { inviteCode } = good(await invite('bureau', first, 'secretary', '孙书记', ' 138 0000 1111 '))
    const { memberId } = good(await bind('secretary', inviteCode))
    expect(await stored(branch, 'members', { _id: memberId })).toMatchObject([{ phones: ['13800001111'], grants: [{ role: 'secretary' }] }])
    const phoneCode = await branch.phoneCode('thief', '13800001111')
    expect(refusal(await as('thief').calls('me.bindByPhone', { phoneCode, name: '孙书记' }))).toBe('PHONE_UNKNOWN')
    expect(await invite('bureau', first, 'secretary', '孙书记', '不知道')).toMatchObject({
      code: 'PHONE_INVALID',
      data: { field: 'phone' },
    })
  })

  test('an office of one’s own height or above is not given by a code, nor one that does not stand there', async () => {
    await officer('bureau', street, 'street', '钱街道', 'street')
    await officer('street', first, 'secretary', '孙书记', 'secretary')
    expect(refusal(await invite('street', street, 'street', '赵同级'))).toBe('ROLE_NOT_YOURS_TO_GIVE')
    expect(refusal(await invite('secretary', first, 'secretary', '赵同级'))).toBe('ROLE_NOT_YOURS_TO_GIVE')
    expect(refusal(await invite('street', root, 'bureau', '赵上级'))).toBe('FORBIDDEN')
    expect(refusal(await invite('bureau', first, 'street', '赵错位'))).toBe('INVALID_INPUT')
    expect(refusal(await invite('phone-9', first, 'secretary', '赵路人'))).toBe('UNAUTHENTICATED')
    good(await invite('bureau', root, 'bureau', '周同事'))
  })

  test('two phones with one code: one becomes the officer, and there is one record; asked again, it is the same', async () => {
    const { inviteCode } = good(await invite('bureau', first, 'secretary', '孙书记'))
    const replies = await Promise.all(['a', 'b', 'a'].map(openid => bind(openid, inviteCode)))
    expect(replies.filter(one => one.ok).length).toBeGreaterThan(0)
    const bound = (await stored(branch, 'accounts', {})).filter(one => one.memberId?.startsWith('off-'))
    expect(bound).toHaveLength(1)
    expect(await officers(first)).toEqual(['secretary 孙书记'])
    good(await bind(bound[0]?._id ?? '', inviteCode))
    expect(await stored(branch, 'members', { branchId: first })).toHaveLength(1)
  })

  test('invited again under the same name, it is the same person; the accounts there are shown and hear of it', async () => {
    const memberId = await officer('bureau', first, 'secretary', '孙书记', 'old-phone')
    const again = good(await invite('bureau', first, 'secretary', '孙书记'))
    expect(again.accounts).toHaveLength(1)
    expect(good(await bind('new-phone', again.inviteCode)).memberId).toBe(memberId)
    expect((await stored(branch, 'messages', { memberId })).map(one => one.title)).toContain('有一个微信绑定成了您')
    expect(await officers(first)).toEqual(['secretary 孙书记'])
    // A leader of that name is another person: the secretary gives no code for the secretary's own record.
    const group = good(await as('old-phone').calls('org.create', { orgId: first, kind: 'group', name: '第一党小组' })).orgId
    const namesake = good(await invite('old-phone', group, 'leader', '孙书记'))
    expect(namesake).toMatchObject({ accounts: [], namesakes: [{ memberId, name: '孙书记' }] })
    expect(good(await bind('leader', namesake.inviteCode)).memberId).not.toBe(memberId)
  })

  test('a member of the branch with the same name is named, so that a person on the roster is not made twice', async () => {
    const memberId = await officer('bureau', first, 'secretary', '孙书记', 'secretary')
    await amend(branch, 'members', { _id: memberId }, { _id: memberId, nameKey: '周重名' })
    expect(good(await invite('secretary', first, 'liaison', '周重名')).namesakes).toEqual([{ memberId, name: '孙书记' }])
  })

  test('rights are judged again when the code is used: of an inviter who lost the office it is dead', async () => {
    const street1 = await officer('bureau', street, 'street', '钱街道', 'street')
    const { inviteCode } = good(await invite('street', first, 'secretary', '孙书记'))
    good(await as('bureau').calls('org.dismiss', { orgId: street, memberId: street1, role: 'street' }))
    expect(refusal(await bind('secretary', inviteCode))).toBe('INVITE_INVALID')
    expect(await officers(first)).toEqual([])
    expect(await stored(branch, 'members', { branchId: first })).toEqual([])
  })

  test('an office that was taken away does not come back by the old code; by a new one it does', async () => {
    const { inviteCode } = good(await invite('bureau', first, 'secretary', '孙书记'))
    const { memberId } = good(await bind('secretary', inviteCode))
    good(await as('bureau').calls('org.dismiss', { orgId: first, memberId, role: 'secretary' }))
    await bind('secretary', inviteCode)
    expect(await officers(first)).toEqual([])
    const newer = good(await invite('bureau', first, 'secretary', '孙书记'))
    expect(good(await bind('secretary', newer.inviteCode)).memberId).toBe(memberId)
    expect(await officers(first)).toEqual(['secretary 孙书记'])
  })

  test('a branch that was closed meanwhile takes no officer, and gives no code', async () => {
    const { inviteCode } = good(await invite('bureau', first, 'secretary', '孙书记'))
    good(await as('bureau').calls('org.close', { orgId: first, reason: '撤并' }))
    expect(refusal(await bind('secretary', inviteCode))).toBe('INVITE_INVALID')
    expect(refusal(await invite('bureau', first, 'secretary', '孙书记'))).toBe('CONFLICT')
  })

  test('a phone that is another person’s is not turned into the officer', async () => {
    await officer('bureau', first, 'secretary', '孙书记', 'secretary')
    const { inviteCode } = good(await invite('bureau', street, 'street', '钱街道'))
    expect(refusal(await bind('secretary', inviteCode))).toBe('ALREADY_BOUND')
    good(await bind('street', inviteCode))
  })

  test('the same tap sent twice shows one code; a code is good for seven days', async () => {
    const send = () => as('bureau').calls('org.invite', { orgId: first, role: 'secretary', name: '孙书记' }, 'one-tap')
    const [one, other] = await Promise.all([send(), send()])
    expect(good(one)).toEqual(good(other))
    expect(good(one).expiresAt).toBe(MORNING + 7 * DAY)
    await branch.clock.pass(6 * DAY)
    await branch.clock.advance(DAY)
    expect(refusal(await bind('secretary', good(one).inviteCode))).toBe('INVITE_INVALID')
  })
})
