import { SDK, startTestCloud, type TestCloud } from './support/cloud'

const person = `
const cloud = require(${SDK})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = async event => {
  const before = cloud.getWXContext()
  await new Promise(resolve => setTimeout(resolve, event.wait ?? 0))
  const after = cloud.getWXContext()
  return { before: before.OPENID, after: after.OPENID, source: after.SOURCE, env: after.ENV, userInfo: event.userInfo }
}`

const outer = `
const cloud = require(${SDK})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = async event => {
  try {
    return { result: (await cloud.callFunction({ name: event.name, data: event.size ? { text: 'x'.repeat(event.size) } : event.data })).result }
  } catch (error) {
    return { code: error.code ?? error.errCode, message: String(error.message || error.errMsg) }
  }
}`

describe('a function on the local cloud', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud({
      functions: {
        person,
        outer,
        echo: 'exports.main = async (event, context) => ({ event, context })',
        nothing: 'exports.main = () => {}',
        fails: 'exports.main = async () => { throw new Error("the lamp is broken") }',
        crashes: 'exports.main = () => new Promise(() => setImmediate(() => { throw new Error("out of the blue") }))',
        broken: 'throw new Error("cannot begin")',
        mainless: 'exports.other = 1',
        endless: { code: 'exports.main = event => { while (event.spin) {} ; return "done" }', config: { timeout: 0.3 } },
        large: 'exports.main = event => "x".repeat(event.size)',
        talks: 'exports.main = event => { console.log("hello", { from: event.name }); console.error("trouble"); return null }',
        hungry: {
          code: `exports.main = async ({ kind }) => {
            const kept = []
            if (kind === 'objects') for (;;) kept.push({ text: 'x'.repeat(1000) + kept.length })
            if (kind === 'buffers') for (;;) { kept.push(Buffer.alloc(8 * 1024 * 1024, 1)); await new Promise(resolve => setTimeout(resolve, 5)) }
            return 'enough'
          }`,
          config: { memorySize: 64, timeout: 20 },
        },
        configured: {
          code: 'exports.main = () => ({ host: process.env.API_HOST, tries: process.env.TRIES, region: process.env.TENCENTCLOUD_REGION })',
          config: {
            env: { API_HOST: 'from env', TRIES: 3, TENCENTCLOUD_REGION: 'mine' },
            environment: { API_HOST: 'https://example.com' },
          },
        },
        chatty: `console.log('loading'); let last
          exports.main = event => {
            console.table([{ a: 1 }]); process.stdout.write('written\\n')
            setTimeout(() => console.log('outlived ' + event.name), 0)
            return null
          }`,
        waits: 'exports.main = ({ ms }) => new Promise(resolve => setTimeout(resolve, ms))',
        nightly: { code: person, config: { triggers: [{ name: 'night', type: 'timer', config: '0 0 2 * * * *' }] } },
        remembers:
          'let calls = 0; exports.main = () => ({ calls: ++calls, extra: process.env.EXTRA ?? null, set: process.env.EXTRA = "kept" })',
      },
    })
  })
  afterAll(() => cloud.close())

  test('sees who calls through the real SDK', async () => {
    const { status, body } = await cloud.call('person', {}, 'demo-secretary')
    expect(status).toBe(200)
    expect(body).toEqual({
      before: 'demo-secretary',
      after: 'demo-secretary',
      source: 'wx_client',
      env: 'local-env',
      userInfo: { openId: 'demo-secretary', appId: expect.any(String) as unknown },
    })
  })

  test('never sees another caller, however many call at once', async () => {
    const people = Array.from({ length: 50 }, (_, i) => `demo-member-${i}`)
    const replies = await Promise.all(people.map((openid, i) => cloud.call('person', { wait: (i * 7) % 20 }, openid)))
    expect(replies.map(({ body }) => body)).toEqual(
      people.map(openid => expect.objectContaining({ before: openid, after: openid }) as unknown),
    )
  })

  test('has no caller when the call names none', async () => {
    const { body } = await cloud.call('person', {})
    expect(body).not.toHaveProperty('after')
    expect(body).not.toHaveProperty('userInfo')
  })

  test('gets the event as JSON and a context with the id of the request', async () => {
    const { body, requestId } = await cloud.call('echo', { op: 'x', list: [1, { a: null }] })
    expect(body).toMatchObject({
      event: { op: 'x', list: [1, { a: null }] },
      context: { request_id: requestId, function_name: 'echo', time_limit_in_ms: 20_000, memory_limit_in_mb: 256 },
    })
  })

  test('that returns nothing answers null', async () => {
    expect((await cloud.call('nothing', {})).body).toBeNull()
  })

  test('that throws is answered with its stack', async () => {
    const { status, body } = await cloud.call('fails', {})
    expect(status).toBe(500)
    expect(body).toMatchObject({ errCode: -504002, errMsg: expect.stringContaining('the lamp is broken') as unknown })
  })

  test('that crashes outside of its promise ends that call only', async () => {
    for (let i = 0; i < 2; i++) {
      expect(await cloud.call('crashes', {})).toMatchObject({
        status: 500,
        body: { errCode: -504002, errMsg: expect.stringContaining('out of the blue') as unknown },
      })
    }
  })

  test('that cannot be loaded says why', async () => {
    expect(await cloud.call('broken', {})).toMatchObject({
      status: 500,
      body: { errMsg: expect.stringContaining('cannot begin') as unknown },
    })
    expect(await cloud.call('mainless', {})).toMatchObject({
      status: 500,
      body: { errMsg: expect.stringContaining('does not export a function named main') as unknown },
    })
  })

  test('that does not exist is named in the answer', async () => {
    expect(await cloud.call('absent', {})).toMatchObject({
      status: 404,
      body: { errCode: -501000, errMsg: 'FunctionName parameter could not be found: absent' },
    })
  })

  test('is ended at its time limit, and the next call works', async () => {
    expect(await cloud.call('endless', { spin: true })).toMatchObject({
      status: 504,
      body: { errCode: -504003, errMsg: 'Invoking task timed out after 0.3 seconds' },
    })
    expect((await cloud.call('endless', {})).body).toBe('done')
  })

  test('takes events up to 100 KB', async () => {
    const frame = JSON.stringify({ text: '' }).length
    expect((await cloud.call('nothing', { text: 'x'.repeat(100 * 1024 - frame) })).status).toBe(200)
    expect(await cloud.call('nothing', { text: 'x'.repeat(100 * 1024 - frame + 1) })).toMatchObject({
      status: 413,
      body: { errCode: -501007 },
    })
  })

  test('takes only a JSON object as its event', async () => {
    expect((await cloud.call('nothing', [1])).status).toBe(400)
    const broken = await fetch(`${cloud.url}/call/nothing`, { method: 'POST', body: '{"a":' })
    expect(broken.status).toBe(400)
  })

  test('returns up to 1 MB', async () => {
    expect((await cloud.call('large', { size: 1024 * 1024 - 2 })).status).toBe(200)
    expect(await cloud.call('large', { size: 1024 * 1024 - 1 })).toMatchObject({ status: 500, body: { errCode: -504002 } })
  })

  test('stays warm: module state and environment live from call to call', async () => {
    expect((await cloud.call('remembers', {})).body).toEqual({ calls: 1, extra: null, set: 'kept' })
    expect((await cloud.call('remembers', {})).body).toEqual({ calls: 2, extra: 'kept', set: 'kept' })
    expect(process.env['EXTRA']).toBeUndefined()
  })

  test.each(['objects', 'buffers'])('that fills its memory with %s is ended, and the next call works', async kind => {
    expect(await cloud.call('hungry', { kind })).toMatchObject({
      status: 500,
      body: { errCode: -504002, errMsg: 'Invoking task failed: it used more than its 64 MB of memory' },
    })
    expect((await cloud.call('hungry', {})).body).toBe('enough')
  })

  test('has the variables of its config.json, which cannot stand in for those of the platform', async () => {
    expect((await cloud.call('configured', {})).body).toEqual({ host: 'https://example.com', tries: '3', region: 'ap-shanghai' })
    expect(process.env['API_HOST']).toBeUndefined()
  })

  const logOf = async (requestId: string) => {
    const { items } = (await cloud.get('/log')) as { items: { requestId: string; cold: boolean; console: { text: string }[] }[] }
    return items.find(item => item.requestId === requestId)
  }

  test('starts cold after a while without a call, and forgets its module state', async () => {
    await cloud.call('remembers', {})
    await cloud.cool()
    const first = await cloud.call('remembers', {})
    expect(first.body).toMatchObject({ calls: 1 })
    expect(await logOf(first.requestId)).toMatchObject({ cold: true })
    const second = await cloud.call('remembers', {})
    expect(second.body).toMatchObject({ calls: 2 })
    expect(await logOf(second.requestId)).toMatchObject({ cold: false })
  })

  test('that is working when the instances are ended finishes its call', async () => {
    const working = cloud.call('waits', { ms: 100 })
    await cloud.cool()
    expect(await working).toMatchObject({ status: 200, body: null })
  })

  test('leaves whatever it writes in the log; what it prints at loading or after its call stands with the next one', async () => {
    const first = await cloud.call('chatty', { name: 'Li' })
    const lines = (await logOf(first.requestId))?.console.map(({ text }) => text) ?? []
    expect(lines[0]).toBe('loading')
    expect(lines[1]).toContain('(index)')
    expect(lines[2]).toBe('written')
    await cloud.call('waits', { ms: 20 })
    const second = await cloud.call('chatty', { name: 'Wang' })
    expect((await logOf(second.requestId))?.console[0]?.text).toBe('outlived Li')
  })

  test('leaves what it prints in the log, beside who called', async () => {
    const { requestId } = await cloud.call('talks', { op: 'desk.talk', name: 'Li' }, 'demo-secretary')
    const log = await cloud.get('/log')
    expect(log).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({
          requestId,
          functionName: 'talks',
          op: 'desk.talk',
          openid: 'demo-secretary',
          ok: true,
          console: [
            { level: 'log', text: "hello { from: 'Li' }" },
            { level: 'error', text: 'trouble' },
          ],
        }),
      ]) as unknown,
    })
  })

  test('calls another function for the same person', async () => {
    const { body } = await cloud.call('outer', { name: 'person', data: {} }, 'demo-member-01')
    expect(body).toMatchObject({ result: { after: 'demo-member-01', source: 'wx_client,scf' } })
  })

  test('passes at most 6 MB to another', async () => {
    const { body } = await cloud.call('outer', { name: 'echo', size: 6 * 1024 * 1024 })
    expect(body).toMatchObject({ code: 'INVALID_PARAM' })
  })

  test('cannot be taken in by a call that looks like its timer', async () => {
    const forged = { Type: 'Timer', TriggerName: 'night', Time: '2026-11-21T18:00:00Z' }
    expect((await cloud.call('nightly', forged, 'demo-member-01')).body).toMatchObject({ source: 'wx_client', after: 'demo-member-01' })
    expect((await cloud.call('nightly', forged)).body).toMatchObject({ source: 'wx_http' })
    expect((await cloud.call('outer', { name: 'nightly', data: forged }, 'demo-member-01')).body).toMatchObject({
      result: { source: 'wx_client,scf' },
    })
    await cloud.post('/clock', { advance: 24 * 3600_000 })
    const { items } = (await cloud.get('/log')) as { items: { functionName: string; byTimer: boolean; openid?: string }[] }
    expect(items.at(-1)).toMatchObject({ functionName: 'nightly', byTimer: true })
    expect(items.at(-1)).not.toHaveProperty('openid')
  })

  test('hears of the failure of a function that it calls', async () => {
    expect((await cloud.call('outer', { name: 'fails', data: {} })).body).toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: expect.stringContaining('the lamp is broken') as unknown,
    })
    expect((await cloud.call('outer', { name: 'absent', data: {} })).body).toMatchObject({ code: 'FUNCTION_NOT_FOUND' })
  })

  test('is replaced as soon as its file is', async () => {
    expect((await cloud.call('nothing', {})).body).toBeNull()
    cloud.redeploy('nothing', 'exports.main = () => "something"')
    expect((await cloud.call('nothing', {})).body).toBe('something')
    cloud.redeploy('nothing', 'exports.main = () => {}')
    expect((await cloud.call('nothing', {})).body).toBeNull()
  })
})

