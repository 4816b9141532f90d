import * as z from 'zod'
import { openJournal } from '../messages/journal'

const orderSchema = z.object({
  outTradeNo: z.string(),
  subMchId: z.string(),
  /** Who is to pay. */
  openid: z.string(),
  body: z.string(),
  attach: z.string().optional(),
  /** In fen, as all sums. */
  totalFee: z.number().int(),
  /** The function that is told when it is paid. */
  functionName: z.string(),
  prepayId: z.string(),
  state: z.enum(['NOTPAY', 'SUCCESS', 'REFUND', 'CLOSED']),
  /** Cloud time, ms. */
  at: z.number(),
  paidAt: z.number().optional(),
  transactionId: z.string().optional(),
  refunds: z.array(z.object({ outRefundNo: z.string(), refundId: z.string(), refundFee: z.number().int(), at: z.number() })),
})

/** An order of WeChat Pay as this cloud plays it: no money moves, and every id says `local`. */
export type Order = z.infer<typeof orderSchema>

export interface Orders {
  /** The order that a merchant, or WeChat itself, gave this number; each merchant's numbers are its own. */
  find: (subMchId: string, by: { outTradeNo?: string | undefined; transactionId?: string | undefined }) => Order | undefined
  /** The order that a phone is asked to pay (`prepay_id`). */
  toPay: (prepayId: string) => Order | undefined
  keep: (order: Order) => void
  /** Oldest first. */
  all: () => Order[]
}

/** The orders are kept in `file`, one line for each state of one, and read back from it. */
export function openOrders(file: string): Orders {
  const journal = openJournal(file, orderSchema)
  const orders = new Map(journal.kept.map(order => [order.prepayId, order]))
  return {
    find: (subMchId, { outTradeNo, transactionId }) =>
      [...orders.values()].find(
        order =>
          order.subMchId === subMchId &&
          (transactionId === undefined ? order.outTradeNo === outTradeNo : order.transactionId === transactionId),
      ),
    toPay: prepayId => orders.get(prepayId),
    keep(order) {
      journal.append(order)
      orders.set(order.prepayId, order)
    },
    all: () => [...orders.values()],
  }
}
