import * as fc from 'fast-check'
import type { CommitteePost } from '../../../core/people/committees/posts'
import { good, stored } from '../support/attendance'
import { DAY, HOUR, startBranch, type Branch } from '../support/branch'
import { people, refusal } from '../support/people'

let branch: Branch
beforeEach(async () => {
  branch = await startBranch()
})
afterEach(() => branch.close())

const as = (openid: string) => branch.as(openid)
const orgId = 'branch-01'
type Posts = Readonly<Record<string, readonly CommitteePost[]>>
const seats = (posts: Posts) => Object.entries(posts).flatMap(([memberId, held]) => held.map(post => ({ memberId, post })))
/** The usual five, with the first as secretary. */
const five = (secretary: string): Posts => ({
  [secretary]: ['secretary'],
  'm-11': ['deputy'],
  'm-12': ['organization'],
  'm-13': ['publicity'],
  'm-14': ['discipline'],
})
const record = (
  openid: string,
  posts: Posts,
  more: { heldOn?: string; termYears?: number; byElection?: boolean; documentNo?: string } = {},
  commandId?: string,
) => as(openid).calls('committee.record', { orgId, heldOn: '2026-11-20', members: seats(posts), ...more }, commandId)
const committee = async (openid = 'demo-bureau') => good(await as(openid).calls('committee.get', { orgId }))
const warned = async () => (await committee()).warnings
const secretaries = async () =>
  (await stored(branch, 'members', { 'grants.orgId': orgId }))
    .filter(one => one.grants.some(grant => grant.role === 'secretary' && grant.orgId === orgId))
    .map(one => one._id)
    .sort()
const mayLead = async (openid: string) => refusal(await as(openid).calls('roster.list', { branchId: orgId })) === 'done'

describe('a committee that the street records', () => {
  test('is in office at once: offices come with its posts, and with the next committee they end', async () => {
    expect(good(await record('demo-street', five('m-10')))).toMatchObject({ termEnds: '2029-11-20', state: 'serving' })
    expect(await secretaries()).toEqual(['m-10', 'm-11'])
    expect([await mayLead('demo-member-10'), await mayLead('demo-member-11'), await mayLead('demo-member-12')]).toEqual([true, true, false])
    // The former secretary's office came with the post.
    expect(await mayLead('demo-secretary')).toBe(false)

    good(await record('demo-street', { 'm-20': ['secretary', 'organization'], 'm-12': ['publicity'], 'm-14': ['discipline'] }))
    expect(await secretaries()).toEqual(['m-20'])
    expect([await mayLead('demo-member-10'), await mayLead('demo-member-11'), await mayLead('demo-member-20')]).toEqual([
      false,
      false,
      true,
    ])
    expect((await stored(branch, 'audit', { memberId: 'm-10' })).map(one => one.what)).toEqual(
      expect.arrayContaining(['committee.seated', 'office.given', 'office.taken']),
    )
  })

  test('is seen by every member of the branch with what the rules ask for, in three waves; not by another branch', async () => {
    good(await record('demo-street', five(people.secretary.memberId), { documentNo: '常党发〔2026〕9号' }))
    const seen = await committee('demo-member-30')
    expect(seen).toMatchObject({
      required: { committee: true, min: 3, max: 7 },
      ...{ termEnds: '2029-11-20', complete: true, state: 'serving', vacancies: [], warnings: ['in-service'], may: ['history'] },
      rule: { years: 3, document: '关于党的基层组织任期的意见' },
    })
    expect(seen.members.map(one => [one.post, one.memberId, one.callable])).toEqual([
      ['secretary', people.secretary.memberId, true],
      ['deputy', 'm-11', true],
      ['organization', 'm-12', false],
      ['publicity', 'm-13', false],
      ['discipline', 'm-14', false],
    ])
    expect(await branch.roundTrips('committee.get')).toBeLessThanOrEqual(3)
    expect(refusal(await as('demo-other-member').calls('committee.get', { orgId }))).toBe('FORBIDDEN')
    expect(good(await as('demo-member-30').calls('committee.phone', { orgId, memberId: 'm-11' })).phone).toMatch(/^1\d{10}$/)
    expect(refusal(await as('demo-member-30').calls('committee.phone', { orgId, memberId: 'm-12' }))).toBe('NOT_FOUND')
    expect(refusal(await as('demo-secretary').calls('committee.phone', { orgId, memberId: 'm-12' }))).toBe('done')
  })

  test('sent twice is one; another in its place goes into the history', async () => {
    const before = (await stored(branch, 'past-committees', { branchId: orgId })).length
    for (const _ of [1, 2]) good(await record('demo-street', five('m-10'), {}, 'record-once'))
    good(await record('demo-street', five('m-15'), { heldOn: '2026-11-21' }))
    const { items } = good(await as('demo-member-30').calls('committee.history', { orgId }))
    expect(items.length).toBe(before + 2)
    expect(items[0]).toMatchObject({ heldOn: '2026-11-20', endedOn: '2026-11-21' })
    expect(items[0]?.members.map(one => one.post)).toContain('secretary')
  })

  test('is refused where it cannot be', async () => {
    expect(refusal(await record('demo-street', { 'm-10': ['secretary'], 'm-11': ['secretary'] }))).toBe('COMMITTEE_POST_TWICE')
    expect(refusal(await record('demo-street', { 'm-10': ['organization'] }))).toBe('COMMITTEE_WITHOUT_HEAD')
    const many = Object.fromEntries(['11', '12', '13', '14', '15', '16', '17'].map(n => [`m-${n}`, ['study'] as const]))
    expect(refusal(await record('demo-street', { 'm-10': ['secretary'], ...many }))).toBe('COMMITTEE_TOO_LARGE')
    expect(refusal(await record('demo-street', { 'n-03': ['secretary'] }))).toBe('COMMITTEE_NOT_ITS_MEMBER')
    expect(refusal(await record('demo-street', five('m-10'), { heldOn: '2026-11-22' }))).toBe('INVALID_INPUT')
    expect(
      refusal(
        await as('demo-street').calls('committee.record', { orgId: 'branch-01-g1', heldOn: '2026-11-20', members: seats(five('m-10')) }),
      ),
    ).toBe('INVALID_INPUT')
    expect(refusal(await record('demo-leader-1', five('m-10')))).toBe('FORBIDDEN')
  })
})

