import type { books as contract } from '../../../../core/life/books/contract'
import { lentNotice } from '../../../../core/life/books/notices'
import { dueOnOf, freeOf, nextReminder } from '../../../../core/life/books/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { belongs } from '../../../kernel/access'
import { settleRow } from '../../../kernel/settle'
import { Members, regulationsFor, type Member } from '../../people/public'
import { markStudy } from '../study/mark'
import type { Context, Handlers } from '../use-case'
import { BookLoans, Books, type Book, type BookLoan } from './documents'

/** A loan that was cut off before the book decided is looked at by the timer after this. */
const CUT_OFF = 2 * 60_000

type Lending = Pick<Context<'book.bring'>, 'store' | 'now' | 'commandId' | 'tell' | 'fail' | 'audit'>

/**
 * Gives a copy to a member. The loan is written first and counts for nothing; then one conditional write on the book decides, so that of many who want the last
 * copy at once one has it. Who has the book already keeps their loan.
 */
const lend = async (context: Lending, book: Book, member: Member, broughtBy?: string) => {
  const { store, now, commandId, fail } = context
  const [loans, table] = [store.table(BookLoans), store.table(Books)]
  const [sent, rules] = await Promise.all([loans.get(commandId), regulationsFor(store, book.path)])
  // The same command again, even after the book is back.
  if (sent && sent.state !== 'asking') return { loanId: sent._id, dueOn: sent.dueOn }
  const on = dateOf(now)
  const loan: BookLoan = {
    ...{ _id: commandId, bookId: book._id, branchId: book.branchId, path: book.path, title: book.title },
    ...{ memberId: member._id, name: member.name, state: 'asking', lentOn: on, dueOn: dueOnOf(on, rules.number('book.loan-days', { on })) },
    ...(broughtBy === undefined ? {} : { broughtBy }),
    remindAt: now + CUT_OFF,
  }
  await loans.add(loan)
  const { dueOn } = sent ?? loan
  const held = await settleRow(
    book,
    () => table.get(book._id),
    async row => {
      const had = row?.out.find(one => one.memberId === member._id)
      if (had) return had
      if (row === null || freeOf(row) === 0) return null
      const mine = { loanId: commandId, memberId: member._id, name: member.name, dueOn }
      const stillFree = { _id: row._id, copies: row.copies, out: { size: row.out.length }, 'out.memberId': { not: member._id } } as const
      const change = { push: { out: mine }, pull: { wanted: { memberId: member._id } } }
      return (await table.update(stillFree, change)) > 0 ? mine : undefined
    },
  )
  if (held?.loanId !== commandId) {
    await loans.remove({ _id: commandId, state: 'asking' })
    return held ? { loanId: held.loanId, dueOn: held.dueOn } : fail('BOOK_OUT')
  }
  await begin(context, loan, rules.number('book.ahead-days', { on }))
  context.audit(member._id, 'book.lent')
  await context.tell([member._id], lentNotice(loan), { quiet: true })
  return { loanId: commandId, dueOn }
}

/** The loan counts, since the book has it; safe to repeat. */
export const begin = async (
  { store, now }: Pick<Lending, 'store' | 'now'>,
  { _id, dueOn, branchId }: BookLoan,
  aheadDays: number,
): Promise<void> => {
  const next = nextReminder({ dueOn }, now, aheadDays)
  const set = { state: 'out' as const, ...(next ? { remindAt: next.remindAt } : {}) }
  await store.table(BookLoans).update({ _id, state: 'asking' }, next ? { set } : { set, unset: ['remindAt'] })
  await markStudy({ store, now }, branchId)
}

export const lending: Handlers<Pick<typeof contract, 'book.lend' | 'book.bring'>> = {
  async 'book.lend'({ memberId }, context) {
    const { store, subject: book, fail } = context
    const member = await store.table(Members).get(memberId)
    if (member?.state !== 'active' || !belongs(member, book)) return fail('NOT_FOUND')
    return lend(context, book, member)
  },

  async 'book.bring'({ bookId }, context) {
    const { store, subject: member, actor, fail } = context
    const book = await store.table(Books).get(bookId)
    if (!book || !belongs(member, book)) return fail('NOT_FOUND')
    return lend(context, book, member, actor.name)
  },
}
