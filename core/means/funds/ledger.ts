import type { DateText, Instant } from '../../shared/operation'
import { type EntryKind, kindTable } from './kinds'

/** One side of an entry: what is added to an account, below nothing what is taken from it. */
export interface Posting {
  account: string
  fen: number
}

/** A person that part of an entry is for: who got a gift or a scholarship, who subscribes to a paper. */
export interface ForWhom {
  memberId?: string | undefined
  name: string
  fen: number
  /** The paper, or what it is for. */
  what?: string | undefined
}

/** An entry of a ledger. It is never changed but for the note that another one takes it back. */
export interface Entry {
  _id: string
  kind: EntryKind
  /** Below nothing where it takes another back. */
  fen: number
  on: DateText
  line: string
  words: string
  fileIds: string[]
  at: Instant
  by: { memberId: string | null; name: string }
  /** Both sides; together they are nothing. */
  postings: Posting[]
  /** Where it was talked over and decided. */
  discussion?: { activityId?: string; on?: DateText; words?: string }
  /** Whose promise it comes from. */
  partner?: string
  people?: ForWhom[]
  approvedBy?: { memberId: string | null; name: string }
  /** What it was booked once by. */
  key?: string
  /** Of a return: the quarter, what it was reckoned from and the percentage. */
  of?: { quarter: string; baseFen: number; percent: number }
  reverses?: string
  reversedBy?: string
  reason?: string
}

/** A month of a ledger, written as a whole. */
export interface LedgerMonth {
  /** `YYYY-MM` */
  month: string
  closed: boolean
  entries: readonly Entry[]
}

/** What an entry does to the balance. */
export const effectOf = ({ kind, fen }: Pick<Entry, 'kind' | 'fen'>): number => (kindTable[kind].way === 'in' ? fen : -fen)

/** Both sides of an entry: the money in hand, and what it came from or went to. */
export const postingsOf = ({ kind, fen, line }: Pick<Entry, 'kind' | 'fen' | 'line'>): Posting[] => {
  const effect = effectOf({ kind, fen })
  return [
    { account: 'money', fen: effect },
    { account: `${kindTable[kind].way}:${kind}:${line}`, fen: -effect },
  ]
}
/** Do its sides balance, and is its one side what it says? Looked at before every write. */
export const isBalanced = (entry: Pick<Entry, 'kind' | 'fen' | 'postings'>): boolean =>
  entry.postings.reduce((sum, one) => sum + one.fen, 0) === 0 &&
  entry.postings.some(one => one.account === 'money' && one.fen === effectOf(entry))

/** The entry that takes another back, on the day on which it is done. */
export const reversalOf = (entry: Entry, more: Pick<Entry, '_id' | 'on' | 'at' | 'by'> & { reason: string }): Entry => {
  const { key: _key, approvedBy: _approved, reversedBy: _reversed, ...rest } = entry
  const turned = { ...rest, ...more, fen: -entry.fen, reverses: entry._id, fileIds: [] }
  return {
    ...turned,
    postings: postingsOf(turned),
    ...(entry.people ? { people: entry.people.map(one => ({ ...one, fen: -one.fen })) } : {}),
  }
}

export interface Totals {
  openingFen: number
  inFen: number
  outFen: number
  closingFen: number
}

/** By their days; those of one day, which are of one month, as they were written down. */
const before = (one: Entry, other: Entry): number => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)

/** The entries of these months in the order of the book. */
const inOrder = (months: readonly LedgerMonth[]): Entry[] => months.flatMap(one => one.entries).sort(before)

/** A span of the ledger, from a day up to and not including another: its entries with the balance after each, and its totals. */
export const ledgerOf = (
  months: readonly LedgerMonth[],
  from: DateText,
  to: DateText,
): { entries: { entry: Entry; balanceFen: number }[]; totals: Totals } => {
  const all = inOrder(months)
  const openingFen = all.filter(one => one.on < from).reduce((sum, one) => sum + effectOf(one), 0)
  let [balanceFen, inFen, outFen] = [openingFen, 0, 0]
  const entries = all
    .filter(one => from <= one.on && one.on < to)
    .map(entry => {
      balanceFen += effectOf(entry)
      if (kindTable[entry.kind].way === 'in') inFen += entry.fen
      else outFen += entry.fen
      return { entry, balanceFen }
    })
  return { entries, totals: { openingFen, inFen, outFen, closingFen: openingFen + inFen - outFen } }
}
/** The same of a calendar year. */
export const yearOf = (months: readonly LedgerMonth[], year: number) =>
  ledgerOf(months, `${String(year)}-01-01`, `${String(year + 1)}-01-01`)

