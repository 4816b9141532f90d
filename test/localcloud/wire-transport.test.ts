import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { get, type IncomingMessage, type ServerResponse } from 'node:http'
import { SDK, startTestCloud, type TestCloud } from './support/cloud'

/** Tells each request that the SDK sends while it reads a document, and what came of it. */
const asks = `
const diagnostics = require('node:diagnostics_channel')
const cloud = require(${SDK})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const requests = []
diagnostics.subscribe('http.client.request.start', ({ request }) => requests.push({ host: request.getHeader('host'), path: request.path }))
exports.main = async ({ collection }) => {
  requests.length = 0
  try {
    await cloud.database().collection(collection).where({ a: 1 }).get()
    return { requests, env: cloud.getWXContext().ENV }
  } catch (error) {
    return { requests, errCode: error.errCode, errMsg: error.errMsg }
  }
}`

/** Sends the same body once as the SDK does and once in a way that only a connection takes; tells what each was answered. */
const compares = `
const http = require('node:http')
const { URL: address } = JSON.parse(process.env.TCB_CONTEXT_CNFG)
const url = address + '?env=local-env&seqId=1'
const send = (start, body) => new Promise((resolve, reject) => {
  const request = start(response => {
    const chunks = []
    response.on('data', chunk => chunks.push(chunk))
    response.on('end', () => resolve({
      status: response.statusCode,
      type: response.headers['content-type'],
      long: response.headers['content-length'],
      body: Buffer.concat(chunks).toString().replace(/"requestId":"[^"]*"/, ''),
    }))
  })
  request.on('error', reject)
  request.write(body)
  request.end()
})
exports.main = async ({ bodies }) => {
  const answers = []
  for (const body of bodies) {
    const options = { method: 'post', headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }
    const { hostname, port, pathname, search } = new URL(url)
    answers.push([
      await send(hear => http.request(url, options, hear), body),
      await send(hear => http.request({ ...options, hostname, port, path: pathname + search }, hear), body),
    ])
  }
  return answers
}`

/** Waits for a function that never answers, no longer than it says itself. */
const hurries = `
const cloud = require(${SDK})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, timeout: 50 })
exports.main = () => cloud.callFunction({ name: 'rests' }).then(() => 'answered', error => error.message || error.errMsg)`
const rests = { code: 'exports.main = () => new Promise(() => undefined)', config: { timeout: 1 } }

/** Rule: localcloud/WIRE.md, Transport. */
describe('a call to the server API', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud({
      functions: { asks, compares, hurries, rests },
      collections: [{ name: 'things', indexes: [{ name: 'a', keys: [{ field: 'a', order: 1 }] }] }],
    })
  })
  afterAll(() => cloud.close())

  const send = async (body: string, contentType = 'application/json') => {
    const response = await fetch(`${cloud.url}/admin?env=local-env&seqId=1`, {
      method: 'POST',
      headers: { 'content-type': contentType },
      body,
    })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }

  test('is one request, to the cloud alone, that names its environment and its turn', async () => {
    const { body } = await cloud.call('asks', { collection: 'things' })
    const { requests, env } = body as { requests: { host: string; path: string }[]; env: string }
    expect(env).toBe('local-env')
    expect(requests).toHaveLength(1)
    expect(requests[0]?.host).toBe(new URL(cloud.url).host)
    const query = new URL(requests[0]?.path ?? '', cloud.url).searchParams
    expect(query.get('env')).toBe('local-env')
    expect(query.get('seqId')).toMatch(/./)
  })

  test('tells those who watch the server how long its answer is', async () => {
    const lengths: unknown[] = []
    const watch = (message: unknown) => lengths.push((message as { response: ServerResponse }).response.getHeader('content-length'))
    subscribe('http.server.response.finish', watch)
    const response = await fetch(`${cloud.url}/admin?env=local-env&seqId=1`, { method: 'POST', body: '{"action":"no.such"}' })
    unsubscribe('http.server.response.finish', watch)
    expect(lengths).toEqual([Buffer.byteLength(await response.text())])
  })

  test('is answered with 200 whatever happens, a refusal by its code', async () => {
    for (const body of [
      '{"action":"database.getDocument","collectionName":"nowhere","queryType":"WHERE","query":"{}","limit":1}',
      '{"action":"no.such"}',
      '{"action":"constructor"}',
      '{"action":',
      '[]',
    ]) {
      const answer = await send(body)
      expect(answer).toEqual({
        status: 200,
        body: {
          code: expect.stringMatching(/^[A-Z_]+$/) as unknown,
          message: expect.any(String) as unknown,
          requestId: expect.any(String) as unknown,
        },
      })
    }
  })

  test('is answered alike between threads, as the SDK is, and over a connection', async () => {
    const bodies = [
      '{"action":"database.getDocument","collectionName":"things","queryType":"WHERE","query":"{\\"a\\":1}","limit":1}',
      '{"action":"database.getDocument","collectionName":"nowhere","queryType":"WHERE","query":"{}","limit":1}',
      '{"action":"no.such","text":"常青"}',
      '{"action":',
    ]
    const { body } = await cloud.call('compares', { bodies })
    const answers = body as [unknown, unknown][]
    expect(answers).toHaveLength(4)
    for (const [short, long] of answers) expect(short).toEqual(long)
  })

  test('is waited for no longer than the SDK waits', async () => {
    expect((await cloud.call('hurries', {})).body).toMatch(/request timeout|ESOCKETTIMEDOUT/)
  })

  test('needs no signature, and is answered with the id of the request', async () => {
    expect(await send('{"action":"database.startTransaction"}')).toEqual({
      status: 200,
      body: { requestId: expect.any(String) as unknown, transactionId: expect.any(String) as unknown },
    })
  })

  test('that is a form without its parts, or no form at all, is refused and not taken for a fault', async () => {
    expect((await send('x', 'multipart/form-data; boundary=b')).body).toMatchObject({ code: 'INVALID_PARAM' })
    expect((await send('x', 'multipart/form-data')).body).toMatchObject({ code: 'INVALID_PARAM' })
    expect(
      (await send('--b\r\ncontent-disposition: form-data; name="action"\r\n\r\nwx.none\r\n--b--\r\n', 'multipart/form-data; boundary=b'))
        .body,
    ).toMatchObject({
      code: 'INVALID_PARAM',
    })
  })

  test('finds its connection open for longer than the SDK keeps it', async () => {
    const response = await new Promise<IncomingMessage>((resolve, reject) => get(`${cloud.url}/clock`, resolve).on('error', reject))
    response.resume()
    expect(Number(/timeout=(\d+)/.exec(String(response.headers['keep-alive']))?.[1])).toBeGreaterThan(4.8)
  })

  test('of the database reaches the function with the number of its refusal', async () => {
    const { body } = await cloud.call('asks', { collection: 'nowhere' })
    expect(body).toMatchObject({ errCode: -502005, errMsg: expect.stringContaining('Db or Table not exist') as unknown })
  })
})
