import fc from 'fast-check'
import { decided, judgeMark, judgeMarks, replaced, type Mark, type Row } from '../../../../core/life/attendance/marks'

const MINUTE = 60_000
const START = 1_795_222_800_000
const activity = { startsAt: START, endsAt: START + 120 * MINUTE, state: 'published' as const }
const NOW = START + 20 * MINUTE
const mark = (state: Mark['state'], nonce: string, at = NOW): Mark => ({ state, at, nonce, reason: '未带手机' })
const row = (more: Partial<Row<string>> = {}): Row<string> => ({
  state: 'present',
  at: START - MINUTE,
  late: false,
  way: 'code',
  by: 'elder',
  history: [],
  ...more,
})
const judged = (before: Row<string> | null, one: Mark, more: object = {}) =>
  judgeMark(before, one, { ...activity, ...more }, 'invited', 'secretary', NOW)

test('the first mark of a person is recorded with who said it, when and why', () => {
  expect(judged(null, mark('present', 'n1'))).toEqual({
    state: 'recorded',
    row: { state: 'present', at: NOW, late: true, way: 'proxy', by: 'secretary', reason: '未带手机', nonce: 'n1', history: [] },
  })
})

test.each([
  ['the same mark again', row({ nonce: 'n1', state: 'leave' }), mark('leave', 'n1'), 'already'],
  ['a replay of what was replaced since', row({ history: [{ ...row({ nonce: 'n1', state: 'leave' }), replacedAt: 1 }] }), mark('leave', 'n1'), 'already'], // prettier-ignore
  ['another phone saying the same', row({ nonce: 'n1' }), mark('present', 'n2'), 'already'],
  ['ticking whoever signed in by code', row(), mark('present', 'n2'), 'already'],
  ['absent for whoever signed in by code', row(), mark('absent', 'n2'), 'conflict'],
  ['leave for whoever signed in by code', row(), mark('leave', 'n2'), 'conflict'],
  ['coming after being called absent', row({ state: 'absent', way: 'proxy' }), mark('present', 'n2'), 'conflict'],
  ['coming after a leave noted at the door', row({ state: 'leave', way: 'proxy', at: START }), mark('present', 'n2'), 'conflict'],
  ['coming after a leave noted the day before', row({ state: 'leave', way: 'proxy', at: START - 1440 * MINUTE }), mark('present', 'n2'), 'recorded'], // prettier-ignore
  ['absent after a leave noted the day before', row({ state: 'leave', way: 'proxy', at: START - 1440 * MINUTE }), mark('absent', 'n2'), 'conflict'], // prettier-ignore
])('%s → %4$s', (_what, before, one, state) => {
  expect(judged(before, one).state).toBe(state)
})

test('coming after a leave one asked for oneself is recorded, and the leave stays in the history', () => {
  const asked: Row<string> = { state: 'leave', at: START + MINUTE, late: false, by: 'elder', reason: '看病', history: [] }
  const verdict = judged(asked, mark('present', 'n2'))
  expect(verdict).toMatchObject({
    state: 'recorded',
    row: { state: 'present', history: [{ state: 'leave', reason: '看病', replacedAt: NOW }] },
  })
})

test.each([
  ['present before the door opens', mark('present', 'n', START - 61 * MINUTE), {}, 'SIGNIN_NOT_OPEN'],
  ['present after it closed', mark('present', 'n', START + 151 * MINUTE), {}, 'SIGNIN_NOT_OPEN'],
  ['more than five minutes in the future', mark('present', 'n', NOW + 5 * MINUTE + 1), {}, 'SIGNIN_NOT_OPEN'],
  ['leave in the future', mark('leave', 'n', NOW + 6 * MINUTE), {}, 'SIGNIN_NOT_OPEN'],
  ['at a cancelled activity', mark('present', 'n'), { state: 'cancelled' }, 'ACTIVITY_CANCELLED'],
])('rejected: %s', (_what, one, more, code) => {
  expect(judged(null, one, more)).toEqual({ state: 'rejected', code })
})

