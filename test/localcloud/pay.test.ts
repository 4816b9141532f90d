import { join } from 'node:path'
import { openOrders } from '../../localcloud/pay/orders'
import { SDK, startTestCloud, TEST_NOW, type TestCloud } from './support/cloud'

const shop = `
const cloud = require(${SDK})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = async ({ api, input }) => {
  try {
    return await cloud.cloudPay[api](input)
  } catch (error) {
    return { errCode: error.errCode, errMsg: error.errMsg }
  }
}`
/** Is told of payments; takes no notice of those whose number says so. */
const told = `
const cloud = require(${SDK})
exports.main = event => {
  console.log(JSON.stringify({ event, source: cloud.getWXContext().SOURCE, openid: cloud.getWXContext().OPENID }))
  return event.outTradeNo.startsWith('deaf') ? { errcode: 1, errmsg: 'later' } : { errcode: 0, errmsg: 'ok' }
}`

interface Ordered {
  returnCode: string
  resultCode: string
  prepayId: string
  payment: { package: string; paySign: string }
}

/** Rule: localcloud/WIRE.md, WeChat's own APIs, `cloud.cloudPay.*`. */
describe('WeChat Pay, without money', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud({ functions: { shop, told } })
  })
  afterAll(() => cloud.close())

  const ask = async (api: string, input: unknown, openid = 'demo-member-01') => (await cloud.call('shop', { api, input }, openid)).body
  const goods = (outTradeNo: string, totalFee = 500) => ({
    body: '爱心午餐',
    outTradeNo,
    spbillCreateIp: '127.0.0.1',
    subMchId: '1900000109',
    totalFee,
    envId: 'local-env',
    functionName: 'told',
  })
  const order = async (outTradeNo: string, totalFee?: number) => (await ask('unifiedOrder', goods(outTradeNo, totalFee))) as Ordered
  const pay = (ordered: Ordered, openid = 'demo-member-01') => cloud.post('/pay', { package: ordered.payment.package }, openid)
  const named = (outTradeNo: string) => ({ subMchId: '1900000109', outTradeNo, nonceStr: 'abc' })

  test('an order has what a phone needs to pay it, and nothing in it looks real', async () => {
    expect(await order('lunch-1')).toMatchObject({
      errCode: 0,
      errMsg: 'cloudPay.unifiedOrder:ok',
      returnCode: 'SUCCESS',
      resultCode: 'SUCCESS',
      tradeType: 'JSAPI',
      subMchId: '1900000109',
      prepayId: expect.stringMatching(/^local-prepay-/) as unknown,
      payment: {
        appId: expect.any(String) as unknown,
        timeStamp: String(TEST_NOW / 1000),
        nonceStr: expect.any(String) as unknown,
        package: expect.stringMatching(/^prepay_id=local-prepay-/) as unknown,
        signType: 'MD5',
        paySign: expect.stringContaining('LOCAL') as unknown,
      },
    })
  })

  test('the same order asked for again is the same; its number stands for no other', async () => {
    const first = await order('lunch-2')
    expect((await order('lunch-2')).prepayId).toBe(first.prepayId)
    expect(await order('lunch-2', 600)).toMatchObject({ resultCode: 'FAIL', errCode: 0 })
    expect(await ask('unifiedOrder', { ...goods('lunch-2'), subMchId: '1900000110' })).toMatchObject({ resultCode: 'SUCCESS' })
  })

  test('what an order lacks is told, as WeChat Pay tells it, without an exception', async () => {
    expect(await ask('unifiedOrder', { ...goods('lunch-3'), totalFee: undefined })).toMatchObject({
      returnCode: 'FAIL',
      returnMsg: expect.stringContaining('total_fee') as unknown,
    })
    expect(await ask('unifiedOrder', goods('lunch-3', 0.5))).toMatchObject({ returnCode: 'FAIL' })
    expect(await ask('unifiedOrder', goods('x'.repeat(33)))).toMatchObject({ returnCode: 'FAIL' })
    const { body } = await cloud.call('shop', { api: 'unifiedOrder', input: goods('lunch-3') })
    expect(body).toMatchObject({ returnCode: 'FAIL', returnMsg: expect.stringContaining('sub_openid') as unknown })
  })

  test('is paid once, by the person it was made for, and the function that it names is told', async () => {
    const ordered = await order('lunch-4')
    expect(await ask('queryOrder', named('lunch-4'))).toMatchObject({ tradeState: 'NOTPAY', outTradeNo: 'lunch-4' })
    expect((await pay(ordered, 'demo-stranger')).status).toBe(403)
    expect(await pay(ordered)).toMatchObject({ status: 200, body: { errMsg: 'requestPayment:ok', told: true } })
    expect((await pay(ordered)).status).toBe(409)
    expect((await cloud.post('/pay', { package: 'prepay_id=invented' }, 'demo-member-01')).status).toBe(404)

    const { items } = (await cloud.get('/log')) as { items: { functionName: string; console: { text: string }[] }[] }
    const lines = items
      .filter(item => item.functionName === 'told')
      .flatMap(item => item.console.map(({ text }) => JSON.parse(text) as unknown))
    expect(lines).toEqual([
      {
        event: expect.objectContaining({
          returnCode: 'SUCCESS',
          resultCode: 'SUCCESS',
          outTradeNo: 'lunch-4',
          subOpenid: 'demo-member-01',
          totalFee: 500,
          transactionId: expect.stringMatching(/^local-transaction-/) as unknown,
          timeEnd: '20261121093000',
        }) as unknown,
        source: 'wx_unknown',
      },
    ])
    expect(await ask('queryOrder', named('lunch-4'))).toMatchObject({ tradeState: 'SUCCESS', cashFee: 500 })
    expect(await ask('unifiedOrder', goods('lunch-4'))).toMatchObject({ resultCode: 'FAIL' })
    expect(await pay(await order('deaf-1'))).toMatchObject({ body: { told: false } })
  })

  test('is closed while it is unpaid, and then not paid any more', async () => {
    const ordered = await order('lunch-5')
    expect(await ask('closeOrder', named('lunch-5'))).toMatchObject({ resultCode: 'SUCCESS' })
    expect((await pay(ordered)).status).toBe(409)
    expect(await ask('queryOrder', named('lunch-5'))).toMatchObject({ tradeState: 'CLOSED' })
    await pay(await order('lunch-6'))
    expect(await ask('closeOrder', named('lunch-6'))).toMatchObject({ resultCode: 'FAIL' })
    expect(await ask('closeOrder', named('never-ordered'))).toMatchObject({ resultCode: 'FAIL' })
  })

  test('is paid back in parts, each once, and never more than was paid', async () => {
    await pay(await order('lunch-7'))
    const back = (outRefundNo: string, refundFee: number) => ask('refund', { ...named('lunch-7'), outRefundNo, totalFee: 500, refundFee })
    expect(await ask('queryRefund', named('lunch-7'))).toMatchObject({ resultCode: 'FAIL' })
    const first = (await back('back-1', 200)) as { refundId: string }
    expect(first).toMatchObject({ resultCode: 'SUCCESS', refundFee: 200, refundId: expect.stringMatching(/^local-refund-/) as unknown })
    expect(await back('back-1', 200)).toMatchObject({ refundId: first.refundId })
    expect(await back('back-2', 400)).toMatchObject({ resultCode: 'FAIL' })
    expect(await back('back-2', 300)).toMatchObject({ resultCode: 'SUCCESS' })
    expect(await ask('queryRefund', named('lunch-7'))).toMatchObject({ refundCount: 2, refundFee_0: 200, refundFee_1: 300 })
    expect(await ask('refund', { ...named('lunch-2'), outRefundNo: 'back-3', totalFee: 500, refundFee: 1 })).toMatchObject({
      resultCode: 'FAIL',
    })
  })

  test('has a bill of each day', async () => {
    await pay(await order('lunch-8', 1234))
    const bill = (await ask('downloadBill', { subMchId: '1900000109', billDate: '20261121', nonceStr: 'abc' })) as { data: string }
    expect(bill.data).toMatch(/`lunch-8,`demo-member-01,`SUCCESS,`12\.34/)
    expect(await ask('downloadBill', { subMchId: '1900000109', billDate: '20261122' })).toMatchObject({ returnMsg: 'No Bill Exist' })
  })

  test('keeps its orders, which can be looked at, and knows no other API', async () => {
    const { items } = (await cloud.get('/payments')) as { items: { outTradeNo: string; state: string }[] }
    expect(items.find(one => one.outTradeNo === 'lunch-5')).toMatchObject({ state: 'CLOSED' })
    expect(openOrders(join(cloud.folder, 'data', 'payments.jsonl')).all()).toEqual(items)
    for (const api of ['profitSharing', 'constructor']) {
      expect(await ask(api, {})).toEqual({ errCode: -501007, errMsg: expect.stringContaining(`no cloudPay.${api}`) as unknown })
    }
  })
})
