import { good, stored } from '../support/attendance'
import { startBranch, type Branch } from '../support/branch'
import { refusal, two } from '../support/people'

let branch: Branch
beforeEach(async () => {
  branch = await startBranch()
  // These elders have no other helpers in the branch: what is counted here is what this story made.
  for (const [helperId, from, to] of [
    ['v-01', 1, 20],
    ['v-03', 21, 25],
    ['v-07', 26, 40],
  ] as const)
    good(await secretary().calls('pairing.set', { helperId, elderIds: elders(from, to), kind: 'one-to-many' }))
})
afterEach(() => branch.close())

const secretary = () => branch.as('demo-secretary')
const elders = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `m-${two(from + index)}`)
const listOf = async (helperId: string) => (await stored(branch, 'caseloads', { _id: helperId }))[0]?.elders.map(one => one.memberId) ?? []
const handsOver = (toHelperId: string, from = 1, to = 20) =>
  secretary().calls('pairing.handOver', {
    helperId: 'v-01',
    moves: elders(from, to).map(memberId => ({ memberId, toHelperId })),
    reason: '不再担任联络员',
  })
const gaps = async () => good(await secretary().calls('pairing.gaps', { branchId: 'branch-01' })).items.map(one => one.memberId)
/** The elders of v-01, each with every helper that has them. */
const heldBy = async () =>
  Promise.all(
    elders(1, 20).map(async memberId => (await stored(branch, 'caseloads', { 'elders.memberId': memberId })).map(one => one._id).join()),
  )

test('twenty handed to a helper with five are twenty-five, of which the secretary is warned; no elder is without a contact in between', async () => {
  const { moved, left, takers } = good(await handsOver('v-03'))
  expect([moved, left]).toEqual([20, []])
  expect(takers).toEqual([
    {
      helperId: 'v-03',
      name: expect.any(String) as string,
      load: { count: 25, limit: 30, warning: expect.stringContaining('25') as string },
    },
  ])
  expect([await listOf('v-01'), (await listOf('v-03')).length]).toEqual([[], 25])
  expect(new Set(await heldBy())).toEqual(new Set(['v-03']))
})

test('twenty handed to a helper with fifteen are refused as a whole: all are named, all stay where they were, and no one is told', async () => {
  const told = async () => (await stored(branch, 'messages', { memberId: { $in: ['v-01', 'v-07', 'm-01'] } })).length
  const over = async () => stored(branch, 'pairing-history', { helperId: 'v-01' })
  const [before, former] = [await told(), await over()]
  const { moved, left, takers } = good(await handsOver('v-07'))
  expect([moved, left.map(one => one.memberId), takers]).toEqual([0, elders(1, 20), []])
  expect([await listOf('v-01'), await listOf('v-07')]).toEqual([elders(1, 20), elders(26, 40)])
  expect(await told()).toBe(before)
  expect(await over()).toEqual(former)
  // As many as there is room for are handed over at once.
  expect(good(await handsOver('v-07', 1, 15))).toMatchObject({ moved: 15, left: [], takers: [{ load: { count: 30 } }] })
  expect([await listOf('v-01'), (await listOf('v-07')).length]).toEqual([elders(16, 20), 30])
})

test('where one of two takers has no room the other still takes theirs, and what was refused stays', async () => {
  const moves = [
    ...elders(1, 4).map(memberId => ({ memberId, toHelperId: 'v-03' })),
    ...elders(5, 20).map(memberId => ({ memberId, toHelperId: 'v-07' })),
  ]
  const reply = await secretary().calls('pairing.handOver', { helperId: 'v-01', moves, reason: '调走' })
  expect(good(reply)).toMatchObject({ moved: 4, left: elders(5, 20).map(memberId => ({ memberId })), takers: [{ helperId: 'v-03' }] })
  expect([await listOf('v-01'), (await listOf('v-03')).length, (await listOf('v-07')).length]).toEqual([elders(5, 20), 9, 15])
})

test('a helper who withdrew keeps their elders until they are handed over, so that none is lost', async () => {
  good(await branch.as('demo-volunteer-01').calls('me.withdraw', {}))
  expect(await listOf('v-01')).toEqual(elders(1, 20))
  expect(good(await secretary().calls('pairing.plan', { helperId: 'v-01' })).items).toHaveLength(20)
  expect(good(await handsOver('v-03'))).toMatchObject({ moved: 20, left: [] })
})

test('the elders of a helper who died are all listed as without a contact, and are handed over at once; too many for one are refused whole', async () => {
  const { name } = (await stored(branch, 'members', { _id: 'v-01' }))[0] ?? { name: '' }
  const before = await gaps()
  good(
    await secretary().calls('aftercare.mark', {
      ...{ memberId: 'v-01', diedOn: '2026-11-21', toldBy: '家属' },
      ...{ nameEnd: Array.from(name).at(-1) ?? '', bereavedIds: [] },
    }),
  )
  expect(new Set(await gaps())).toEqual(new Set([...before, ...elders(1, 20)]))
  const give = (helperId: string) => secretary().calls('pairing.set', { helperId, elderIds: elders(1, 20), kind: 'one-to-many' })
  expect(refusal(await give('v-07'))).toBe('PAIRING_LIMIT')
  expect([await heldBy(), await listOf('v-07')]).toEqual([elders(1, 20).map(() => ''), elders(26, 40)])
  expect(good(await give('v-03'))).toMatchObject({ count: 25, warning: expect.stringContaining('25') as string })
  expect(new Set(await heldBy())).toEqual(new Set(['v-03']))
  expect(await gaps()).toEqual(before)
  // Nothing is handed to the dead, and nothing is left to hand on from them.
  expect(good(await handsOver('v-07', 1, 5))).toMatchObject({ moved: 0, left: [] })
  expect(refusal(await secretary().calls('pairing.set', { helperId: 'v-01', elderIds: ['m-41'], kind: 'one-to-many' }))).toBe('NOT_FOUND')
})