test.each([
  ['a phone whose clock runs four minutes ahead', mark('present', 'n', NOW + 4 * MINUTE)],
  ['a leave noted days before', mark('leave', 'n', START - 4000 * MINUTE)],
])('recorded: %s', (_what, one) => {
  expect(judged(null, one).state).toBe('recorded')
})

test.each(['NOT_FOUND', 'NOT_INVITED'] as const)(
  'whoever may not take part is rejected with %s, a replay of what was recorded is not',
  guest => {
    expect(judgeMark(null, mark('present', 'n1'), activity, guest, 'secretary', NOW)).toEqual({ state: 'rejected', code: guest })
    expect(judgeMark(row({ nonce: 'n1' }), mark('present', 'n1'), activity, guest, 'secretary', NOW)).toEqual({ state: 'already' })
  },
)

test('two marks for one person in one batch are judged in order', () => {
  const { row: last, verdicts } = judgeMarks(null, [mark('present', 'a'), mark('absent', 'b')], activity, 'invited', 'secretary', NOW)
  expect(verdicts.map(one => one.verdict.state)).toEqual(['recorded', 'conflict'])
  expect(last).toMatchObject({ state: 'present', nonce: 'a' })
})

const marks = fc.array(
  fc.record({
    state: fc.constantFrom('present', 'leave', 'absent'),
    nonce: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    at: fc.integer({ min: START - 200 * MINUTE, max: START + 200 * MINUTE }),
    reason: fc.string(),
  }),
  { maxLength: 12 },
)
const settledBy = (before: Row<string> | null, list: Mark[]) => judgeMarks(before, list, activity, 'invited', 'secretary', NOW)

test('a batch replayed, whole or in part, changes nothing', () => {
  fc.assert(
    fc.property(marks, marks, (first, part) => {
      const once = settledBy(null, first).row
      const again = first.filter((one, index) => part.some(other => other.nonce === one.nonce) || index % 2 === 0)
      const replay = settledBy(once, again)
      expect(replay.row).toBe(once)
      expect(replay.verdicts.every(one => one.verdict.state !== 'recorded')).toBe(true)
    }),
  )
})

test('whatever is marked, nothing that was ever recorded is lost, and whoever came stays', () => {
  fc.assert(
    fc.property(marks, list => {
      const { row: last, verdicts } = settledBy(null, list)
      const recorded = verdicts.filter(one => one.verdict.state === 'recorded').map(one => one.mark.nonce)
      expect(last ? [...last.history.map(one => one.nonce), last.nonce] : []).toEqual(recorded)
      expect(last?.history.every(one => one.state !== 'present') ?? true).toBe(true)
    }),
  )
})

describe('a decision', () => {
  const decision = { state: 'present' as const, reason: '书记核实', by: 'secretary' }

  test('takes the hour from the door that had said so, and keeps what stood', () => {
    const kept = row({ state: 'absent', way: 'proxy', at: NOW })
    expect(decided(kept, decision, [{ state: 'present', at: START + 12 * MINUTE }], activity, NOW + MINUTE)).toEqual({
      ...{ state: 'present', at: START + 12 * MINUTE, late: true, way: 'proxy', by: 'secretary', reason: '书记核实' },
      history: [{ state: 'absent', at: NOW, late: false, way: 'proxy', by: 'elder', replacedAt: NOW + MINUTE }],
    })
  })

  test('made the day after calls nobody late', () => {
    expect(decided(null, decision, [], activity, START + 1440 * MINUTE)).toMatchObject({ state: 'present', late: false })
  })

  test('for what stands leaves the row as it is', () => {
    const kept = row()
    expect(decided(kept, decision, [{ state: 'absent', at: NOW }], activity, NOW)).toBe(kept)
  })
})

test('what else is stored beside a row does not go into its history', () => {
  const document = { ...row(), _id: 'a:m', activityId: 'a', memberId: 'm' }
  const [former] = replaced(document, row({ state: 'leave' }), NOW).history
  expect(Object.keys(former ?? {}).sort()).toEqual(['at', 'by', 'late', 'replacedAt', 'state', 'way'])
})
