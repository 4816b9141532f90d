import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'

/** Fifty in all. */
const ROUNDS = { exits: 20, throws: 20, closes: 10 }
/** Started beside one another. */
const AT_ONCE = 5

const home = mkdtempSync(join(tmpdir(), 'stopping-'))
const program = join(__dirname, `../../node_modules/.cache/leave-${process.pid}.cjs`)
beforeAll(() => {
  const entryPoints = [join(__dirname, 'support/leave.ts')]
  buildSync({ entryPoints, outfile: program, bundle: true, platform: 'node', format: 'cjs', packages: 'external', logLevel: 'error' })
})
afterAll(() => {
  rmSync(program)
  rmSync(home, { recursive: true, force: true })
})

/** How the process ended: its code, or the signal. One that does not end makes the test time out. Certificates in the environment would double its start. */
const ending = async (how: string, round: number): Promise<number | string> => {
  const child = spawn(process.execPath, [program, join(home, `${how}-${round}`), how], { stdio: 'ignore', env: {} })
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  return code ?? signal ?? 'unknown'
}

describe('a process with a database that ends while much is being written', () => {
  // A commit that is under way has no better end than a sudden one: what was acknowledged is on the disk.
  const right: Record<string, readonly (number | string)[]> = { exits: [0, 'SIGKILL'], throws: [1, 7, 'SIGKILL'], closes: [0] }

  it.each(Object.entries(ROUNDS))('never hangs when it %s, %d times in a new folder', async (how, rounds) => {
    const endings: (number | string)[] = []
    for (let round = 0; round < rounds; round += AT_ONCE)
      endings.push(...(await Promise.all(Array.from({ length: AT_ONCE }, (_none, i) => ending(how, round + i)))))
    expect(endings.filter(one => right[how]?.includes(one) !== true)).toEqual([])
    expect(endings).toHaveLength(rounds)
  })
})
