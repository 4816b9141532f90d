import { good, stored } from '../support/attendance'
import { MINUTE, startBranch, type Branch } from '../support/branch'
import { people, refusal, two } from '../support/people'

let branch: Branch
beforeEach(async () => {
  branch = await startBranch()
})
afterEach(() => branch.close())

const FIRST_GROUP = 'branch-01-g1'
const member = (n: number) => branch.as(`demo-member-${two(n)}`)
const leader = () => branch.as(people.leader.openid)
const liaison = () => branch.as(people.liaison.openid)

describe('a group leader or liaison', () => {
  test('sees the desk of the group and gives a request to helpers below, not upwards', async () => {
    // Member 36 is of the first group, member 3 of another one.
    const { requestId } = good(await member(36).calls('request.raise', { kind: 'leak' }))
    const other = good(await member(3).calls('request.raise', { kind: 'leak' })).requestId
    const { items, counts } = good(await leader().calls('request.desk', { orgId: FIRST_GROUP, lane: 'unowned' }))
    expect(items.map(one => one.requestId)).toContain(requestId)
    expect(items.map(one => one.requestId)).not.toContain(other)
    expect(counts.unowned).toBe(items.length)
    expect(refusal(await leader().calls('request.desk', { orgId: 'branch-01', lane: 'unowned' }))).toBe('FORBIDDEN')

    const candidates = good(await leader().calls('request.candidates', { requestId })).items
    expect(candidates.map(one => one.memberId)).toContain(people.liaison.memberId)
    expect(candidates.map(one => one.role)).not.toContain('secretary')
    expect(good(await branch.as('demo-secretary').calls('request.candidates', { requestId })).items.map(one => one.role)).toContain(
      'secretary',
    )
    expect(refusal(await leader().calls('request.reassign', { requestId, memberId: people.secretary.memberId }))).toBe('NOT_FOUND')
    expect(refusal(await leader().calls('request.reassign', { requestId: other, memberId: people.liaison.memberId }))).toBe('FORBIDDEN')
    expect(good(await leader().calls('request.get', { requestId })).may).toContain('reassign')
    good(await leader().calls('request.reassign', { requestId, memberId: people.liaison.memberId }))
    expect(good(await liaison().calls('request.get', { requestId })).owner?.memberId).toBe(people.liaison.memberId)
    good(await liaison().calls('request.reassign', { requestId, memberId: people.leader.memberId, reason: '组长离得近' }))
    expect(good(await leader().calls('request.mine', { part: 'helping' })).items.map(one => one.requestId)).toEqual([requestId])
  })

  test('finds the people of the group by part of a name, phones masked, and asks for them', async () => {
    const all = good(await leader().calls('roster.find', { orgId: FIRST_GROUP })).items
    const inGroup = await stored(branch, 'members', { branchId: 'branch-01', groupId: FIRST_GROUP })
    expect([all.length, new Set(all.map(one => one.memberId)).size]).toEqual([20, 20])
    expect(inGroup.map(one => one._id)).toEqual(expect.arrayContaining(all.map(one => one.memberId)))
    const [first] = all
    if (!first) throw new Error('the group has people')
    expect(first.maskedPhone).toMatch(/\*/)
    const given = first.name.slice(1)
    const found = good(await leader().calls('roster.find', { orgId: FIRST_GROUP, name: given })).items
    expect(found.map(one => one.memberId)).toContain(first.memberId)
    expect(found.every(one => one.name.includes(given))).toBe(true)
    expect(await branch.roundTrips('roster.find')).toBeLessThanOrEqual(2)
    // Characters of a pattern count as letters only.
    expect(good(await leader().calls('roster.find', { orgId: FIRST_GROUP, name: '.*' })).items).toEqual([])
    expect(refusal(await leader().calls('roster.find', { orgId: 'branch-01-g2' }))).toBe('FORBIDDEN')
    const raised = good(await leader().calls('request.raiseFor', { memberId: first.memberId, kind: 'medicine' }))
    expect(good(await leader().calls('request.desk', { orgId: FIRST_GROUP, lane: 'unowned' })).items.map(one => one.requestId)).toContain(
      raised.requestId,
    )
  })

  test('pages through a branch twenty at a time, each person once', async () => {
    const secretary = branch.as('demo-secretary')
    const seen: string[] = []
    let cursor: string | null | undefined
    while (cursor !== null) {
      const page = good(await secretary.calls('roster.find', { orgId: 'branch-01', ...(cursor === undefined ? {} : { cursor }) }))
      expect(page.items.length).toBeLessThanOrEqual(20)
      seen.push(...page.items.map(one => one.memberId))
      cursor = page.cursor
    }
    expect([seen.length, new Set(seen).size]).toEqual([87, 87])
    expect(refusal(await branch.as('demo-street').calls('roster.find', { orgId: 'changqing' }))).toBe('INVALID_INPUT')
    expect(refusal(await secretary.calls('roster.find', { orgId: 'branch-01', cursor: 'nonsense' }))).toBe('INVALID_INPUT')
  })
})

