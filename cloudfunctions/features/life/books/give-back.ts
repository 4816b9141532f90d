import type { books as contract } from '../../../../core/life/books/contract'
import { freeNotice } from '../../../../core/life/books/notices'
import { freeOf } from '../../../../core/life/books/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { markStudy } from '../study/mark'
import type { Context, Handlers } from '../use-case'
import { BookLoans, Books, type BookLoan } from './documents'

type Returning = Pick<Context<'book.fetch'>, 'store' | 'now' | 'tell' | 'audit'>

/** A copy is on the shelf again: first in the book, then in the loan, so that a repetition finds what is left. Those who wanted it hear of it. */
const giveBack = async ({ store, now, tell, audit }: Returning, loan: BookLoan, fetchedBy?: string): Promise<void> => {
  const table = store.table(Books)
  const on = dateOf(now)
  await table.update({ _id: loan.bookId }, { pull: { out: { loanId: loan._id } } })
  const set = { state: 'back' as const, backOn: on, ...(fetchedBy === undefined ? {} : { fetchedBy }) }
  const ended = await store.table(BookLoans).update({ _id: loan._id, state: { in: ['asking', 'out'] } }, { set, unset: ['remindAt'] })
  await markStudy({ store, now }, loan.branchId)
  if (ended === 0) return
  audit(loan.memberId, 'book.returned')
  const book = await table.get(loan.bookId)
  if (!book || freeOf(book) === 0) return
  await tell(
    book.wanted.map(one => one.memberId),
    freeNotice({ bookId: book._id, title: book.title, on }),
  )
}

export const returning: Handlers<Pick<typeof contract, 'book.giveBack' | 'book.fetch'>> = {
  async 'book.giveBack'(_, context) {
    await giveBack(context, context.subject)
    return {}
  },

  async 'book.fetch'({ memberId, loanId }, context) {
    const { store, actor, fail } = context
    const loan = await store.table(BookLoans).get(loanId)
    if (loan?.memberId !== memberId) return fail('NOT_FOUND')
    await giveBack(context, loan, actor.name)
    return {}
  },
}
