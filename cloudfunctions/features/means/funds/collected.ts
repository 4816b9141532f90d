import { quarterSpan } from '../../../../core/means/funds/ledger'
import type { DateText } from '../../../../core/shared/operation'
import { byText, rowsBy } from '../../../kernel/keyset'
import type { Store } from '../../../kernel/store'
import { DuesPayments, type DuesPayment } from '../dues/documents'
import type { FundMonth } from './documents'

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

/** The dues of a year: how many paid, what was taken in, handed in, and came back. */
export const duesOf = (
  payments: readonly DuesPayment[],
  months: readonly FundMonth[],
  year: number,
): { people: number; collectedFen: number; handedFen: number; returnedFen: number } => {
  const paid = new Map<string, number>()
  for (const one of payments) paid.set(one.memberId, (paid.get(one.memberId) ?? 0) + one.fen)
  const ofYear = (quarter: string | undefined): boolean => quarter?.startsWith(String(year)) === true
  const sum = (all: readonly { fen: number }[]): number => all.reduce((total, one) => total + one.fen, 0)
  return {
    people: [...paid.values()].filter(fen => fen > 0).length,
    collectedFen: duesSum(payments),
    handedFen: sum(months.flatMap(one => one.handIns).filter(one => ofYear(one.quarter))),
    returnedFen: sum(months.flatMap(one => one.entries).filter(one => ofYear(one.of?.quarter))),
  }
}

/** The payments of dues that a branch took in in a year. */
export const paymentsOf = (store: Store, branchId: string, year: number): Promise<DuesPayment[]> =>
  paymentsIn(store, branchId, `${String(year)}-01-01`, `${String(year + 1)}-01-01`)
