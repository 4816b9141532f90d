import type { LoanReminder } from '../../../../core/life/books/rules'
import type { DateText, Instant } from '../../../../core/shared/operation'
import { by, collection } from '../../../kernel/collection'
import { everywhere, stays } from '../../../kernel/departures'
import { moves } from '../../../kernel/takeover'

/** A copy that a member has. */
export interface Out {
  loanId: string
  memberId: string
  name: string
  dueOn: DateText
}

/** A book of a branch (党员书屋, S2). Who has its copies stands in it, so that one write decides who gets the last. */
export interface Book {
  _id: string
  branchId: string
  path: string
  title: string
  author: string
  copies: number
  out: Out[]
  /** Who wants it, in the order they said so. */
  wanted: { memberId: string; name: string }[]
  createdAt: Instant
}
export const Books = collection('books', {
  indexes: [
    by('branch', 'branchId', 'title', '_id'),
    by('out', 'out.memberId'),
    by('wanted', 'wanted.memberId'),
    by('wanted-of', 'branchId', 'wanted.memberId'),
  ],
  // A copy that a member has is fetched all the same: its loan stays.
  fates: everywhere('released'),
  takeover: moves(['out.memberId', 'wanted.memberId'], { once: { wanted: ['memberId'] } }),
  succession: 'goes',
}).of<Book>()

/** One loan from beginning to end; the book says whether it is out. */
export interface BookLoan {
  _id: string
  bookId: string
  branchId: string
  path: string
  title: string
  memberId: string
  name: string
  /** `asking`: written before the book decides; shown nowhere. */
  state: 'asking' | 'out' | 'back'
  lentOn: DateText
  dueOn: DateText
  backOn?: DateText
  broughtBy?: string
  fetchedBy?: string
  /** What was told last of its day. */
  told?: LoanReminder
  /** When the timer looks at it next. */
  remindAt?: Instant
}
export const BookLoans = collection('book-loans', {
  indexes: [
    by('state', 'branchId', 'state', 'dueOn', '_id'),
    by('member', 'memberId', 'state', 'dueOn', '_id'),
    by('remind', 'remindAt'),
    by('lent', 'branchId', 'lentOn', '_id'),
  ],
  fates: stays,
  takeover: moves(['memberId']),
  succession: 'goes',
}).of<BookLoan>()
