import { judgeRecord, stateOf, visitHeard } from '../../../../core/care/visits/rules'
import { usualVisits } from '../../../../core/care/visits/settings'

const DAY = 24 * 60 * 60_000
const NOW = 1_795_222_800_000
const spring = { rule: 'spring-festival' as const, opens: NOW, state: 'due' as const, closes: NOW + 20 * DAY }

test('a due visit is overdue once its window is over, a done one never', () => {
  expect(stateOf(spring, spring.closes)).toBe('due')
  expect(stateOf(spring, spring.closes + 1)).toBe('overdue')
  expect(stateOf({ ...spring, state: 'done' }, spring.closes + 1)).toBe('done')
})

test('a visit before its window counts for the season, not one of the season before', () => {
  const judge = (at: number) => judgeRecord(spring, usualVisits, { at, by: 'visit' })
  expect([spring.opens - DAY, spring.opens - 92 * DAY].map(judge)).toEqual(['right', 'right'])
  expect(judge(spring.opens - 93 * DAY)).toBe('VISIT_TIME_WRONG')
})

test('a telephone call counts where the settings say so', () => {
  const at = spring.opens
  const rules = (callCounts: boolean) => ({
    ...usualVisits,
    rules: { ...usualVisits.rules, 'spring-festival': { ...usualVisits.rules['spring-festival'], callCounts } },
  })
  expect(judgeRecord(spring, rules(false), { at, by: 'call' })).toBe('CALL_NOT_ENOUGH')
  expect(judgeRecord(spring, rules(true), { at, by: 'call' })).toBe('right')
})

test('an hour that only a wrong clock can give is taken for now, and what the phone gave stays beside it', () => {
  expect(visitHeard({ at: NOW - DAY, sentAt: NOW }, spring, NOW)).toEqual({ at: NOW - DAY })
  expect(visitHeard({ at: NOW - 400 * DAY, sentAt: NOW }, spring, NOW)).toEqual({ at: NOW, said: NOW - 400 * DAY })
  expect(visitHeard({ at: NOW + DAY }, spring, NOW)).toEqual({ at: NOW, said: NOW + DAY })
})
