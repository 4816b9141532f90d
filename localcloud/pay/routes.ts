import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { Runtime } from '../functions/runtime'
import { INVALID_PARAM, readJson, Refusal, requireOpenid, sendJson, type Exchange, type Route } from '../http/exchange'
import { identityOf, paymentOf } from './apis'
import type { Order, Orders } from './orders'

const paySchema = z.object({ package: z.string().startsWith('prepay_id=') })

interface Parts {
  orders: Orders
  runtime: Pick<Runtime, 'call'>
  now: () => number
  appId: string
}

/** TCB_SOURCE of a call by WeChat Pay. */
const PAY_SOURCE = 'wx_unknown'

/** What `wx.requestPayment` is on a phone, and the orders that there are. */
export function payRoutes({ orders, runtime, now, appId }: Parts): Route[] {
  async function pay({ req, res }: Exchange): Promise<void> {
    const openid = requireOpenid(req)
    const asked = await readJson(req, paySchema)
    const order = orders.toPay(asked.package.slice('prepay_id='.length))
    if (order === undefined) throw new Refusal(404, INVALID_PARAM, 'There is no such order')
    if (order.openid !== openid) throw new Refusal(403, INVALID_PARAM, 'The order is for another person to pay')
    if (order.state !== 'NOTPAY') throw new Refusal(409, INVALID_PARAM, `The order cannot be paid: ${order.state}`)
    const paid: Order = { ...order, state: 'SUCCESS', paidAt: now(), transactionId: `local-transaction-${randomUUID()}` }
    orders.keep(paid)
    sendJson(res, { errMsg: 'requestPayment:ok', told: await tell(paid) })
  }

  /** Tells the function that the order named; whether it took notice. WeChat would tell it again for two days until it does, this cloud does not. */
  async function tell(order: Order): Promise<boolean> {
    const event = camelCased({ ...identityOf(appId, order.subMchId), result_code: 'SUCCESS', ...paymentOf(order) })
    const reply = await runtime.call(order.functionName, JSON.stringify(event), { openid: undefined, source: PAY_SOURCE })
    return reply.ok && noticeSchema.safeParse(JSON.parse(reply.json)).success
  }

  return [
    { method: 'POST', pattern: /^\/pay$/, handle: pay },
    { method: 'GET', pattern: /^\/payments$/, handle: ({ res }) => sendJson(res, { items: orders.all() }) },
  ]
}

const noticeSchema = z.object({ errcode: z.literal(0) })

const camelCased = (fields: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()), value]),
  )
