import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { Order, Orders } from './orders'

/** What WeChat Pay answers: fields by their names on the wire, or the text of a bill. */
type PayAnswer = Record<string, unknown> | string
export type PayApi = (parameters: Record<string, unknown>, openid: string | undefined) => PayAnswer

interface Parts {
  orders: Orders
  now: () => number
  appId: string
}

const number32 = z.string().regex(/^[\w\-|*@]{1,32}$/)
const merchant = z.object({ sub_mch_id: z.string().min(1).max(32) })
const orderedSchema = merchant.extend({
  function_name: z.string().min(1),
  env_id: z.string().min(1),
  body: z.string().min(1).max(128),
  attach: z.string().max(127).optional(),
  out_trade_no: number32,
  total_fee: z.number().int().positive(),
  spbill_create_ip: z.string().min(1),
  trade_type: z.literal('JSAPI').default('JSAPI'),
  sub_openid: z.string().min(1).optional(),
})
const oneOrder = merchant.extend({ out_trade_no: number32.optional(), transaction_id: z.string().optional() })
const namedSchema = oneOrder.refine(one => (one.out_trade_no ?? one.transaction_id) !== undefined, 'out_trade_no or transaction_id')
const closeSchema = merchant.extend({ out_trade_no: number32 })
const refundSchema = oneOrder.extend({
  out_refund_no: z.string().min(1).max(64),
  total_fee: z.number().int().positive(),
  refund_fee: z.number().int().positive(),
})
const billSchema = merchant.extend({ bill_date: z.string().regex(/^\d{8}$/) })

/** 20261121093000: the wall clock of Beijing, as WeChat Pay writes an instant. */
const payTime = (ms: number): string => new Date(ms + 8 * 3600_000).toISOString().replace(/\D/g, '').slice(0, 14)

/** What WeChat Pay says of each order, besides its outcome. */
export const identityOf = (appId: string, subMchId: string) => ({
  return_code: 'SUCCESS',
  appid: appId,
  mch_id: 'local-mch',
  sub_appid: appId,
  sub_mch_id: subMchId,
  nonce_str: randomUUID().replaceAll('-', ''),
})

const NO_SIGNATURE = 'LOCAL-NO-SIGNATURE'

/** What is known of an order once it is paid. */
export const paymentOf = (order: Order) => ({
  sub_openid: order.openid,
  sub_is_subscribe: 'N',
  trade_type: 'JSAPI',
  bank_type: 'LOCAL',
  total_fee: order.totalFee,
  fee_type: 'CNY',
  cash_fee: order.totalFee,
  transaction_id: order.transactionId,
  out_trade_no: order.outTradeNo,
  ...(order.attach === undefined ? {} : { attach: order.attach }),
  time_end: order.paidAt === undefined ? undefined : payTime(order.paidAt),
})

