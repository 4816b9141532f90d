import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startProduct } from '../../config/product'
import { branchAt } from './support/branch'
import { builtCloud } from './support/built'
import { PARTY_DAY, codeOnScreen, good, sheet, stored, type Cloud } from './support/attendance'

const root = join(__dirname, '../..')
const activityId = PARTY_DAY
let data: string
let running: ChildProcess | undefined

/** Starts a local cloud as a process of its own on the data folder; answers when it serves. */
const start = async (): Promise<Cloud> => {
  const built = await builtCloud()
  const flags = ['--functions', built, '--collections', join(built, 'collections.json'), '--data', data, '--port', '0']
  const child = spawn(process.execPath, ['--import', 'tsx', 'localcloud/main.ts', ...flags], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running = child
  for await (const line of createInterface({ input: child.stdout })) if (line.startsWith('http://')) return branchAt(line.trim())
  throw new Error('the local cloud ended before it served')
}

/** Fills the data folder, and starts on it: a timer in the middle of the filling would plan what the demo brings along. */
const startFilled = async (): Promise<Cloud> => {
  await builtCloud()
  const filling = await startProduct({ data, demo: 'branch', port: 0 })
  await filling.close()
  return start()
}

/** As if the plug were pulled. */
const kill = async (): Promise<void> => {
  if (!running || running.exitCode !== null || running.signalCode !== null) return
  const gone = once(running, 'exit')
  running.kill('SIGKILL')
  await gone
}

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'changqing-'))
})
afterEach(async () => {
  await kill()
  await rm(data, { recursive: true, force: true })
})

const people = Array.from({ length: 77 }, (_, index) => String(index + 1).padStart(2, '0'))

test('the server dies while people sign in: a member told "signed in" is on the sheet, and none is there twice', async () => {
  let cloud = await startFilled()
  const code = await codeOnScreen(cloud)
  let answers = 0
  let dead: Promise<void> | undefined
  // All tap at once; the plug is pulled as the twentieth hears the answer, with the others on their way.
  const taps = await Promise.allSettled(
    people.map(async n => {
      const reply = await cloud.as(`demo-member-${n}`).calls('attendance.signIn', { activityId, code })
      if (++answers === 20) dead = kill()
      return { memberId: `m-${n}`, reply }
    }),
  )
  await dead
  const told = taps.flatMap(tap => (tap.status === 'fulfilled' ? [tap.value] : []))
  for (const { reply } of told) expect(good(reply)).toMatchObject({ state: 'signed-in', first: true })
  expect(told.length).toBeGreaterThanOrEqual(20)
  expect(told.length).toBeLessThan(people.length)

  cloud = await start()
  const present = (await sheet(cloud)).items.filter(one => one.state === 'present').map(one => one.memberId)
  expect(present).toEqual(expect.arrayContaining(told.map(one => one.memberId)))
  expect(new Set(present).size).toBe(present.length)

  const again = await codeOnScreen(cloud)
  const replies = await Promise.all(
    people.map(async n => ({
      memberId: `m-${n}`,
      first: good(await cloud.as(`demo-member-${n}`).calls('attendance.signIn', { activityId, code: again })).first,
    })),
  )
  expect(
    replies
      .filter(one => !one.first)
      .map(one => one.memberId)
      .sort(),
  ).toEqual(present.sort())
  expect(await stored(cloud, 'attendance', { activityId })).toHaveLength(people.length)
})

test('the server dies while a phone sends its marks: sent again, each is known or recorded, once', async () => {
  let cloud = await startFilled()
  const now = Date.now()
  const batches = people.map(n => [{ memberId: `m-${n}`, state: 'present' as const, at: now, nonce: `nonce-${n}`, reason: '未带手机' }])
  const sends = (marks: (typeof batches)[number]) => cloud.as('demo-secretary').calls('attendance.mark', { activityId, marks })
  let answers = 0
  let dead: Promise<void> | undefined
  const sent = await Promise.allSettled(
    batches.map(async batch => {
      const reply = await sends(batch)
      if (++answers === 15) dead = kill()
      return reply
    }),
  )
  await dead
  const heard = sent.flatMap(one => (one.status === 'fulfilled' ? [good(one.value).results[0]?.state] : []))
  expect(heard).toEqual(heard.map(() => 'recorded'))
  expect(heard.length).toBeGreaterThanOrEqual(15)
  expect(heard.length).toBeLessThan(people.length)

  cloud = await start()
  const { results } = good(await cloud.as('demo-secretary').calls('attendance.mark', { activityId, marks: batches.flat() }))
  const known = results.filter(one => one.state === 'already').length
  expect(known).toBeGreaterThanOrEqual(heard.length)
  expect(results.filter(one => one.state === 'recorded')).toHaveLength(people.length - known)
  expect(await sheet(cloud)).toMatchObject({ present: people.length, conflicts: [] })
})
