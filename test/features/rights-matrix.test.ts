import { contract, type OperationName } from '../../core/contract'
import { good, meeting, stored } from './support/attendance'
import { MORNING, startBranch, type Branch } from './support/branch'
import { branchId, deadId, group, inputs, memberId, mistakenId, muster, post, template, type World } from './support/inputs'
import { amend } from './support/people'
import {
  caseOf,
  circleWith,
  foundingsOf,
  helpOf,
  honourOf,
  letterOf,
  outsideLetterOf,
  partnerOf,
  stationIn,
  studyOf,
  electionOf,
  suggestionOf,
  duesOf,
  fundsOf,
  surveyOf,
  venueOf,
  assessmentOf,
  assessmentsOf,
  votesOf,
  talentOf,
} from './support/world'

/**
 * What no person out of the elder's reach may find in any answer. The elder is `memberId`, of the first group; what is planted is read in the
 * whole text of every answer of every operation.
 */
const planted = {
  name: '麦冬青',
  family: '麦秋生',
  number: '13700019191',
  familyNumber: '13700018181',
  address: '麦田路七十七号院',
  words: '麦穗在厨房漏水',
  voice: 'wheat-voice',
  photo: 'wheat-photo',
  point: '114.2123457',
  note: '麦芽糖尿',
}
type Planted = keyof typeof planted
const found = (answer: unknown): Planted[] => {
  const text = JSON.stringify(answer)
  return Object.entries(planted).flatMap(([what, words]) => (text.includes(words) && isPlanted(what) ? [what] : []))
}
const isPlanted = (text: string): text is Planted => Object.hasOwn(planted, text)

const newGroup = 'branch-01-g3'
const volunteer = 'self-registered'

let branch: Branch
let world: World
/** Requests of the elder, by how they came about. */
let cases: { own: string; officer: string; family: string; held: string }
let volunteerId: string
let visits: string[]
let bondId: string
let teamId: string

const secretary = () => branch.as('demo-secretary')
const look = async (openid: string, requestId: string) => branch.as(openid).calls('request.get', { requestId })

/** Two dozen calls and a day of the clock, on a busy machine, ms. */
const A_WORLD = 180_000

