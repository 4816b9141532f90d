import { SDK, startTestCloud, type TestCloud } from './support/cloud'

/** Calls another function and tells what the SDK made of the answer. */
const calls = `
const cloud = require(${SDK})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = async ({ name, data, depth }) => {
  if (depth) return { depth, below: (await cloud.callFunction({ name: 'calls', data: { depth: depth - 1 } })).result }
  if (depth === 0) return 'the last one'
  try {
    const answer = await cloud.callFunction(data === undefined ? { name } : { name, data })
    return { result: answer.result, kind: typeof answer.result }
  } catch (error) {
    return { errCode: error.errCode, code: error.code, message: String(error.message || error.errMsg) }
  }
}`
const context = `
const cloud = require(${SDK})
exports.main = () => cloud.getWXContext()`

/** Rule: localcloud/WIRE.md, Functions. */
describe('a function on the wire', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud({
      functions: {
        calls,
        context,
        says: 'exports.main = ({ what }) => ({ text: "plain text", null: null, number: 7, list: [1] })[what]',
        echo: 'exports.main = event => event',
        fails: 'exports.main = async function lamp() { throw new Error("the lamp is broken") }',
        deep: 'exports.main = () => { let value = 1; for (let i = 0; i < 50000; i++) value = [value]; return value }',
        twisted: 'exports.main = () => { const value = {}; value.itself = value; return value }',
      },
    })
  })
  afterAll(() => cloud.close())
  const ask = async (event: unknown, openid = 'demo-member-01') => (await cloud.call('calls', event, openid)).body

  test('that is called without data gets an empty event, and no userInfo of its own', async () => {
    expect(await ask({ name: 'echo' })).toEqual({ result: {}, kind: 'object' })
  })

  test.each([
    ['text', 'plain text', 'string'],
    ['null', null, 'object'],
    ['number', 7, 'number'],
    ['list', [1], 'object'],
  ])('answers another function with %s', async (what, result, kind) => {
    expect(await ask({ name: 'says', data: { what } })).toEqual({ result, kind })
  })

  test('that throws, or is not there, is told by a code in letters', async () => {
    expect(await ask({ name: 'fails', data: {} })).toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: expect.stringMatching(/the lamp is broken[\s\S]*at (async )?lamp/) as unknown,
    })
    expect(await ask({ name: 'absent', data: {} })).toMatchObject({ code: 'FUNCTION_NOT_FOUND' })
  })

  test('calls itself, each time in an instance of its own', async () => {
    expect(await ask({ depth: 3 })).toEqual({ depth: 3, below: { depth: 2, below: { depth: 1, below: 'the last one' } } })
  })

  test('sees an openid of digits alone as a number, as on the platform', async () => {
    expect((await cloud.call('context', {}, '12345')).body).toMatchObject({ OPENID: 12345 })
    expect((await cloud.call('context', {}, 'demo-12345')).body).toMatchObject({
      OPENID: 'demo-12345',
      SOURCE: 'wx_client',
      ENV: 'local-env',
    })
  })

  test('gets the true caller, whatever the event claims', async () => {
    const { body } = await cloud.call('echo', { userInfo: { openId: 'demo-secretary' } }, 'demo-member-01')
    expect(body).toEqual({ userInfo: { openId: 'demo-member-01', appId: expect.any(String) as unknown } })
  })

  const post = async (name: string, body: string) => {
    const response = await fetch(`${cloud.url}/call/${name}`, { method: 'POST', headers: { 'x-wx-openid': 'demo-member-01' }, body })
    return { status: response.status, body: (await response.json()) as unknown }
  }
  const nested = (levels: number) => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`

  test('takes an event as deep as it is written, and refuses one that is nothing but depth', async () => {
    expect((await post('echo', nested(900))).status).toBe(200)
    for (const levels of [1001, 5000, 50_000]) {
      expect(await post('echo', nested(levels))).toEqual({
        status: 400,
        body: { errCode: -501007, errMsg: expect.stringContaining('levels deep') as unknown },
      })
    }
  })

  test('is not reached by an event that is far too long', async () => {
    expect(await post('echo', 'x'.repeat(20 * 1024 * 1024))).toMatchObject({ status: 413, body: { errCode: -501007 } })
  })

  test.each(['deep', 'twisted'])('whose result cannot be written as JSON (%s) has failed', async name => {
    expect(await post(name, '{}')).toMatchObject({ status: 500, body: { errCode: -504002, errMsg: expect.any(String) as unknown } })
  })
})
