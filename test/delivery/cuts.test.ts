import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { look } from '../../delivery/deploy/found'
import type { Wanted } from '../../delivery/deploy/wanted'
import { Fault } from '../../delivery/cloud/fault'
import { NOW, startEnvironment, type TestEnvironment } from './support/environment'
import { functionSaying, small, wool } from './support/small'

let one: TestEnvironment
beforeAll(async () => void (one = await startEnvironment()))
afterAll(() => one.close())

/** What stands there, but for the instants at which it came. */
const standing = async (wanted: Wanted) => {
  const found = await look(one.environment, wanted)
  const sheep = await one.environment.rows.find('sheep', {}, 100)
  const ran = (await one.environment.rows.find('migrations', {}, 100)).map(row => row._id)
  const deployed = (await one.environment.rows.find('deployments', {}, 100)).map(row => row['version'])
  return { found, sheep, ran, deployed: [...new Set(deployed)], answer: await one.call('api', {}) }
}

const upgrade = small({ functions: [functionSaying('api', 'two', { timeout: 9 })], migrations: [wool], version: '2.0.0' })

/** What the earlier build has left behind. */
const earlier = mkdtempSync(join(tmpdir(), 'earlier-'))
beforeAll(async () => {
  await one.deploys(small())
  await one.environment.rows.add('sheep', { _id: 'dolly', tag: 1 })
  await one.cloud.keep(earlier)
})
afterAll(() => rmSync(earlier, { recursive: true }))

const begin = (from: string | undefined) => one.cloud.begin({ now: NOW, from })

test.each([
  ['an empty environment', undefined, 'unanswered'],
  ['an earlier build', earlier, 'unheard'],
] as const)('from %s, cut off at any call, a deployment is run again and ends as one that was not', async (_, from, as) => {
  await begin(from)
  await one.mends()
  await one.deploys(upgrade)
  const count = await one.calls()
  const whole = await standing(upgrade)
  expect(whole.deployed).toContain('2.0.0')
  let cut = 0
  for (let after = 0; after < count; after++) {
    await begin(from)
    await one.fails(as, after)
    const broken: unknown = await one.deploys(upgrade).catch((error: unknown) => error)
    if (broken instanceof Fault) cut++
    await one.mends()
    await one.deploys(upgrade)
    expect(await standing(upgrade)).toEqual(whole)
  }
  expect(cut).toBe(count)
  expect(count).toBeGreaterThan(20)
})

test('a cut network is told with what was being done and what to do', async () => {
  await begin(undefined)
  await one.fails('unheard', 9)
  const broken: unknown = await one.deploys(small()).catch((error: unknown) => error)
  await one.mends()
  expect(broken).toMatchObject({
    message: expect.stringContaining('网络断了') as string,
    remedy: expect.stringContaining('从断的地方接着做') as string,
  })
})
