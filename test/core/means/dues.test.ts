import fc from 'fast-check'
import {
  noAccount,
  arrearsOf,
  dueIn,
  faultIn,
  monthAfter,
  monthlyOf,
  monthsFrom,
  payable,
  sharesOf,
  withBase,
  withPaid,
} from '../../../core/means/dues/rules'
import { sayDues, sayMoney, sayMonths, sayYuan } from '../../../core/means/dues/words'
import { bookOf } from '../../../core/people/regulations/rules'

const book = bookOf([], [])
const YUAN = 100

test.each<[standing: 'retired' | 'in-service', base: number, monthly: number]>([
  ['retired', 5000, 25],
  ['retired', 5000.01, 50],
  ['retired', 4800, 24],
  ['retired', 6200, 62],
  ['in-service', 3000, 15],
  ['in-service', 5000, 50],
  ['in-service', 10_000, 150],
  ['in-service', 10_001, 200.02],
])('a %s member with %d 元 a month owes %d 元', (standing, base, monthly) => {
  expect(monthlyOf(book, { baseFen: Math.round(base * YUAN), standing }, '2026-11')).toBe(Math.round(monthly * YUAN))
})

test('a rate that a bureau sets holds from its day on, and what was owed before stays as it was', () => {
  const own = { key: 'dues.retired-high' as const, orgId: 'district', value: 8, from: '2027-01-01', document: '通知' }
  const changed = bookOf([own], ['district'])
  const base = { baseFen: 600_000, standing: 'retired' as const }
  expect([monthlyOf(changed, base, '2026-12'), monthlyOf(changed, base, '2027-01')]).toEqual([6000, 4800])
})

test('a base holds from its month on; a relief lowers what is owed, and never raises it', () => {
  const bases = withBase(withBase([], { from: '2026-07', baseFen: 600_000, standing: 'retired' }), {
    from: '2026-01',
    baseFen: 400_000,
    standing: 'retired',
  })
  const relief = { id: 'r', from: '2026-09', until: '2026-10', reason: '', documentNo: '', fileIds: [] }
  const account = { bases, paid: [], reliefs: [{ ...relief, fen: 0 }] }
  expect(['2025-12', '2026-01', '2026-06', '2026-07', '2026-09'].map(month => dueIn(book, account, month))).toEqual([
    0, 2000, 2000, 6000, 0,
  ])
  expect(dueIn(book, { ...account, reliefs: [{ ...relief, fen: 9_999_900 }] }, '2026-09')).toBe(6000)
  expect(arrearsOf(book, account, '2026-12-10')).toEqual(
    monthsFrom('2026-01', '2026-11').filter(one => one !== '2026-09' && one !== '2026-10'),
  )
})

test('what is owed may be made up for half a year, and paid a year ahead', () => {
  const paying = { on: '2026-11-21', today: '2026-11-21', makeup: 6 }
  expect(faultIn({ ...paying, months: ['2026-05', '2027-11'] })).toBeNull()
  expect(faultIn({ ...paying, months: ['2026-04'] })?.path).toBe('months')
  expect(faultIn({ ...paying, months: ['2027-12'] })?.path).toBe('months')
  expect(faultIn({ ...paying, on: '2026-11-22', months: ['2026-11'] })?.path).toBe('on')
  // What was paid in time may be written down later.
  expect(faultIn({ ...paying, on: '2026-03-05', months: ['2026-01'] })).toBeNull()
})

test('over any payments no month is paid twice, nothing that was paid is lost, and what is open is what is not paid', () => {
  const month = fc.integer({ min: 0, max: 17 }).map(nth => monthAfter('2026-01', nth))
  const step = fc.record({ months: fc.uniqueArray(month, { minLength: 1, maxLength: 4 }), fen: fc.integer({ min: 1, max: 100_000 }) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), fc.integer({ min: 0, max: 2_000_000 }), (steps, baseFen) => {
      let account = { ...noAccount, bases: [{ from: '2026-01', baseFen, standing: 'retired' as const }] }
      let taken = 0
      steps.forEach(({ months, fen }, nth) => {
        if (months.some(one => account.paid.some(paid => paid.month === one))) return
        const sorted = [...months].sort()
        const shares = sharesOf(fen, sorted, one => dueIn(book, account, one))
        expect(shares.reduce((sum, one) => sum + one, 0)).toBe(fen)
        account = { ...account, paid: withPaid(account, String(nth), sorted, shares, false) }
        taken += fen
      })
      const paid = account.paid.map(one => one.month)
      expect(new Set(paid).size).toBe(paid.length)
      expect(account.paid.reduce((sum, one) => sum + one.fen, 0)).toBe(taken)
      const open = payable(book, account, '2026-11-21')
      expect(open.filter(one => paid.includes(one))).toEqual([])
      expect(arrearsOf(book, account, '2026-11-21').filter(one => paid.includes(one))).toEqual([])
    }),
  )
})

test('dues are said in one sentence', () => {
  expect(sayDues({ monthlyFen: 6250, baseFen: 625_000, rate: 10, standing: 'retired', relieved: false })).toBe(
    '您每月交62.50元：基本养老金6,250元，按1%算。',
  )
  expect(sayMonths(['2026-12', '2026-01', '2026-02', '2026-03', '2027-01'])).toBe('2026年1月至3月、12月、2027年1月')
  expect([sayYuan(-123_456), sayMoney(2500), sayMoney(5)]).toEqual(['-1,234.56', '25元', '0.05元'])
})
