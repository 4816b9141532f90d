import type { Contract } from '../../../core/contract'
import type { Input } from '../../../core/shared/operation'
import { good, meeting, stored } from '../support/attendance'
import { MINUTE, startBranch, type Branch } from '../support/branch'
import { CANDIDATES, signIn, smallBranch } from '../support/elections'
import { refusal } from '../support/people'
import { type Answered, ticket as ticketTo } from '../support/tickets'

let branch: Branch
beforeEach(async () => void (branch = await startBranch()))
afterEach(() => branch.close())

const orgId = 'branch-01'
const secretary = () => branch.as('demo-secretary')
const small = () => smallBranch(branch)

const hold = () => meeting(branch, { kind: 'general-meeting', title: '换届选举大会' })
type Prepared = Input<Contract['election.prepare']>
const prepare = (activityId: string, more: Partial<Prepared> = {}) =>
  secretary().calls('election.prepare', { orgId, activityId, seats: 3, candidateIds: CANDIDATES, base: 'present', excused: [], ...more })
const comes = (activityId: string, memberIds: readonly string[]) => signIn(branch, activityId, memberIds)
const agree = async (electionId: string, ...steps: ('consent' | 'method' | 'excused' | 'tellers')[]) => {
  for (const step of steps) good(await secretary().calls('election.agree', { electionId, step, done: true }))
}
const tellers = async (electionId: string) => {
  good(await secretary().calls('election.tellers', { electionId, watcherIds: ['m-34'], counterIds: ['m-35'] }))
  await agree(electionId, 'method', 'tellers')
}
const seen = async (electionId: string, openid = 'demo-secretary') => good(await branch.as(openid).calls('election.get', { electionId }))

/** Prepared, everyone there, ballots given out. */
const begun = async (more: Partial<Prepared> = {}): Promise<{ activityId: string; electionId: string; voters: string[] }> => {
  const voters = await small()
  const activityId = await hold()
  const { electionId } = good(await prepare(activityId, more))
  await tellers(electionId)
  await branch.clock.advance(20 * MINUTE)
  await comes(activityId, voters)
  good(await secretary().calls('election.open', { electionId }))
  return { activityId, electionId, voters }
}
const result = (electionId: string, counts: Record<string, number>, more: object = {}) =>
  secretary().calls('election.result', { electionId, paper: { returned: 10, invalid: 0, counts, ...more } })

