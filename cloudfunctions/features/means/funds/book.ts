import { type Entry, isBalanced, postingsOf } from '../../../../core/means/funds/ledger'
import { nextMoneyLook } from '../../../../core/means/dues/reminders'
import type { DateText } from '../../../../core/shared/operation'
import { monthAfter, monthOfDate } from '../../../../core/means/dues/rules'
import { Failure } from '../../../kernel/failure'
import type { Ports } from '../../../kernel/ports'
import { changeOrAddSaying, settle } from '../../../kernel/settle'
import type { Store } from '../../../kernel/store'
import type { Organization } from '../../people/public'
import { FundBooks, type FundBook, FundClaims, type FundClaim, FundMonths, type FundMonth } from './documents'

/** More entries than an organization has in a month. */
const MOST_ENTRIES = 500

export type Org = Pick<Organization, '_id' | 'name' | 'path'>

export const monthId = (orgId: string, month: string): string => `${orgId}:${month}`
const blankMonth = ({ _id: orgId, path }: Org, month: string): FundMonth => ({
  ...{ _id: monthId(orgId, month), orgId, path, month },
  ...{ closed: false, entries: [], handIns: [], version: 0 },
})
/** A month without entries that is closed, with those up to another: made so that none can be written into it. */
export const sealedMonth = (org: Org, month: string, closedThrough: string): FundMonth => ({
  ...blankMonth(org, month),
  ...{ closed: true, closedThrough, version: 1 },
})

export const blankBook = ({ _id, name, path }: Org): FundBook => ({
  ...{ _id, name, path, closedThrough: '' },
  ...{ budgets: [], counts: [], auditors: [], version: 0 },
})

/** A branch has a book from its first base of dues on, so that the timer looks after its money. */
export const openBook = async ({ store, now }: Pick<Ports, 'store' | 'now'>, org: Org): Promise<void> =>
  void (await store.table(FundBooks).add({ ...blankBook(org), lookAt: nextMoneyLook(now), version: 1 }))

/** Every month of a ledger. One request: a month is one row. */
export const monthsOf = (store: Store, orgId: string): Promise<FundMonth[]> => store.table(FundMonths).findAll({ orgId })

/** An entry with both its sides. */
export const balanced = (entry: Omit<Entry, 'postings'>): Entry => ({ ...entry, postings: postingsOf(entry) })

/** One change of a month by one conditional write; a missing month is made. */
export const changeMonth = <T>(
  store: Store,
  org: Org,
  month: string,
  seen: FundMonth | null,
  decide: (row: FundMonth) => { row: FundMonth; answer: T },
): Promise<{ row: FundMonth; answer: T }> => changeOrAddSaying(store.table(FundMonths), seen, blankMonth(org, month), decide)

/** Puts an entry into its month, once, by the write that balances it; `closed` where the month takes none any more. */
export const append = async (store: Store, org: Org, entry: Entry, seen: FundMonth | null): Promise<'booked' | 'closed'> => {
  if (!isBalanced(entry)) throw new Error(`entry ${entry._id} does not balance`)
  const { answer } = await changeMonth<'booked' | 'closed'>(store, org, monthOfDate(entry.on), seen, row => {
    if (row.entries.some(one => one._id === entry._id)) return { row, answer: 'booked' }
    if (row.closed) return { row, answer: 'closed' }
    if (row.entries.length >= MOST_ENTRIES) throw new Failure('INVALID_INPUT', { paths: ['on'], message: '这个月的账太多了' })
    return { row: { ...row, entries: [...row.entries, entry] }, answer: 'booked' }
  })
  return answer
}

/** Is that day in a month that is closed? */
export const isClosed = (book: FundBook | null, on: DateText): boolean => monthOfDate(on) <= (book?.closedThrough ?? '')

/** The first day from that one on that is in no closed month. */
const openDay = (book: FundBook | null, on: DateText): DateText =>
  isClosed(book, on) ? `${monthAfter(book?.closedThrough ?? '', 1)}-01` : on

/** Books what was claimed, where it was not yet; into the first open day where its month was closed meanwhile. */
const finish = async (store: Store, org: Org, claim: FundClaim): Promise<FundClaim> => {
  if (claim.due === undefined) return claim
  const claims = store.table(FundClaims)
  let first = true
  const done = await settle(async () => {
    // As it was just read or written, in the first round.
    const now = first ? claim : ((await claims.get(claim._id)) ?? claim)
    first = false
    if (now.due === undefined) return now
    const seen = await store.table(FundMonths).get(monthId(org._id, monthOfDate(now.entry.on)))
    if ((await append(store, org, now.entry, seen)) === 'booked') return now
    const on = openDay(await store.table(FundBooks).get(org._id), now.entry.on)
    // Sealed, and the book does not say so: neither happens without the other.
    if (on === now.entry.on) throw new Failure('CONFLICT')
    await claims.swap(now, { ...now, entry: { ...now.entry, on } })
    return undefined
  })
  await claims.update({ _id: claim._id }, { unset: ['due'] })
  return done
}

/**
 * Books an entry once for a key, whatever is sent again and however many do it at once: the first who notes it decides what it says. Answers the entry as it
 * stands. One that was taken back makes room for another.
 */
export const bookOnce = async (
  { store, now }: Pick<Ports, 'store' | 'now'>,
  org: Org,
  key: string,
  entry: Omit<Entry, 'postings' | 'key'>,
): Promise<Entry> => {
  const claims = store.table(FundClaims)
  const _id = `${org._id}:${key}`
  const wanted: FundClaim = { _id, orgId: org._id, path: org.path, entry: balanced({ ...entry, key }), due: now }
  const claim = await settle(async (): Promise<FundClaim | undefined> => {
    if ((await claims.add(wanted)) === 'added') return wanted
    const there = await claims.get(_id)
    if (!there) return undefined
    // Sent again after it was taken back, an entry does not take the room that it made.
    if (there.entry.reversedBy === undefined || there.entry._id === entry._id) return there
    return (await claims.swap(there, wanted)) ? wanted : undefined
  })
  return (await finish(store, org, claim)).entry
}

/** The entry that a key was booked by; undefined where it was not, or was taken back. */
export const bookedBy = async (store: Store, orgId: string, keys: readonly string[]): Promise<Map<string, Entry>> => {
  const rows = await store.table(FundClaims).getMany(keys.map(key => `${orgId}:${key}`))
  return new Map(
    rows.flatMap(({ entry }) => (entry.reversedBy === undefined && entry.key !== undefined ? [[entry.key, entry] as const] : [])),
  )
}

/** Books what was claimed and cut off. */
export const finishClaims = async ({ store, now }: Pick<Ports, 'store' | 'now'>, limit: number, after: number): Promise<FundClaim[]> => {
  const due = { due: { lte: now - after } }
  const rows = await store.table(FundClaims).find(due, { order: [['due', 'asc'], ['_id', 'asc']], limit }) // prettier-ignore
  for (const claim of rows) await finish(store, { _id: claim.orgId, path: claim.path, name: '' }, claim)
  return rows
}