describe('a committee that the secretary records', () => {
  test('is seen as waiting, gives no office until the street says yes, and is told of on both sides', async () => {
    expect(good(await record('demo-secretary', five('m-10')))).toMatchObject({ state: 'pending' })
    const waiting = await committee('demo-member-30')
    expect(waiting.state).toBe('pending')
    expect(waiting.warnings).toContain('awaiting-approval')
    expect(waiting.members[0]).toMatchObject({ memberId: 'm-10', post: 'secretary' })
    expect(waiting.serving?.members[0]).toMatchObject({ memberId: people.secretary.memberId })
    expect(await secretaries()).toEqual([people.secretary.memberId])
    expect(
      good(await as('demo-street').calls('committee.list', { orgId: 'changqing', what: 'waiting' })).items.map(one => one.orgId),
    ).toEqual([orgId])
    expect((await stored(branch, 'messages', { memberId: 's-01' })).map(one => one.kind)).toContain('committee')

    const termId = waiting.term?.termId ?? ''
    expect(refusal(await as('demo-secretary').calls('committee.approve', { orgId, termId }))).toBe('FORBIDDEN')
    for (const _ of [1, 2]) good(await as('demo-street').calls('committee.approve', { orgId, termId, documentNo: '常党发〔2026〕10号' }))
    expect(await secretaries()).toEqual(['m-10', 'm-11'])
    expect(await committee()).toMatchObject({ state: 'serving', serving: null, term: { documentNo: '常党发〔2026〕10号' } })
    expect((await stored(branch, 'messages', { memberId: people.secretary.memberId })).map(one => one.title)).toContain('新班子批下来了')
    expect(good(await as('demo-street').calls('committee.list', { orgId: 'changqing', what: 'waiting' })).items).toEqual([])
  })

  test('sent back with words, leaves the one in office, and can be recorded again', async () => {
    good(await record('demo-secretary', five('m-10')))
    const termId = (await committee()).term?.termId ?? ''
    good(await as('demo-street').calls('committee.refuse', { orgId, termId, reason: '请再听听党员的意见' }))
    expect(refusal(await as('demo-street').calls('committee.approve', { orgId, termId }))).toBe('CONFLICT')
    expect(await committee('demo-secretary')).toMatchObject({ state: 'serving', declined: { reason: '请再听听党员的意见' } })
    expect((await committee('demo-member-30')).declined).toBeNull()
    good(await record('demo-secretary', five('m-12')))
    expect(await committee()).toMatchObject({ state: 'pending', declined: null })
  })

  test('of a temporary branch is not taken: its committee is appointed from above', async () => {
    const made = good(
      await as('demo-street').calls('org.create', { orgId: 'changqing', kind: 'branch', branchKind: 'temporary', name: '抗洪临时党支部' }),
    ).orgId
    good(await as('demo-street').calls('org.invite', { orgId: made, role: 'secretary', name: '孙临时' }))
    const { inviteCode } = good(await as('demo-street').calls('org.invite', { orgId: made, role: 'secretary', name: '孙临时' }))
    const { memberId } = good(await as('phone-of-sun').calls('me.bind', { inviteCode }))
    const input = { orgId: made, heldOn: '2026-11-20', members: [{ memberId, post: 'secretary' as const }] }
    expect(refusal(await as('phone-of-sun').calls('committee.record', input))).toBe('COMMITTEE_APPOINTED')
    expect(refusal(await as('phone-of-sun').calls('committee.begin', { orgId: made, kind: 'term' }))).toBe('COMMITTEE_APPOINTED')
    good(await as('demo-street').calls('committee.record', input))
    expect(good(await as('phone-of-sun').calls('committee.get', { orgId: made }))).toMatchObject({
      ...{ complete: true, term: { appointed: true }, required: { committee: false, min: 1 } },
    })
  })
})

