import fc from 'fast-check'
import { entryKinds, kindTable } from '../../../core/means/funds/kinds'
import {
  balanceOn,
  effectOf,
  isBalanced,
  ledgerOf,
  linesOf,
  postingsOf,
  quarterSpan,
  reversalOf,
  shareOf,
  sumsByLine,
  yearOf,
  type Entry,
  type LedgerMonth,
} from '../../../core/means/funds/ledger'

const by = { memberId: 'm', name: '书记' }
const entryOf = (made: Pick<Entry, '_id' | 'kind' | 'fen' | 'on' | 'line'>): Entry => ({
  ...{ ...made, words: '', fileIds: [], at: 0, by },
  postings: postingsOf(made),
})

const day = fc.record({
  year: fc.constantFrom(2025, 2026, 2027),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
})
const step = fc.record({
  kind: fc.constantFrom(...entryKinds),
  fen: fc.integer({ min: 1, max: 10_000_000 }),
  day,
  line: fc.constantFrom('学习资料', '走访慰问', '其他'),
  /** Takes back the entry of that place instead. */
  takesBack: fc.option(fc.nat(30), { nil: undefined }),
})

/** The book that these steps make, its months in no order. */
const bookOf = (
  steps: readonly {
    kind: Entry['kind']
    fen: number
    day: { year: number; month: number; day: number }
    line: string
    takesBack: number | undefined
  }[],
) => {
  const all: Entry[] = []
  steps.forEach(({ kind, fen, day: { year, month, day: date }, line, takesBack }, nth) => {
    const on = `${String(year)}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
    const target = takesBack === undefined ? undefined : all[takesBack % Math.max(1, all.length)]
    const taken = target !== undefined && (target.reverses !== undefined || all.some(one => one.reverses === target._id))
    if (target && !taken) all.push(reversalOf(target, { _id: `${target._id}-r`, on, at: nth, by, reason: '记错了' }))
    else all.push(entryOf({ _id: String(nth), kind, fen, on, line }))
  })
  const months = new Map<string, Entry[]>()
  for (const entry of all) months.set(entry.on.slice(0, 7), [...(months.get(entry.on.slice(0, 7)) ?? []), entry])
  return { all, months: [...months].reverse().map(([month, entries]): LedgerMonth => ({ month, closed: false, entries })) }
}

test('over any history each entry balances, every balance follows from the one before, and opening + in − out is closing', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), steps => {
      const { all, months } = bookOf(steps)
      expect(all.every(isBalanced)).toBe(true)
      let opening = 0
      for (const year of [2025, 2026, 2027]) {
        const { entries, totals } = yearOf(months, year)
        expect(totals.openingFen).toBe(opening)
        expect(totals.openingFen + totals.inFen - totals.outFen).toBe(totals.closingFen)
        let balance = totals.openingFen
        for (const { entry, balanceFen } of entries) expect(balanceFen).toBe((balance += effectOf(entry)))
        expect(balance).toBe(totals.closingFen)
        expect(balanceOn(months, `${String(year)}-12-31`)).toBe(totals.closingFen)
        opening = totals.closingFen
      }
      // The two sides of the whole book together are nothing.
      expect(all.flatMap(one => one.postings).reduce((sum, one) => sum + one.fen, 0)).toBe(0)
      const money = all.flatMap(one => one.postings).filter(one => one.account === 'money')
      expect(money.reduce((sum, one) => sum + one.fen, 0)).toBe(opening)
    }),
  )
})

test('what is taken back is nothing in the sum, and stays in the book', () => {
  fc.assert(
    fc.property(fc.constantFrom(...entryKinds), fc.integer({ min: 1, max: 1_000_000 }), (kind, fen) => {
      const entry = entryOf({ _id: 'one', kind, fen, on: '2026-03-01', line: '其他' })
      const back = reversalOf(entry, { _id: 'one-r', on: '2026-05-01', at: 1, by, reason: '记错了' })
      const months = [entry, back].map((one): LedgerMonth => ({ month: one.on.slice(0, 7), closed: false, entries: [one] }))
      expect(ledgerOf(months, '2026-01-01', '2027-01-01')).toMatchObject({
        totals: { openingFen: 0, inFen: 0, outFen: 0, closingFen: 0 },
        entries: [{ entry: { _id: 'one' } }, { entry: { _id: 'one-r', reverses: 'one' }, balanceFen: 0 }],
      })
    }),
  )
})

test('what is left of a line is what it was given less what went out; what was given for it goes on into the next year', () => {
  const entries = [
    entryOf({ _id: '1', kind: 'spend', fen: 30_000, on: '2026-01-02', line: '学习资料' }),
    entryOf({ _id: '2', kind: 'scholarship', fen: 50_000, on: '2026-01-03', line: '助学' }),
    entryOf({ _id: '3', kind: 'grant', fen: 900_000, on: '2026-01-01', line: '学习资料' }),
  ]
  expect(linesOf(entries, [{ line: '学习资料', fen: 50_000 }])).toEqual([
    { line: '学习资料', budgetFen: 50_000, givenFen: 0, spentFen: 30_000, leftFen: 20_000 },
    { line: '助学', budgetFen: 0, givenFen: 0, spentFen: 50_000, leftFen: -50_000 },
  ])
  const fund = entryOf({ _id: '4', kind: 'gift', fen: 80_000, on: '2026-01-01', line: '助学' })
  expect(linesOf([...entries, fund], [])).toContainEqual({
    line: '助学',
    budgetFen: 0,
    givenFen: 80_000,
    spentFen: 50_000,
    leftFen: 30_000,
  })
  expect(linesOf([], [], [...entries, fund])).toEqual([{ line: '助学', budgetFen: 0, givenFen: 30_000, spentFen: 0, leftFen: 30_000 }])
  expect(sumsByLine(entries)).toHaveLength(3)
})

test('a return is a percentage to the nearest 分, and nothing of nothing', () => {
  expect([shareOf(7200, 70), shareOf(2401, 70), shareOf(0, 70), shareOf(-500, 70)]).toEqual([5040, 1681, 0, 0])
  expect(quarterSpan('2026-Q4')).toEqual({ from: '2026-10-01', to: '2027-01-01' })
  expect(entryKinds.filter(kind => kindTable[kind].way === 'out')).toEqual(['spend', 'scholarship', 'passed'])
})
