import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { spawn } from 'node:child_process'
import * as z from 'zod'
import { ensureBrowser } from './browser'
import { buildCloudIfStale } from './cloud-if-stale'
import { buildH5IfStale, buildWeappIfStale } from './build-web'
import { check } from './check'
import { root } from './fresh'
import { tool } from './run'

const Result = z.object({ numPassedTests: z.int(), numFailedTests: z.int(), numPendingTests: z.int(), success: z.boolean() })

/** All tests: the checks, then every story on what was built from these sources. Arguments go to jest (then the checks are left out, and what those tests do not need is not built). */
const main = async (): Promise<boolean> => {
  const chosen = process.argv.slice(2)
  const whole = chosen.length === 0
  // The checks go on beside the stories: most of them keep one core busy.
  const checking = whole ? check() : Promise.resolve(true)
  await Promise.all([build(chosen), ensureBrowser({ many: whole })])
  const file = join(root, 'node_modules/.cache/jest-result.json')
  await mkdir(dirname(file), { recursive: true })
  await jest([...chosen, '--json', '--outputFile', file])
  const result = Result.parse(JSON.parse(await readFile(file, 'utf8')))
  const checked = await checking
  if (!checked) console.error('The checks above failed.')
  console.log(`${String(result.numPassedTests)} passed, ${String(result.numFailedTests)} failed, ${String(result.numPendingTests)} skipped`)
  return checked && result.success
}

const all = [buildCloudIfStale, buildWeappIfStale, buildH5IfStale]
/** Which builds a kind of test plays on; one that is not named here plays on all. */
const builds = new Map([
  ['core', []],
  ['features', [buildCloudIfStale]],
  ['weapp', [buildWeappIfStale]],
])

/** Builds what the chosen tests play on, where it is stale: a test of a rule does not wait for screens. */
const build = async (chosen: readonly string[]) => {
  const kinds = chosen.length === 0 ? [''] : chosen.map(pattern => /^test\/(\w+)\//.exec(pattern)?.[1] ?? '')
  const wanted = new Set(kinds.flatMap(kind => builds.get(kind) ?? all))
  for (const part of all) if (wanted.has(part)) await part()
  console.log('✓ built')
}

/** No test leaves this machine. With certificates to read, each of their hundreds of processes takes twice as long to start. */
const ownEnv = () => ({ ...process.env, NODE_EXTRA_CA_CERTS: undefined })

const jest = (args: readonly string[]) =>
  new Promise<void>((done, failed) => {
    const child = spawn(tool('jest'), ['--maxWorkers', '2', ...args], { cwd: root, env: ownEnv(), stdio: ['ignore', 'ignore', 'inherit'] })
    child.on('error', failed)
    child.on('close', () => done())
  })

main().then(
  passed => process.exit(passed ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