describe('an office ends with its post', () => {
  test('at once, by leaving; the last officer of a branch leaves only knowingly', async () => {
    good(await record('demo-street', five('m-10')))
    expect(refusal(await as('demo-member-11').calls('committee.leave', { orgId, memberId: 'm-10', reason: '身体不好' }))).toBe(
      'ROLE_NOT_YOURS_TO_GIVE',
    )
    good(
      await as('demo-street').calls('committee.leave', { orgId, memberId: 'm-10', reason: '身体不好', documentNo: '常党发〔2026〕11号' }),
    )
    expect(await secretaries()).toEqual(['m-11'])
    expect(await mayLead('demo-member-10')).toBe(false)
    expect(await committee()).toMatchObject({ complete: false })
    expect(await warned()).toContain('no-secretary')
    const last = { orgId, memberId: 'm-11', reason: '随子女去外地' }
    expect(refusal(await as('demo-street').calls('committee.leave', last))).toBe('COMMITTEE_LAST_OFFICER')
    good(await as('demo-street').calls('committee.leave', { ...last, anyway: true }))
    expect(await secretaries()).toEqual([])
  })

  test('at once, by a death; taken back within the day, post and office are there again', async () => {
    good(await record('demo-street', five('m-10')))
    const [dead] = await stored(branch, 'members', { _id: 'm-10' })
    const input = { memberId: 'm-10', diedOn: '2026-11-20', toldBy: '女儿', nameEnd: dead?.name.slice(-1) ?? '', bereavedIds: [] }
    good(await as('demo-street').calls('aftercare.mark', input))
    expect(await secretaries()).toEqual(['m-11'])
    expect(await committee()).toMatchObject({ complete: false, vacancies: ['secretary'] })
    expect(await warned()).toContain('vacancy')
    good(await as('demo-street').calls('aftercare.undo', { memberId: 'm-10', reason: '同名登记错了' }))
    expect(await secretaries()).toEqual(['m-10', 'm-11'])
    expect(await committee()).toMatchObject({ complete: true, vacancies: [] })
  })

  test('at once, by a dismissal, which ends the post too', async () => {
    good(await record('demo-street', five('m-10')))
    good(await as('demo-street').calls('org.dismiss', { orgId, memberId: 'm-10', role: 'secretary' }))
    expect(await secretaries()).toEqual(['m-11'])
    await branch.clock.advance(3 * 60_000)
    expect(await secretaries()).toEqual(['m-11'])
    expect((await committee()).members.map(one => one.memberId)).not.toContain('m-10')
  })

  test('an appointment by itself stays whatever the committee is, and is shown', async () => {
    good(await as('demo-street').calls('org.appoint', { orgId, memberId: 'm-40', role: 'secretary' }))
    good(await record('demo-street', five('m-10')))
    expect(await secretaries()).toEqual(['m-10', 'm-11', 'm-40'])
    expect((await committee()).others.map(one => one.memberId)).toEqual(['m-40'])
  })

  test('and the look of the timer a minute later changes nothing that holds', async () => {
    good(await record('demo-street', five('m-10')))
    const held = await stored(branch, 'members', { _id: 'm-10' })
    expect(held[0]?.grants).toEqual([expect.objectContaining({ role: 'secretary', post: 'secretary' })])
    good(await record('demo-street', five('m-15'), { heldOn: '2026-11-21' }))
    await branch.clock.advance(3 * 60_000)
    expect(await secretaries()).toEqual(['m-11', 'm-15'])
  })
})

