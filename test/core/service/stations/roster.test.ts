import fc from 'fast-check'
import { proposeRoster, unfitOn, type Candidate, type DutyDay } from '../../../../core/service/stations/roster'
import { addDays, instantOf } from '../../../../core/shared/calendar'
import { overlap } from '../../../../core/shared/hours'

const FROM = '2026-12-01'
const dayAt = (ahead: number, need = 1, heldBy: string[] = []): DutyDay => {
  const date = addDays(FROM, ahead)
  return { date, startsAt: instantOf(date, '08:30'), endsAt: instantOf(date, '17:00'), need, heldBy }
}
const free = (memberId: string, more: Partial<Candidate> = {}): Candidate => ({
  ...{ memberId, load: 0, duties: [], busy: [], away: [] },
  ...more,
})
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n)

test('goes round: who was on duty least comes first, of them the one whose last day is longest ago', () => {
  const people = [free('a', { load: 1, last: '2026-11-02' }), free('b', { load: 1, last: '2026-11-01' }), free('c')]
  const roster = proposeRoster(
    numbers(5).map(ahead => dayAt(ahead)),
    people,
  )
  expect(roster.map(one => one.memberIds)).toEqual([['c'], ['b'], ['a'], ['c'], ['b']])
})

test.each<[what: string, person: Candidate, unfit: string | null]>([
  ['is away then', free('a', { away: [{ from: '2026-11-20', until: '2026-12-01' }] }), 'away'],
  ['is away until no one knows when', free('a', { away: [{ from: '2026-11-20' }] }), 'away'],
  ['is back by then', free('a', { away: [{ from: '2026-11-20', until: '2026-11-30' }] }), null],
  ['is on duty elsewhere that day, at other hours', free('a', { duties: [FROM] }), 'busy'],
  [
    'has another shift at that time',
    free('a', { busy: [{ startsAt: instantOf(FROM, '16:00'), endsAt: instantOf(FROM, '18:00') }] }),
    'busy',
  ],
  [
    'has another shift right after it',
    free('a', { busy: [{ startsAt: instantOf(FROM, '17:00'), endsAt: instantOf(FROM, '18:00') }] }),
    null,
  ],
])('a person who %s', (_, person, unfit) => {
  expect(unfitOn(person, dayAt(0))).toBe(unfit)
})

const spans = fc.array(fc.record({ ahead: fc.nat(40), from: fc.integer({ min: 0, max: 20 }), hours: fc.integer({ min: 1, max: 8 }) }), {
  maxLength: 6,
})
const candidates = fc
  .array(
    fc.record({
      load: fc.nat(5),
      duties: fc.array(fc.nat(40), { maxLength: 8 }),
      busy: spans,
      away: fc.array(fc.record({ from: fc.nat(40), days: fc.option(fc.nat(10)) }), { maxLength: 2 }),
    }),
    { maxLength: 12 },
  )
  .map(people =>
    people.map((one, index) =>
      free(`m-${String(index).padStart(2, '0')}`, {
        load: one.load,
        duties: one.duties.map(ahead => addDays(FROM, ahead)),
        busy: one.busy.map(({ ahead, from, hours }) => {
          const startsAt = instantOf(addDays(FROM, ahead), `${String(from).padStart(2, '0')}:00`)
          return { startsAt, endsAt: startsAt + hours * 3_600_000 }
        }),
        away: one.away.map(({ from, days }) => ({
          from: addDays(FROM, from),
          ...(days === null ? {} : { until: addDays(FROM, from + days) }),
        })),
      }),
    ),
  )
const month = fc.array(fc.record({ need: fc.integer({ min: 1, max: 3 }), held: fc.nat(2) }), { minLength: 1, maxLength: 31 }).map(days =>
  days.map(({ need, held }, ahead) =>
    dayAt(
      ahead,
      need,
      numbers(Math.min(need, held)).map(n => `m-0${String(n)}`),
    ),
  ),
)

test('no one is on duty twice on a day, at two places at once, or while away; every day has its people or says how many are lacking', () => {
  fc.assert(
    fc.property(month, candidates, (days, people) => {
      const roster = proposeRoster(days, people)
      expect(roster.map(one => one.date)).toEqual(days.map(one => one.date))
      roster.forEach(({ memberIds, short }, index) => {
        const day = days[index] ?? dayAt(0)
        expect(new Set([...memberIds, ...day.heldBy]).size).toBe(memberIds.length + day.heldBy.length)
        expect(day.heldBy.length + memberIds.length + short).toBe(day.need)
        const fit = people.filter(one => !day.heldBy.includes(one.memberId) && unfitOn(one, day) === null)
        // It lacks people only where no more are free.
        if (short > 0) expect(fit.length).toBe(memberIds.length)
        for (const memberId of memberIds) {
          const person = people.find(one => one.memberId === memberId)
          expect(person?.busy.some(one => overlap(one, day))).toBe(false)
          expect(person?.duties).not.toContain(day.date)
          expect(person && unfitOn(person, day)).toBeNull()
        }
      })
    }),
  )
})

test('it is fair: those who are always free come to differ by one at most, and none is taken while one who was there less is free', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 3 }), (days, people, need) => {
      const roster = proposeRoster(
        numbers(days).map(ahead => dayAt(ahead, need)),
        numbers(people).map(n => free(`m-${String(n)}`)),
      )
      const times = numbers(people).map(n => roster.filter(one => one.memberIds.includes(`m-${String(n)}`)).length)
      expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1)
    }),
  )
  fc.assert(
    fc.property(month, candidates, (days, people) => {
      const load = new Map(people.map(one => [one.memberId, one.load]))
      proposeRoster(days, people).forEach(({ memberIds }, index) => {
        const day = days[index] ?? dayAt(0)
        const passedOver = people.filter(
          one => unfitOn(one, day) === null && !day.heldBy.includes(one.memberId) && !memberIds.includes(one.memberId),
        )
        for (const memberId of memberIds)
          for (const other of passedOver) expect(load.get(memberId) ?? 0).toBeLessThanOrEqual(load.get(other.memberId) ?? 0)
        for (const memberId of memberIds) load.set(memberId, (load.get(memberId) ?? 0) + 1)
      })
    }),
  )
})
