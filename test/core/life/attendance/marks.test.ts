import fc from 'fast-check'
import { decided, judgeMark, judgeMarks, replaced, type Mark, type AttendanceRow } from '../../../../core/life/attendance/marks'

const MINUTE = 60_000
const START = 1_795_222_800_000
const activity = { startsAt: START, endsAt: START + 120 * MINUTE, state: 'published' as const }
const HOURS = { startsAt: activity.startsAt, endsAt: activity.endsAt }
const NOW = START + 20 * MINUTE
const mark = (state: Mark['state'], nonce: string, at = NOW): Mark => ({ state, at, nonce, reason: '未带手机' })
const row = (more: Partial<AttendanceRow<string>> = {}): AttendanceRow<string> => ({
  state: 'present',
  at: START - MINUTE,
  late: false,
  way: 'code',
  by: 'elder',
  history: [],
  ...more,
})
const judged = (before: AttendanceRow<string> | null, one: Mark, more: object = {}) =>
  judgeMark(before, one, { ...activity, ...more }, 'invited', 'secretary', { now: NOW })

test('the first mark of a person is recorded with who said it, when and why', () => {
  expect(judged(null, mark('present', 'n1'))).toEqual({
    state: 'recorded',
    doubtful: false,
    row: {
      state: 'present',
      at: NOW,
      late: true,
      way: 'proxy',
      by: 'secretary',
      reason: '未带手机',
      nonce: 'n1',
      held: HOURS,
      history: [],
    },
  })
})

test.each([
  ['the same mark again', row({ nonce: 'n1', state: 'leave' }), mark('leave', 'n1'), 'already'],
  ['a replay of what was replaced since', row({ history: [{ ...row({ nonce: 'n1', state: 'leave' }), replacedAt: 1 }] }), mark('leave', 'n1'), 'already'], // prettier-ignore
  ['another phone saying the same', row({ nonce: 'n1' }), mark('present', 'n2'), 'already'],
  ['ticking a member who signed in by code', row(), mark('present', 'n2'), 'already'],
  ['absent for a member who signed in by code', row(), mark('absent', 'n2'), 'conflict'],
  ['leave for a member who signed in by code', row(), mark('leave', 'n2'), 'conflict'],
  ['coming after being called absent', row({ state: 'absent', way: 'proxy' }), mark('present', 'n2'), 'conflict'],
  ['coming after a leave noted at the door', row({ state: 'leave', way: 'proxy', at: START }), mark('present', 'n2'), 'conflict'],
  ['coming after a leave noted the day before', row({ state: 'leave', way: 'proxy', at: START - 1440 * MINUTE }), mark('present', 'n2'), 'recorded'], // prettier-ignore
  ['absent after a leave noted the day before', row({ state: 'leave', way: 'proxy', at: START - 1440 * MINUTE }), mark('absent', 'n2'), 'conflict'], // prettier-ignore
])('%s → %4$s', (_what, before, one, state) => {
  expect(judged(before, one).state).toBe(state)
})

test('coming after a leave one asked for oneself is recorded, and the leave stays in the history', () => {
  const asked: AttendanceRow<string> = { state: 'leave', at: START + MINUTE, late: false, by: 'elder', reason: '看病', history: [] }
  const verdict = judged(asked, mark('present', 'n2'))
  expect(verdict).toMatchObject({
    state: 'recorded',
    row: { state: 'present', history: [{ state: 'leave', reason: '看病', replacedAt: NOW }] },
  })
})

test.each([
  ['before the door opens by our own clock', mark('present', 'n'), { startsAt: NOW + 61 * MINUTE, endsAt: NOW + 120 * MINUTE }, 'SIGNIN_NOT_OPEN'], // prettier-ignore
  ['at a cancelled activity', mark('present', 'n'), { state: 'cancelled', cancelledAt: NOW }, 'ACTIVITY_CANCELLED'],
  ['at one cancelled at an unknown time', mark('present', 'n'), { state: 'cancelled' }, 'ACTIVITY_CANCELLED'],
])('rejected: %s', (_what, one, more, code) => {
  expect(judged(null, one, more)).toEqual({ state: 'rejected', code })
})

test.each([
  ['present before the door opens', mark('present', 'n', START - 61 * MINUTE)],
  ['present after it closed', mark('present', 'n', START + 151 * MINUTE)],
  ['more than five minutes in the future', mark('present', 'n', NOW + 5 * MINUTE + 1)],
  ['leave in the future', mark('leave', 'n', NOW + 6 * MINUTE)],
])('by the phone’s clock alone: %s is kept, flagged and never late', (_what, one) => {
  expect(judged(null, one)).toMatchObject({ state: 'recorded', doubtful: true, row: { at: NOW, late: false, said: one.at } })
})

