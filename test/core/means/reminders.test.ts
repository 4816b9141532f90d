import { moneyDue, nextMoneyLook, nextReminder, remindedOf } from '../../../core/means/dues/reminders'
import { bookOf } from '../../../core/people/regulations/rules'
import { dateOf, instantOf } from '../../../core/shared/calendar'
import { isWaking } from '../../../core/shared/quiet-hours'

const book = bookOf([], [])
const account = {
  bases: [{ from: '2026-06', baseFen: 480_000, standing: 'retired' as const }],
  reliefs: [],
  paid: ['2026-06', '2026-07'].map(month => ({ month, fen: 2400, entryId: 'e' })),
}
const relief = { id: 'r', from: '2026-11', until: '2026-12', fen: 0, reason: '住院', documentNo: '', fileIds: [] }

test('a branch is looked at once in each quarter, in the morning, in the second half of its first month; many of them one after the other', () => {
  const days = ['branch-01', 'branch-02', 'b-77', 'any'].map(one => nextReminder('2026-11-21', one))
  expect(days.every(isWaking)).toBe(true)
  expect(days.map(dateOf).every(day => '2027-01-15' <= day && day <= '2027-01-24')).toBe(true)
  expect(days[0]).toBe(nextReminder('2026-10-01', 'branch-01'))
  const thousand = Array.from({ length: 1000 }, (_, n) => nextReminder('2026-11-21', `branch-${String(n)}`))
  const at = thousand.map(one => one - instantOf(dateOf(one), '09:30'))
  expect([Math.min(...at), Math.max(...at)]).toEqual([0, 119 * 60_000])
  // A minute of the timer has to do with few of them.
  const together = Math.max(...[...new Set(thousand)].map(one => thousand.filter(other => other === one).length))
  expect(together).toBeLessThanOrEqual(6)
})

test('what is told is of quarters that are over; nothing where they heard of it in this one, and nothing of those who are relieved', () => {
  expect(remindedOf(book, account, '2026-11-21')).toEqual({ months: ['2026-08', '2026-09'], fen: 4800 })
  expect(remindedOf(book, account, '2026-09-30').months).toEqual([])
  expect(remindedOf(book, { ...account, remindedOn: '2026-10-01' }, '2026-11-21').months).toEqual([])
  expect(remindedOf(book, { ...account, remindedOn: '2026-09-30' }, '2026-11-21').months).toHaveLength(2)
  expect(remindedOf(book, { ...account, reliefs: [relief] }, '2026-11-21').months).toEqual([])
  expect(remindedOf(book, { ...account, reliefs: [{ ...relief, from: '2026-08', until: '2026-08' }] }, '2026-11-21').months).toEqual([])
})

test('a branch is looked at on the tenth of each month: quarters that are over with dues in hand, and until March the year before', () => {
  expect(nextMoneyLook(instantOf('2026-11-21', '10:00'))).toBe(instantOf('2026-12-10', '09:30'))
  expect(nextMoneyLook(instantOf('2026-12-10', '09:30'))).toBe(instantOf('2027-01-10', '09:30'))
  expect(nextMoneyLook(instantOf('2026-12-10', '09:29'))).toBe(instantOf('2026-12-10', '09:30'))
  const held = [
    { quarter: '2026-Q3', fen: 0 },
    { quarter: '2026-Q4', fen: 500 },
    { quarter: '2027-Q1', fen: 900 },
  ]
  expect(moneyDue({ held, published: [2025], moved: true }, '2027-01-10')).toEqual({
    quarters: [{ quarter: '2026-Q4', fen: 500 }],
    publish: 2026,
  })
  expect(moneyDue({ held: [], published: [2026], moved: true }, '2027-01-10')).toEqual({ quarters: [] })
  expect(moneyDue({ held: [], published: [], moved: false }, '2027-01-10')).toEqual({ quarters: [] })
  expect(moneyDue({ held: [], published: [], moved: true }, '2027-04-10')).toEqual({ quarters: [] })
})
