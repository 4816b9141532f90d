import * as z from 'zod'
import { quarterSpan, quartersOf, yearOf } from '../../../../core/means/funds/ledger'
import { addDays, dateOf } from '../../../../core/shared/calendar'
import { sumsOf } from '../../../../core/shared/fields'
import type { Store } from '../../../kernel/store'
import type { Topic } from '../../../kernel/rollups'
import { Members, regulationsFor } from '../../people/public'
import { monthsOf } from './book'
import { paymentsIn, quarterSum } from './collected'
import { FUNDS } from './marks'

const names = ['people', 'inFen', 'outFen', 'balanceFen', 'collectedFen', 'q1', 'q2', 'q3', 'q4', 'returnedFen', 'onTime', 'late'] as const
const Figures = z.object({
  people: z.number(),
  /** Of the year's ledger. */
  inFen: z.number(),
  outFen: z.number(),
  balanceFen: z.number(),
  /** Dues that were taken in: in the year, and in each quarter. */
  collectedFen: z.number(),
  q1: z.number(),
  q2: z.number(),
  q3: z.number(),
  q4: z.number(),
  returnedFen: z.number(),
  /** Quarters whose return came by its day; those whose day is over and that have none. */
  onTime: z.number(),
  late: z.number(),
})
export type FundFigures = z.infer<typeof Figures>
const nothing: FundFigures = {
  ...{ people: 0, inFen: 0, outFen: 0, balanceFen: 0, collectedFen: 0 },
  ...{ q1: 0, q2: 0, q3: 0, q4: 0, returnedFen: 0, onTime: 0, late: 0 },
}

/** The money of one organization in a year, as its ledger and its book of dues say it. */
const moneyOf = async (store: Store, org: { _id: string; path: string }, period: string, at: number): Promise<FundFigures> => {
  const year = Number(period)
  const [months, payments, rules] = await Promise.all([
    monthsOf(store, org._id),
    paymentsIn(store, org._id, `${period}-01-01`, `${String(year + 1)}-01-01`),
    regulationsFor(store, org.path),
  ])
  const { totals } = yearOf(months, year)
  const returns = months
    .flatMap(one => one.entries)
    .filter(one => one.of !== undefined && one.reversedBy === undefined && one.reverses === undefined)
  const today = dateOf(at)
  const quarters = quartersOf(year).map(quarter => {
    const baseFen = quarterSum(payments, quarter)
    const returned = returns.find(one => one.of?.quarter === quarter)
    const { to } = quarterSpan(quarter)
    const dueOn = addDays(to, rules.number('dues.return-days', { on: to }) - 1)
    return {
      baseFen,
      returnedFen: returned?.fen ?? 0,
      onTime: returned !== undefined && returned.on <= dueOn,
      late: returned === undefined && baseFen > 0 && today > dueOn,
    }
  })
  const [q1 = 0, q2 = 0, q3 = 0, q4 = 0] = quarters.map(one => one.baseFen)
  return {
    ...nothing,
    ...{ inFen: totals.inFen, outFen: totals.outFen, balanceFen: totals.closingFen, q1, q2, q3, q4, collectedFen: q1 + q2 + q3 + q4 },
    returnedFen: quarters.reduce((sum, one) => sum + one.returnedFen, 0),
    onTime: quarters.filter(one => one.onTime).length,
    late: quarters.filter(one => one.late).length,
  }
}

/** Money (P70) by year: what a branch has for each member, what of its dues came back in time, what is in hand. Returns that are late worry. */
export const fundsTopic: Topic<FundFigures> = {
  name: FUNDS,
  shape: Figures,
  nothing,
  added: (one, other) => sumsOf(names, one, other),
  periods: now => [dateOf(now).slice(0, 4)],
  async countBranch(store, branch, period, at) {
    const [money, members] = await Promise.all([moneyOf(store, branch, period, at), store.table(Members).findAll({ branchId: branch._id })])
    return { ...money, people: members.filter(one => one.state === 'active').length }
  },
  worry: ({ late }) => late,
  ages: true,
}