test('whatever hour a phone that says when it sends has, its marks are as old as they are', () => {
  const ahead = fc.integer({ min: -1e12, max: 1e11 })
  const age = fc.integer({ min: 0, max: 80 * MINUTE })
  fc.assert(
    fc.property(ahead, age, (off, old) => {
      const one = mark('present', 'n', NOW + off - old)
      const verdict = judgeMark(null, one, activity, 'invited', 'secretary', { now: NOW, sentAt: NOW + off })
      const late = NOW - old > START + 10 * MINUTE
      expect(verdict).toMatchObject({ state: 'recorded', doubtful: false, row: { at: NOW - old, late } })
    }),
  )
})

test('a mark made before it was called off is kept, however late it comes', () => {
  const verdict = judgeMark(null, mark('present', 'n'), { ...activity, state: 'cancelled', cancelledAt: NOW + 1 }, 'invited', 'secretary', {
    now: NOW + 500 * MINUTE,
  })
  expect(verdict).toMatchObject({ state: 'recorded', row: { at: NOW } })
})

describe('put off to the next day', () => {
  const DAY = 1440 * MINUTE
  const moved = {
    ...{ startsAt: START + DAY, endsAt: START + DAY + 120 * MINUTE, state: 'published' as const },
    changes: [{ at: NOW + MINUTE, hours: HOURS }],
  }
  const onTheDay = { now: NOW + DAY }
  const judge = (before: AttendanceRow<string> | null, one: Mark) => judgeMark(before, one, moved, 'invited', 'secretary', onTheDay)

  test('who signed in on the old day has said nothing of the new one', () => {
    const old = row({ held: HOURS })
    expect(judge(old, mark('present', 'n', NOW + DAY))).toMatchObject({
      row: { state: 'present', at: NOW + DAY, history: [{ at: START - MINUTE, held: HOURS }] },
    })
    expect(decided(old, { state: 'present', reason: '核实', by: 'secretary' }, [], moved, NOW + DAY)).toMatchObject({
      at: NOW + DAY,
      late: false,
    })
  })

  test('a mark of the old day that comes late stays with it, beneath what stands', () => {
    const old = mark('present', 'old', NOW)
    expect(judge(null, old)).toMatchObject({ state: 'recorded', row: { at: NOW, held: HOURS } })
    const today = row({ held: { startsAt: moved.startsAt, endsAt: moved.endsAt }, at: NOW + DAY })
    const filed = judge(today, old)
    expect(filed).toMatchObject({ row: { at: NOW + DAY, history: [{ nonce: 'old', at: NOW }] } })
    expect(filed.state === 'recorded' ? judge(filed.row, old) : null).toEqual({ state: 'already' })
  })
})

test.each([
  ['a phone whose clock runs four minutes ahead, as of now', mark('present', 'n', NOW + 4 * MINUTE)],
  ['a leave noted days before', mark('leave', 'n', START - 4000 * MINUTE)],
])('recorded: %s', (_what, one) => {
  expect(judged(null, one).state).toBe('recorded')
})

test.each(['NOT_FOUND', 'NOT_INVITED'] as const)(
  'a person who may not take part is rejected with %s, a replay of what was recorded is not',
  guest => {
    expect(judgeMark(null, mark('present', 'n1'), activity, guest, 'secretary', { now: NOW })).toEqual({ state: 'rejected', code: guest })
    expect(judgeMark(row({ nonce: 'n1' }), mark('present', 'n1'), activity, guest, 'secretary', { now: NOW })).toEqual({ state: 'already' })
  },
)

test('two marks for one person in one batch are judged in order', () => {
  const { row: last, verdicts } = judgeMarks(null, [mark('present', 'a'), mark('absent', 'b')], activity, 'invited', 'secretary', {
    now: NOW,
  })
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
const settledBy = (before: AttendanceRow<string> | null, list: Mark[]) =>
  judgeMarks(before, list, activity, 'invited', 'secretary', { now: NOW })

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

test('whatever is marked, nothing that was ever recorded is lost, and a member who came stays present', () => {
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
      ...{ state: 'present', at: START + 12 * MINUTE, late: true, way: 'proxy', by: 'secretary', reason: '书记核实', held: HOURS },
      history: [{ state: 'absent', at: NOW, late: false, way: 'proxy', by: 'elder', replacedAt: NOW + MINUTE }],
    })
  })

  test('made the day after calls no member late', () => {
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
