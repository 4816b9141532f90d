import { arrearsOf, noAccount } from '../../../../core/means/dues/rules'
import { kindTable } from '../../../../core/means/funds/kinds'
import { yearOf } from '../../../../core/means/funds/ledger'
import { dateOf } from '../../../../core/shared/calendar'
import type { Ports } from '../../../kernel/ports'
import { regulationsFor } from '../../people/public'
import { owingIn } from '../dues/sheet'
import { monthsOf } from './book'
import { FundBooks, FundPublications } from './documents'
import { lacksOf } from './entries'

type Reading = Pick<Ports, 'store' | 'now'>

/** Dues in time, for those who judge a branch: how many have a base, and how many of them owe nothing that is over. */
export const duesEvidence = async (
  { store, now }: Reading,
  { _id, path }: { _id: string; path: string },
): Promise<{ owing: number; inTime: number }> => {
  const [book, all] = await Promise.all([regulationsFor(store, path), owingIn(store, _id)])
  const today = dateOf(now)
  const accounts = all.map(one => one.account ?? noAccount).filter(one => one.bases.length > 0)
  return { owing: accounts.length, inTime: accounts.filter(one => arrearsOf(book, one, today).length === 0).length }
}

/** Money in order, for those who judge a branch: what was spent in a year, what of it lacks its papers, what was closed, counted and published. */
export const fundEvidence = async (
  { store }: Reading,
  orgId: string,
  year: number,
): Promise<{ spends: number; lacking: number; closedThrough: string; counts: number; published: boolean; balanceFen: number }> => {
  const [book, months, publication] = await Promise.all([
    store.table(FundBooks).get(orgId),
    monthsOf(store, orgId),
    store.table(FundPublications).get(`${orgId}:${String(year)}`),
  ])
  const { entries, totals } = yearOf(months, year)
  const spends = entries.flatMap(({ entry }) =>
    kindTable[entry.kind].way === 'out' && entry.reverses === undefined && entry.reversedBy === undefined ? [entry] : [],
  )
  return {
    spends: spends.length,
    lacking: spends.filter(one => lacksOf(one).length > 0).length,
    closedThrough: book?.closedThrough ?? '',
    counts: (book?.counts ?? []).filter(one => one.on.startsWith(String(year))).length,
    published: publication !== null,
    balanceFen: totals.closingFen,
  }
}