/** `cloudPay.*` without money: order, look, close, pay back, bill. Rule: localcloud/WIRE.md, WeChat's own APIs. */
export function payApis({ orders, now, appId }: Parts): Record<string, PayApi> {
  const heard = (subMchId: string) => ({ ...identityOf(appId, subMchId), return_msg: 'OK', sign: NO_SIGNATURE })
  const done = (subMchId: string, more: Record<string, unknown> = {}) => ({ ...heard(subMchId), result_code: 'SUCCESS', ...more })
  const failed = (subMchId: string, err_code: string, err_code_des: string) => ({
    ...heard(subMchId),
    result_code: 'FAIL',
    err_code,
    err_code_des,
  })
  const absent = (subMchId: string) => failed(subMchId, 'ORDERNOTEXIST', 'order does not exist')
  const named = ({ sub_mch_id, out_trade_no, transaction_id }: z.infer<typeof oneOrder>) =>
    orders.find(sub_mch_id, { outTradeNo: out_trade_no, transactionId: transaction_id })

  const unifiedOrder = api(orderedSchema, (asked, caller) => {
    const { sub_mch_id: subMchId, out_trade_no: outTradeNo, total_fee: totalFee, body, attach, function_name: functionName } = asked
    const openid = asked.sub_openid ?? caller
    if (openid === undefined) return fault('sub_openid is missing')
    const known = orders.find(subMchId, { outTradeNo })
    if (known !== undefined) {
      if (known.state === 'CLOSED') return failed(subMchId, 'ORDERCLOSED', 'order is closed')
      if (known.state !== 'NOTPAY') return failed(subMchId, 'ORDERPAID', 'order is paid')
      if (known.totalFee !== totalFee || known.body !== body || known.openid !== openid)
        return failed(subMchId, 'OUT_TRADE_NO_USED', 'out_trade_no stands for another order')
    }
    const order: Order = known ?? {
      ...{ outTradeNo, subMchId, openid, body, totalFee, functionName, state: 'NOTPAY', at: now(), refunds: [] },
      ...(attach === undefined ? {} : { attach }),
      prepayId: `local-prepay-${randomUUID()}`,
    }
    if (known === undefined) orders.keep(order)
    const reply = done(subMchId, { trade_type: 'JSAPI', prepay_id: order.prepayId })
    const timeStamp = String(Math.floor(now() / 1000))
    const signed = { nonceStr: reply.nonce_str, package: `prepay_id=${order.prepayId}`, signType: 'MD5', paySign: reply.sign }
    return { ...reply, payment: { appId, timeStamp, ...signed } }
  })

  const queryOrder = api(namedSchema, asked => {
    const order = named(asked)
    if (order === undefined) return absent(asked.sub_mch_id)
    const paid = order.state === 'SUCCESS' || order.state === 'REFUND' ? paymentOf(order) : { out_trade_no: order.outTradeNo }
    return done(asked.sub_mch_id, { ...paid, total_fee: order.totalFee, trade_state: order.state })
  })

  const closeOrder = api(closeSchema, asked => {
    const order = named(asked)
    if (order === undefined) return absent(asked.sub_mch_id)
    if (order.state === 'SUCCESS' || order.state === 'REFUND') return failed(asked.sub_mch_id, 'ORDERPAID', 'order is paid')
    orders.keep({ ...order, state: 'CLOSED' })
    return done(asked.sub_mch_id)
  })

  const refund = api(refundSchema, asked => {
    const { sub_mch_id: subMchId, out_refund_no: outRefundNo, refund_fee: refundFee } = asked
    const order = named(asked)
    if (order === undefined) return absent(subMchId)
    if (order.transactionId === undefined) return failed(subMchId, 'TRADE_STATE_ERROR', 'order is not paid')
    // The same refund asked for again is the same refund.
    const known = order.refunds.find(one => one.outRefundNo === outRefundNo)
    const back = order.refunds.reduce((sum, one) => sum + one.refundFee, 0)
    if (known === undefined && (asked.total_fee !== order.totalFee || back + refundFee > order.totalFee))
      return failed(subMchId, 'INVALID_REQUEST', 'more is asked back than was paid')
    const one = known ?? { outRefundNo, refundId: `local-refund-${randomUUID()}`, refundFee, at: now() }
    if (known === undefined) orders.keep({ ...order, state: 'REFUND', refunds: [...order.refunds, one] })
    const sums = { total_fee: order.totalFee, refund_fee: one.refundFee, cash_fee: order.totalFee }
    const ids = { transaction_id: order.transactionId, out_trade_no: order.outTradeNo, out_refund_no: outRefundNo, refund_id: one.refundId }
    return done(subMchId, { ...ids, ...sums })
  })

  const queryRefund = api(namedSchema, asked => {
    const order = named(asked)
    if (order === undefined || order.refunds.length === 0) return failed(asked.sub_mch_id, 'REFUNDNOTEXIST', 'refund does not exist')
    const lines = order.refunds.reduce<Record<string, unknown>>(
      (all, one, i) => ({
        ...all,
        [`out_refund_no_${i}`]: one.outRefundNo,
        [`refund_id_${i}`]: one.refundId,
        [`refund_fee_${i}`]: one.refundFee,
        [`refund_status_${i}`]: 'SUCCESS',
        [`refund_success_time_${i}`]: payTime(one.at),
      }),
      {},
    )
    const ids = { transaction_id: order.transactionId, out_trade_no: order.outTradeNo, total_fee: order.totalFee }
    return done(asked.sub_mch_id, { ...ids, refund_count: order.refunds.length, ...lines })
  })

  const downloadBill = api(billSchema, asked => {
    const paid = orders.all().filter(order => order.paidAt !== undefined && payTime(order.paidAt).startsWith(asked.bill_date))
    const ofMerchant = paid.filter(order => order.subMchId === asked.sub_mch_id)
    if (ofMerchant.length === 0) return fault('No Bill Exist')
    const lines = ofMerchant.map(order =>
      [payTime(order.paidAt ?? 0), order.transactionId, order.outTradeNo, order.openid, order.state, (order.totalFee / 100).toFixed(2)]
        .map(text => `\`${text ?? ''}`)
        .join(','),
    )
    return ['交易时间,微信订单号,商户订单号,用户标识,交易状态,应结订单金额', ...lines].join('\r\n')
  })

  return { unifiedOrder, queryOrder, closeOrder, refund, queryRefund, downloadBill }
}

/** An API with its parameters parsed; what does not fit is answered as WeChat Pay does, without an exception. */
function api<T>(schema: z.ZodType<T>, answer: (parameters: T, openid: string | undefined) => PayAnswer): PayApi {
  return (parameters, openid) => {
    const parsed = schema.safeParse(parameters)
    if (parsed.success) return answer(parsed.data, openid)
    const first = parsed.error.issues[0]
    return fault(`${first?.path.join('.') ?? ''} ${first?.message ?? ''}`.trim())
  }
}

const fault = (return_msg: string) => ({ return_code: 'FAIL', return_msg })
