import { randomBytes } from 'node:crypto'
import { readSheet } from 'read-excel-file/node'
import type { BallotAnswer } from '../../../core/voice/ballots/answers'
import { asked } from '../../../core/voice/surveys/rules'
import { blind, CHANCE, finalize } from '../../../src/features/voice/ballots/blind'
import { count, publicOf, seal, SEAL_CHANCE } from '../../../src/features/voice/ballots/seal'
import { fingerprint } from '../../../src/features/voice/ballots/tellerKey'
import { good, put, stored } from '../support/attendance'
import { DAY, MINUTE, startBranch, type Branch } from '../support/branch'
import { refusal } from '../support/people'

let branch: Branch
beforeEach(async () => void (branch = await startBranch()))
afterEach(() => branch.close())

const orgId = 'branch-01'
const secretary = () => branch.as('demo-secretary')
const voters = ['03', '04', '05', '06', '20', '29'].map(nth => `demo-member-${nth}`)
const questions = [
  { text: '满意吗', kind: 'grade' as const },
  { text: '最想办什么', kind: 'choice' as const, options: ['读书', '参观', '文艺'] },
  { text: '还有什么话', kind: 'text' as const },
]
const publish = async (tellerIds: string[] = [], command = 'publish') =>
  good(
    await secretary().calls(
      'survey.publish',
      { orgId, title: '年终测评', questions, closesAt: branch.clock.now() + DAY, tellerIds },
      command,
    ),
  ).surveyId

/** One member's phone: ticket, answer, drop. */
const vote = async (surveyId: string, openid: string, answer: BallotAnswer) => {
  const survey = good(await branch.as(openid).calls('survey.get', { surveyId }))
  const blinded = blind(survey.publicKey, randomBytes(CHANCE))
  const { signature } = good(await branch.as(openid).calls('survey.ticket', { surveyId, blinded: blinded.blinded }))
  const tellers = survey.tellers.flatMap(one => (one.publicKey === undefined ? [] : [one.publicKey]))
  const written =
    tellers.length === 0
      ? answer.map(one => (typeof one === 'object' && one !== null ? [...one] : one))
      : seal(asked(questions), answer, tellers, randomBytes(SEAL_CHANCE))
  const ballot = { surveyId, serial: blinded.serial, signature: finalize(blinded, signature) ?? '', answer: (written ?? '') as string }
  good(await branch.as(openid).calls('survey.drop', ballot))
  good(await branch.as(openid).calls('survey.drop', ballot))
  return ballot
}
const answers: BallotAnswer[] = voters.map((_, nth) => [nth === 0 ? null : 4 + (nth % 2), [nth % 2], nth === 2 ? '把长椅修一修' : ''])

test('a branch asks, six answer without names, and the result is there at the end and not before', async () => {
  const surveyId = await publish()
  expect(await publish()).toBe(surveyId)
  const seen = good(await branch.as('demo-member-03').calls('survey.get', { surveyId }))
  const [told] = good(await branch.as('demo-member-03').calls('inbox.list', {})).items.filter(one => one.kind === 'survey-open')
  // The number of the keys on the notice is the one that every phone works out from the keys it was given.
  expect(told?.text).toContain(fingerprint(seen))
  for (const [nth, openid] of voters.entries()) await vote(surveyId, openid, answers[nth] ?? [])
  // The latest was one sent again, which looks at what is there.
  expect(await branch.roundTrips('survey.drop')).toBeLessThanOrEqual(4)
  expect(refusal(await secretary().calls('survey.result', { surveyId }))).toBe('SURVEY_OPEN')
  expect(good(await secretary().calls('survey.get', { surveyId })).tickets).toBe(6)
  await branch.clock.advance(DAY + 2 * MINUTE)
  const result = good(await branch.as('demo-member-04').calls('survey.result', { surveyId }))
  expect(result).toMatchObject({ answers: 6, tickets: 6, invalid: 0, crossed: [] })
  expect(result.questions.map(({ counts, texts, none }) => ({ counts, texts, none }))).toEqual([
    { counts: [0, 0, 0, 2, 3], texts: undefined, none: 1 },
    { counts: [3, 3, 0], texts: undefined, none: 0 },
    { counts: undefined, texts: ['把长椅修一修'], none: 5 },
  ])
  expect([...(await stored(branch, 'ballots', {})), ...(await stored(branch, 'ballot-tickets', {}))]).toEqual([])
  const { url } = good(await secretary().calls('survey.export', { surveyId }))
  const rows = await readSheet(Buffer.from(await (await fetch(url)).arrayBuffer()))
  expect(rows).toContainEqual(['最想办什么', '参观', '3'])
  expect(refusal(await branch.as('demo-other-member').calls('survey.result', { surveyId }))).toBe('FORBIDDEN')
})

