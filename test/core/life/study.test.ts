import { hoursOf, isAsCare, isRightDay, isStudy, trainingHours } from '../../../core/life/study/rules'
import { instantOf } from '../../../core/shared/calendar'

const at = (time: string, date = '2026-11-28') => instantOf(date, time)

const rules = { day: 8, half: 4 }

describe('hours of study', () => {
  test.each([
    ['09:00', '11:00', 2],
    ['09:00', '11:20', 2.5],
    ['09:00', '09:10', 0.5],
    ['08:00', '18:00', 8],
  ])('from %s to %s are %d', (from, to, hours) => {
    expect(hoursOf({ kind: 'lecture', startsAt: at(from), endsAt: at(to) }, rules)).toBe(hours)
  })

  test.each([
    ['half a day', '08:30', '11:30', '2026-11-28', 4],
    ['a whole day', '08:30', '17:00', '2026-11-28', 8],
    ['three days', '08:30', '11:30', '2026-11-30', 24],
  ])('of a training of %s go by its days, as the rule set converts them', (_, from, to, until, hours) => {
    expect(hoursOf({ kind: 'training', startsAt: at(from), endsAt: at(to, until) }, rules)).toBe(hours)
  })

  test('of a training elsewhere go by its half days', () => {
    expect([1, 2, 3, 10].map(halfDays => trainingHours(halfDays, rules))).toEqual([4, 8, 12, 40])
  })

  test('come from lectures, study and meetings at which one learns, not from outings or service', () => {
    expect((['lecture', 'study', 'party-day', 'training', 'briefing'] as const).map(isStudy)).toEqual([true, true, true, true, true])
    expect((['outing', 'interest', 'volunteering', 'committee', 'visit'] as const).map(isStudy)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ])
  })
})

test('nothing is asked of one who is bedridden or very old, whatever they learn', () => {
  const born = (year: number) => ({ care: [], birthday: { calendar: 'solar' as const, year, month: 11, day: 29 } })
  expect(isAsCare(born(1946), '2026-11-28', 80)).toBe(false)
  expect(isAsCare(born(1946), '2026-11-29', 80)).toBe(true)
  expect(isAsCare({ ...born(1960), care: ['bedridden'] }, '2026-11-28', 80)).toBe(true)
  expect(isAsCare({ ...born(1960), care: ['alone'] }, '2026-11-28', 80)).toBe(false)
})

test('a task ends today or within a year', () => {
  const now = at('10:00')
  expect(['2026-11-27', '2026-11-28', '2027-11-29', '2027-11-30'].map(on => isRightDay(on, now))).toEqual([false, true, true, false])
})
