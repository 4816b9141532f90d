import fc from 'fast-check'
import { overlap } from '../../../core/shared/hours'
import { freeOf, holdingOn, liesUponItself, taken, verdictsOf, weekly, type Holding } from '../../../core/shared/slots'
import { instantOf } from '../../../core/shared/calendar'

const held = (key: string, startsAt: number, endsAt: number): Holding => ({ key, startsAt, endsAt })
const HOUR = 3_600_000
const WEEK = 7 * 24 * HOUR

test.each([
  ['before it', held('b', 0, 10), false],
  ['touching its beginning', held('b', 5, 10), false],
  ['upon its beginning', held('b', 5, 11), true],
  ['inside it', held('b', 12, 13), true],
  ['around it', held('b', 0, 30), true],
  ['touching its end', held('b', 20, 30), false],
  ['its own, sent again', held('a', 10, 20), false],
])('a span %s', (_, wanted, clashes) => expect(holdingOn([held('a', 10, 20)], wanted) !== undefined).toBe(clashes))

test('the same key holds a span once, in the place of its former one, and what is over is dropped', () => {
  const first = taken([held('past', 0, 5)], held('a', 10, 20), 7) ?? []
  expect(first).toEqual([held('a', 10, 20)])
  expect(taken(first, held('a', 30, 40), 7)).toEqual([held('a', 30, 40)])
  expect(taken(first, held('b', 19, 40), 7)).toBeUndefined()
})

const spans = fc.array(
  fc
    .record({ key: fc.nat(30).map(String), startsAt: fc.nat(100), lasts: fc.integer({ min: 1, max: 30 }) })
    .map(one => held(one.key, one.startsAt, one.startsAt + one.lasts)),
  { maxLength: 60 },
)
test('however many come in whichever order, no two holdings lie upon each other; a refused one changes nothing', () => {
  fc.assert(
    fc.property(spans, wanted => {
      let holdings: Holding[] = []
      for (const one of wanted) {
        const next = taken(holdings, one, 0)
        expect(next === undefined).toBe(holdings.some(other => other.key !== one.key && overlap(other, one)))
        holdings = next ?? holdings
        expect(liesUponItself(holdings)).toBe(false)
        expect(new Set(holdings.map(each => each.key)).size).toBe(holdings.length)
      }
    }),
  )
})

test('what is free touches no holding, and everything else does', () => {
  fc.assert(
    fc.property(spans, spans, (all, holdings) => {
      const free = freeOf(all, holdings)
      expect(free.every(one => !holdings.some(other => overlap(one, other)))).toBe(true)
      expect(all.filter(one => !free.includes(one)).every(one => holdings.some(other => overlap(one, other)))).toBe(true)
      expect(free.map(one => one.startsAt)).toEqual(free.map(one => one.startsAt).sort((one, other) => one - other))
    }),
  )
})

describe('a series', () => {
  const monday = { startsAt: instantOf('2026-11-23', '09:00'), endsAt: instantOf('2026-11-23', '09:30') }

  test('comes again at the same time of the clock; one that is longer than its week lies upon itself', () => {
    expect(weekly([monday], 3).map(one => one.startsAt)).toEqual([0, 1, 2].map(week => monday.startsAt + week * WEEK))
    expect(liesUponItself(weekly([monday], 52))).toBe(false)
    const next = { startsAt: monday.startsAt + WEEK, endsAt: monday.endsAt + WEEK }
    expect(liesUponItself(weekly([monday, next], 2))).toBe(true)
    expect(liesUponItself(weekly([{ ...monday, endsAt: monday.startsAt + WEEK + 1 }], 2))).toBe(true)
  })

  test('has a verdict for each date: one that clashes stands in the way of no other', () => {
    const busy = { startsAt: monday.startsAt + WEEK + HOUR / 4, endsAt: monday.startsAt + WEEK + HOUR, title: '义诊' }
    expect(verdictsOf(weekly([monday], 3), [busy])).toEqual([
      { date: '2026-11-23', state: 'made' },
      { date: '2026-11-30', state: 'clash', with: busy },
      { date: '2026-12-07', state: 'made' },
    ])
  })
})
