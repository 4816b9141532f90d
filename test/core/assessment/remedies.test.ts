import fc from 'fast-check'
import { placeOf } from '../../../core/assessment/remedies/rules'
import { nextReminder, reminderToday } from '../../../core/life/public'
import { checkState, countChecks, homeChecks, type Checked } from '../../../core/assessment/homes/checks'
import { addDays } from '../../../core/shared/calendar'

const day = fc.integer({ min: 0, max: 900 }).map(days => addDays('2026-01-01', days))

test('a list has what is open before what is done: the first due first, the last done first', () => {
  fc.assert(
    fc.property(day, day, (one, other) => {
      const [first, second] = [one, other].toSorted()
      if (first === undefined || second === undefined || first === second) return
      expect(placeOf({ open: true, dueOn: first }) < placeOf({ open: true, dueOn: second })).toBe(true)
      expect(placeOf({ open: true, dueOn: second }) < placeOf({ open: false, dueOn: first, doneOn: first })).toBe(true)
      const done = (doneOn: string) => placeOf({ open: false, dueOn: first, doneOn })
      expect(done(second) < done(first)).toBe(true)
    }),
  )
})

test.each([
  ['2026-11-26', undefined, null],
  ['2026-11-28', undefined, 'soon'],
  ['2026-12-01', 'soon', null],
  ['2026-12-02', 'soon', 'late'],
  ['2026-12-20', undefined, 'late'],
  ['2026-12-20', 'late', null],
] as const)('of a remedy that is due on 1 December its owner hears on %s, reminded of as %s: %s', (today, reminded, what) => {
  expect(reminderToday({ dueOn: '2026-12-01', reminded }, today)).toBe(what)
})

test('nothing is said any more of one that is closed', () => {
  expect(nextReminder({ dueOn: '2026-12-01', doneOn: '2026-11-20' })).toBeNull()
})

test.each<[Checked | undefined, string]>([
  [undefined, 'unseen'],
  [{ holds: true, on: '2026-11-01' }, 'holds'],
  [{ holds: false, on: '2026-11-01' }, 'lacks'],
  [{ holds: true, on: '2025-11-21' }, 'holds'],
  [{ holds: false, on: '2025-11-20' }, 'unseen'],
])('a home’s check seen as %j is %s: what was not looked at for a year is not known, and never lacking', (seen, state) => {
  expect(checkState(seen, '2026-11-21')).toBe(state)
})

test('the ten of a home are counted each once', () => {
  const seen = fc.option(fc.record({ holds: fc.boolean(), on: day }), { nil: undefined })
  fc.assert(
    fc.property(fc.array(seen, { minLength: 10, maxLength: 10 }), all => {
      const checks = Object.fromEntries(homeChecks.flatMap((check, at) => (all[at] ? [[check, all[at]] as const] : [])))
      const { holds, lacks, unseen } = countChecks(checks, '2027-01-01')
      expect(holds + lacks + unseen).toBe(10)
    }),
  )
})
