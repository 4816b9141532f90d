import { randomBytes } from 'node:crypto'
import readXlsx from 'read-excel-file/node'
import { blind, CHANCE, finalize } from '../../../src/features/voice/ballots/blind'
import { good, stored } from '../support/attendance'
import { HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { vote } from '../support/inputs'
import { refusal } from '../support/people'

let branch: Branch
beforeEach(async () => void (branch = await startBranch()))
afterEach(() => branch.close())

const orgId = 'branch-01'
const secretary = () => branch.as('demo-secretary')
const as = (nth: string) => branch.as(`demo-member-${nth}`)
/** An afternoon's vote: a story need not wait for days. */
const END = MORNING + 4 * HOUR
const publish = async (more: object = {}, command = 'vote-01') =>
  good(await secretary().calls('vote.publish', { orgId, ...vote, closesAt: END, ...more }, command)).voteId
const untilItEnds = () => branch.clock.advance(4 * HOUR + 5 * MINUTE, 10 * MINUTE)
const cast = (voteId: string, nth: string, choices: number[], command?: string) => as(nth).calls('vote.cast', { voteId, choices }, command)
const result = async (voteId: string) => good(await as('03').calls('vote.result', { voteId }))
const said = async (kind: string) => (await stored(branch, 'messages', {})).filter(one => one.kind === kind)
const titles = async (openid: string) => good(await branch.as(openid).calls('inbox.list', {})).items.map(one => one.title)

test('names are nominated, seconded and agreed to; then everybody on the roll votes, and hears the result after the end', async () => {
  const names = { nominateUntil: MORNING + HOUR, title: '多才多艺', kind: 'talent', seats: 2, candidates: [{ name: '书画小组' }] }
  const voteId = await publish(names)
  expect(await publish(names)).toBe(voteId)
  expect((await titles('demo-member-09')).filter(one => one.includes('请您推荐'))).toHaveLength(1)
  const name = { voteId, name: '会拉二胡的老李', memberId: 'm-05', words: '拉了四十年二胡' }
  const { candidateId } = good(await as('03').calls('vote.nominate', name, 'name-01'))
  expect(good(await as('03').calls('vote.nominate', name, 'name-01')).candidateId).toBe(candidateId)
  const { candidateId: unwilling } = good(await as('04').calls('vote.nominate', { voteId, name: '老周', memberId: 'm-06' }))
  good(await as('03').calls('vote.nominate', { voteId, name: '没人附议的', words: '' }))
  // Proposed once more, a name is seconded.
  expect(good(await as('07').calls('vote.nominate', { ...name, words: '' })).candidateId).toBe(candidateId)
  good(await as('08').calls('vote.second', { voteId, candidateId: unwilling }))
  expect(await titles('demo-member-05')).toContain('有同志推荐您：多才多艺')
  good(await as('05').calls('vote.stand', { voteId, agrees: true }))
  good(await as('06').calls('vote.stand', { voteId, agrees: false }))
  expect(refusal(await as('09').calls('vote.stand', { voteId, agrees: true }))).toBe('CONFLICT')
  expect(refusal(await cast(voteId, '03', [0]))).toBe('VOTE_NOT_OPEN')
  const shown = good(await as('03').calls('vote.get', { voteId }))
  expect(shown.candidates.map(one => [one.name, one.state, one.wanting])).toEqual([
    ['书画小组', 'listed', 0],
    ['会拉二胡的老李', 'listed', 0],
    ['老周', 'declined', 0],
    ['没人附议的', 'proposed', 1],
  ])
  expect(shown).toMatchObject({ state: 'gathering', mine: { onRoll: false, voted: false } })

  await branch.clock.advance(HOUR, 2 * MINUTE)
  expect(refusal(await as('03').calls('vote.nominate', { ...name, memberId: 'm-09' }))).toBe('VOTE_NOMINATIONS_OVER')
  const open = good(await as('03').calls('vote.get', { voteId }))
  expect(open.candidates.map(one => one.name)).toEqual(['书画小组', '会拉二胡的老李'])
  expect(open).toMatchObject({ state: 'open', mine: { onRoll: true, voted: false, choices: null }, may: [] })
  good(await cast(voteId, '03', [1, 0]))
  good(await cast(voteId, '04', [1]))
  expect(good(await as('03').calls('vote.get', { voteId })).mine).toEqual({ onRoll: true, voted: true, choices: [0, 1] })
  expect(await branch.roundTrips('vote.get')).toBeLessThanOrEqual(2)
  good(await cast(voteId, '03', [1]))
  expect(await branch.roundTrips('vote.cast')).toBeLessThanOrEqual(2)
  expect(refusal(await cast(voteId, '05', [0, 1, 2]))).toBe('INVALID_INPUT')
  expect(refusal(await branch.as('demo-other-member').calls('vote.cast', { voteId, choices: [0] }))).toBe('FORBIDDEN')
  expect(refusal(await branch.as('demo-street').calls('vote.cast', { voteId, choices: [0] }))).toBe('VOTE_NOT_ON_ROLL')
  expect(refusal(await as('03').calls('vote.result', { voteId }))).toBe('VOTE_OPEN')

  // Half of the time is over.
  await branch.clock.advance(2 * HOUR, 2 * MINUTE)
  const reminded = (await said('vote')).filter(one => one.title.startsWith('还没有投票'))
  expect(reminded.map(one => one.memberId)).not.toContain('m-03')
  expect(reminded.map(one => one.memberId)).toContain('m-05')
  good(await secretary().calls('vote.remind', { voteId }))
  expect((await said('vote')).filter(one => one.title.startsWith('还没有投票'))).toHaveLength(reminded.length)

  await branch.clock.advance(HOUR, 5 * MINUTE)
  expect(refusal(await cast(voteId, '05', [0]))).toBe('VOTE_CLOSED')
  const after = await result(voteId)
  expect(after).toMatchObject({ cast: 2, elected: [1], tied: [], left: 0 })
  expect(after.candidates.map(one => [one.name, one.votes, one.place])).toEqual([
    ['书画小组', 0, 'none'],
    ['会拉二胡的老李', 2, 'elected'],
  ])
  expect(after.invited).toBe((await stored(branch, 'vote-roll', { voteId })).length)
  expect(await titles('demo-member-09')).toContain('投票结果公布了：多才多艺')
})

test('until the end no answer tells how many votes a name has, to no one', async () => {
  const voteId = await publish({ title: '计数看不见' })
  for (const nth of ['03', '04', '05', '06', '07']) good(await cast(voteId, nth, [1]))
  const answers: unknown[] = []
  for (const phone of [as('03'), secretary(), branch.as('demo-street'), branch.as('demo-bureau')]) {
    answers.push(good(await phone.calls('vote.get', { voteId })), good(await phone.calls('vote.list', { orgId })))
    answers.push(refusal(await phone.calls('vote.result', { voteId })))
  }
  for (const phone of [secretary(), branch.as('demo-bureau')]) {
    answers.push(good(await phone.calls('vote.missing', { voteId })))
    answers.push(refusal(await phone.calls('vote.export', { voteId })), refusal(await phone.calls('vote.honour', { voteId })))
  }
  const keys = new Set<string>()
  JSON.stringify(answers, (key: string, value: unknown) => (keys.add(key), value))
  for (const key of ['votes', 'cast', 'counts', 'tally', 'seconds']) expect([...keys]).not.toContain(key)
  expect(answers.filter(one => one === 'VOTE_OPEN')).toHaveLength(8)
  const missing = good(await secretary().calls('vote.missing', { voteId })).items.map(one => one.memberId)
  expect(missing).not.toContain('m-03')
})

test('one vote a member, whatever the taps, retries and changes; a retry that comes late changes nothing', async () => {
  const voteId = await publish()
  const taps = Array.from({ length: 20 }, (_, nth) => cast(voteId, '03', [nth % 3], `tap-${String(nth)}`))
  for (const reply of await Promise.all(taps)) good(reply)
  good(await cast(voteId, '03', [2], 'change'))
  // The first tap's answer was lost and its phone sends it again.
  expect(good(await cast(voteId, '03', [0], 'tap-0')).choices).toEqual([2])
  const crowd = Array.from({ length: 30 }, (_, nth) => String(nth + 10))
  const replies = await Promise.all(crowd.flatMap(nth => [cast(voteId, nth, [1], 'one'), cast(voteId, nth, [1], 'one')]))
  for (const reply of replies) good(reply)
  await untilItEnds()
  expect(await result(voteId)).toMatchObject({ cast: 31, elected: [1] })
  expect((await result(voteId)).candidates.map(one => one.votes)).toEqual([0, 30, 1])
})

test('a change at the closing instant is counted whole or refused, never half', async () => {
  const voteId = await publish()
  const people = Array.from({ length: 20 }, (_, nth) => String(nth + 10))
  for (const nth of people) good(await cast(voteId, nth, [0]))
  // The count comes while these change their minds, all of them a moment before the end.
  await branch.clock.advance(4 * HOUR - 1)
  const changing = people.map(async nth => ({ nth, code: refusal(await cast(voteId, nth, [1])) }))
  const turned = branch.clock.advance(1).then(() => result(voteId))
  const [, changes] = await Promise.all([turned, Promise.all(changing)])
  const changed = changes.filter(one => one.code === 'done').length
  expect(changes.every(one => one.code === 'done' || one.code === 'VOTE_CLOSED')).toBe(true)
  const { candidates, cast: counted } = await result(voteId)
  expect([counted, candidates.map(one => one.votes)]).toEqual([20, [20 - changed, changed, 0]])
})

test('a tie is told to the publisher and voted on again by the same roll; winners are honoured by one tap, each once', async () => {
  const candidates = [
    { name: '张', memberId: 'm-30' },
    { name: '王', memberId: 'm-31' },
    { name: '李', memberId: 'm-32' },
  ]
  const voteId = await publish({ seats: 2, candidates })
  for (const [nth, choices] of [['03', [0, 1]], ['04', [0, 2]], ['05', [0]]] as const) good(await cast(voteId, nth, [...choices])) // prettier-ignore
  await untilItEnds()
  expect(await result(voteId)).toMatchObject({ elected: [0], tied: [1, 2], left: 1 })
  expect(await titles('demo-secretary')).toContain('票数相同，请您定：一季度服务明星')
  const again = { voteId, closesAt: MORNING + 8 * HOUR }
  const both = await Promise.all([secretary().calls('vote.again', again), branch.as('demo-street').calls('vote.again', again)])
  const [second = ''] = [...new Set(both.map(one => good(one).voteId))]
  expect(new Set(both.map(one => good(one).voteId)).size).toBe(1)
  expect(good(await as('03').calls('vote.get', { voteId: second }))).toMatchObject({ state: 'open', seats: 1, againOf: voteId })
  for (const nth of ['03', '04', '05']) good(await cast(second, nth, [1]))
  await untilItEnds()
  expect(await result(second)).toMatchObject({ elected: [1], cast: 3 })
  const taps = Array.from({ length: 4 }, (_, nth) => secretary().calls('vote.honour', { voteId: second }, `honour-${String(nth % 2)}`))
  for (const reply of await Promise.all(taps)) expect(good(reply)).toEqual({ honoured: 1, left: [] })
  const honours = (await stored(branch, 'honours', { memberId: 'm-32' })).filter(one => !one._id.startsWith('demo-'))
  expect(honours).toMatchObject([{ title: '服务明星', orgId, state: 'stands' }])
  expect(good(await secretary().calls('vote.get', { voteId: second })).honoured).toBe(true)
  const { url } = good(await secretary().calls('vote.export', { voteId }))
  const [sheet] = await readXlsx(Buffer.from(await (await fetch(url)).arrayBuffer()))
  expect(sheet?.data.slice(1).map(row => row.slice(1))).toEqual([
    ['张', '3', '当选'],
    ['王', '1', '票数相同（剩1个名额）'],
    ['李', '1', '票数相同（剩1个名额）'],
    ['名册人数', expect.any(String) as unknown, null],
    ['投票人数', '3', null],
  ])
})

test('the roll is frozen when casting begins: who comes later has no vote, who moves on keeps theirs, who dies is chosen no more', async () => {
  const candidates = [{ name: '张', memberId: 'm-30' }, { name: '王', memberId: 'm-31' }] // prettier-ignore
  const voteId = await publish({ candidates })
  good(await cast(voteId, '05', [0]))
  const { transferId } = good(await secretary().calls('transfer.start', { memberId: 'm-09', toBranchId: 'branch-02', reason: '搬家' }))
  good(await branch.as('demo-other-secretary').calls('transfer.receive', { transferId }))
  const { transferId: coming } = good(
    await branch.as('demo-other-secretary').calls('transfer.start', { memberId: 'n-11', toBranchId: orgId, reason: '搬家' }),
  )
  good(await secretary().calls('transfer.receive', { transferId: coming }))
  const [dying] = await stored(branch, 'members', { _id: 'm-30' })
  const nameEnd = dying?.name.at(-1) ?? ''
  good(await secretary().calls('aftercare.mark', { memberId: 'm-30', nameEnd, diedOn: '2026-11-20', toldBy: '女儿', bereavedIds: [] }))
  await branch.clock.advance(5 * MINUTE)
  good(await cast(voteId, '09', [1]))
  expect(refusal(await cast(voteId, '10', [0]))).toBe('INVALID_INPUT')
  expect(await stored(branch, 'vote-roll', { voteId, memberId: 'n-11' })).toEqual([])
  expect(good(await as('09').calls('vote.list', {})).items.map(one => one.voteId)).toContain(voteId)
  await untilItEnds()
  expect(await result(voteId)).toMatchObject({ cast: 2, elected: [1] })
})

test('a vote goes on when its branch is merged into another: its roll stays, and its new secretary sees to it', async () => {
  const voteId = await publish()
  good(await cast(voteId, '05', [1]))
  const merge = { orgId, intoOrgId: 'branch-02', on: '2026-11-21', reason: '两个支部合并' }
  good(await branch.as('demo-bureau').calls('org.merge', merge))
  await branch.clock.advance(5 * MINUTE)
  good(await cast(voteId, '06', [1]))
  expect(refusal(await branch.as('demo-other-member').calls('vote.cast', { voteId, choices: [0] }))).toBe('VOTE_NOT_ON_ROLL')
  await untilItEnds()
  expect(good(await branch.as('demo-other-secretary').calls('vote.result', { voteId }))).toMatchObject({ cast: 2, elected: [1] })
})

test('without a name on the list there is no vote; the publisher takes one off with words, or calls the whole off', async () => {
  const voteId = await publish({ nominateUntil: MORNING + HOUR, candidates: [] })
  const { candidateId } = good(await as('03').calls('vote.nominate', { voteId, name: '广告' }))
  good(await secretary().calls('vote.strike', { voteId, candidateId, words: '和评选没有关系' }))
  expect(await titles('demo-member-03')).toContain('您推荐的广告没有上名单')
  await branch.clock.advance(2 * HOUR, MINUTE)
  expect(good(await as('03').calls('vote.get', { voteId }))).toMatchObject({
    state: 'cancelled',
    cancelled: expect.stringContaining('没有人选') as unknown,
  })
  const other = await publish({}, 'vote-02')
  good(await secretary().calls('vote.cancel', { voteId: other, words: '推迟到下个月' }))
  expect(refusal(await cast(other, '03', [0]))).toBe('VOTE_CLOSED')
  expect(await titles('demo-member-03')).toContain('投票取消了：一季度服务明星')
  for (const wrong of [{ candidates: [] }, { closesAt: MORNING }, { candidates: [{ name: '外人', memberId: 'n-11' }] }])
    expect(refusal(await secretary().calls('vote.publish', { orgId, ...vote, ...wrong }))).toBe('INVALID_INPUT')
})

test('a secret vote: a ticket each, ballots that join no one to a choice, the count after the end alone', async () => {
  const voteId = await publish({ secret: true, seats: 2 })
  expect(refusal(await cast(voteId, '03', [0]))).toBe('VOTE_NOT_OPEN')
  const { publicKey = '' } = good(await as('03').calls('vote.get', { voteId }))
  const ballotOf = async (nth: string) => {
    const own = blind(publicKey, randomBytes(CHANCE))
    const { signature } = good(await as(nth).calls('survey.ticket', { surveyId: voteId, blinded: own.blinded }))
    return { surveyId: voteId, serial: own.serial, signature: finalize(own, signature) ?? '' }
  }
  const outside = blind(publicKey, randomBytes(CHANCE)).blinded
  expect(refusal(await branch.as('demo-other-member').calls('survey.ticket', { surveyId: voteId, blinded: outside }))).toBe('NOT_INVITED')
  const answers: [string, number[]][] = [['03', [0, 1]], ['04', [1]], ['05', [1, 2]]] // prettier-ignore
  for (const [nth, choices] of answers) {
    const ballot = await ballotOf(nth)
    expect(refusal(await as(nth).calls('survey.drop', { ...ballot, answer: [[0, 1, 2]] }))).toBe('BALLOT_INVALID')
    for (let times = 0; times < 2; times++) good(await as(nth).calls('survey.drop', { ...ballot, answer: [choices] }))
  }
  expect(good(await as('03').calls('vote.get', { voteId })).mine).toEqual({ onRoll: true, voted: true, choices: null })
  const missing = good(await secretary().calls('vote.missing', { voteId })).items.map(one => one.memberId)
  expect([missing.includes('m-03'), missing.includes('m-06')]).toEqual([false, true])
  expect(JSON.stringify(await stored(branch, 'vote-roll', { voteId, memberId: 'm-03' }))).toContain('"choices":null')
  await branch.clock.advance(2 * HOUR + 5 * MINUTE, 10 * MINUTE)
  const reminded = (await said('vote')).filter(one => one.title.startsWith('还没有投票')).map(one => one.memberId)
  expect([reminded.includes('m-03'), reminded.includes('m-06')]).toEqual([false, true])
  expect(refusal(await as('03').calls('vote.result', { voteId }))).toBe('VOTE_OPEN')
  await branch.clock.advance(2 * HOUR, 10 * MINUTE)
  expect(await result(voteId)).toMatchObject({ cast: 3, elected: [1], tied: [0, 2], left: 1 })
  expect((await result(voteId)).candidates.map(one => one.votes)).toEqual([1, 3, 1])
  // Nothing is left that a ballot was made of.
  for (const name of ['ballots', 'ballot-tickets'] as const) expect(await stored(branch, name, { boxId: voteId })).toEqual([])
})