describe('whatever happens', () => {
  const candidates = ['m-10', 'm-11', 'm-12', 'm-15', 'm-20']
  const one = fc.constantFrom(...candidates)
  const act = fc.oneof(
    fc.record({ what: fc.constant('record' as const), who: one, deputy: one }),
    fc.record({
      what: fc.constantFrom('leave' as const, 'dismiss' as const, 'appoint' as const, 'die' as const, 'live' as const),
      who: one,
    }),
  )
  const street = () => as('demo-street')
  const does = async (step: { what: string; who: string; deputy?: string }) => {
    const { what, who, deputy = who } = step
    const secretary = { orgId, memberId: who, role: 'secretary' as const }
    if (what === 'record')
      await record('demo-street', deputy === who ? { [who]: ['secretary'] } : { [who]: ['secretary'], [deputy]: ['deputy'] })
    if (what === 'leave') await street().calls('committee.leave', { orgId, memberId: who, reason: '身体不好', anyway: true })
    if (what === 'dismiss') await street().calls('org.dismiss', secretary)
    if (what === 'appoint') await street().calls('org.appoint', secretary)
    const [member] = await stored(branch, 'members', { _id: who })
    const death = { memberId: who, diedOn: '2026-11-20', toldBy: '女儿', nameEnd: member?.name.slice(-1) ?? '', bereavedIds: [] }
    if (what === 'die') await street().calls('aftercare.mark', death)
    if (what === 'live') await street().calls('aftercare.undo', { memberId: who, reason: '登记错了' })
  }

  test('an office by post is there with a living post alone, and a living post with its office', async () => {
    const steps = fc.sample(act, { numRuns: 30, seed: 12 })
    for (const step of steps) {
      await does(step)
      const [row] = await stored(branch, 'committees', { _id: orgId })
      const people = await stored(branch, 'members', { branchId: orgId })
      const byPost = people.flatMap(({ _id, grants }) =>
        grants
          .filter(grant => grant.orgId === orgId && grant.role === 'secretary' && grant.post !== undefined)
          .map(grant => `${_id} ${grant.post ?? ''}`),
      )
      const living = new Set(people.filter(member => member.state === 'active').map(member => member._id))
      const posts = (row?.term?.seats ?? [])
        .filter(seat => ['secretary', 'deputy'].includes(seat.post) && living.has(seat.memberId))
        .map(seat => `${seat.memberId} ${seat.post}`)
      expect([step, byPost.sort()]).toEqual([step, posts.sort()])
    }
  })
})

