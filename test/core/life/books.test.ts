import { dueOnOf, nextReminder } from '../../../core/life/books/rules'
import { instantOf } from '../../../core/shared/calendar'

describe('a loan', () => {
  test('lasts as long as the rule set says', () => {
    expect(dueOnOf('2026-11-28', 30)).toBe('2026-12-28')
  })

  test.each([
    ['well before', '2026-12-01', undefined, { reminder: 'ahead', remindAt: instantOf('2026-12-25', '09:00') }],
    ['two days before', '2026-12-26', undefined, { reminder: 'late', remindAt: instantOf('2026-12-29', '09:00') }],
    ['once it was told ahead', '2026-12-25', 'ahead', { reminder: 'late', remindAt: instantOf('2026-12-29', '09:00') }],
    ['after the last word', '2026-12-29', 'late', null],
  ] as const)('is told of next, %s', (_, on, last, next) => {
    expect(nextReminder({ dueOn: '2026-12-28', last }, instantOf(on, '10:00'), 3)).toEqual(next)
  })
})
