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
    return { result: (await cloud.callFunction({ name: event.name, data: event.data })).result }
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

  test('has no caller when nobody is named', async () => {
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
    expect(await cloud.call('nobody', {})).toMatchObject({
      status: 404,
      body: { errCode: -501000, errMsg: 'FunctionName parameter could not be found: nobody' },
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

  test('hears of the failure of a function that it calls', async () => {
    expect((await cloud.call('outer', { name: 'fails', data: {} })).body).toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: expect.stringContaining('the lamp is broken') as unknown,
    })
    expect((await cloud.call('outer', { name: 'nobody', data: {} })).body).toMatchObject({ code: 'FUNCTION_NOT_FOUND' })
  })

  test('is replaced as soon as its file is', async () => {
    expect((await cloud.call('nothing', {})).body).toBeNull()
    cloud.redeploy('nothing', 'exports.main = () => "something"')
    expect((await cloud.call('nothing', {})).body).toBe('something')
    cloud.redeploy('nothing', 'exports.main = () => {}')
    expect((await cloud.call('nothing', {})).body).toBeNull()
  })
})
