import { randomBytes } from 'node:crypto'
import { blind, CHANCE, finalize, type Blinded } from '../../../src/features/voice/ballots/blind'
import { good, put, stored } from '../support/attendance'
import { startBranch, type Branch } from '../support/branch'
import { refusal } from '../support/people'
import { surveyOf } from '../support/world'

let branch: Branch
let surveyId: string
beforeAll(async () => {
  branch = await startBranch()
  surveyId = await surveyOf(branch)
})
afterAll(() => branch.close())

const as = (openid: string) => branch.as(openid)
const keyOf = async () => {
  const [box] = await stored(branch, 'ballot-boxes', { _id: surveyId })
  if (!box) throw new Error('no box')
  return box.publicKey
}
const fresh = async (): Promise<Blinded> => blind(await keyOf(), randomBytes(CHANCE))
const ticketFor = async (openid: string) => {
  const blinded = await fresh()
  const { signature } = good(await as(openid).calls('survey.ticket', { surveyId, blinded: blinded.blinded }))
  const own = finalize(blinded, signature)
  if (own === null) throw new Error('the key of the box did not sign it')
  return { surveyId, serial: blinded.serial, signature: own }
}

test('a member has one ticket: the same blinded message again gets the same signature, another one none', async () => {
  const one = await fresh()
  const asked = () => as('demo-member-03').calls('survey.ticket', { surveyId, blinded: one.blinded })
  const [first, second] = [good(await asked()), good(await asked())]
  expect(second).toEqual(first)
  expect(finalize(one, first.signature)).not.toBeNull()
  const other = await fresh()
  expect(refusal(await as('demo-member-03').calls('survey.ticket', { surveyId, blinded: other.blinded }))).toBe('TICKET_TAKEN')
  expect(refusal(await as('demo-other-member').calls('survey.ticket', { surveyId, blinded: other.blinded }))).toBe('NOT_INVITED')
  expect(refusal(await as('demo-family-01').calls('survey.ticket', { surveyId, blinded: other.blinded }))).toBe('FORBIDDEN')
  expect(await branch.roundTrips('survey.ticket')).toBeLessThanOrEqual(2)
})

test('a ballot counts once, whatever phone brings it and however often; nothing else is let in', async () => {
  const ballot = await ticketFor('demo-member-04')
  good(await as('demo-stranger').calls('survey.drop', { ...ballot, answer: [4] }))
  good(await as('demo-member-04').calls('survey.drop', { ...ballot, answer: [4] }))
  expect(refusal(await as('demo-member-04').calls('survey.drop', { ...ballot, answer: [5] }))).toBe('BALLOT_SPENT')
  const forged = { ...ballot, serial: randomBytes(64).toString('base64') }
  expect(refusal(await as('demo-member-04').calls('survey.drop', { ...forged, answer: [4] }))).toBe('BALLOT_INVALID')
  const other = await ticketFor('demo-member-05')
  for (const answer of [[[1]], ['很好'], [4, 4], 'c2VhbGVk'])
    expect(refusal(await as('demo-member-05').calls('survey.drop', { ...other, answer }))).toBe('BALLOT_INVALID')
})

test('what is stored of tickets and answers joins no one to anything: no time, no account, no order, one length', async () => {
  const tickets = await stored(branch, 'ballot-tickets', { boxId: surveyId })
  for (const ticket of tickets) expect(Object.keys(ticket).sort()).toEqual(['_id', 'blinded', 'boxId', 'memberId'])
  good(await as('demo-member-06').calls('survey.drop', { ...(await ticketFor('demo-member-06')), answer: [null] }))
  const ballots = await stored(branch, 'ballots', { boxId: surveyId })
  for (const ballot of ballots) expect(Object.keys(ballot).sort()).toEqual(['_id', 'answer', 'boxId', 'round', 'state'])
  expect(new Set(ballots.map(one => one.answer.length)).size).toBe(1)
})

test('who is late is told so, and who had a ticket before it ended may ask for it again until the box is closed', async () => {
  const [box] = await stored(branch, 'ballot-boxes', { _id: surveyId })
  if (!box) throw new Error('no box')
  await put(branch, 'ballot-boxes', { ...box, _id: 'survey-02', closesAt: branch.clock.now() - 1 })
  const { blinded } = await fresh()
  expect(refusal(await as('demo-member-03').calls('survey.ticket', { surveyId: 'survey-02', blinded }))).toBe('SURVEY_ENDED')
})
