import { get, type IncomingMessage } from 'node:http'
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

/** Rule: localcloud/WIRE.md, Transport. */
describe('a call to the server API', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud({
      functions: { asks },
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
