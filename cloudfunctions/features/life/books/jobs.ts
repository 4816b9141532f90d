import { dueNotice, lateDesk } from '../../../../core/life/books/notices'
import { nextReminder, type LoanReminder } from '../../../../core/life/books/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { eachRow, type Job } from '../../../kernel/jobs'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { Members, regulationsFor, secretariesOf } from '../../people/public'
import { BookLoans, Books, type BookLoan } from './documents'
import { begin } from './lend'

const EACH_RUN = 100

/** Tells of a loan, then notes it: told twice is the same message. No one is told who is no more a member; their book is fetched by the secretary. */
const remind = async (ports: Ports, loan: BookLoan, aheadDays: number): Promise<void> => {
  const { store, now } = ports
  const reminder: LoanReminder = loan.dueOn < dateOf(now) ? 'late' : 'ahead'
  const member = await store.table(Members).get(loan.memberId)
  if (member?.state === 'active') await tell(ports, [member._id], dueNotice(loan, reminder))
  if (reminder === 'late') await tell(ports, await secretariesOf(store, loan), lateDesk(loan, now))
  const next = nextReminder({ dueOn: loan.dueOn, last: reminder }, now, aheadDays)
  const unchanged = { _id: loan._id, state: 'out' } as const
  await store
    .table(BookLoans)
    .update(unchanged, next ? { set: { told: reminder, remindAt: next.remindAt } } : { set: { told: reminder }, unset: ['remindAt'] })
}

/** What was cut off is made whole by what the book says; a loan whose day comes, or went by, is told of. */
const lookAt = async (ports: Ports, loan: BookLoan): Promise<void> => {
  const { store, now } = ports
  const [book, rules] = await Promise.all([store.table(Books).get(loan.bookId), regulationsFor(store, loan.path)])
  const aheadDays = rules.number('book.ahead-days', { on: dateOf(now) })
  const isOut = book?.out.some(one => one.loanId === loan._id) ?? false
  if (loan.state === 'asking') {
    if (isOut) await begin(ports, loan, aheadDays)
    else await store.table(BookLoans).remove({ _id: loan._id, state: 'asking' })
  } else if (isOut) await remind(ports, loan, aheadDays)
  else
    await store
      .table(BookLoans)
      .update({ _id: loan._id, state: 'out' }, { set: { state: 'back', backOn: dateOf(now) }, unset: ['remindAt'] })
}

/** Books whose day comes, or went by (P13). */
export const remindOfBooks: Job = async ports => {
  const due = await ports.store.table(BookLoans).find({ remindAt: { lte: ports.now } }, { order: [['remindAt', 'asc']], limit: EACH_RUN })
  return eachRow(due, 'remindOfBooks', row => lookAt(ports, row))
}
