import type { books as contract } from '../../../../core/life/books/contract'
import { dateOf } from '../../../../core/shared/calendar'
import { byText, firstBy, pageBy } from '../../../kernel/keyset'
import { settleRow } from '../../../kernel/settle'
import type { Store } from '../../../kernel/store'
import type { Member } from '../../people/public'
import type { Handlers } from '../use-case'
import { BookLoans, Books } from './documents'
import { shownBook, shownLoan } from './shown'

const PAGE = 20
/** More books than a member has at a time. */
const MOST_LOANS = 50

const branchesOf = (member: Member): string[] => [...new Set([member.branchId, ...member.affiliates.map(one => one.branchId)])]

const loansOf = (store: Store, memberId: string) => firstBy(store.table(BookLoans), { memberId, state: 'out' }, byText('dueOn'), MOST_LOANS)

interface Looking {
  find?: string | undefined
  cursor?: string | undefined
}

/** The books of these branches that have copies, by title. */
const shelfOf = (store: Store, branchIds: readonly string[], { find, cursor }: Looking) =>
  pageBy(
    store.table(Books),
    { branchId: { in: branchIds }, copies: { gt: 0 }, ...(find === undefined ? {} : { title: { includes: find } }) },
    byText('title'),
    { size: PAGE, cursor },
  )

/** What a member wants stands first on the first page of what can be brought to them. */
const wantedBy = async (store: Store, member: Member) =>
  firstBy(store.table(Books), { branchId: { in: branchesOf(member) }, 'wanted.memberId': member._id }, byText('title'), MOST_LOANS)

export const shelf: Handlers<Pick<typeof contract, 'book.of' | 'book.shelf' | 'book.want' | 'book.list' | 'book.loans'>> = {
  async 'book.of'(looking, { store, subject: member, now }) {
    const [loans, { items, cursor: next }, wanted] = await Promise.all([
      loansOf(store, member._id),
      shelfOf(store, branchesOf(member), looking),
      looking.cursor === undefined && looking.find === undefined ? wantedBy(store, member) : [],
    ])
    const has = new Set(loans.map(one => one.bookId))
    const first = new Set(wanted.map(one => one._id))
    const shown = [...wanted, ...items.filter(one => !first.has(one._id))].filter(one => !has.has(one._id))
    return {
      name: member.name,
      loans: loans.map(one => shownLoan(one, now)),
      items: shown.map(book => ({ ...shownBook(book), wanted: book.wanted.some(one => one.memberId === member._id) })),
      cursor: next,
    }
  },

  async 'book.shelf'(looking, { store, person, now }) {
    const [loans, { items, cursor: next }] = await Promise.all([loansOf(store, person._id), shelfOf(store, branchesOf(person), looking)])
    return {
      loans: loans.map(one => shownLoan(one, now)),
      items: items.map(book => ({
        ...shownBook(book),
        wanted: book.wanted.some(one => one.memberId === person._id),
        mine: book.out.some(one => one.memberId === person._id),
      })),
      cursor: next,
    }
  },

  async 'book.want'({ bookId, want }, { store, subject, person }) {
    const table = store.table(Books)
    const { _id: memberId, name } = person
    if (!want) {
      await table.update({ _id: bookId }, { pull: { wanted: { memberId } } })
      return {}
    }
    await settleRow(
      subject,
      () => table.get(bookId),
      async row => {
        if (row === null || [...row.wanted, ...row.out].some(one => one.memberId === memberId)) return true
        return (await table.swap(row, { ...row, wanted: [...row.wanted, { memberId, name }] })) || undefined
      },
    )
    return {}
  },

  async 'book.list'({ branchId, find, cursor }, { store, now, may }) {
    const { items, cursor: next } = await shelfOf(store, [branchId], { find, cursor })
    const today = dateOf(now)
    return {
      items: items.map(book => ({
        ...shownBook(book),
        out: book.out.map(one => ({ ...one, late: one.dueOn < today })),
        wanted: book.wanted,
      })),
      cursor: next,
      may: may('save'),
    }
  },

  async 'book.loans'({ branchId, state, cursor }, { store, now }) {
    const order = byText('dueOn', state === 'out' ? 'asc' : 'desc')
    const { items, cursor: next } = await pageBy(store.table(BookLoans), { branchId, state }, order, { size: PAGE, cursor })
    return { items: items.map(one => shownLoan(one, now)), cursor: next }
  },
}
