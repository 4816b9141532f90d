import { inForce } from '../../../../core/shared/hours'
import fc from 'fast-check'
import {
  credited,
  creditedOnce,
  knows,
  replaced,
  settled,
  signedIn,
  type Credit,
  type ServiceRow,
} from '../../../../core/service/posts/service-row'

const MINUTE = 60_000
const START = 1_800_000_000_000
const at = (minutes: number) => START + minutes * MINUTE
const shift = { startsAt: START, endsAt: at(120) }
const NOW = at(130)

const minutesOf = (row: ServiceRow<string>) => creditedOnce([{ ...row, _id: 'row', startsAt: START }]).get('row')
const stay = (from: number, to: number) => credited(signedIn(null, shift, 'a', at(from)), shift, NOW, at(to))

test.each([
  ['the whole shift', 0, 120, 120],
  ['who came early and stayed on', -30, 150, 120],
  ['who came late', 20, 120, 100],
  ['who left early', 0, 45, 45],
  ['who left before it began', -30, -10, 0],
])('credited: %s', (_, from, to, expected) => {
  expect(minutesOf(stay(from, to))).toBe(expected)
})

test('never more than the shift and never less than nothing', () => {
  const minute = fc.integer({ min: -2000, max: 2000 })
  fc.assert(
    fc.property(minute, minute, (from, to) => {
      const minutes = minutesOf(stay(from, to))
      expect(minutes).toBeGreaterThanOrEqual(0)
      expect(minutes).toBeLessThanOrEqual(120)
    }),
  )
})

test('a row of before hours were written down is credited what it says', () => {
  expect(creditedOnce([{ _id: 'old', startsAt: START, state: 'served', minutes: 50 }])).toEqual(new Map([['old', 50]]))
})

describe('shifts that share hours', () => {
  const row = (_id: string, from: number, to: number, creditedAt: number): Credit => ({
    ...{ _id, startsAt: at(from), state: 'served', minutes: 0, held: { startsAt: at(from), endsAt: at(to) }, creditedAt },
  })

  test('nine to eleven and ten to twelve are three hours, the shared one belongs to what was credited first', () => {
    const [first, second] = [row('a', 0, 120, 1), row('b', 60, 180, 2)]
    expect([...creditedOnce([second, first])]).toEqual([
      ['a', 120],
      ['b', 60],
    ])
    expect(creditedOnce([{ ...first, creditedAt: 3 }, second])).toEqual(new Map([['b', 120], ['a', 60]])) // prettier-ignore
  })

  test('together they are what the clock says, however many there are and in whichever order they come', () => {
    const some = fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: 300 }),
        lasts: fc.integer({ min: 0, max: 200 }),
        creditedAt: fc.integer({ min: 0, max: 4 }),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(some, spans => {
        const rows = spans.map(({ from, lasts, creditedAt }, index) => row(`r${String(index)}`, from, from + lasts, creditedAt))
        const minutes = creditedOnce(rows)
        const clock = new Set(spans.flatMap(({ from, lasts }) => Array.from({ length: lasts }, (_, index) => from + index)))
        expect([...minutes.values()].reduce((sum, one) => sum + one, 0)).toBe(clock.size)
        expect(creditedOnce(rows.toReversed())).toEqual(minutes)
      }),
    )
  })

  test('what another shift said of itself is not credited where no volunteer served', () => {
    expect(creditedOnce([row('a', 0, 60, 1), { ...row('b', 0, 60, 0), state: 'no-show' }])).toEqual(new Map([['a', 60]]))
  })
})

describe('settled', () => {
  const by = 'organizer'
  const settle = (row: ServiceRow<string> | null, came: boolean, owes = true) => settled(shift, row, { came, owes, by, now: NOW })
  const inSince = signedIn(null, shift, 'a', at(20))
  const absent: ServiceRow<string> = { state: 'no-show', minutes: 0, by }

  test.each([
    ['not seen by any officer', null, false, 'no-show', 0],
    ['the organizer saw them', null, true, 'served', 120],
    ['they forgot to sign out', inSince, false, 'served', 100],
    ['they were marked absent wrongly', absent, true, 'served', 120],
    ['they were marked absent', absent, false, 'no-show', 0],
    ['they were excused', { ...absent, state: 'none' as const }, false, 'none', 0],
  ])('%s', (_, row, came, state, minutes) => {
    const after = settle(row, came)
    expect(after?.state).toBe(state)
    expect((after && minutesOf(after)) ?? 0).toBe(minutes)
  })

  test('who signed out stays as they are; who owes nothing is not absent', () => {
    const out = stay(0, 45)
    expect(settle(out, true)).toBe(out)
    expect(settle(null, false, false)).toBeNull()
  })

  test('who signed in for hours that the shift has no more did not come to these', () => {
    const moved = { startsAt: at(600), endsAt: at(720) }
    const after = settled(moved, inSince, { came: false, owes: true, by, now: at(721) })
    expect(after).toMatchObject({ state: 'no-show', history: [{ state: 'in', held: shift }] })
    expect(inForce(inSince, moved)).toBeNull()
    expect(inForce(inSince, { ...moved, kept: [shift] })).toBe(inSince)
  })
})

test('what stood goes to the history, and a command is known wherever it stands there', () => {
  const first: ServiceRow<string> = { ...stay(0, 5), commandId: 'one', reason: '按错了' }
  const next = replaced(first, { state: 'no-show', minutes: 0, by: 'organizer', commandId: 'two' }, NOW)
  expect(next).toEqual({
    ...{ state: 'no-show', minutes: 0, by: 'organizer', commandId: 'two', creditedAt: NOW },
    history: [{ state: 'served', signedInAt: START, signedOutAt: at(5), minutes: 0, by: 'a', commandId: 'one', reason: '按错了', held: shift, replacedAt: NOW }], // prettier-ignore
  })
  expect([knows(next, 'one'), knows(next, 'two'), knows(next, 'three')]).toEqual([true, true, false])
})