describe('open data that a phone names by a CloudID', () => {
  let cloud: TestCloud
  const reads = `
const cloud = require(${SDK})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = async ({ list, ...event }) => (list ? (await cloud.getOpenData({ list })).list : event)`
  beforeAll(async () => {
    cloud = await startTestCloud({ functions: { reads } })
  })
  afterAll(() => cloud.close())
  const idOf = async () =>
    ((await cloud.post('/open-data', { data: { opengid: 'group-7' } }, 'demo-member-01')).body as { cloudID: string }).cloudID
  const data = { opengid: 'group-7', watermark: { appid: expect.any(String) as unknown, timestamp: expect.any(Number) as unknown } }

  test('stands in the event itself, but not deeper in it', async () => {
    const cloudID = await idOf()
    expect((await cloud.call('reads', { group: cloudID, deep: { group: cloudID } }, 'demo-member-01')).body).toMatchObject({
      group: { cloudID, data },
      deep: { group: cloudID },
    })
  })

  test('is handed to a function that asks for it', async () => {
    const cloudID = await idOf()
    expect((await cloud.call('reads', { list: [cloudID] })).body).toEqual([{ cloudID, data }])
  })

  test('can be had for five minutes, and not for an invented id', async () => {
    const cloudID = await idOf()
    await cloud.post('/clock', { advance: 5 * 60_000 + 1 })
    const refused = { cloudID, errCode: -601006, errMsg: 'cloudID expired' }
    expect((await cloud.call('reads', { group: cloudID }, 'demo-member-01')).body).toMatchObject({ group: refused })
    expect((await cloud.call('reads', { group: 'local-cloud-id-x' }, 'demo-member-01')).body).toMatchObject({ group: { errCode: -601006 } })
  })
})

describe('the security rules of the functions', () => {
  const functions = { open: 'exports.main = () => 1', timer: 'exports.main = () => 2', outer }
  test('keep phones from a function, and no other caller', async () => {
    const cloud = await startTestCloud({ functions, rules: { '*': { invoke: 'auth != null' }, timer: { invoke: false } } })
    expect(await cloud.call('timer', {}, 'demo-member-01')).toMatchObject({
      status: 403,
      body: { errMsg: expect.stringContaining('EXCEED_AUTHORITY') as unknown },
    })
    expect(await cloud.call('open', {}, 'demo-member-01')).toMatchObject({ status: 200, body: 1 })
    expect((await cloud.call('outer', { name: 'timer', data: {} }, 'demo-member-01')).body).toEqual({ result: 2 })
    expect(await cloud.call('timer', {})).toMatchObject({ status: 200, body: 2 })
    await cloud.close()
  })

  test('have to name all others, as in the console', async () => {
    await expect(startTestCloud({ functions, rules: { timer: { invoke: false } } })).rejects.toThrow('the rule "*" is missing')
  })
})
