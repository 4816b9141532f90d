import { isInBook, type BookKind } from '../../../../core/life/records/kinds'
import { addDays, instantOf } from '../../../../core/shared/calendar'
import type { DateText } from '../../../../core/shared/operation'
import type { Context } from '../use-case'
import { Activities, type Activity } from '../documents'

/** As many meetings as one book holds: more than three years of a branch. */
const MOST = 200
/** As many activities of every kind as are looked through for them. */
const LOOKED_AT = 1000

/** An activity of a kind that stands in the book. */
export type Meeting = Activity & { kind: BookKind }

/**
 * The meetings of a branch in a span, both days included, the earliest first: those that have begun, or are written down already. BOOK_TOO_LONG where they are
 * more than a book holds.
 */
export const meetingsOf = async (
  { store, now, fail }: Pick<Context<'life.book'>, 'store' | 'now' | 'fail'>,
  { branchId, from, to }: { branchId: string; from: DateText; to: DateText },
): Promise<Meeting[]> => {
  if (to < from) return fail('INVALID_INPUT', { paths: ['to'] })
  const found = await store.table(Activities).find(
    { branchId, startsAt: { gte: instantOf(from), lt: instantOf(addDays(to, 1)) } },
    { order: [['startsAt', 'asc'], ['_id', 'asc']], limit: LOOKED_AT }, // prettier-ignore
  )
  const meetings = found.flatMap(one =>
    one.state === 'published' && isInBook(one.kind) && (one.startsAt <= now || one.record) ? [{ ...one, kind: one.kind }] : [],
  )
  return meetings.length > MOST || found.length === LOOKED_AT ? fail('BOOK_TOO_LONG', { most: MOST }) : meetings
}
