import { shanghai } from '../../shared/calendar'
import type { Telling } from '../../shared/notices'
import type { DateText, Instant } from '../../shared/operation'
import { routes } from '../../shared/routes'
import { sayDay } from '../../shared/spans'
import type { LoanReminder } from './rules'

interface Loan {
  _id: string
  title: string
  name: string
  dueOn: DateText
}

const toReader = ({ _id, title, dueOn }: Loan, about: string, head: string, text: string): Telling => ({
  ...{ kind: 'book-due', about: `${_id}:${about}`, title: head, text, page: routes.shelf() },
  fields: { what: title, when: `${dueOn} 18:00`, where: '党员书屋', note: '腿脚不便，可请人来取' },
})

/** That the book is theirs until a day; lies in the inbox and rings no phone. */
export const lentNotice = (loan: Loan): Telling =>
  toReader(loan, 'lent', `借到了《${loan.title}》`, `${sayDay(loan.dueOn)}前还就行，慢慢看。看不完，跟支部书记说一声。`)

/** That its day comes, or went by; never as a reproach. */
export const dueNotice = (loan: Loan, reminder: LoanReminder): Telling =>
  reminder === 'ahead'
    ? toReader(
        loan,
        'ahead',
        `《${loan.title}》快到期了`,
        `${sayDay(loan.dueOn)}前还到书屋就行。腿脚不便，可以请联系您的同志来取；没看完，跟支部书记说一声。`,
      )
    : toReader(
        loan,
        'late',
        `《${loan.title}》到期了`,
        '看完了请还到书屋，后面也许有同志等着看。腿脚不便，可以请联系您的同志来取；没看完，跟支部书记说一声。',
      )

/** That a book that one wanted is back. */
export const freeNotice = ({ bookId, title, on }: { bookId: string; title: string; on: DateText }): Telling => ({
  ...{ kind: 'book-due', about: `${bookId}:free:${on}`, title: `您想看的《${title}》回来了` },
  text: '请到书屋来借；腿脚不便，可以请联系您的同志带给您。',
  page: routes.shelf(),
  fields: { what: title, when: `${on} 18:00`, where: '党员书屋', note: '可以来借了' },
})

/** To the secretary: a loan went by its day. */
export const lateDesk = (loan: Loan, now: Instant): Telling => ({
  ...{ kind: 'book-desk', about: `${loan._id}:late`, title: `${loan.name}同志借的书到期了` },
  text: `《${loan.title}》${sayDay(loan.dueOn)}到期。打个电话问问，看没看完；不方便来，请联系人去取。`,
  page: routes.loans(),
  fields: { what: loan.title, when: shanghai(now).format('YYYY-MM-DD HH:mm'), where: '党员书屋', note: `${loan.name}同志借的` },
})
