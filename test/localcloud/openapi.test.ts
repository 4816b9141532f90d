import jsqr from 'jsqr'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { openLedger } from '../../localcloud/messages/ledger'
import { SDK, startTestCloud, TEST_NOW, type TestCloud } from './support/cloud'

const caller = `
const cloud = require(${SDK})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = async ({ api, input }) => {
  const [group, name] = api.split('.')
  try {
    const result = await cloud.openapi[group][name](input)
    return result.buffer ? { contentType: result.contentType, base64: result.buffer.toString('base64') } : result
  } catch (error) {
    return { errCode: error.errCode, errMsg: String(error.errMsg) }
  }
}`
const openapi = [
  'subscribeMessage.send',
  'wxacode.getUnlimited',
  'wxacode.get',
  'security.msgSecCheck',
  'phonenumber.getPhoneNumber',
  'soter.verifySignature',
]

describe("WeChat's server APIs", () => {
  const start = () => startTestCloud({ functions: { caller: { code: caller, config: { permissions: { openapi } } }, bare: caller } })
  let shared: TestCloud
  let cloud: TestCloud
  beforeAll(async () => {
    shared = await start()
  })
  afterAll(() => shared.close())
  beforeEach(() => {
    cloud = shared
  })

  const ask = async (api: string, input: unknown, openid = 'demo-secretary') => (await cloud.call('caller', { api, input }, openid)).body
  const message = (data: Record<string, unknown> = { thing1: { value: '主题党日' } }, touser = 'demo-member-01') => ({
    touser,
    templateId: 'notice',
    page: 'pages/activities/detail?id=1',
    data,
  })
  const allow = (openid: string, templateIds: string[], accepted = true) => cloud.post('/consent', { templateIds, accepted }, openid)

  test('that WeChat does not have are not found, those not permitted are refused', async () => {
    expect(await ask('soter.verifySignature', { openid: 'x' })).toMatchObject({ errCode: -604100 })
    const { body } = await cloud.call('bare', { api: 'subscribeMessage.send', input: message() }, 'demo-secretary')
    expect(body).toMatchObject({ errCode: -604101 })
    expect(await cloud.get('/outbox')).toEqual({ items: [], cursor: 0 })
  })

  describe('subscribe messages on a cloud that has sent none', () => {
    beforeEach(async () => {
      cloud = await start()
    })
    afterEach(() => cloud.close())

    test('reach a person once for each time the person agreed', async () => {
      expect(await ask('subscribeMessage.send', message())).toMatchObject({ errCode: 43101 })
      expect((await allow('demo-member-01', ['notice', 'other'])).body).toEqual({ left: { notice: 1, other: 1 } })
      expect((await allow('demo-member-01', ['notice'])).body).toEqual({ left: { notice: 2 } })
      expect((await allow('demo-member-01', ['notice'], false)).body).toEqual({ left: { notice: 2 } })
      const results = await Promise.all([1, 2, 3, 4].map(() => ask('subscribeMessage.send', message())))
      expect(results.map(result => (result as { errCode: number }).errCode).sort((a, b) => a - b)).toEqual([0, 0, 43101, 43101])
      expect(await ask('subscribeMessage.send', message(undefined, 'demo-member-02'))).toMatchObject({ errCode: 43101 })
    })

    test('and what is left of the consents outlive the cloud that took them', async () => {
      for (let i = 0; i < 3; i++) await allow('demo-member-01', ['notice'])
      await ask('subscribeMessage.send', message())
      const file = join(cloud.folder, 'data', 'messages.jsonl')
      // The end of a line that a sudden stop cut off.
      writeFileSync(file, readFileSync(file, 'utf8') + '{"sent":{"id":2,')
      for (let i = 0; i < 2; i++) {
        const ledger = openLedger(file, () => undefined)
        expect(ledger.left('demo-member-01', 'notice')).toBe(2 - i)
        expect(ledger.after(0)).toHaveLength(1 + i)
        expect(ledger.send({ at: TEST_NOW, touser: 'demo-member-01', template: 'notice', page: '', data: {} })).toMatchObject({ id: 2 + i })
      }
    })

    test('arrive on the stream that the desk listens to', async () => {
      const stream = await cloud.listen()
      await allow('demo-member-01', ['notice'])
      await ask('subscribeMessage.send', message({ thing1: { value: '到了' } }))
      await stream.until('"value":"到了"')
      expect(await cloud.get('/outbox')).toMatchObject({ items: [{ data: { thing1: { value: '到了' } } }] })
    })

    test('are listed in the outbox from a cursor or an instant on', async () => {
      await allow('demo-member-01', ['notice'])
      await allow('demo-member-01', ['notice'])
      await ask('subscribeMessage.send', message())
      await cloud.post('/clock', { advance: 60_000 })
      await ask('subscribeMessage.send', message({ thing1: { value: '改期' } }))
      const first = {
        id: 1,
        at: TEST_NOW,
        touser: 'demo-member-01',
        template: 'notice',
        page: 'pages/activities/detail?id=1',
        data: { thing1: { value: '主题党日' } },
      }
      const second = { ...first, id: 2, at: TEST_NOW + 60_000, data: { thing1: { value: '改期' } } }
      expect(await cloud.get('/outbox')).toEqual({ items: [first, second], cursor: 2 })
      expect(await cloud.get('/outbox?since=1')).toEqual({ items: [second], cursor: 2 })
      expect(await cloud.get(`/outbox?since=${TEST_NOW + 1}`)).toEqual({ items: [second], cursor: 2 })
      expect(await cloud.get('/outbox?since=2')).toEqual({ items: [], cursor: 2 })
    })
  })

  describe('the fields of subscribe messages', () => {
    test.each([
      ['thing1', '一'.repeat(20), '一'.repeat(21)],
      ['phrase2', '已签到', '已经签到啦啦'],
      ['phrase3', '改期', 'moved'],
      ['name4', '王秀英', '王'.repeat(11)],
      ['number5', '87', '87人'],
      ['character_string6', 'No-123', '编号'],
      ['phone_number7', '+86-13800000000', '1'.repeat(18)],
      ['time8', '2026年11月21日 09:30', 'soon'],
      ['time8', '09:30~11:00', '25:00'],
      ['time8', '2026-11-21 09:30:00', '2026年11月21日'],
      ['time8', '11月21日 09:30 ~ 11月21日 11:00', '今天 09:30'],
      ['date9', '2026年11月21日', 'today'],
      ['date9', '2026/11/21 09:30', '2026年13月21日'],
      ['date9', '2026-11-21~2026-11-23', '09:30'],
      ['amount10', '￥12.50', 'a lot'],
      ['amount10', '100元', '12345678901'],
      ['letter13', 'abcXYZ', 'abc1'],
      ['symbol14', '+-*/#', '+-*/#!'],
      ['symbol14', '★', '甲'],
      ['car_number15', '粤A8Z888挂', '粤A8Z8888挂'],
      ['car_number15', '京A12345', 'A-1'],
      ['name4', 'Norman Bethune', 'a'.repeat(21)],
      ['number5', '-12.5', '1'.repeat(33)],
      ['phone_number7', '0766-66888866', '电话'],
      ['thing11', ' ', ''],
      ['thing12', 5, ''],
    ])('like %s are taken when they fit and else refused with 47003, keeping the consent', async (field, good, bad) => {
      await allow('demo-member-01', ['notice'])
      expect(await ask('subscribeMessage.send', message({ [field]: { value: bad } }))).toMatchObject({
        errCode: 47003,
        errMsg: expect.stringContaining(`data.${field}.value`) as unknown,
      })
      expect(await ask('subscribeMessage.send', message({ [field]: { value: good } }))).toMatchObject({ errCode: 0 })
    })

    test('hold no line ends', async () => {
      await allow('demo-member-01', ['notice'])
      expect(await ask('subscribeMessage.send', message({ thing1: { value: '一\n二' } }))).toMatchObject({ errCode: 47003 })
    })

    test('of an unknown kind are refused', async () => {
      expect(await ask('subscribeMessage.send', message({ keyword1: { value: 'x' } }))).toMatchObject({ errCode: 47003 })
    })
  })

  describe('mini-program codes', () => {
    const read = (result: unknown) => {
      const { contentType, base64 } = result as { contentType: string; base64: string }
      const { data, width, height } = PNG.sync.read(Buffer.from(base64, 'base64'))
      return { contentType, width, text: jsqr(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'dontInvert' })?.data }
    }

    test('can be scanned: the page and the scene', async () => {
      const scene = 'a=1&code=Xy_9'
      const result = read(await ask('wxacode.getUnlimited', { scene, page: 'pages/sign/index', width: 280 }))
      expect(result).toMatchObject({ contentType: 'image/png', text: 'pages/sign/index?scene=a%3D1%26code%3DXy_9' })
      expect(read(await ask('wxacode.get', { path: 'pages/sign/index?id=1', width: 280 }))).toMatchObject({ text: 'pages/sign/index?id=1' })
      const { base64 } = (await ask('wxacode.get', { path: 'pages/sign/index' })) as { base64: string }
      expect(PNG.sync.read(Buffer.from(base64, 'base64')).width).toBeGreaterThan(280)
    })

    test.each(['', 'x'.repeat(33), '中文', 'a b', 'a%20b'])('refuse the scene %j', async scene => {
      expect(await ask('wxacode.getUnlimited', { scene, page: 'pages/sign/index' })).toMatchObject({ errCode: 40169 })
    })

    test.each(['/pages/sign/index', 'pages/sign/index?x=1'])('refuse the page %j', async page => {
      expect(await ask('wxacode.getUnlimited', { scene: 'x', page })).toMatchObject({ errCode: 41030 })
    })
  })

  describe('the check of a text', () => {
    const text = (content: string, openid = 'demo-secretary') => ({ content, version: 2, scene: 2, openid })

    test('passes what is harmless and names what is risky', async () => {
      expect(await ask('security.msgSecCheck', text('本周五下午学习'))).toMatchObject({
        errCode: 0,
        result: { suggest: 'pass', label: 100 },
      })
      expect(await ask('security.msgSecCheck', text('专业代开发票'))).toMatchObject({
        errCode: 0,
        result: { suggest: 'risky', label: 20006 },
      })
    })

    test('takes 2500 characters, of people who were here within two hours', async () => {
      expect(await ask('security.msgSecCheck', text('字'.repeat(2500)))).toMatchObject({ errCode: 0 })
      expect(await ask('security.msgSecCheck', text('字'.repeat(2501)))).toMatchObject({ errCode: 45002 })
      expect(await ask('security.msgSecCheck', text('好', 'demo-stranger'))).toMatchObject({ errCode: 61010 })
      await cloud.call('bare', { api: 'x.y' }, 'demo-stranger')
      expect(await ask('security.msgSecCheck', text('好', 'demo-stranger'))).toMatchObject({ errCode: 0 })
      await cloud.post('/clock', { advance: 2 * 3600_000 + 1 })
      expect(await ask('security.msgSecCheck', text('好', 'demo-stranger'))).toMatchObject({ errCode: 61010 })
    })

    test('in its first version passes or is refused, and asks for no person', async () => {
      expect(await ask('security.msgSecCheck', { content: '本周五下午学习' })).toMatchObject({ errCode: 0 })
      expect(await ask('security.msgSecCheck', { content: '专业代开发票' })).toMatchObject({ errCode: 87014 })
      expect(await ask('security.msgSecCheck', { content: '' })).toMatchObject({ errCode: 47001 })
      expect(await ask('security.msgSecCheck', { content: '好', version: 2 })).toMatchObject({ errCode: 47001 })
    })
  })

  describe('the phone number', () => {
    const codeOf = async () => ((await cloud.post('/phone-code', { phone: '13800000001' }, 'demo-stranger')).body as { code: string }).code

    test('is told once for a code of the phone', async () => {
      const code = await codeOf()
      expect(await ask('phonenumber.getPhoneNumber', { code })).toMatchObject({
        errCode: 0,
        phoneInfo: { phoneNumber: '13800000001', purePhoneNumber: '13800000001', countryCode: '86' },
      })
      expect(await ask('phonenumber.getPhoneNumber', { code })).toMatchObject({ errCode: 40029 })
      expect(await ask('phonenumber.getPhoneNumber', { code: 'guessed' })).toMatchObject({ errCode: 40029 })
    })

    test('is told for five minutes', async () => {
      const code = await codeOf()
      await cloud.post('/clock', { advance: 5 * 60_000 + 1 })
      expect(await ask('phonenumber.getPhoneNumber', { code })).toMatchObject({ errCode: 40029 })
    })

    test('needs a person and a mobile number', async () => {
      expect((await cloud.post('/phone-code', { phone: '13800000001' })).status).toBe(400)
      expect((await cloud.post('/phone-code', { phone: '110' }, 'demo-stranger')).status).toBe(400)
    })
  })
})