beforeAll(async () => {
  branch = await startBranch()
  await amend(
    branch,
    'members',
    { _id: memberId },
    {
      ...{ name: planted.name, phones: [planted.number], emergencyName: planted.family, emergencyPhones: [planted.familyNumber] },
      ...{ residence: `常青花园${planted.address}`, note: planted.note, care: ['alone'] },
      home: { type: 'Point', coordinates: [Number(planted.point), 30.6402] },
    },
  )
  const elder = branch.as('demo-member-04')
  /** Each has files of its own: an uploaded file belongs to one request. */
  const said = (nth: number) => ({
    text: planted.words,
    voiceFileId: `cloud://local.bucket/${planted.voice}-${String(nth)}.mp3`,
    photoFileIds: [`cloud://local.bucket/${planted.photo}-${String(nth)}.jpg`],
  })

  // A pairing, a team, a family helper who is a member too, a volunteer on no roster.
  good(await secretary().calls('pairing.set', { helperId: 'v-01', elderIds: [memberId], kind: 'one-to-many' }))
  teamId = good(
    await secretary().calls('team.save', { orgId: branchId, name: '水电队', kinds: ['water'], memberIds: ['m-51', 'm-52', 'v-06'] }),
  ).teamId
  const { inviteCode } = good(await elder.calls('family.invite', { name: '麦家女婿', relation: 'child' }))
  good(await branch.as('demo-member-40').calls('me.bind', { inviteCode }))
  const bond = (await stored(branch, 'accounts', { _id: 'demo-member-40' }))[0]?.actingFor.find(one => one.memberId === memberId)
  bondId = bond?.bondId ?? ''
  const phoneCode = await branch.phoneCode(volunteer, '13912345678')
  volunteerId = good(await branch.as(volunteer).calls('me.register', { name: '高远', phoneCode })).memberId
  good(await branch.as(volunteer).calls('helping.set', { kinds: ['water'], point: { lng: 114.2121, lat: 30.6402 } }))
  good(await secretary().calls('volunteer.vouch', { orgId: branchId, volunteerId }))

  const own = good(await elder.calls('request.raise', { kind: 'water', ...said(1) })).requestId
  const officer = good(await branch.as('demo-leader-1').calls('request.raiseFor', { memberId, kind: 'bulb', ...said(2) })).requestId
  const family = good(
    await branch.as('demo-member-40').calls('request.raise', { kind: 'medicine', forMemberId: memberId, ...said(3) }),
  ).requestId
  const held = good(await elder.calls('request.raise', { kind: 'leak', ...said(4) })).requestId
  cases = { own, officer, family, held }
  const row = (id: string, role: string) => ({ memberId: id, name: id, role, rung: 'liaison', at: MORNING, declined: false })
  const asked = [
    row('v-01', 'liaison'),
    row('v-02', 'liaison'),
    row('m-77', 'leader'),
    row('m-51', 'team'),
    row('m-52', 'team'),
    row(volunteerId, 'volunteer'),
  ]
  await amend(
    branch,
    'requests',
    { _id: own },
    { asked, party: [memberId, ...asked.map(one => one.memberId)], concerned: asked.map(one => one.memberId) },
  )
  for (const helper of ['v-06', 'v-08', 'v-09', 'v-07'])
    good(await secretary().calls('request.reassign', { requestId: held, memberId: helper }))

  await branch.clock.advance(2 * 60_000)
  const planned = (await stored(branch, 'visits', { memberId })).filter(one => one.state === 'due')
  visits = planned.map(one => one._id)
  expect(planned.map(one => one.assigneeId)).toContain('v-01')
  good(await secretary().calls('visit.assign', { visitId: visits[0] ?? '', helperId: 'v-03' }))

  const postId = good(await secretary().calls('post.publish', { ...post, orgId: branchId })).postId
  world = {
    ...(await foundingsOf(branch)),
    joinToken: good(await branch.as('demo-other-secretary').calls('joining.card', { branchId: 'branch-02' })).token,
    exportId: good(await branch.as('demo-bureau').calls('upkeep.export', { orgId: 'branch-02' })).exportId,
    activityId: await meeting(branch),
    cancelledId: await meeting(branch, { title: '要取消的会' }),
    templateId: good(await secretary().calls('template.save', { ...template, branchId })).templateId,
    fileId: await branch.upload('roster.xlsx', Buffer.from('not a workbook')),
    postId,
    musterId: good(await secretary().calls('muster.call', { orgId: branchId, ...muster })).musterId,
    reviewId: await meeting(branch, { kind: 'appraisal', title: '民主评议' }),
    caseId: await caseOf(branch, planted.words),
    suggestionId: await suggestionOf(branch),
    ...(await duesOf(branch)),
    ...(await fundsOf(branch)),
    surveyId: await surveyOf(branch),
    ...(await votesOf(branch)),
    ...(await electionOf(branch)),
    circleId: await circleWith(branch, 'demo-member-04'),
    ...(await talentOf(branch)),
    // A branch knows by name those it honoured: not of the elder.
    ...(await honourOf(branch, '30')),
    ...(await partnerOf(branch)),
    ...(await stationIn(branch, 'm-26')),
    ...(await studyOf(branch)),
    ...(await helpOf(branch)),
    ...(await venueOf(branch)),
    ...(await assessmentOf(branch)),
    ...(await assessmentsOf(branch)),
    openPostId: good(await secretary().calls('post.publish', { ...post, orgId: branchId, audience: 'open' })).postId,
    publicCode: good(
      await branch.as('demo-member-20').calls('publicCard.publish', { name: '老王', helps: ['talk'], words: '', reach: 'phone' }),
    ).code,
    requestId: own,
    comingId: await letterOf(branch, 'demo-other-secretary', 'n-11', branchId),
    unwantedId: await letterOf(branch, 'demo-other-secretary', 'n-12', branchId),
    goingId: await letterOf(branch, 'demo-secretary', 'm-23', 'branch-02'),
    outsideId: await outsideLetterOf(branch, 'm-62'),
  }
  for (const _id of [deadId, mistakenId]) await amend(branch, 'members', { _id }, { state: 'dead', diedOn: '2026-11-01' })
}, A_WORLD)
afterAll(() => branch.close())

