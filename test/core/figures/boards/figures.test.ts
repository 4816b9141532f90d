import { countMembers, festivalAt } from '../../../../core/figures/boards/figures'
import { monthBefore } from '../../../../core/shared/calendar'

test.each([
  ['2026-10', '2026-11-21', 'double-ninth', 2026],
  ['2026-11', '2026-11-21', 'double-ninth', 2026],
  // Until its visits begin, on 26 December, New Year is not shown.
  ['2026-12', '2026-12-10', 'double-ninth', 2026],
  ['2026-12', '2026-12-27', 'new-year', 2027],
  ['2027-02', '2027-03-01', 'spring-festival', 2027],
  ['2026-07', '2026-11-21', 'high-summer', 2026],
])('the board of %s, looked at on %s, shows %s %i', (month, today, festival, year) => {
  expect(festivalAt(month, today)).toEqual({ festival, year })
})

test('members are counted as they are, the eighty-year-olds from their birthday on', () => {
  const elder = { standing: 'retired' as const, care: ['alone' as const], bound: true }
  const people = [
    { ...elder, birthday: { calendar: 'solar' as const, year: 1946, month: 11, day: 21 } },
    { ...elder, birthday: { calendar: 'solar' as const, year: 1946, month: 11, day: 22 } },
    { standing: 'in-service' as const, care: [], bound: false },
  ]
  expect(countMembers(people, '2026-11-21')).toEqual({ count: 3, retired: 2, alone: 2, elderly: 1, bound: 2 })
})

test('the month before January is December of the year before', () => {
  expect([monthBefore('2027-01'), monthBefore('2026-11')]).toEqual(['2026-12', '2026-10'])
})
