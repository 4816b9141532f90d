import { isRightTraining } from '../../../core/life/trainings/rules'

test.each([
  ['three days', '2026-11-02', '2026-11-04', 6, true],
  ['half a day', '2026-11-02', '2026-11-02', 1, true],
  ['more halves than days', '2026-11-02', '2026-11-02', 3, false],
  ['ends before it begins', '2026-11-04', '2026-11-02', 1, false],
  ['still to come', '2026-11-27', '2026-11-30', 2, false],
  ['longer than any', '2026-08-01', '2026-11-01', 10, false],
])('a training that is %s', (_, from, to, halfDays, right) => {
  expect(isRightTraining({ from, to, halfDays }, '2026-11-28')).toBe(right)
})
