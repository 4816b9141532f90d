import type { Book } from '../../people/public'
import { addMonths, monthBefore } from '../../shared/calendar'
import type { DateText } from '../../shared/operation'

/** `retired`: by the basic pension without allowances; `in-service`: by the month's income after tax. */
export const standings = ['retired', 'in-service'] as const
export type Standing = (typeof standings)[number]

/** What a person's dues are reckoned from, from a month on. */
export interface Base {
  /** `YYYY-MM` */
  from: string
  baseFen: number
  standing: Standing
}

/** A relief that the branch studied and the organization above agreed to: less than the rule says, or nothing, in these months. */
export interface Relief {
  id: string
  from: string
  /** The last month. */
  until: string
  /** What is owed in each of these months. */
  fen: number
  reason: string
  documentNo: string
  fileIds: string[]
}

/** One month that is paid. */
export interface PaidMonth {
  month: string
  fen: number
  entryId: string
  /** The person or their family told so; the secretary has not seen the money yet. */
  told?: true
}

/** What decides about a person's dues. */
export interface Account {
  bases: readonly Base[]
  reliefs: readonly Relief[]
  paid: readonly PaidMonth[]
}
export const noAccount: Account = { bases: [], reliefs: [], paid: [] }

/** Months of which it is still remembered whether they are paid; none before them is paid or taken back any more. */
export const KEPT_MONTHS = 24
/** Months that may be paid ahead. */
const MOST_AHEAD = 12
const YUAN = 100

export const monthAfter = (month: string, months: number): string => addMonths(`${month}-01`, months).slice(0, 7)
export const monthOfDate = (date: DateText): string => date.slice(0, 7)

/** Every month from one to another, both included. */
export const monthsFrom = (from: string, until: string): string[] => {
  const months: string[] = []
  for (let month = from; month <= until; month = monthAfter(month, 1)) months.push(month)
  return months
}

const steps = {
  retired: { to: ['dues.retired-to'], rates: ['dues.retired-low', 'dues.retired-high'] },
  'in-service': {
    to: ['dues.service-to-1', 'dues.service-to-2', 'dues.service-to-3'],
    rates: ['dues.service-1', 'dues.service-2', 'dues.service-3', 'dues.service-4'],
  },
} as const

/** The rate of a base in ‰, as the rules of that month set it: one rate on the whole base. */
export const rateOf = (book: Book, { baseFen, standing }: Pick<Base, 'baseFen' | 'standing'>, month: string): number => {
  const asking = { on: `${month}-01` }
  const { to, rates } = steps[standing]
  const nth = to.findIndex(key => baseFen <= book.number(key, asking) * YUAN)
  const [last] = rates.slice(-1)
  const key = nth < 0 ? last : rates[nth]
  return key === undefined ? 0 : book.number(key, asking)
}

/** What a base comes to in a month, to the nearest 分. */
export const monthlyOf = (book: Book, base: Pick<Base, 'baseFen' | 'standing'>, month: string): number =>
  Math.round((base.baseFen * rateOf(book, base, month)) / 1000)

/** The base that holds in a month; undefined before the first. */
export const baseIn = (bases: readonly Base[], month: string): Base | undefined =>
  bases.reduce<Base | undefined>(
    (best, one) => (one.from <= month && (best === undefined || one.from >= best.from) ? one : best),
    undefined,
  )

/** The bases once one more was set: of the same month it takes the place of the former one. */
export const withBase = (bases: readonly Base[], base: Base): Base[] =>
  [...bases.filter(one => one.from !== base.from), base].sort((one, other) => (one.from < other.from ? -1 : 1))

const reliefIn = (reliefs: readonly Relief[], month: string): Relief | undefined =>
  reliefs.findLast(one => one.from <= month && month <= one.until)

/** What a person owes for a month, paid or not; 0 where no base is known for it or they are relieved. */
export const dueIn = (book: Book, account: Account, month: string): number => {
  const base = baseIn(account.bases, month)
  if (!base) return 0
  const full = monthlyOf(book, base, month)
  const relief = reliefIn(account.reliefs, month)
  return relief ? Math.min(relief.fen, full) : full
}

export const paidIn = (account: Account, month: string): PaidMonth | undefined => account.paid.find(one => one.month === month)

/** Months that are over, owed and not paid, the earliest first. */
export const arrearsOf = (book: Book, account: Account, today: DateText): string[] => {
  const [first] = account.bases
  if (!first) return []
  const earliest = monthAfter(monthOfDate(today), -KEPT_MONTHS)
  const from = first.from > earliest ? first.from : earliest
  return monthsFrom(from, monthBefore(monthOfDate(today))).filter(
    month => paidIn(account, month) === undefined && dueIn(book, account, month) > 0,
  )
}

/** The months that a person may pay now: those that may still be made up, this one, and a year ahead; without those that are paid. */
export const payable = (book: Book, account: Account, today: DateText): string[] => {
  const [first] = account.bases
  if (!first) return []
  const now = monthOfDate(today)
  const back = monthAfter(now, -book.number('dues.makeup-months', { on: today }))
  return monthsFrom(first.from > back ? first.from : back, monthAfter(now, MOST_AHEAD)).filter(
    month => paidIn(account, month) === undefined && dueIn(book, account, month) > 0,
  )
}

/** What of these months is paid already. */
export const alreadyPaid = (account: Account, months: readonly string[]): string[] =>
  months.filter(month => paidIn(account, month) !== undefined)

interface Paying {
  months: readonly string[]
  on: DateText
  today: DateText
  makeup: number
}

/** Why these months may not be paid on that day, in words; null where they may. */
export const faultIn = ({ months, on, today, makeup }: Paying): { path: 'months' | 'on'; message: string } | null => {
  const now = monthOfDate(on)
  if (on > today) return { path: 'on', message: '交党费的日子不能在今天以后' }
  if (on < addMonths(today, -24)) return { path: 'on', message: '两年以前交的党费，请查纸质台账' }
  if (new Set(months).size !== months.length) return { path: 'months', message: '有的月份写了两遍' }
  if (months.some(month => month < monthAfter(monthOfDate(today), 1 - KEPT_MONTHS)))
    return { path: 'months', message: '太早的月份，请查纸质台账' }
  if (months.some(month => month < monthAfter(now, -makeup)))
    return { path: 'months', message: `党费最多补交${String(makeup)}个月，更早的请先和上级商量` }
  if (months.some(month => month > monthAfter(now, MOST_AHEAD))) return { path: 'months', message: '最多提前交一年' }
  return null
}

/** A payment over its months: what each owes, as far as it reaches; what is more or less goes to the last one. */
export const sharesOf = (fen: number, months: readonly string[], due: (month: string) => number): number[] => {
  let left = fen
  return months.map((month, nth) => {
    const share = nth === months.length - 1 ? left : Math.min(left, due(month))
    left -= share
    return share
  })
}

/** The account with these months paid by one payment. */
export const withPaid = (
  account: Account,
  entryId: string,
  months: readonly string[],
  shares: readonly number[],
  told: boolean,
): PaidMonth[] =>
  [
    ...account.paid,
    ...months.map((month, nth) => ({ month, fen: shares[nth] ?? 0, entryId, ...(told ? { told: true as const } : {}) })),
  ].sort((one, other) => (one.month < other.month ? -1 : 1))

/** Without what is too old to be asked about. */
export const withoutOld = (paid: readonly PaidMonth[], today: DateText): PaidMonth[] => {
  const earliest = monthAfter(monthOfDate(today), -KEPT_MONTHS)
  return paid.filter(one => one.month >= earliest)
}
