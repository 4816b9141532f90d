import * as z from 'zod'
import { operation } from '../../shared/operation'
import { Cursor, FileId, Id, IsoDate, Nothing, line, page } from '../../shared/schemas'

const Book = z.object({
  bookId: Id,
  title: z.string(),
  author: z.string(),
  copies: z.int(),
  /** Copies on the shelf. */
  free: z.int(),
})
const Loan = z.object({
  loanId: Id,
  bookId: Id,
  title: z.string(),
  memberId: Id,
  name: z.string(),
  lentOn: IsoDate,
  dueOn: IsoDate,
  late: z.boolean(),
  backOn: IsoDate.optional(),
  /** Who brought it, who fetched it. */
  broughtBy: z.string().optional(),
  fetchedBy: z.string().optional(),
})
const Finding = { find: line(40).optional(), cursor: Cursor.optional() }
const Lent = z.object({ loanId: Id, dueOn: IsoDate })
const officers = { who: ['secretary', 'street', 'bureau'], of: 'branchId' } as const
const visitor = { who: ['secretary', 'leader', 'liaison'], of: 'memberId' } as const

/** 党员书屋 (S2): the branch's books, lent and returned; a visitor may bring and fetch them. */
export const books = {
  /** A book of the branch with so many copies; with `bookId` it takes the place of what it was. No copies: it is on the shelf no more. */
  'book.save': operation({
    who: ['secretary'],
    of: 'branchId',
    input: z.object({ branchId: Id, bookId: Id.optional(), title: line(60), author: line(40).optional(), copies: z.int().min(0).max(500) }),
    output: z.object({ bookId: Id }),
  }),
  /** Gives a copy to a member until the day by the rule set; one who has it already keeps their loan. BOOK_OUT where no copy is left. */
  'book.lend': operation({
    who: ['secretary'],
    of: 'bookId',
    input: z.object({ bookId: Id, memberId: Id }),
    output: Lent,
    errors: ['BOOK_OUT'],
  }),
  /** A copy is back; those who wanted it hear of it. */
  'book.giveBack': operation({ who: ['secretary'], of: 'loanId', input: z.object({ loanId: Id }), output: Nothing }),
  /** The same at a member's door, by the officer who visits them. */
  'book.bring': operation({ ...visitor, input: z.object({ memberId: Id, bookId: Id }), output: Lent, errors: ['BOOK_OUT'] }),
  'book.fetch': operation({ ...visitor, input: z.object({ memberId: Id, loanId: Id }), output: Nothing }),
  /** What a member has, and what could be brought: what they want first. */
  'book.of': operation({
    ...visitor,
    input: z.object({ memberId: Id, ...Finding }),
    output: z.object({
      name: z.string(),
      loans: z.array(Loan),
      items: z.array(Book.extend({ wanted: z.boolean() })),
      cursor: Cursor.nullable(),
    }),
  }),
  /** The shelf of one's branch, with what one has. */
  'book.shelf': operation({
    who: 'member',
    input: z.object({ forMemberId: Id.optional(), ...Finding }),
    output: z.object({
      loans: z.array(Loan),
      items: z.array(Book.extend({ wanted: z.boolean(), mine: z.boolean() })),
      cursor: Cursor.nullable(),
    }),
  }),
  /** Wants a book, or no longer: the secretary sees it, and one hears when a copy is back. */
  'book.want': operation({
    who: 'member',
    of: 'bookId',
    input: z.object({ bookId: Id, want: z.boolean(), forMemberId: Id.optional() }),
    output: Nothing,
    errors: ['NOT_INVITED'],
  }),
  /** The shelf as its secretary has it: who has each book, who wants it. */
  'book.list': operation({
    ...officers,
    input: z.object({ branchId: Id, ...Finding }),
    output: z.object({
      items: z.array(
        Book.extend({
          out: z.array(z.object({ loanId: Id, memberId: Id, name: z.string(), dueOn: IsoDate, late: z.boolean() })),
          wanted: z.array(z.object({ memberId: Id, name: z.string() })),
        }),
      ),
      cursor: Cursor.nullable(),
      may: z.array(z.enum(['save'])),
    }),
  }),
  /** The loans of a branch: those that are out, the first due first; or those that are over. */
  'book.loans': operation({
    ...officers,
    input: z.object({ branchId: Id, state: z.enum(['out', 'back']), cursor: Cursor.optional() }),
    output: page(Loan),
  }),
  /** Shelf and loans as a workbook. */
  'book.export': operation({
    ...officers,
    kept: true,
    input: z.object({ branchId: Id }),
    output: z.object({ fileId: FileId, url: z.string() }),
  }),
} as const
