import { freeOf } from '../../../../core/life/books/rules'
import { dateOf } from '../../../../core/shared/calendar'
import type { Instant } from '../../../../core/shared/operation'
import type { Book, BookLoan } from './documents'

/** A book as every list shows it. */
export const shownBook = ({ _id, title, author, copies, out }: Book) => ({
  ...{ bookId: _id, title, author, copies },
  free: freeOf({ copies, out }),
})

/** A loan as its lists show it. */
export const shownLoan = ({ _id, bookId, title, memberId, name, lentOn, dueOn, ...row }: BookLoan, now: Instant) => ({
  ...{ loanId: _id, bookId, title, memberId, name, lentOn, dueOn },
  late: row.state === 'out' && dueOn < dateOf(now),
  ...(row.backOn === undefined ? {} : { backOn: row.backOn }),
  ...(row.broughtBy === undefined ? {} : { broughtBy: row.broughtBy }),
  ...(row.fetchedBy === undefined ? {} : { fetchedBy: row.fetchedBy }),
})
