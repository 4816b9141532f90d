import * as fc from 'fast-check'
import { nextReminder, yearOf, type Pledged } from '../../../core/care/pledges/rules'
import { addDays } from '../../../core/shared/calendar'
import { paces, periodsOf } from '../../../core/shared/obligations/periods'

const today = '2026-11-21'
const monthly: Pledged = { per: 'month', times: 1, since: '2026-09-01' }
const year = (pledge: Pledged, acts: readonly string[], on = today) =>
  yearOf(
    pledge,
    acts.map(one => ({ on: one })),
    2026,
    on,
  )

test.each<[what: string, pledge: Pledged, acts: string[], sums: { owed: number; done: number; overdue: number }]>([
  ['is owed from the month it was promised', monthly, [], { owed: 4, done: 0, overdue: 2 }],
  ['is done by what was done in its month', monthly, ['2026-09-03', '2026-10-09', '2026-11-02'], { owed: 4, done: 3, overdue: 0 }],
  ['twice in one month does not make up for another', monthly, ['2026-09-03', '2026-09-09'], { owed: 4, done: 2, overdue: 1 }],
  ['promised late in a month is owed from the next', { ...monthly, since: '2026-11-21' }, [], { owed: 1, done: 0, overdue: 0 }],
  ['is owed no more once it ended', { ...monthly, until: '2026-10-15' }, [], { owed: 1, done: 0, overdue: 1 }],
  ['by the year is not overdue before the year is over', { per: 'year', times: 2, since: today }, [], { owed: 2, done: 0, overdue: 0 }],
])('%s', (_, pledge, acts, sums) => expect(year(pledge, acts)).toMatchObject(sums))

const day = fc.integer({ min: 0, max: 364 }).map(n => addDays('2026-01-01', n))
const promised = fc.record({ per: fc.constantFrom(...paces), times: fc.integer({ min: 1, max: 5 }), since: day })

test('in any year no period is overdue that has all it asks, and what is overdue is never more than what is owed', () => {
  fc.assert(
    fc.property(promised, fc.array(day, { maxLength: 40 }), day, (pledge, acts, on) => {
      const { periods, owed, overdue, done } = year(pledge, acts, on)
      expect(overdue).toBeLessThanOrEqual(owed)
      expect(done).toBe(acts.length)
      for (const one of periods) {
        expect(one.done.length >= one.owed ? one.state : 'open').not.toBe('overdue')
        expect(periodsOf(pledge.per, 2026)).toContain(one.period)
      }
      expect(periods.flatMap(one => one.done).length).toBeLessThanOrEqual(acts.length)
    }),
  )
})

test('reminders come one after the other, each once, and of nothing that was done', () => {
  fc.assert(
    fc.property(promised, fc.array(day, { maxLength: 20 }), (pledge, dates) => {
      const acts = dates.map(on => ({ on }))
      const told: string[] = []
      let toldOn = addDays(pledge.since, -1)
      for (let times = 0; times < 60; times++) {
        const next = nextReminder(pledge, acts, toldOn, '2026-12-31')
        if (!next) break
        expect(next.on > toldOn).toBe(true)
        expect(next.missing).toBeGreaterThan(0)
        told.push(`${next.period}:${next.step}`)
        toldOn = next.on
      }
      expect(new Set(told).size).toBe(told.length)
      expect(told.length).toBeLessThan(60)
    }),
  )
})
