import type { BudgetLine, Entry } from '../../../../core/means/funds/ledger'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { stays } from '../../../kernel/departures'
import { moves } from '../../../kernel/takeover'

interface Named {
  memberId: string | null
  name: string
}

/** The book of an organization, beside its months; `_id` is the organization. */
export interface FundBook {
  _id: string
  name: string
  path: string
  /** The last month that is closed; empty before the first. */
  closedThrough: string
  budgets: { year: number; lines: BudgetLine[] }[]
  /** When the money was counted, what was there and what the book said; `_id` is the command that noted it. */
  counts: { _id?: string; on: DateText; countedFen: number; bookFen: number; words: string; by: string; at: Instant }[]
  auditors: { memberId: string; name: string }[]
  /** When the timer looks next whether dues are to be handed in or a year to be published. */
  lookAt?: Instant
  version: number
}
export const FundBooks = collection('fund-books', {
  indexes: [by('auditors', 'auditors.memberId', '_id'), by('path', 'path', '_id'), by('look', 'lookAt', '_id')],
  fates: stays,
  succession: 'goes',
  takeover: moves(['auditors.memberId'], { once: { auditors: ['memberId'] }, version: 'version' }),
}).of<FundBook>()

/** Dues that were handed in to the organization above, of what was taken in in a quarter: in the row of the first month of that quarter, so that one write decides what is left of it. */
export interface HandIn {
  _id: string
  quarter: string
  fen: number
  on: DateText
  documentNo: string
  at: Instant
  by: Named
}

/** A month of a ledger, with its entries; `_id` is the organization and the month. An entry is there by one conditional write, which a closed month refuses. */
export interface FundMonth {
  _id: string
  orgId: string
  path: string
  month: string
  closed: boolean
  /** In the first month of a quarter: the last month that was closed when the book was closed last, so that this row alone decides which days hand-ins may bear. */
  closedThrough?: string
  entries: Entry[]
  handIns: HandIn[]
  version: number
}
export const FundMonths = collection('fund-months', {
  indexes: [by('org', 'orgId', 'month', '_id'), by('people', 'entries.people.memberId', '_id'), by('path', 'path', '_id')],
  // A book is kept as it was written.
  fates: stays,
  succession: 'goes',
  takeover: moves(['entries.people.memberId'], { version: 'version' }),
}).of<FundMonth>()

/** What is booked once by a key: who writes this row first decides; `_id` is the organization and the key. It is booked until `due` is gone. */
export interface FundClaim {
  _id: string
  orgId: string
  path: string
  entry: Entry
  due?: Instant
}
export const FundClaims = collection('fund-claims', {
  indexes: [by('due', 'due', '_id'), by('org', 'orgId', '_id'), by('path', 'path', '_id')],
  fates: stays,
  succession: 'goes',
  takeover: 'stays',
}).of<FundClaim>()

/** A spend that waits for a second person. */
export interface FundProposal {
  _id: string
  orgId: string
  path: string
  entry: Entry
  state: 'proposed' | 'approved' | 'declined'
  reason?: string
  at: Instant
  /** Agreed to, and perhaps not booked yet. */
  due?: Instant
}
export const FundProposals = collection('fund-proposals', {
  indexes: [by('org', 'orgId', 'state', '_id'), by('due', 'due', '_id'), by('path', 'path', '_id')],
  fates: stays,
  succession: 'goes',
  takeover: 'stays',
}).of<FundProposal>()

/** What was published of a year, as it was then; `_id` is the organization and the year. */
export interface FundPublication {
  _id: string
  orgId: string
  name: string
  path: string
  year: number
  at: Instant
  by: Named
  totals: { openingFen: number; inFen: number; outFen: number; closingFen: number }
  lines: { kind: Entry['kind']; line: string; fen: number }[]
  dues: { people: number; collectedFen: number; handedFen: number; returnedFen: number }
  words: string
}
export const FundPublications = collection('fund-publications', {
  indexes: [by('org', 'orgId', 'year', '_id'), by('path', 'path', '_id')],
  fates: stays,
  succession: 'goes',
  takeover: 'none',
}).of<FundPublication>()
