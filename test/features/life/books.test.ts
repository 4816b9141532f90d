import { readSheet } from 'read-excel-file/node'
import { instantOf } from '../../../core/shared/calendar'
import { good, stored } from '../support/attendance'
import { HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { amend, people, refusal, two } from '../support/people'

let branch: Branch
beforeEach(async () => void (branch = await startBranch()))
afterEach(() => branch.close())

const branchId = 'branch-01'
const secretary = () => branch.as('demo-secretary')
const save = async (copies: number, title = '红岩') => good(await secretary().calls('book.save', { branchId, title, copies })).bookId
const lend = (bookId: string, memberId: string, command?: string) => secretary().calls('book.lend', { bookId, memberId }, command)
const shelf = async (openid: string) => good(await branch.as(openid).calls('book.shelf', {}))
const titles = async (openid: string) => good(await branch.as(openid).calls('inbox.list', {})).items.map(one => one.title)

describe('a book of the branch', () => {
  test('is lent until the day of the rule set, once to each, and is on the shelf again when it is back', async () => {
    const bookId = await save(1)
    const { loanId, dueOn } = good(await lend(bookId, 'm-03', 'lend-1'))
    expect(dueOn).toBe('2026-12-21')
    expect(good(await lend(bookId, 'm-03', 'lend-1'))).toEqual({ loanId, dueOn })
    expect(good(await lend(bookId, 'm-03', 'lend-2'))).toEqual({ loanId, dueOn })
    expect(refusal(await lend(bookId, 'm-04'))).toBe('BOOK_OUT')
    expect(await shelf('demo-member-03')).toMatchObject({ loans: [{ loanId, dueOn }], items: [{ free: 0, mine: true }] })
    expect(await titles('demo-member-03')).toContain('借到了《红岩》')
    expect(refusal(await secretary().calls('book.save', { branchId, bookId, title: '红岩', copies: 0 }))).toBe('INVALID_INPUT')

    good(await branch.as('demo-member-04').calls('book.want', { bookId, want: true }))
    expect(good(await secretary().calls('book.list', { branchId })).items[0]?.wanted).toMatchObject([{ memberId: 'm-04' }])
    good(await secretary().calls('book.giveBack', { loanId }))
    good(await secretary().calls('book.giveBack', { loanId }))
    expect(await titles('demo-member-04')).toContain('您想看的《红岩》回来了')
    // The former command sent again brings nothing back.
    expect(good(await lend(bookId, 'm-03', 'lend-1')).loanId).toBe(loanId)
    expect((await shelf('demo-member-03')).items).toMatchObject([{ free: 1, mine: false }])
    good(await lend(bookId, 'm-04'))
    expect(good(await secretary().calls('book.list', { branchId })).items[0]?.wanted).toEqual([])
  })

  test('whose last copies fifty want at once goes to as many as there are copies', async () => {
    const bookId = await save(3)
    const replies = await Promise.all(Array.from({ length: 50 }, (_, nth) => lend(bookId, `m-${two(nth + 1)}`)))
    const told = replies.map(refusal)
    expect(told.filter(one => one === 'done')).toHaveLength(3)
    expect(told.filter(one => one === 'BOOK_OUT')).toHaveLength(47)
    const [book] = await stored(branch, 'books', { _id: bookId })
    expect(book?.out).toHaveLength(3)
    expect((await stored(branch, 'book-loans', { branchId })).map(one => one.state)).toEqual(['out', 'out', 'out'])
  })

  test('is brought and fetched by the liaison, and by no one from elsewhere', async () => {
    const bookId = await save(1)
    const visitor = branch.as(people.liaison.openid)
    good(await branch.as('demo-family-01').calls('book.want', { bookId, want: true, forMemberId: 'm-01' }))
    good(await branch.as('demo-member-04').calls('book.want', { bookId, want: true }))
    expect(good(await visitor.calls('book.of', { memberId: 'm-04' }))).toMatchObject({ loans: [], items: [{ bookId, wanted: true }] })
    const { loanId } = good(await visitor.calls('book.bring', { memberId: 'm-04', bookId }))
    expect(good(await secretary().calls('book.loans', { branchId, state: 'out' })).items).toMatchObject([
      { loanId, memberId: 'm-04', broughtBy: '方雅琴' },
    ])
    const elsewhere = branch.as('demo-other-secretary')
    expect(refusal(await elsewhere.calls('book.fetch', { memberId: 'm-04', loanId }))).toBe('FORBIDDEN')
    expect(refusal(await visitor.calls('book.fetch', { memberId: 'm-08', loanId }))).toBe('NOT_FOUND')
    good(await visitor.calls('book.fetch', { memberId: 'm-04', loanId }))
    expect(good(await secretary().calls('book.loans', { branchId, state: 'back' })).items).toMatchObject([{ fetchedBy: '方雅琴' }])
  })

  test('is brought to mind before its day and after it, once each; of one who died, the secretary alone hears', async () => {
    const bookId = await save(2)
    good(await lend(bookId, 'm-03'))
    good(await lend(bookId, 'm-05'))
    const [first] = await stored(branch, 'book-loans', { memberId: 'm-03' })
    expect(first?.remindAt).toBe(instantOf('2026-12-18', '09:00'))
    const comeTo = async (dueOn: string) => {
      await amend(branch, 'book-loans', { branchId }, { dueOn, remindAt: MORNING })
      await branch.clock.advance(2 * MINUTE)
    }
    await comeTo('2026-11-23')
    expect(await titles('demo-member-03')).toContain('《红岩》快到期了')
    await amend(branch, 'members', { _id: 'm-05' }, { state: 'dead' })
    await comeTo('2026-11-20')
    await branch.clock.advance(HOUR)
    expect((await titles('demo-member-03')).filter(one => one === '《红岩》到期了')).toHaveLength(1)
    const desk = (await titles('demo-secretary')).filter(one => one.endsWith('同志借的书到期了'))
    expect(desk).toHaveLength(2)
    expect(await stored(branch, 'messages', { memberId: 'm-05', title: '《红岩》到期了' })).toEqual([])
    expect(good(await secretary().calls('book.loans', { branchId, state: 'out' })).items.map(one => one.late)).toEqual([true, true])
    const { url } = good(await secretary().calls('book.export', { branchId }))
    const rows = await readSheet(Buffer.from(await (await fetch(url)).arrayBuffer()))
    expect(rows.slice(1).map(row => row[5])).toEqual(['到期没还', '到期没还'])
  })

  test('that was cut off between the loan and the shelf is made whole by the timer', async () => {
    const bookId = await save(1)
    const { loanId } = good(await lend(bookId, 'm-03'))
    await amend(branch, 'book-loans', { _id: loanId }, { state: 'asking', remindAt: 1 })
    await branch.clock.advance(2 * MINUTE)
    expect((await stored(branch, 'book-loans', { _id: loanId }))[0]?.state).toBe('out')
  })
})