describe('while it is so', () => {
  const everything: Planted[] = ['name', 'address', 'words', 'voice', 'photo', 'point']
  test.each<[what: string, openid: string, request: keyof typeof cases, sees: Planted[] | string]>([
    ['the elder', 'demo-member-04', 'own', everything],
    ['the group leader', 'demo-leader-1', 'own', everything],
    ['the liaison of the group', 'demo-volunteer-02', 'own', everything],
    ['the secretary', 'demo-secretary', 'own', everything],
    ['the street', 'demo-street', 'own', everything],
    ['the paired helper who is asked', 'demo-volunteer-01', 'own', everything],
    ['a member of the team that is asked', 'demo-member-51', 'own', []],
    ['a volunteer who is asked', volunteer, 'own', []],
    ['the officer who asked for the elder', 'demo-leader-1', 'officer', everything],
    ['the family helper who asked for the elder', 'demo-member-40', 'family', everything],
    ['the helper who has it', 'demo-volunteer-07', 'held', everything],
    ['the helper who had it before', 'demo-volunteer-06', 'held', []],
    ['a member of the branch', 'demo-member-30', 'own', 'FORBIDDEN'],
    ['the secretary of another branch', 'demo-other-secretary', 'own', 'FORBIDDEN'],
  ])('%s sees of a request what is theirs to see', async (_, openid, request, sees) => {
    const reply = await look(openid, cases[request])
    expect(reply.ok ? found(reply.data) : reply.code).toEqual(sees)
  })

  test('those who are asked learn the kind, the part of town and how far it is; a number opens with taking it', async () => {
    const asked = good(await look(volunteer, cases.own))
    expect(asked).toMatchObject({ as: 'asked', name: '麦老', kind: 'water', area: '常青花园麦田路', metres: 100, text: '', callable: [] })
    const ring = async () => branch.as(volunteer).calls('request.phone', { requestId: cases.own, memberId })
    expect(await ring()).toMatchObject({ ok: false, code: 'FORBIDDEN' })
    for (const op of ['request.mine', 'inbox.list'] as const)
      expect(found(await branch.as(volunteer).calls(op, op === 'request.mine' ? { part: 'helping' } : {}))).toEqual([])
  })

  test('the visitor chosen by the secretary sees where to go, and may ring', async () => {
    const visitor = branch.as('demo-volunteer-03')
    expect(found(await visitor.calls('visit.get', { visitId: visits[0] ?? '' }))).toContain('address')
    expect(found(await visitor.calls('visit.phone', { visitId: visits[0] ?? '' }))).toEqual(['family', 'number', 'familyNumber'])
  })

  test('a number opens for an officer only where the elder stands on a list of theirs', async () => {
    // Neither in special care nor to be visited now.
    await amend(branch, 'care-contacts', { _id: memberId }, { on: false })
    const call = async (openid: string) => {
      const reply = await branch.as(openid).calls('care.phone', { memberId })
      return reply.ok ? found(reply.data) : reply.code
    }
    expect([await call('demo-leader-1'), await call('demo-street'), await call('demo-bureau')]).toEqual([
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
    ])
    expect(await call('demo-volunteer-01')).toContain('number')
    await amend(branch, 'care-contacts', { _id: memberId }, { on: true })
    expect(await call('demo-leader-1')).toContain('number')
  })
})

