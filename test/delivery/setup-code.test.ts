import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buildH5IfStale } from '../../config/build-web'
import { root } from '../../config/fresh'
import { localDatabase } from '../../config/local-database'
import { makeSetupCode, type SetupDatabase } from '../../delivery/setup-code'
import { good, stored } from '../features/support/attendance'
import { branchAt, MORNING, startBranch, type Branch } from '../features/support/branch'

const CODE = /^Setup code: ((?:\w{3} ?){4})$/

describe('the database', () => {
  let branch: Branch
  beforeEach(async () => void (branch = await startBranch('none')))
  afterEach(() => branch.close())
  const claim = (openid: string, setupCode: string | null) =>
    branch.as(openid).calls('setup.claim', { setupCode: setupCode ?? '', orgName: '区委老干部局', name: '郑开始' })

  test('two technicians at once: one code is good, and it is one of the two that were shown', async () => {
    const codes = await Promise.all([1, 2].map(() => makeSetupCode(localDatabase(branch.url), MORNING)))
    const replies = await Promise.all(codes.map((code, index) => claim(`phone-${String(index)}`, code)))
    expect(replies.filter(one => one.ok)).toHaveLength(1)
  })

  test('a claim that comes while a code is being made stands: it is not overwritten', async () => {
    const database = localDatabase(branch.url)
    const code = await makeSetupCode(database, MORNING)
    const overtaken: SetupDatabase = {
      ...database,
      update: async (...write) => {
        good(await claim('phone-1', code))
        return database.update(...write)
      },
    }
    expect(await makeSetupCode(overtaken, MORNING)).toBeNull()
    expect(await stored(branch, 'setup', {})).toMatchObject([{ claimedBy: 'phone-1', doneAt: MORNING }])
  })

  test('an environment that was emptied by hand begins again', async () => {
    const database = localDatabase(branch.url)
    const first = good(await claim('phone-1', await makeSetupCode(database, MORNING)))
    for (const [collectionName, _id] of Object.entries({ organizations: first.orgId, members: first.memberId })) {
      const what = { action: 'database.removeDocument', envName: 'local', collectionName, queryType: 'WHERE', multi: true }
      const response = await fetch(`${branch.url}/admin`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...what, query: JSON.stringify({ _id }) }),
      })
      expect(await response.json()).toMatchObject({ data: { deleted: 1 } })
    }
    const code = await makeSetupCode(database, MORNING)
    const second = good(await claim('phone-1', code))
    expect(second.orgId).not.toBe(first.orgId)
  })
})

describe('npm start -- --demo none', () => {
  let data: string
  let running: ChildProcess | undefined
  beforeAll(() => buildH5IfStale(), 300_000)
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'changqing-'))
  })
  afterEach(async () => {
    await stop()
    await rm(data, { recursive: true, force: true })
  })

  /** Starts it; answers its address and the lines up to the moment it stands. */
  const start = async (): Promise<{ url: string; codes: string[] }> => {
    const child = spawn('node', ['--import', 'tsx', 'config/start.ts', '--demo', 'none', '--port', '0', '--data', data], { cwd: root })
    running = child
    const codes: string[] = []
    let url = ''
    for await (const line of createInterface({ input: child.stdout })) {
      url = /is at (http:\S+) /.exec(line)?.[1] ?? url
      const code = CODE.exec(line)?.[1]
      if (code !== undefined) codes.push(code)
      if (line.includes('Ctrl-C stops it')) break
    }
    return { url, codes }
  }
  const stop = async () => {
    if (!running || running.exitCode !== null) return
    running.kill('SIGTERM')
    await once(running, 'exit')
    running = undefined
  }

  test('prints a code at each start until it is used; the last one is the good one; then none', async () => {
    const first = await start()
    expect(first.codes).toHaveLength(1)
    await stop()
    const second = await start()
    expect(second.codes).toHaveLength(1)
    const claim = (setupCode = '') =>
      branchAt(second.url).as('phone-1').calls('setup.claim', { setupCode, orgName: '区委老干部局', name: '郑开始' })
    expect(await claim(first.codes[0])).toMatchObject({ ok: false, code: 'SETUP_CODE_INVALID' })
    good(await claim(second.codes[0]))
    await stop()
    expect((await start()).codes).toEqual([])
  }, 180_000)
})