describe('the elder says more', () => {
  const inboxOf = async (openid: string) => good(await branch.as(openid).calls('inbox.list', {})).items

  test('hours later, in words, voice and photos: the owner is told and sees it', async () => {
    const { requestId } = good(await member(36).calls('request.raise', { kind: 'legal', text: '想问遗嘱' }))
    good(await liaison().calls('request.accept', { requestId }))
    await branch.clock.advance(90 * MINUTE)
    const more = {
      requestId,
      text: '儿子下午在家',
      voiceFileId: 'cloud://local.bucket/voice-1.mp3',
      photoFileIds: ['cloud://local.bucket/photo-1.jpg'],
    }
    const said = good(await member(36).calls('request.sayMore', more, 'more-1'))
    expect(said).toMatchObject({ state: 'accepted', urgent: false, told: [{ role: 'liaison' }] })
    good(await member(36).calls('request.sayMore', more, 'more-1'))
    const { timeline } = good(await liaison().calls('request.get', { requestId }))
    expect(timeline.filter(one => one.what === 'said-more')).toEqual([
      expect.objectContaining({
        text: '儿子下午在家',
        voiceFileId: 'cloud://local.bucket/voice-1.mp3',
        photoFileIds: ['cloud://local.bucket/photo-1.jpg'],
      }),
    ])
    const heard = (await inboxOf(people.liaison.openid)).filter(one => one.text.includes('儿子下午在家'))
    expect(heard).toHaveLength(1)
    expect(heard[0]?.text).toContain('留了一段话')
  })

  test('by the family, kept with who said it; a stranger adds nothing, and nothing is added once it is over', async () => {
    const { requestId } = good(await member(1).calls('request.raise', { kind: 'legal' }))
    good(await branch.as('demo-family-01').calls('request.sayMore', { requestId, text: '我是女儿', forMemberId: 'm-01' }))
    expect(await stored(branch, 'audit', { memberId: 'm-01', what: 'request.sayMore' })).toHaveLength(1)
    expect(refusal(await member(2).calls('request.sayMore', { requestId, text: '我来说' }))).toBe('FORBIDDEN')
    expect(refusal(await branch.as('demo-secretary').calls('request.sayMore', { requestId, text: '我来说' }))).toBe('REQUEST_NOT_YOURS')
    expect(refusal(await member(1).calls('request.sayMore', { requestId }))).toBe('INVALID_INPUT')
    good(await member(1).calls('request.cancel', { requestId }))
    expect(refusal(await member(1).calls('request.sayMore', { requestId, text: '又要了' }))).toBe('REQUEST_CLOSED')
  })

  test('that it has become dangerous: it is urgent from then on, and is promised within the hour', async () => {
    const { requestId } = good(await member(36).calls('request.raise', { kind: 'legal' }))
    await branch.clock.advance(30 * MINUTE)
    const said = good(await member(36).calls('request.sayMore', { requestId, text: '我摔倒了，起不来' }))
    expect(said.urgent).toBe(true)
    await branch.clock.advance(3 * MINUTE)
    expect(good(await member(36).calls('request.get', { requestId }))).toMatchObject({ urgency: 'urgent', rung: 'team' })
  })
})

describe('the rows behind the board', () => {
  test('are found by what became of the promise, and a long month comes in sheets of five thousand', async () => {
    const kept = good(await member(36).calls('request.raise', { kind: 'leak' })).requestId
    const late = good(await member(4).calls('request.raise', { kind: 'leak' })).requestId
    good(await liaison().calls('request.accept', { requestId: kept }))
    good(await liaison().calls('request.done', { requestId: kept }))
    await branch.clock.advance(12 * 60 * MINUTE)
    const rows = async (risk: 'at-risk' | 'broken') =>
      good(await branch.as('demo-street').calls('request.rows', { orgId: 'changqing', month: '2026-11', risk })).items
    expect((await rows('at-risk')).map(one => one.requestId)).toContain(late)
    expect((await rows('broken')).map(one => one.requestId)).not.toContain(late)
    await branch.clock.advance(4 * 60 * MINUTE)
    expect((await rows('broken')).map(one => one.requestId)).toContain(late)
    expect((await rows('broken')).map(one => one.requestId)).not.toContain(kept)
    const sheet = good(await branch.as('demo-secretary').calls('request.export', { orgId: 'branch-01', month: '2026-11' }))
    expect(sheet).toMatchObject({ rows: 3, cursor: null })
    const { items } = good(await branch.as('demo-secretary').calls('request.rows', { orgId: 'branch-01', month: '2026-11' }))
    const [first] = items
    const cursor = `${String(first?.raisedAt)}~${first?.requestId ?? ''}`
    expect(good(await branch.as('demo-secretary').calls('request.export', { orgId: 'branch-01', month: '2026-11', cursor })).rows).toBe(2)
  })
})