test('a branch elects its committee on paper: prepared, agreed to, quorate, counted, seated, reported', async () => {
  const voters = await small()
  const activityId = await hold()
  const shown = good(await secretary().calls('election.people', { activityId }))
  expect(shown.people).toHaveLength(10)
  expect(shown.numbers).toMatchObject({ morePercent: 20, presentPercent: 80, electedPercent: 50 })
  expect(await prepare(activityId, { candidateIds: CANDIDATES.slice(1) })).toMatchObject({
    code: 'ELECTION_TOO_FEW_CANDIDATES',
    data: { needed: 4 },
  })
  expect(await prepare(activityId, { candidateIds: [...CANDIDATES.slice(1), 'm-39'] })).toMatchObject({
    code: 'ELECTION_NOT_ELIGIBLE',
    data: { memberIds: ['m-39'] },
  })
  const prepared = good(await prepare(activityId))
  expect(prepared).toMatchObject({ due: 10, quorum: 8, candidatesNeeded: 4 })
  expect(good(await prepare(activityId)).electionId).toBe(prepared.electionId)
  const { electionId } = prepared

  expect(await secretary().calls('election.open', { electionId })).toMatchObject({ code: 'ELECTION_NOT_AGREED' })
  expect(refusal(await secretary().calls('election.tellers', { electionId, watcherIds: ['m-30'], counterIds: ['m-35'] }))).toBe(
    'ELECTION_NOT_ELIGIBLE',
  )
  await tellers(electionId)
  await branch.clock.advance(20 * MINUTE)
  await comes(activityId, [...voters.slice(0, 7), 'm-39'])
  expect(good(await secretary().calls('election.roll', { electionId }))).toMatchObject({ due: 10, present: 7, quorate: false, least: 8 })
  expect(await secretary().calls('election.open', { electionId })).toMatchObject({
    code: 'ELECTION_INQUORATE',
    data: { due: 10, present: 7, least: 8 },
  })
  await comes(activityId, voters.slice(7))
  const opened = good(await secretary().calls('election.open', { electionId }))
  expect(opened).toMatchObject({ due: 10, present: 10, quorate: true })
  expect(good(await secretary().calls('election.open', { electionId }))).toEqual(opened)
  expect(refusal(await prepare(activityId, { seats: 1, candidateIds: CANDIDATES.slice(2) }))).toBe('ELECTION_NOT_NOW')
  expect(good(await secretary().calls('election.give', { electionId }))).toEqual({ given: 10, handsets: [] })
  good(await secretary().calls('election.scribe', { electionId, forId: 'm-36', byId: 'm-37' }))
  expect(refusal(await secretary().calls('election.scribe', { electionId, forId: 'm-36', byId: 'm-30' }))).toBe('ELECTION_NOT_ELIGIBLE')

  const counts = { 'm-30': 9, 'm-31': 8, 'm-32': 7, 'm-33': 5 }
  expect(await result(electionId, counts, { returned: 11 })).toMatchObject({ code: 'BALLOTS_TOO_MANY', data: { returned: 11, given: 10 } })
  expect(await result(electionId, { ...counts, 'm-30': 11 })).toMatchObject({ code: 'ELECTION_COUNT_WRONG', data: { memberIds: ['m-30'] } })
  expect((await seen(electionId)).result).toBeUndefined()
  const done = good(await result(electionId, counts))
  expect(done).toMatchObject({
    valid: true,
    elected: ['m-30', 'm-31', 'm-32'],
    byDue: ['m-30', 'm-31', 'm-32'],
    byPresent: ['m-30', 'm-31', 'm-32'],
    differs: false,
  })
  expect(done).not.toHaveProperty('rerun')
  expect(good(await result(electionId, counts))).toEqual(done)
  expect((await seen(electionId, 'demo-member-36')).elected.map(one => one.memberId)).toEqual(['m-30', 'm-31', 'm-32'])
  expect(await seen(electionId, 'demo-member-36')).not.toHaveProperty('paper')

  const posts = [
    { memberId: 'm-30', post: 'secretary' as const, votes: 3 },
    { memberId: 'm-31', post: 'organization' as const },
    { memberId: 'm-32', post: 'discipline' as const },
  ]
  const first = { electionId, heldOn: '2026-11-21', present: 3 }
  expect(refusal(await secretary().calls('election.seat', { ...first, posts: posts.slice(0, 2) }))).toBe('ELECTION_NOT_ELIGIBLE')
  const lost = posts.map(one => (one.votes === undefined ? one : { ...one, votes: 1 }))
  expect(await secretary().calls('election.seat', { ...first, posts: lost })).toMatchObject({
    code: 'ELECTION_POST_NOT_CARRIED',
    data: { memberIds: ['m-30'] },
  })
  expect(good(await secretary().calls('election.seat', { ...first, posts }))).toEqual({ state: 'pending' })
  const { term } = good(await branch.as('demo-street').calls('committee.get', { orgId }))
  good(await branch.as('demo-street').calls('committee.approve', { orgId, termId: term?.termId ?? '' }))
  const after = good(await branch.as('demo-street').calls('committee.get', { orgId }))
  expect(after.members.map(one => [one.memberId, one.post])).toEqual([['m-30', 'secretary'], ['m-31', 'organization'], ['m-32', 'discipline']]) // prettier-ignore
  good(await branch.as('demo-member-30').calls('election.list', { orgId }))
  for (const format of ['docx', 'xlsx'] as const) {
    const { url } = good(await branch.as('demo-member-30').calls('election.report', { electionId, format }))
    expect((await (await fetch(url)).arrayBuffer()).byteLength).toBeGreaterThan(2000)
  }
})

