import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { compareKeys } from '../../cloudfunctions/wx/key-order'
import { builtCloud } from './support/built'

const run = promisify(execFile)

/** What the folder of `api` answers to an unknown phone, loaded by a Node of its own. */
const answerOf = async (folder: string): Promise<unknown> => {
  const script = `require(${JSON.stringify(folder)}).main({ op: 'me.get' }).then(answer => console.log(JSON.stringify(answer)))`
  const { stdout } = await run(process.execPath, ['-e', script], { env: { TENCENTCLOUD_RUNENV: 'SCF' } })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}

describe('the deployed folder works by itself', () => {
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deployed-'))
    await cp(join(await builtCloud(), 'api'), folder, { recursive: true })
  })
  afterEach(() => rm(folder, { recursive: true }))

  const unknown = { ok: false, code: 'UNAUTHENTICATED' }

  test('as it was built', async () => {
    expect(await answerOf(folder)).toEqual(unknown)
  })

  test('without the code cache', async () => {
    await rm(join(folder, 'bundle.cache'))
    expect(await answerOf(folder)).toEqual(unknown)
  })

  test('with a code cache of another Node', async () => {
    await writeFile(join(folder, 'bundle.cache'), Buffer.alloc(4096, 7))
    expect(await answerOf(folder)).toEqual(unknown)
  })
})

test('requests are signed over their keys in the same order as by the SDK itself', () => {
  const key = fc.stringMatching(/^[_a-z0-9-]{0,12}$/)
  fc.assert(
    fc.property(fc.oneof(key, fc.string()), fc.oneof(key, fc.string()), (left, right) => {
      expect(Math.sign(compareKeys(left, right))).toBe(Math.sign(left.localeCompare(right)))
    }),
    { numRuns: 5000 },
  )
})
