import { quarterSpan } from '../../../../core/means/funds/ledger'
import type { DateText } from '../../../../core/shared/operation'
import { byText, rowsBy } from '../../../kernel/keyset'
import type { Store } from '../../../kernel/store'
import { DuesPayments, type DuesPayment } from '../dues/documents'

/** The payments of dues that a branch took in, reversals too, from a day up to and not including another. */
export const paymentsIn = async (store: Store, branchId: string, from: DateText, to: DateText): Promise<DuesPayment[]> =>
  (await rowsBy(store.table(DuesPayments), { branchId, on: { gte: from, lt: to } }, byText('on'), { most: Infinity })).items

/** What of these is the branch's to hand in: voluntary payments of large sums go to the Centre whole. */
export const duesSum = (payments: readonly DuesPayment[]): number =>
  payments.reduce((sum, one) => sum + (one.special === true ? 0 : one.fen), 0)

/** What of these was taken in in a quarter. */
export const quarterSum = (payments: readonly DuesPayment[], quarter: string): number => {
  const { from, to } = quarterSpan(quarter)
  return duesSum(payments.filter(one => from <= one.on && one.on < to))
}