test('of fewer than five answers nothing is shown and nothing is kept', async () => {
  const surveyId = await publish()
  for (const [nth, openid] of voters.slice(0, 4).entries()) await vote(surveyId, openid, answers[nth] ?? [])
  good(await secretary().calls('survey.close', { surveyId }))
  expect(refusal(await secretary().calls('survey.result', { surveyId }))).toBe('SURVEY_TOO_FEW')
  expect((await stored(branch, 'surveys', { _id: surveyId }))[0]?.result).toMatchObject({ answers: 4, questions: [], crossed: [] })
})

test('with tellers, keys are made before it opens, and what lies in the cloud can be opened by a teller’s phone alone', async () => {
  const surveyId = await publish(['m-03', 'm-20'])
  const [one, two] = [randomBytes(32), randomBytes(32)]
  const give = (openid: string, key: Buffer) => branch.as(openid).calls('survey.tellerKey', { surveyId, publicKey: publicOf(key) })
  expect(good(await give('demo-member-03', one)).state).toBe('waiting')
  expect(refusal(await give('demo-member-03', two))).toBe('FORBIDDEN')
  expect(refusal(await give('demo-member-05', two))).toBe('FORBIDDEN')
  expect(good(await give('demo-member-20', two)).state).toBe('open')
  for (const [nth, openid] of voters.entries()) await vote(surveyId, openid, answers[nth] ?? [])
  const lying = await stored(branch, 'ballots', { boxId: surveyId })
  expect(new Set(lying.map(row => row.answer.length)).size).toBe(1)
  expect(JSON.stringify(lying)).not.toContain('长椅')
  expect(refusal(await branch.as('demo-member-03').calls('survey.sealed', { surveyId }))).toBe('SURVEY_OPEN')
  good(await secretary().calls('survey.close', { surveyId }))
  expect(refusal(await secretary().calls('survey.sealed', { surveyId }))).toBe('FORBIDDEN')
  const counting = async (openid: string, key: Buffer) => {
    const { items } = good(await branch.as(openid).calls('survey.sealed', { surveyId }))
    const counted = count(asked(questions), items, 2, key)
    expect(counted).toMatchObject({ answers: 6, invalid: 0 })
    return good(await branch.as(openid).calls('survey.count', { surveyId, counted }))
  }
  expect(await counting('demo-member-03', one)).toEqual({ same: true })
  expect(await counting('demo-member-20', two)).toEqual({ same: true })
  const result = good(await secretary().calls('survey.result', { surveyId }))
  expect(result).toMatchObject({
    answers: 6,
    tickets: 6,
    questions: [{ counts: [0, 0, 0, 2, 3] }, { counts: [3, 3, 0] }, { texts: ['把长椅修一修'] }],
  })
  expect(result.tellers.map(teller => teller.same)).toEqual([true, true])
  expect(await stored(branch, 'ballots', {})).toEqual([])
})

test('the operator who reads everything finds who had a ticket and nothing that leads to an answer; papers put in show in the numbers', async () => {
  const surveyId = await publish()
  const ballots = [] as { serial: string }[]
  for (const [nth, openid] of voters.slice(0, 5).entries()) ballots.push(await vote(surveyId, openid, answers[nth] ?? []))
  const during = JSON.stringify([await stored(branch, 'ballots', {}), await stored(branch, 'ballot-tickets', {})])
  for (const { serial } of ballots) expect(during).not.toContain(serial)
  const everything = async () => {
    const names = ['audit', 'limits', 'commands', 'messages', 'surveys'] as const
    return JSON.stringify(await Promise.all(names.map(name => stored(branch, name, {}))))
  }
  expect(await everything()).not.toMatch(/长椅|"serial"|survey\.drop|survey\.ticket/)
  // A key of one's own has another number than the one on the notice.
  const seen = good(await branch.as('demo-member-03').calls('survey.get', { surveyId }))
  const [row] = await stored(branch, 'ballot-boxes', { _id: surveyId })
  const own = Buffer.from(seen.publicKey, 'base64')
  own.writeUInt8(own.readUInt8(60) ^ 1, 60)
  expect(fingerprint({ ...seen, publicKey: own.toString('base64') })).not.toBe(fingerprint(seen))
  const lying = { boxId: surveyId, state: 'in' as const, round: '', answer: JSON.stringify([5, [0], '']) }
  await put(branch, 'ballots', { _id: 'put-in', ...lying })
  good(await secretary().calls('survey.close', { surveyId }))
  expect(good(await secretary().calls('survey.result', { surveyId }))).toMatchObject({ answers: 6, tickets: 5 })
  expect(row?.publicKey).toBe(seen.publicKey)
  const [after] = await stored(branch, 'ballot-boxes', { _id: surveyId })
  expect(after).not.toHaveProperty('privateKey')
  expect(await everything()).not.toMatch(/"serial"|survey\.drop|survey\.ticket/)
})