/** What was in hand at the end of a day. */
export const balanceOn = (months: readonly LedgerMonth[], on: DateText): number =>
  inOrder(months)
    .filter(one => one.on <= on)
    .reduce((sum, one) => sum + effectOf(one), 0)

export interface BudgetLine {
  line: string
  fen: number
}
/** Sums by line. */
const byLine = (rows: readonly BudgetLine[]): Map<string, number> => {
  const sums = new Map<string, number>()
  for (const { line, fen } of rows) sums.set(line, (sums.get(line) ?? 0) + fen)
  return sums
}
const isOut = ({ kind }: Entry): boolean => kindTable[kind].way === 'out'
const isGift = ({ kind }: Entry): boolean => kind === 'gift'

/**
 * What each line of a year has, was spent of it and is left: those of the budget first. Gifts belong to the line that they were given for (P70, such as a fund for
 * students), and what of them was left of the years before goes on.
 */
export const linesOf = (
  entries: readonly Entry[],
  budget: readonly BudgetLine[],
  before: readonly Entry[] = [],
): { line: string; budgetFen: number; givenFen: number; spentFen: number; leftFen: number }[] => {
  const [planned, spent, gifts] = [byLine(budget), byLine(entries.filter(isOut)), byLine(entries.filter(isGift))]
  const [earlierGifts, earlierSpent] = [byLine(before.filter(isGift)), byLine(before.filter(isOut))]
  return [...new Set([...planned.keys(), ...spent.keys(), ...gifts.keys(), ...earlierGifts.keys()])]
    .map(line => {
      const leftBefore = Math.max(0, (earlierGifts.get(line) ?? 0) - (earlierSpent.get(line) ?? 0))
      const [budgetFen, spentFen, givenFen] = [planned.get(line) ?? 0, spent.get(line) ?? 0, leftBefore + (gifts.get(line) ?? 0)]
      return { line, budgetFen, givenFen, spentFen, leftFen: budgetFen + givenFen - spentFen }
    })
    .filter(one => one.budgetFen !== 0 || one.givenFen !== 0 || one.spentFen !== 0)
}

/** Sums by kind and line, for those who read sums alone. */
export const sumsByLine = (entries: readonly Entry[]): { kind: EntryKind; line: string; fen: number }[] => {
  const sums = new Map<string, { kind: EntryKind; line: string; fen: number }>()
  for (const { kind, line, fen } of entries) {
    if (kindTable[kind].sees !== 'all') continue
    const key = `${kind}:${line}`
    sums.set(key, { kind, line, fen: (sums.get(key)?.fen ?? 0) + fen })
  }
  return [...sums.values()].filter(one => one.fen !== 0)
}

/** What a return comes to, to the nearest 分; nothing of nothing. */
export const shareOf = (baseFen: number, percent: number): number => (baseFen <= 0 ? 0 : Math.round((baseFen * percent) / 100))

/** The days of a quarter `YYYY-Qn`: its first, and the first of the next. */
export const quarterSpan = (quarter: string): { from: DateText; to: DateText } => {
  const [year, nth] = [Number(quarter.slice(0, 4)), Number(quarter.slice(6))]
  const day = (month: number) => (month > 12 ? `${String(year + 1)}-01-01` : `${String(year)}-${String(month).padStart(2, '0')}-01`)
  return { from: day(nth * 3 - 2), to: day(nth * 3 + 1) }
}
export const quartersOf = (year: number): string[] => [1, 2, 3, 4].map(nth => `${String(year)}-Q${String(nth)}`)
/** Is this the first month of a quarter? */
export const startsQuarter = (month: string): boolean => Number(month.slice(5)) % 3 === 1
