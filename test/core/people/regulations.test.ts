import { regulated, ruleKeys } from '../../../core/people/regulations/rows'
import { bookOf, type OwnRule } from '../../../core/people/regulations/rules'

const own = (more: Partial<OwnRule>): OwnRule => ({
  ...{ key: 'committee.term-years', orgId: 'district', value: 4, from: '2027-01-01', document: '区委组织部通知' },
  ...more,
})
const scopes = ['province', 'district', 'street', 'branch']
const years = (rows: readonly OwnRule[], on: string, branchKind?: 'community' | 'established') =>
  bookOf(rows, scopes).number('committee.term-years', { on, branchKind })

describe('the number that holds', () => {
  test('is the one of the regulation, for each kind of branch', () => {
    expect(years([], '2026-11-29')).toBe(3)
    expect(years([], '2026-11-29', 'established')).toBe(3)
    expect(years([], '2026-11-29', 'community')).toBe(5)
  })

  test('before its document came is the earliest there is', () => {
    expect(years([], '2010-01-01', 'established')).toBe(3)
  })

  test('changes on the day from which a bureau set another, and not before', () => {
    expect(years([own({})], '2026-12-31')).toBe(3)
    expect(years([own({})], '2027-01-01')).toBe(4)
  })

  test('of a kind of branch with a row of its own stays when the number for all kinds changes', () => {
    expect(years([own({})], '2027-06-01', 'community')).toBe(5)
    expect(years([own({ branchKind: 'community', value: 6 })], '2027-06-01', 'community')).toBe(6)
    expect(years([own({ branchKind: 'community', value: 6 })], '2026-06-01', 'community')).toBe(5)
  })

  test('of one date is that of the nearest organization', () => {
    const above = own({ orgId: 'province', value: 2 })
    expect(years([own({}), above], '2027-06-01')).toBe(4)
    expect(years([above, own({})], '2027-06-01')).toBe(4)
  })

  test('of a later date goes before an earlier one, whichever was written down first', () => {
    const later = own({ from: '2028-01-01', value: 5 })
    expect(years([later, own({})], '2029-01-01')).toBe(5)
    expect(years([own({}), later], '2027-12-31')).toBe(4)
  })
})

test('a temporary branch elects no committee and collects no dues; one that is not established votes neither', () => {
  const book = bookOf([], scopes)
  const holds = (key: 'branch.elects' | 'branch.collects-dues' | 'branch.votes', branchKind: 'temporary' | 'unestablished' | 'grid') =>
    book.holds(key, { on: '2026-11-29', branchKind })
  expect([holds('branch.elects', 'temporary'), holds('branch.collects-dues', 'temporary'), holds('branch.votes', 'temporary')]).toEqual([
    false,
    false,
    true,
  ])
  expect([holds('branch.collects-dues', 'unestablished'), holds('branch.votes', 'unestablished')]).toEqual([false, false])
  expect([holds('branch.elects', 'grid'), holds('branch.collects-dues', 'grid'), holds('branch.votes', 'grid')]).toEqual([true, true, true])
})

test('each number names its document, and its first row holds for every kind of branch', () => {
  for (const key of ruleKeys) {
    const [first, ...rest] = regulated[key].rows
    expect({ key, kind: first.branchKind }).toEqual({ key, kind: undefined })
    for (const row of [first, ...rest]) expect(row.document.length).toBeGreaterThan(3)
  }
})
