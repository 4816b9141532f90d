import type { funds as contract } from '../../../../core/means/funds/contract'
import { nextMoneyLook } from '../../../../core/means/dues/reminders'
import { publishedNotice } from '../../../../core/means/funds/notices'
import { monthAfter, monthOfDate, monthsFrom } from '../../../../core/means/dues/rules'
import { balanceOn, startsQuarter } from '../../../../core/means/funds/ledger'
import { dateOf } from '../../../../core/shared/calendar'
import type { Ports } from '../../../kernel/ports'
import { changeOrAddSaying } from '../../../kernel/settle'
import { tellEach } from '../../../kernel/tell'
import { Members, type Organization } from '../../people/public'
import type { Handlers } from '../use-case'
import { blankBook, monthId, monthsOf, sealedMonth } from './book'
import { duesOf, paymentsOf } from './collected'
import { FundBooks, type FundBook, FundMonths, type FundPublication, FundPublications } from './documents'
import { MOST_BACK } from './entries'
import { publicSums } from './read'

/** Budgets of so many years, and counts of the money, stay in the book. */
const [MOST_BUDGETS, MOST_COUNTS] = [12, 200] as const

type Keeping = Pick<Ports, 'store' | 'now'> & { subject: Organization }

/** One change of the book by one conditional write; a missing one is made. That of a branch is looked at by the timer. */
const changeBook = async (
  { store, now, subject: org }: Keeping,
  seen: FundBook | null,
  next: (book: FundBook) => FundBook,
): Promise<FundBook> => {
  const decided = await changeOrAddSaying(store.table(FundBooks), seen, blankBook(org), book => {
    const row = next(book)
    const looks = row !== book && row.lookAt === undefined && org.kind === 'branch'
    return { row: looks ? { ...row, lookAt: nextMoneyLook(now) } : row, answer: null }
  })
  return decided.row
}

export const keep: Handlers<Pick<typeof contract, 'fund.close' | 'fund.budget' | 'fund.count' | 'fund.appoint' | 'fund.publish'>> = {
  async 'fund.close'({ orgId, month }, context) {
    const { store, subject: org, now, fail } = context
    const present = monthOfDate(dateOf(now))
    if (month > present) return fail('INVALID_INPUT', { paths: ['month'], message: '还没到的月份不能结账' })
    // First the book says it, so that what is asked from now on is refused; then each month is sealed, those too that are not there: an entry that is being written
    // at this moment is either in its month before, or finds it sealed.
    const table = store.table(FundMonths)
    const all = monthsFrom(monthAfter(present, -MOST_BACK - 1), month)
    const [seen, months] = await Promise.all([store.table(FundBooks).get(orgId), table.getMany(all.map(one => monthId(orgId, one)))])
    await changeBook(context, seen, book => (book.closedThrough >= month ? book : { ...book, closedThrough: month }))
    const there = new Set(months.map(one => one.month))
    await table.addAll(all.filter(one => !there.has(one)).map(one => sealedMonth(org, one, month)))
    const quarters = { in: all.filter(startsQuarter).map(one => monthId(orgId, one)) }
    const through = { set: { closedThrough: month }, inc: { version: 1 } }
    await Promise.all([
      table.update({ orgId, month: { lte: month }, closed: false }, { set: { closed: true }, inc: { version: 1 } }),
      table.update({ _id: quarters, closedThrough: { lt: month } }, through),
      table.update({ _id: quarters, closedThrough: { exists: false } }, through),
    ])
    return {}
  },

  async 'fund.budget'({ year, lines }, context) {
    const { store, subject: org, checkText } = context
    const [seen] = await Promise.all([store.table(FundBooks).get(org._id), checkText(...lines.map(one => one.line))])
    await changeBook(context, seen, book => ({
      ...book,
      budgets: [...book.budgets.filter(one => one.year !== year), { year, lines }].sort((a, b) => a.year - b.year).slice(-MOST_BUDGETS),
    }))
    return {}
  },

  async 'fund.count'({ orgId, on, countedFen, words = '' }, context) {
    const { store, actor, commandId, now, fail, checkText } = context
    if (on > dateOf(now)) return fail('INVALID_INPUT', { paths: ['on'], message: '日子不能在今天以后' })
    const [months, seen] = await Promise.all([monthsOf(store, orgId), store.table(FundBooks).get(orgId), checkText(words)])
    const count = { _id: commandId, on, countedFen, bookFen: balanceOn(months, on), words, by: actor.name, at: now }
    const book = await changeBook(context, seen, before =>
      before.counts.some(one => one._id === commandId)
        ? before
        : { ...before, counts: [...before.counts, count].sort((a, b) => (a.on < b.on ? -1 : 1)).slice(-MOST_COUNTS) },
    )
    // Sent again, it says what the book said then.
    const { bookFen } = book.counts.find(one => one._id === commandId) ?? count
    return { bookFen, differenceFen: countedFen - bookFen }
  },

  async 'fund.appoint'({ memberIds }, context) {
    const { store, subject: org, fail } = context
    const wanted = [...new Set(memberIds)]
    const [people, seen] = await Promise.all([
      wanted.length === 0 ? [] : store.table(Members).getMany(wanted),
      store.table(FundBooks).get(org._id),
    ])
    const auditors = people.filter(one => one.state === 'active').map(({ _id: memberId, name }) => ({ memberId, name }))
    if (auditors.length !== wanted.length) return fail('NOT_FOUND')
    await changeBook(context, seen, book => ({ ...book, auditors }))
    return {}
  },

  async 'fund.publish'({ orgId, year, words = '' }, context) {
    const { store, subject: org, actor, now, fail, checkText } = context
    if (org.kind !== 'branch') return fail('INVALID_INPUT', { paths: ['orgId'] })
    if (year > Number(dateOf(now).slice(0, 4))) return fail('INVALID_INPUT', { paths: ['year'], message: '这一年还没有到' })
    const [months, payments, members] = await Promise.all([
      monthsOf(store, orgId),
      paymentsOf(store, orgId, year),
      store.table(Members).findAll({ branchId: orgId }),
      checkText(words),
    ])
    const { totals, lines } = publicSums(months, year)
    const publication: FundPublication = {
      ...{ _id: `${orgId}:${String(year)}`, orgId, name: org.name, path: org.path, year, at: now },
      by: { memberId: actor.memberId, name: actor.name },
      ...{ totals, lines, words },
      dues: duesOf(payments, months, year),
    }
    const present = members.filter(one => one.state === 'active').map(one => one._id)
    const telling = publishedNotice(org, year, now)
    // Phones ring within minutes: who publishes need not wait for a whole branch.
    await Promise.all([
      store.table(FundPublications).put(publication),
      tellEach(
        context,
        present.map(memberId => ({ memberId, telling })),
      ),
    ])
    return { told: present.length }
  },
}
