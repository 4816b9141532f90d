import { good, meeting, stored } from '../support/attendance'
import { DAY, MINUTE, startBranch, type Branch } from '../support/branch'
import { smallBranch } from '../support/elections'
import { refusal } from '../support/people'
import { type Answered, ticket } from '../support/tickets'

let branch: Branch
let activityId = ''
beforeAll(async () => {
  branch = await startBranch()
  await smallBranch(branch)
  activityId = await meeting(branch, { kind: 'appraisal', title: '年度民主评议' })
})
afterAll(() => branch.close())

const secretary = () => branch.as('demo-secretary')
const seen = async (openid: string) => good(await branch.as(openid).calls('appraisalBallot.get', { activityId }))
const reviewed = async () => good(await secretary().calls('review.get', { activityId }))
const on = async (memberId: string) => (await reviewed()).people.find(one => one.memberId === memberId)?.ballots
const votes = async (openid: string, answer: Answered) => {
  const { drop } = await ticket(branch, openid, activityId, (await seen(openid)).publicKey ?? '')
  return drop(answer)
}

test('a secretary opens the ballot: all who take part are told, full members are on it, those elsewhere are not let in', async () => {
  expect(await seen('demo-member-36')).toMatchObject({ state: 'none', people: [] })
  const opened = good(await secretary().calls('appraisalBallot.open', { activityId }))
  expect(opened).toEqual({ people: 10, voters: 11 })
  expect(good(await secretary().calls('appraisalBallot.open', { activityId }))).toEqual(opened)
  const { items } = good(await branch.as('demo-member-39').calls('inbox.list', {}))
  expect(items.find(one => one.title === '请填民主测评')).toMatchObject({ page: `voice/appraisal/index?activityId=${activityId}` })
  expect(await seen('demo-member-36')).toMatchObject({ state: 'open', invited: true, ticketTaken: false, holders: [] })
  const mine = good(await branch.as('demo-member-36').calls('review.mine', { activityId }))
  expect(mine.balloting).toBe(true)
  expect(refusal(await branch.as('demo-other-member').calls('appraisalBallot.get', { activityId }))).toBe('FORBIDDEN')
  const { reply } = await ticket(branch, 'demo-other-member', activityId, (await seen('demo-member-36')).publicKey ?? '')
  expect(refusal(reply)).toBe('NOT_INVITED')
  expect(refusal(await branch.as('demo-member-36').calls('appraisalBallot.count', { activityId }))).toBe('FORBIDDEN')
})

test('five fill it in on phones, the rest on paper: both are added up person by person, and nothing joins a ballot to a name', async () => {
  const { people } = await seen('demo-member-36')
  const [excellent, qualified] = [[0], [1]]
  const all = people.map(() => qualified)
  const first = people.map(({ memberId }) => (memberId === 'm-30' ? excellent : memberId === 'm-31' ? [] : qualified))
  for (const nth of ['35', '36', '37', '38']) good(await votes(`demo-member-${nth}`, first))
  good(await votes('demo-member-39', all))
  const { issued, holders } = await seen('demo-secretary')
  expect([issued, holders.length]).toEqual([5, 5])
  expect((await seen('demo-member-36')).holders).toEqual([])
  // Nothing is counted while it goes on.
  expect((await reviewed()).ballotBox).toEqual({ state: 'open', issued: 0, returned: 0 })
  expect(await on('m-30')).toBeUndefined()

  good(await secretary().calls('appraisalBallot.count', { activityId }))
  expect((await reviewed()).ballotBox).toEqual({ state: 'counted', issued: 5, returned: 5 })
  expect(await on('m-30')).toEqual({ excellent: 4, qualified: 1, basic: 0, unqualified: 0 })
  expect(await on('m-31')).toEqual({ excellent: 0, qualified: 1, basic: 0, unqualified: 0 })
  for (const table of ['ballots', 'ballot-tickets'] as const) expect(await stored(branch, table, { boxId: activityId })).toEqual([])

  const paper = (returned: number, counts: { memberId: string; excellent: number }[]) =>
    secretary().calls('review.tally', {
      ...{ activityId, issued: 6, returned },
      counts: counts.map(one => ({ ...one, qualified: returned - one.excellent, basic: 0, unqualified: 0 })),
    })
  good(await paper(6, [{ memberId: 'm-30', excellent: 5 }]))
  expect(await on('m-30')).toEqual({ excellent: 9, qualified: 2, basic: 0, unqualified: 0 })
  const tooMany = secretary().calls('review.tally', { activityId, issued: 9, returned: 7, counts: [] })
  expect(refusal(await tooMany)).toBe('REVIEW_BALLOTS_WRONG')
  expect((await reviewed()).steps.find(one => one.step === 'tally')).toMatchObject({ done: 1, total: 1 })
  // Counted again it stays as it is.
  good(await secretary().calls('appraisalBallot.count', { activityId }))
  expect(await on('m-30')).toEqual({ excellent: 9, qualified: 2, basic: 0, unqualified: 0 })
})

test('an 组织生活会 has no ballot', async () => {
  const plain = await meeting(branch, { kind: 'org-life', title: '组织生活会' })
  expect(refusal(await secretary().calls('appraisalBallot.open', { activityId: plain }))).toBe('REVIEW_NOT_HERE')
})

test('a ballot that no secretary counts is counted by itself after a week', async () => {
  const other = await meeting(branch, { kind: 'appraisal', title: '补开的民主评议' })
  good(await secretary().calls('appraisalBallot.open', { activityId: other }))
  const { publicKey = '', people } = good(await branch.as('demo-member-36').calls('appraisalBallot.get', { activityId: other }))
  const { drop } = await ticket(branch, 'demo-member-36', other, publicKey)
  good(await drop(people.map(() => [2])))
  await branch.clock.pass(6 * DAY)
  await branch.clock.advance(DAY + 10 * MINUTE)
  const { ballotBox, people: graded } = good(await secretary().calls('review.get', { activityId: other }))
  expect(ballotBox).toEqual({ state: 'counted', issued: 1, returned: 1 })
  expect(graded.find(one => one.memberId === 'm-30')?.ballots).toMatchObject({ basic: 1 })
})
