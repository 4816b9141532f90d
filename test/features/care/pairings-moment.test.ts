import { good } from '../support/attendance'
import { HOUR, startBranch, type Branch } from '../support/branch'

let branch: Branch
beforeEach(async () => {
  branch = await startBranch()
})
afterEach(() => branch.close())

const secretary = () => branch.as('demo-secretary')
const pair = async (helperId: string) => good(await secretary().calls('pairing.set', { helperId, elderIds: ['m-05'], kind: 'one-to-many' }))
const liaison = async () => good(await branch.as('demo-member-05').calls('card.get', {})).liaison?.memberId

test('of two helpers given to an elder in one moment the one given last stays', async () => {
  for (const helperId of ['v-09', 'v-06', 'v-08', 'v-01']) {
    await pair(helperId)
    expect(await liaison()).toBe(helperId)
  }
})

test('an elder handed over at the moment of their pairing keeps the new helper', async () => {
  await pair('v-09')
  const reply = await secretary().calls('pairing.handOver', {
    helperId: 'v-09',
    moves: [{ memberId: 'm-05', toHelperId: 'v-01' }],
    reason: '选错了人',
  })
  expect(good(reply).moved).toBe(1)
  expect(await liaison()).toBe('v-01')
})

test('a helper given after the clock was put back stays', async () => {
  await pair('v-09')
  await branch.clock.advance(-HOUR)
  await pair('v-01')
  expect(await liaison()).toBe('v-01')
})