test('who is excused is due until above and the meeting agreed; other people, and it is asked about once more', async () => {
  const voters = await small()
  const activityId = await hold()
  const excused = [
    { memberId: 'm-37', reason: 'frail' as const },
    { memberId: 'm-38', reason: 'home' as const },
  ]
  const { electionId, due } = good(await prepare(activityId, { excused }))
  expect(due).toBe(10)
  const roll = async () => good(await secretary().calls('election.roll', { electionId }))
  await branch.clock.advance(20 * MINUTE)
  await comes(activityId, voters.filter(id => id !== 'm-37' && id !== 'm-38')) // prettier-ignore
  await agree(electionId, 'consent')
  expect(await roll()).toMatchObject({ due: 10, present: 8, notExcused: [{ memberId: 'm-37' }, { memberId: 'm-38' }] })
  await agree(electionId, 'excused')
  expect(await roll()).toMatchObject({ due: 8, present: 8, notExcused: [] })
  good(await prepare(activityId, { excused: [...excused, { memberId: 'm-36', reason: 'abroad' }] }))
  expect(await roll()).toMatchObject({ due: 10, present: 8 })
  expect(refusal(await prepare(activityId, { excused: [{ memberId: 'm-37', reason: '忙' as 'frail' }] }))).toBe('INVALID_INPUT')
  const barred = [{ memberId: 'm-36', reason: 'disciplined' as const }]
  good(await prepare(activityId, { excused: [], barred }))
  expect(await roll()).toMatchObject({ due: 9, present: 7, quorate: false })
})

test('exactly half is not elected; the seats left go to a further vote, or stay empty where the meeting agrees', async () => {
  const { electionId } = await begun()
  const first = good(await result(electionId, { 'm-30': 9, 'm-31': 6, 'm-32': 5, 'm-33': 5 }))
  expect(first).toMatchObject({ elected: ['m-30', 'm-31'], rerun: { kind: 'further', seats: 1, candidateIds: ['m-32', 'm-33'] } })
  const posts = [{ memberId: 'm-30', post: 'secretary' as const, votes: 2 }, { memberId: 'm-31', post: 'organization' as const }] // prettier-ignore
  const seat = () => secretary().calls('election.seat', { electionId, heldOn: '2026-11-21', present: 2, posts })
  expect(refusal(await seat())).toBe('ELECTION_NOT_NOW')
  const { electionId: second } = good(await secretary().calls('election.again', { electionId }))
  expect(good(await secretary().calls('election.again', { electionId })).electionId).toBe(second)
  expect(await seen(second)).toMatchObject({ round: 2, seats: 1 })
  expect(refusal(await result(electionId, { 'm-30': 1 }))).toBe('ELECTION_NOT_NOW')
  good(await secretary().calls('election.open', { electionId: second }))
  expect(good(await result(second, { 'm-32': 8, 'm-33': 2 })).elected).toEqual(['m-32'])
  expect((await seen(second)).elected.map(one => one.memberId)).toEqual(['m-30', 'm-31', 'm-32'])
})

test('equally many at the cut are voted on once more, among the tied alone', async () => {
  const { electionId } = await begun()
  expect(good(await result(electionId, { 'm-30': 9, 'm-31': 8, 'm-32': 6, 'm-33': 6 })).rerun).toEqual({
    kind: 'tie',
    seats: 1,
    candidateIds: ['m-32', 'm-33'],
  })
  expect(refusal(await secretary().calls('election.reduce', { electionId }))).toBe('ELECTION_NOT_NOW')
  const { electionId: second } = good(await secretary().calls('election.again', { electionId, candidateIds: ['m-34'] }))
  expect((await seen(second)).candidates.map(one => one.memberId).sort()).toEqual(['m-32', 'm-33'])
})

test('fewer than seats, and the meeting agrees to leave it at that', async () => {
  const { electionId } = await begun({ base: 'due' })
  good(await result(electionId, { 'm-30': 9, 'm-31': 8, 'm-32': 5, 'm-33': 5 }))
  good(await secretary().calls('election.reduce', { electionId }))
  expect(refusal(await secretary().calls('election.again', { electionId }))).toBe('ELECTION_NOT_NOW')
  const posts = [{ memberId: 'm-30', post: 'secretary' as const, votes: 2 }, { memberId: 'm-31', post: 'organization' as const }] // prettier-ignore
  good(await secretary().calls('election.seat', { electionId, heldOn: '2026-11-21', present: 2, posts }))
  expect((await seen(electionId)).seated?.posts).toHaveLength(2)
})

test('a void vote is held again, whole', async () => {
  const { electionId } = await begun()
  good(await secretary().calls('election.void', { electionId, reason: '收回的票比发出的多' }))
  const { electionId: second } = good(await secretary().calls('election.again', { electionId }))
  expect(await seen(second)).toMatchObject({ round: 2, state: 'prepared', seats: 3, watchers: [{ memberId: 'm-34' }] })
  expect((await seen(second)).candidates.map(one => one.memberId)).toEqual((await seen(electionId)).candidates.map(one => one.memberId))
})