describe('when it is so no more', () => {
  /** By what they were: the phone, and whether what they were told in their time stands in their inbox. */
  const former: Record<string, { openid: string; told: boolean }> = {
    'dismissed leader': { openid: 'demo-leader-1', told: true },
    'ended family helper': { openid: 'demo-member-40', told: false },
    'helper of an ended pairing': { openid: 'demo-volunteer-01', told: true },
    'member who left the team': { openid: 'demo-member-51', told: false },
    'member who left the team, merged with another record since': { openid: 'demo-member-52', told: false },
    'volunteer who is vouched for no more': { openid: volunteer, told: false },
    'visitor who is not to go': { openid: 'demo-volunteer-03', told: true },
    'helper who had it taken away': { openid: 'demo-volunteer-06', told: true },
    'liaison of the group that the elder left': { openid: 'demo-volunteer-02', told: true },
    'holder whose account was unbound': { openid: 'demo-volunteer-07', told: false },
    'helper who died': { openid: 'demo-volunteer-08', told: false },
    'helper who withdrew': { openid: 'demo-volunteer-09', told: false },
    'officer elsewhere': { openid: 'demo-other-secretary', told: false },
  }
  /** Would end what the sweep is about, or is the caller's own door; or makes the caller one of a circle with the elder, who know each other by name. */
  const ends: readonly string[] = ['me.withdraw', 'me.unbind', 'me.correct', 'me.bind', 'me.bindByPhone', 'me.register', 'circle.join']
  const isOperation = (name: string): name is OperationName => Object.hasOwn(contract, name)
  const operations = Object.keys(contract)
    .filter(isOperation)
    .filter(op => !ends.includes(op))

  beforeAll(async () => {
    good(await secretary().calls('org.appoint', { orgId: newGroup, memberId: 'm-45', role: 'leader' }))
    good(await secretary().calls('org.dismiss', { orgId: group, memberId: 'm-77', role: 'leader' }))
    good(await branch.as('demo-member-04').calls('family.end', { bondId }))
    good(await secretary().calls('pairing.end', { helperId: 'v-01', elderIds: [memberId], reason: '调走' }))
    good(await secretary().calls('team.save', { orgId: branchId, teamId, name: '水电队', kinds: ['water'], memberIds: ['v-06'] }))
    good(await secretary().calls('volunteer.unvouch', { orgId: branchId, volunteerId }))
    good(await secretary().calls('member.merge', { memberId: 'm-53', otherId: 'm-52' }))
    good(await secretary().calls('visit.assign', { visitId: visits[0] ?? '', helperId: null }))
    good(await secretary().calls('roster.change', { memberId, groupId: newGroup }))
    await branch.clock.advance(2 * 60_000)
    await amend(branch, 'members', { _id: 'v-08' }, { state: 'dead' })
    good(await branch.as('demo-volunteer-09').calls('me.withdraw', {}))
    await amend(branch, 'accounts', { _id: 'demo-volunteer-07' }, { memberId: null, people: [] })
  })

  test('what waited for them goes on without them at once', async () => {
    const [own] = await stored(branch, 'requests', { _id: cases.own })
    const lost = ['v-01', 'v-02', 'm-77', 'm-51', 'm-52', 'm-53', volunteerId]
    expect(own?.asked.filter(one => lost.includes(one.memberId) && !one.declined)).toEqual([])
    expect(own?.concerned.filter(one => lost.includes(one))).toEqual([])
    expect(own?.scopes).toContain(newGroup)
    const due = (await stored(branch, 'visits', { memberId })).filter(one => one.state === 'due')
    expect(due.filter(one => one.assigneeId !== null && ['v-01', 'v-02', 'm-77'].includes(one.assigneeId))).toEqual([])
    expect(due.every(one => one.scopes.includes(newGroup))).toBe(true)
  })

  test('those who are in charge now have it on their desk, and may ring', async () => {
    const leader = branch.as('demo-member-45')
    expect(found(good(await look('demo-member-45', cases.own)))).toContain('words')
    const lanes = await Promise.all((['unowned', 'running'] as const).map(lane => leader.calls('request.desk', { orgId: newGroup, lane })))
    expect(lanes.flatMap(one => good(one).items.map(item => item.requestId)).sort()).toEqual(Object.values(cases).sort())
    expect(found(await leader.calls('request.phone', { requestId: cases.own, memberId }))).toContain('number')
  })

  const variants = (op: OperationName): object[] => {
    const input: object = inputs[op](world)
    if ('requestId' in input) return Object.values(cases).map(requestId => ({ ...input, requestId }))
    if ('visitId' in input) return visits.slice(0, 3).map(visitId => ({ ...input, visitId }))
    if (op === 'request.mine') return ['asked', 'helping', 'helped'].map(part => ({ ...input, part }))
    if (op === 'visit.mine') return [false, true].map(done => ({ ...input, done }))
    return [input]
  }

  test.each(Object.entries(former))('the %s finds nothing of the elder in any answer', async (_, { openid, told }) => {
    const leaks: [string, Planted[]][] = []
    const calls = operations.flatMap(op => variants(op).map(input => [op, input] as const))
    // One after the other, on one warm instance of the function.
    for (const [op, input] of calls) {
      // Typed by the table of inputs; the ids put in its place are of the same shape.
      const reply = await branch.as(openid).calls(op, input)
      const seen = found(reply).filter(what => !(told && op === 'inbox.list' && (what === 'name' || what === 'words')))
      if (seen.length > 0) leaks.push([op, seen])
    }
    expect(leaks).toEqual([])
  })

  test.each(['request.get', 'request.phone', 'request.cancel', 'request.confirm', 'request.sayMore', 'request.accept'] as const)(
    '%s is refused to those who once had to do with the elder',
    async op => {
      const input = inputs[op]({ ...world, requestId: cases.own })
      for (const openid of ['demo-leader-1', 'demo-volunteer-01', 'demo-volunteer-02', 'demo-member-51', volunteer])
        expect([openid, await branch.as(openid).calls(op, input as never)]).toMatchObject([openid, { ok: false, code: 'FORBIDDEN' }])
      for (const [openid, requestId] of [
        ['demo-leader-1', cases.officer],
        ['demo-member-40', cases.family],
      ] as const)
        expect([openid, await branch.as(openid).calls(op, { ...input, requestId })]).toMatchObject([
          openid,
          { ok: false, code: 'FORBIDDEN' },
        ])
    },
  )
})
