import { templateFor } from '../support/templates'
import { good, HALL, stored } from '../support/attendance'
import { HOUR, MINUTE, startBranch, type Branch } from '../support/branch'
import { amend, people, refusal } from '../support/people'

let branch: Branch
beforeEach(async () => {
  branch = await startBranch()
})
afterEach(() => branch.close())

const secretary = () => branch.as('demo-secretary')
const raise = async (openid = 'demo-member-36') =>
  good(await branch.as(openid).calls('request.raise', { kind: 'leak', text: '厨房水管爆了' })).requestId
const inbox = async (openid: string) => good(await branch.as(openid).calls('inbox.list', {})).items

describe('a volunteer who registered by themselves', () => {
  const openid = 'self-registered'
  const registers = async () => {
    const phoneCode = await branch.phoneCode(openid, '13912345678')
    const { memberId } = good(await branch.as(openid).calls('me.register', { name: '高远', phoneCode }))
    good(await branch.as(openid).calls('helping.set', { kinds: ['leak'], point: HALL }))
    return memberId
  }
  /** A request that no one below takes climbs to the volunteers near. */
  const climbs = async () => {
    const requestId = await raise()
    for (let tries = 0; tries < 12; tries++) {
      const [request] = await stored(branch, 'requests', { _id: requestId })
      if (request?.rung === 'near') break
      await branch.clock.advance(15 * MINUTE, 2 * MINUTE)
    }
    const [request] = await stored(branch, 'requests', { _id: requestId })
    expect(request?.rung).toBe('near')
    return { requestId, asked: request?.asked.map(one => one.memberId) ?? [] }
  }

  test('is asked for nothing, and told of nothing, until an officer around vouches for them', async () => {
    const memberId = await registers()
    const { requestId, asked } = await climbs()
    expect(asked).not.toContain(memberId)
    expect(await inbox(openid)).toEqual([])
    expect(refusal(await branch.as(openid).calls('request.get', { requestId }))).toBe('FORBIDDEN')
    expect(good(await branch.as(openid).calls('helping.get', {}))).toMatchObject({ kinds: ['leak'], known: false })

    const { waiting } = good(await secretary().calls('volunteer.waiting', { orgId: 'branch-01' }))
    expect(waiting).toMatchObject([{ memberId, name: '高远', maskedPhone: '139****5678', kinds: ['leak'] }])
    expect(refusal(await branch.as('demo-other-secretary').calls('volunteer.vouch', { orgId: 'branch-01', volunteerId: memberId }))).toBe(
      'FORBIDDEN',
    )
    // A member of a roster needs no voucher, and none can be taken from them.
    expect(refusal(await secretary().calls('volunteer.unvouch', { orgId: 'branch-01', volunteerId: 'v-04' }))).toBe('NOT_FOUND')
  })

  test('once vouched for, is asked without learning who and where it is; all of that comes with taking it and ends with it', async () => {
    const memberId = await registers()
    for (let twice = 0; twice < 2; twice++) good(await secretary().calls('volunteer.vouch', { orgId: 'branch-01', volunteerId: memberId }))
    const [elder] = await stored(branch, 'members', { _id: 'm-36' })
    const secrets = [elder?.name ?? '', elder?.residence ?? '', '厨房水管爆了', ...(elder?.phones ?? [])]
    await branch.accept(openid, [templateFor('request-asked')])
    const { requestId, asked } = await climbs()
    expect(asked).toContain(memberId)
    const phone = branch.as(openid)
    const shown = async () => {
      const [full, mine, told, sent] = await Promise.all([
        phone.calls('request.get', { requestId }),
        Promise.all((['helping', 'helped'] as const).map(part => phone.calls('request.mine', { part }))),
        inbox(openid),
        branch.outbox(),
      ])
      const text = JSON.stringify([full, mine, told, sent.filter(one => one.touser === openid)])
      return secrets.filter(one => text.includes(one))
    }
    expect((await inbox(openid)).map(one => one.kind)).toEqual(['request-asked'])
    expect((await branch.outbox()).filter(one => one.touser === openid)).toHaveLength(1)
    expect(await shown()).toEqual([])
    expect(refusal(await phone.calls('request.phone', { requestId, memberId: 'm-36' }))).toBe('FORBIDDEN')

    good(await phone.calls('request.accept', { requestId }))
    expect(good(await phone.calls('request.get', { requestId }))).toMatchObject({
      as: 'owner',
      name: elder?.name,
      address: elder?.residence,
      text: '厨房水管爆了',
    })
    expect(good(await phone.calls('request.phone', { requestId, memberId: 'm-36' })).phones).toEqual(elder?.phones)
    good(await phone.calls('request.done', { requestId }))
    expect(await shown()).toEqual([])
    expect(refusal(await phone.calls('request.phone', { requestId, memberId: 'm-36' }))).toBe('FORBIDDEN')
  })

  test('loses what they took when the voucher is taken back, and the secretary is told', async () => {
    const memberId = await registers()
    good(await secretary().calls('volunteer.vouch', { orgId: 'branch-01', volunteerId: memberId }))
    const { requestId } = await climbs()
    good(await branch.as(openid).calls('request.accept', { requestId }))
    good(await secretary().calls('volunteer.unvouch', { orgId: 'branch-01', volunteerId: memberId }))
    expect(refusal(await branch.as(openid).calls('request.get', { requestId }))).toBe('FORBIDDEN')
    const [request] = await stored(branch, 'requests', { _id: requestId })
    expect(request).toMatchObject({ state: 'waiting', owner: null })
    const told = (await inbox('demo-secretary')).filter(one => one.page.includes(requestId) && one.kind === 'request-desk')
    expect(told.map(one => one.title)).toContainEqual(expect.stringContaining('换人来办'))
    // Nothing more happens when it is said again.
    good(await secretary().calls('volunteer.unvouch', { orgId: 'branch-01', volunteerId: memberId }))
    expect((await stored(branch, 'requests', { _id: requestId }))[0]?.version).toBe(request?.version)
  })
})

