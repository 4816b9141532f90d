import cloudbase from '@cloudbase/node-sdk'
import jsqr from 'jsqr'
import { PNG } from 'pngjs'
import { SDK, startTestCloud, TEST_NOW, type TestCloud } from './support/cloud'
import { pointSdkAt } from './support/database'

/** Asks for an API by its name, with the options of `cloud.openapi(...)` where they are given, or for a signature. */
const caller = `
const cloud = require(${SDK})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = async ({ api, input, options, voip, call }) => {
  try {
    if (voip) return await cloud.getVoIPSign(voip)
    if (call) return await cloud.getCloudCallSign(call)
    const [group, name] = api.split('.')
    const result = await (options ? cloud.openapi(options) : cloud.openapi)[group][name](input)
    return result.buffer ? { ...result, buffer: result.buffer.toString('base64') } : result
  } catch (error) {
    return { errCode: error.errCode, errMsg: String(error.errMsg || error.message) }
  }
}`
const openapi = [
  'subscribeMessage.send',
  'wxacode.createQRCode',
  'security.msgSecCheck',
  'phonenumber.getPhoneNumber',
  'updatableMessage.setUpdatableMsg',
  'no.such',
]

/** Rule: localcloud/WIRE.md, WeChat's own APIs. */
describe('openapi on the wire', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud({ functions: { caller: { code: caller, config: { permissions: { openapi } } }, bare: caller } })
  })
  afterAll(() => cloud.close())
  const ask = async (event: unknown, name = 'caller') => (await cloud.call(name, event, 'demo-member-01')).body
  const message = { touser: 'demo-member-01', templateId: 'notice', page: '', data: { thing1: { value: '党日' } } }

  test('a success has errCode 0 and its fields in camel case, a refusal the words of WeChat', async () => {
    const code = ((await cloud.post('/phone-code', { phone: '13800000001' }, 'demo-member-01')).body as { code: string }).code
    expect(await ask({ api: 'phonenumber.getPhoneNumber', input: { code } })).toEqual({
      errCode: 0,
      errMsg: 'openapi.phonenumber.getPhoneNumber:ok',
      phoneInfo: {
        phoneNumber: '13800000001',
        purePhoneNumber: '13800000001',
        countryCode: '86',
        watermark: { timestamp: TEST_NOW / 1000, appid: expect.any(String) as unknown },
      },
    })
    expect(await ask({ api: 'subscribeMessage.send', input: message })).toEqual({
      errCode: 43101,
      errMsg: expect.stringMatching(/^openapi\.subscribeMessage\.send:fail user refuse to accept the msg/) as unknown,
    })
  })

  test('a text check tells its strategy and its trace', async () => {
    const input = { content: '专业代开发票', version: 2, scene: 1, openid: 'demo-member-01' }
    expect(await ask({ api: 'security.msgSecCheck', input })).toMatchObject({
      errCode: 0,
      result: { suggest: 'risky', label: 20006 },
      detail: [{ strategy: 'keyword', errcode: 0, suggest: 'risky' }],
      traceId: expect.stringMatching(/./) as unknown,
    })
  })

  test('an API that there is not is -604100, one that config.json does not name -604101', async () => {
    expect(await ask({ api: 'no.such', input: {} })).toEqual({
      errCode: -604100,
      errMsg: expect.stringContaining('error code: -604100') as unknown,
    })
    expect(await ask({ api: 'subscribeMessage.send', input: message }, 'bare')).toEqual({
      errCode: -604101,
      errMsg: expect.stringContaining('error code: -604101') as unknown,
    })
  })

  test.each([{ version: 'v2' }, { appid: 'wx0000000000000001' }, { convertCase: false }])(
    'is the same with the options %j',
    async options => {
      const input = options.convertCase === false ? { touser: 'x', template_id: 'notice', data: { thing1: { value: '党日' } } } : message
      expect(await ask({ api: 'subscribeMessage.send', input, options })).toMatchObject({ errCode: 43101 })
    },
  )

  test('a code of the older kind is a picture that scans', async () => {
    const result = (await ask({ api: 'wxacode.createQRCode', input: { path: 'pages/sign/index?id=1', width: 280 } })) as {
      contentType: string
      buffer: string
    }
    const { data, width, height } = PNG.sync.read(Buffer.from(result.buffer, 'base64'))
    expect(result.contentType).toBe('image/png')
    expect(jsqr(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'dontInvert' })?.data).toBe('pages/sign/index?id=1')
  })

  test('a signature for a voice room, or for a call to the cloud, is the same for the same and needs no permission', async () => {
    const voip = { groupId: 'room-1', timestamp: 1_763_690_000, nonce: 'abc' }
    const first = (await ask({ voip }, 'bare')) as { signature: string }
    expect(first).toEqual({ signature: expect.stringMatching(/^local-[\da-f]{64}$/) as unknown, errMsg: 'getVoIPSign:ok', errCode: 0 })
    expect(await ask({ voip })).toEqual(first)
    expect(await ask({ voip: { ...voip, groupId: 'room-2' } })).not.toEqual(first)
    const call = { parameterList: ['a', 'b'] }
    const second = (await ask({ call }, 'bare')) as { signature: string }
    expect(second).toEqual({
      signature: expect.stringMatching(/^local-[\da-f]{64}$/) as unknown,
      errMsg: 'getCloudCallSign:ok',
      errCode: 0,
    })
    expect(await ask({ call: { parameterList: ['a', 'c'] } })).not.toEqual(second)
  })

  test('a request that cannot be read is refused by the gateway, in JSON', async () => {
    pointSdkAt(`${cloud.url}/admin`)
    const app = cloudbase.init({ env: 'local-env' })
    const garbage = app.callCompatibleWxOpenApi({ apiName: 'wxacode.get', requestData: Buffer.from([0xff, 0xff, 0xff]) })
    await expect(garbage).rejects.toMatchObject({ code: 'INVALID_PARAM', requestId: expect.any(String) as unknown })
  })
})