describe('vacancies, ends and steps', () => {
  test('a by-election fills a vacancy until the term ends, after the street’s word', async () => {
    good(await record('demo-street', five('m-10')))
    good(await as('demo-street').calls('committee.leave', { orgId, memberId: 'm-10', reason: '调走' }))
    const posts: Posts = { 'm-20': ['secretary'] }
    expect(good(await record('demo-member-11', posts, { heldOn: '2026-11-21', byElection: true }))).toMatchObject({
      termEnds: '2029-11-20',
      state: 'pending',
    })
    const waiting = await committee()
    expect(waiting.members.map(one => one.memberId)).toEqual(['m-20', 'm-11', 'm-12', 'm-13', 'm-14'])
    good(await as('demo-street').calls('committee.approve', { orgId, termId: waiting.term?.termId ?? '' }))
    expect(await secretaries()).toEqual(['m-11', 'm-20'])
    expect(await committee()).toMatchObject({ termEnds: '2029-11-20', complete: true })
  })

  test('the end is put off by a year at most, by a document', async () => {
    good(await record('demo-street', five('m-10'), { heldOn: '2024-02-29' }))
    const put = (until: string) =>
      as('demo-street').calls('committee.postpone', { orgId, until, reason: '换届时机不成熟', documentNo: '常党发〔2026〕12号' })
    expect(refusal(await put('2028-02-29'))).toBe('COMMITTEE_POSTPONED_TOO_FAR')
    for (const _ of [1, 2]) expect(good(await put('2027-12-31')).termEnds).toBe('2027-12-31')
    expect(await committee()).toMatchObject({ termEnds: '2027-12-31' })
    expect(await warned()).toContain('postponed')
    expect(
      refusal(await as('demo-secretary').calls('committee.postpone', { orgId, until: '2028-01-01', reason: '忙', documentNo: '无' })),
    ).toBe('FORBIDDEN')
  })

  test('secretary and street are told once, six months ahead; the street’s list has those over first', async () => {
    good(await record('demo-street', five('m-10'), { heldOn: '2024-05-22' }))
    await branch.clock.advance(DAY + HOUR)
    const told = async (memberId: string) => (await stored(branch, 'messages', { memberId, kind: 'committee' })).map(one => one.title)
    expect(await told('m-10')).toEqual([expect.stringContaining('该准备换届了')])
    await branch.clock.advance(2 * DAY)
    expect(await told('m-10')).toHaveLength(1)
    expect(await told('s-01')).toHaveLength(1)
    const expiring = async (within: number) =>
      good(await as('demo-street').calls('committee.expiring', { orgId: 'changqing', within })).items
    expect(await expiring(30)).toEqual([])
    const [ending] = await expiring(190)
    expect([ending?.orgId, ending?.termEnds]).toEqual([orgId, '2027-05-22'])
    expect(ending?.warnings).toContain('expiring')
  })

  test('the steps of an election are ticked with day and document, and go over to the committee that comes of it', async () => {
    good(await as('demo-secretary').calls('committee.begin', { orgId, kind: 'term' }))
    const tick = (step: 'decide' | 'request' | 'file' | 'reply', done = true, documentNo?: string) =>
      as('demo-secretary').calls('committee.tick', { orgId, step, done, ...(documentNo === undefined ? {} : { documentNo }) })
    good(await tick('decide'))
    good(await tick('request', true, '常花支〔2026〕3号'))
    good(await tick('reply'))
    good(await tick('reply', false))
    expect((await committee('demo-street')).election).toMatchObject({
      kind: 'term',
      done: [
        { step: 'decide', on: '2026-11-21' },
        { step: 'request', documentNo: '常花支〔2026〕3号' },
      ],
    })
    good(await record('demo-secretary', five('m-10')))
    good(await as('demo-street').calls('committee.approve', { orgId, termId: (await committee()).term?.termId ?? '' }))
    good(await as('demo-member-10').calls('committee.tick', { orgId, step: 'file', done: true }))
    expect((await committee()).election?.done.map(one => one.step)).toEqual(['decide', 'request', 'file'])
  })

  test('a branch without a committee is on the list of gaps, also one just made', async () => {
    const gaps = async () => good(await as('demo-street').calls('committee.list', { orgId: 'changqing', what: 'incomplete' })).items
    expect(await gaps()).toEqual([expect.objectContaining({ orgId: 'branch-02', complete: false, warnings: ['none'] })])
    const made = good(await as('demo-street').calls('org.create', { orgId: 'changqing', kind: 'branch', name: '新支部' })).orgId
    expect((await gaps()).map(one => one.orgId)).toContain(made)
  })

  test('the committees of a street leave as a sheet, with a row of the audit for each person', async () => {
    expect(good(await as('demo-street').calls('committee.export', { orgId: 'changqing' })).url).toMatch(/^http/)
    expect((await stored(branch, 'audit', { memberId: people.secretary.memberId })).map(one => one.what)).toContain('committee.exported')
  })
})