describe('the ground on which a helper was asked', () => {
  test('ends with a liaison’s office: what waited goes on at once, what they took is given back and the secretary told', async () => {
    const [waits, taken] = [await raise('demo-member-08'), await raise('demo-member-04')]
    good(await branch.as(people.liaison.openid).calls('request.accept', { requestId: taken }))
    for (const orgId of ['branch-01-g1', 'branch-01-g2'])
      good(await secretary().calls('org.dismiss', { orgId, memberId: people.liaison.memberId, role: 'liaison' }))
    const requests = await Promise.all([waits, taken].map(async requestId => (await stored(branch, 'requests', { _id: requestId }))[0]))
    expect(requests.map(one => [one?.owner, one?.rung])).toEqual([
      [null, 'team'],
      [null, 'team'],
    ])
    const told = (await inbox('demo-secretary')).filter(one => one.kind === 'request-desk')
    expect(told.filter(one => one.page.includes(taken)).map(one => one.title)).toContainEqual(expect.stringContaining('换人来办'))
    for (const requestId of [waits, taken])
      for (const op of ['request.get', 'request.accept'] as const)
        expect(refusal(await branch.as(people.liaison.openid).calls(op, { requestId }))).toBe('FORBIDDEN')
  })

  test('is no matter where an officer gave them the request: it stays theirs', async () => {
    const requestId = await raise()
    good(await secretary().calls('request.reassign', { requestId, memberId: people.liaison.memberId }))
    for (const orgId of ['branch-01-g1', 'branch-01-g2'])
      good(await secretary().calls('org.dismiss', { orgId, memberId: people.liaison.memberId, role: 'liaison' }))
    expect(good(await branch.as(people.liaison.openid).calls('request.get', { requestId }))).toMatchObject({ as: 'owner' })
  })

  test('follows the elder to another group, with the request on the desks there', async () => {
    const requestId = await raise('demo-member-04')
    good(await secretary().calls('roster.change', { memberId: 'm-04', groupId: 'branch-01-g3' }))
    const [request] = await stored(branch, 'requests', { _id: requestId })
    expect(request?.scopes).toContain('branch-01-g3')
    expect(request?.asked.filter(one => one.memberId === people.liaison.memberId).every(one => one.declined)).toBe(true)
    expect(refusal(await branch.as(people.leader.openid).calls('request.get', { requestId }))).toBe('FORBIDDEN')
    const lane = await branch.as(people.leader.openid).calls('request.desk', { orgId: 'branch-01-g1', lane: 'unowned' })
    expect(good(lane).items.map(one => one.requestId)).not.toContain(requestId)
  })
})

describe('family of a person with duties', () => {
  test('gets their affairs and none of their duties: no message, no count, no list, no request of others', async () => {
    const { inviteCode } = good(await branch.as(people.liaison.openid).calls('family.invite', { name: '小陈', relation: 'child' }))
    const family = branch.as('demo-stranger')
    good(await family.calls('me.bind', { inviteCode }))
    await branch.accept('demo-stranger', [templateFor('request-asked'), templateFor('activity-published')])
    await branch.accept(people.liaison.openid, [templateFor('request-asked')])
    const before = (await branch.outbox()).length
    const requestId = await raise()
    expect((await branch.outbox()).slice(before).map(one => one.touser)).toEqual([people.liaison.openid])
    expect((await inbox(people.liaison.openid)).map(one => one.kind)).toContain('request-asked')
    expect((await inbox('demo-stranger')).filter(one => one.kind.startsWith('request-'))).toEqual([])
    const unread = async (openid: string) => good(await branch.as(openid).calls('me.get', {})).unreadMessages
    expect((await unread(people.liaison.openid)) - (await unread('demo-stranger'))).toBe(1)
    // Nor do they mark the duty as read, which would keep the desk from ringing.
    const [asked] = await inbox(people.liaison.openid)
    good(await family.calls('inbox.read', { messageIds: [asked?.messageId ?? ''] }))
    expect((await inbox(people.liaison.openid))[0]?.read).toBe(false)
    for (const forMemberId of [undefined, people.liaison.memberId])
      for (const part of ['helping', 'helped'] as const)
        expect(good(await family.calls('request.mine', { part, ...(forMemberId ? { forMemberId } : {}) })).items).toEqual([])
    for (const op of ['request.get', 'request.cancel'] as const)
      expect(refusal(await family.calls(op, { requestId, forMemberId: people.liaison.memberId }))).toBe('FORBIDDEN')
    // What is told to the person in their own affairs reaches the family as before.
    await amend(branch, 'messages', { _id: asked?.messageId ?? '' }, { kind: 'activity-published' })
    expect((await inbox('demo-stranger')).map(one => one.messageId)).toContain(asked?.messageId)
    await branch.clock.advance(HOUR)
  })
})