test('the two bases are both told, and where they differ the method of the meeting decides', async () => {
  const voters = await small()
  const activityId = await hold()
  const { electionId } = good(await prepare(activityId, { base: 'due' }))
  await tellers(electionId)
  await branch.clock.advance(20 * MINUTE)
  await comes(activityId, voters.slice(0, 8))
  good(await secretary().calls('election.open', { electionId }))
  const paper = { returned: 8, counts: { 'm-30': 8, 'm-31': 7, 'm-32': 5, 'm-33': 4 } }
  expect(good(await result(electionId, paper.counts, { ...paper, invalid: 0 }))).toMatchObject({ differs: true, leastByDue: 6, leastByPresent: 5, elected: ['m-30', 'm-31'], byPresent: ['m-30', 'm-31', 'm-32'] }) // prettier-ignore
})

test('a person who was written in is elected like any; tellers of the vote count, other members do not', async () => {
  const { electionId } = await begun()
  expect(
    refusal(await branch.as('demo-member-36').calls('election.count', { electionId, paper: { returned: 10, invalid: 0, counts: {} } })),
  ).toBe('FORBIDDEN')
  const [found] = good(
    await branch
      .as('demo-member-35')
      .calls('election.find', { electionId, name: (await stored(branch, 'members', { _id: 'm-36' }))[0]?.name ?? '' }),
  ).items
  expect(found?.memberId).toBe('m-36')
  const counts = { 'm-30': 9, 'm-31': 8, 'm-32': 2, 'm-33': 1, 'm-36': 7 }
  const against = { 'm-30': 1, 'm-31': 2, 'm-32': 8, 'm-33': 9 }
  const paper = { returned: 10, invalid: 0, counts, against, abstain: { 'm-30': 0, 'm-31': 0, 'm-32': 0, 'm-33': 0 } }
  good(await branch.as('demo-member-35').calls('election.count', { electionId, paper }))
  expect((await seen(electionId, 'demo-member-34')).paper).toEqual(paper)
  expect(good(await secretary().calls('election.result', { electionId })).elected).toEqual(['m-30', 'm-31', 'm-36'])
  const stranger = { ...counts, 'm-39': 1 }
  expect(await result(electionId, stranger)).toMatchObject({ code: 'ELECTION_NOT_ELIGIBLE', data: { memberIds: ['m-39'] } })
})

/** A person asks for the ticket on their phone. */
const ticket = async (openid: string, electionId: string) => {
  const { ballot } = await seen(electionId, openid)
  if (!ballot) throw new Error('no ballot on this phone')
  return ticketTo(branch, openid, electionId, ballot.publicKey)
}
const [YES, NO, BLANK] = [[0], [1], [2]]
const votes = async (openid: string, electionId: string, answer: Answered) => {
  const { drop } = await ticket(openid, electionId)
  return good(await drop(answer))
}

test('phones and papers of one meeting are one vote; only who is signed in votes, once, and each by one door', async () => {
  const { electionId } = await begun()
  const order = (await seen(electionId)).candidates.map(one => one.memberId)
  const [a = '', b = '', c = '', d = ''] = order
  await votes('demo-member-34', electionId, [YES, YES, YES, NO, ''])
  await votes('demo-member-35', electionId, [YES, YES, NO, BLANK, (await stored(branch, 'members', { _id: 'm-38' }))[0]?.name ?? ''])
  // Four approved of for three seats, and one written in without disapproving.
  await votes('demo-member-36', electionId, [YES, YES, YES, YES, ''])
  await votes('demo-member-37', electionId, [YES, BLANK, BLANK, BLANK, '王五'])
  await votes('demo-member-38', electionId, [YES, YES, NO, NO, '不在名册的人'])
  expect((await seen(electionId, 'demo-member-34')).ballot).toMatchObject({ way: 'phone' })
  expect(await seen(electionId, 'demo-member-39')).not.toHaveProperty('ballot')
  const blinded = Buffer.alloc(256, 1).toString('base64')
  for (const openid of ['demo-member-39', 'demo-member-40'])
    expect(refusal(await branch.as(openid).calls('survey.ticket', { surveyId: electionId, blinded }))).not.toBe('done')
  expect(good(await secretary().calls('election.give', { electionId })).given).toBe(5)
  expect(refusal(await branch.as('demo-member-30').calls('survey.ticket', { surveyId: electionId, blinded }))).toBe('NOT_INVITED')
  const wayOf = good(await secretary().calls('election.roll', { electionId })).people.map(one => one.way)
  expect(wayOf.filter(one => one === 'phone')).toHaveLength(5)

  const counts = { [a]: 5, [b]: 4, [c]: 3, [d]: 1 }
  expect(await result(electionId, counts, { returned: 6 })).toMatchObject({ code: 'BALLOTS_TOO_MANY', data: { returned: 6, given: 5 } })
  const done = good(await result(electionId, counts, { returned: 5 }))
  expect(done).toMatchObject({
    returned: 10,
    invalid: 2,
    paper: 5,
    handsets: 5,
    elected: [a, b],
    unknown: [{ name: '不在名册的人', votes: 1 }],
  })
  expect(done.lines.map(one => [one.memberId, one.for])).toEqual([[a, 8], [b, 7], [c, 4], [d, 1], ['m-38', 1]]) // prettier-ignore
  // What was on the phones is forgotten but for its sums, and who voted by which door is too.
  expect(await stored(branch, 'ballots', { boxId: electionId })).toEqual([])
  expect(await stored(branch, 'election-voters', {})).toEqual([])
  const meant = good(await secretary().calls('election.result', { electionId, writeIns: { 不在名册的人: 'm-37' } }))
  expect(meant.unknown).toEqual([])
  expect(meant.lines.find(one => one.memberId === 'm-37')?.for).toBe(1)
  expect(good(await result(electionId, { ...counts, [c]: 4 }, { returned: 5 })).lines[2]?.for).toBe(5)
  expect((await seen(electionId)).result?.unknown).toEqual([])
  expect(refusal(await result(electionId, counts, { returned: 6 }))).toBe('BALLOTS_TOO_MANY')
})

