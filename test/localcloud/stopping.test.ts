import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PROGRAM_ENV, programOf, type Program } from './support/program'

/** Fifty in all. */
const ROUNDS = { exits: 20, throws: 20, closes: 10 }
/** Started beside one another. */
const AT_ONCE = 5

const home = mkdtempSync(join(tmpdir(), 'stopping-'))
let program: Program
beforeAll(async () => {
  program = await programOf('test/localcloud/support/leave.ts')
})
afterAll(() => {
  program.remove()
  rmSync(home, { recursive: true, force: true })
})

/** How the process ended: its code, or the signal. One that does not end makes the test time out. */
const ending = async (how: string, round: number): Promise<number | string> => {
  const child = spawn(process.execPath, [program.file, join(home, `${how}-${round}`), how], { stdio: 'ignore', env: PROGRAM_ENV })
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