test('paper and phone at once: one row decides, and each person has one of the two', async () => {
  const { electionId, voters } = await begun()
  const phones = ['30', '31', '32', '33', '34', '35', '36', '37', '38'].map(nth => `demo-member-${nth}`)
  const [given, ...tickets] = await Promise.all([
    secretary().calls('election.give', { electionId }),
    ...phones.map(async openid => (await ticket(openid, electionId)).reply),
  ])
  good(given)
  const after = good(await secretary().calls('election.give', { electionId }))
  const onPhone = tickets.filter(one => one.ok).length
  expect(after.given + onPhone).toBe(voters.length)
  expect(after.handsets).toHaveLength(onPhone)
  for (const one of tickets) expect(['done', 'NOT_INVITED']).toContain(refusal(one))
})

test('a ballot that is sent again, and two of one person, are one; the void of a vote destroys what was cast', async () => {
  const { electionId } = await begun()
  const first = await ticket('demo-member-34', electionId)
  const answer: Answered = [YES, YES, YES, NO, '']
  for (const reply of await Promise.all([1, 2, 3].map(() => first.drop(answer)))) good(reply)
  expect(refusal((await ticket('demo-member-34', electionId)).reply)).toBe('TICKET_TAKEN')
  expect(await stored(branch, 'ballots', { boxId: electionId })).toHaveLength(1)
  good(await secretary().calls('election.void', { electionId, reason: '选票印错了' }))
  expect(await stored(branch, 'ballots', { boxId: electionId })).toEqual([])
  expect(await seen(electionId, 'demo-member-35')).not.toHaveProperty('ballot')
  const { electionId: second } = good(await secretary().calls('election.again', { electionId }))
  good(await secretary().calls('election.open', { electionId: second }))
  await votes('demo-member-34', second, answer)
  expect(good(await secretary().calls('election.result', { electionId: second })).handsets).toBe(1)
})

test('there is no vote at any other kind of meeting, nor in another branch', async () => {
  const activityId = await meeting(branch, { kind: 'committee', title: '支委会' })
  expect(refusal(await prepare(activityId))).toBe('ELECTION_NOT_HERE')
  const held = await hold()
  expect(
    refusal(
      await branch
        .as('demo-other-secretary')
        .calls('election.prepare', { orgId: 'branch-02', activityId: held, seats: 3, candidateIds: CANDIDATES, base: 'due', excused: [] }),
    ),
  ).toBe('NOT_FOUND')
  expect(good(await branch.as('demo-member-30').calls('election.at', { activityId: held }))).toEqual({ electionId: null, may: [] })
  expect(good(await secretary().calls('election.at', { activityId: held })).may).toEqual(['prepare'])
  expect(await branch.roundTrips('election.at')).toBeLessThanOrEqual(2)
})
