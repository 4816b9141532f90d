import * as fc from 'fast-check'
import type { Case } from '../../../../core/help/requests/case'
import { rungs, type Rung } from '../../../../core/help/requests/states'
import { onRung, rungsFrom, stillAsked, type Candidates } from '../../../../core/help/requests/ladder'
import { advance, climbsFrom, nextDue } from '../../../../core/help/requests/clocks'
import { accept, decline, handOver } from '../../../../core/help/requests/helper-steps'
import { usualSettings } from '../../../../core/help/requests/settings'
import { instantOf } from '../../../../core/shared/calendar'
import { doing, helper, ladder, MINUTE, near, next, NOON, candidates, raised } from './support'

const asked = (request: Case) => stillAsked(request).map(one => one.memberId)
const settings = usualSettings

test('a leak goes to the liaison first, then by its clocks to leader and team, volunteers near, the secretary, and the street owns it', () => {
  const on = ladder()
  let request = raised({}, on)
  const seen: [Rung, string[], number][] = [[request.rung, asked(request), 0]]
  while (!request.owner) {
    const now = request.climbAt ?? 0
    request = advance(request, on, now)
    seen.push([request.rung, request.owner ? [request.owner.memberId] : asked(request), (now - NOON) / MINUTE])
  }
  expect(seen).toEqual([
    ['liaison', ['liaison'], 0],
    ['team', ['leader', 'team1', 'team2'], 15],
    ['near', ['near1', 'near2'], 30],
    ['secretary', ['secretary'], 45],
    ['street', ['street'], 65],
  ])
  expect(request).toMatchObject({ state: 'accepted', owner: helper('street', 'street'), climbAt: null })
})

test('an urgent request has an owner within a quarter of an hour', () => {
  const on = ladder()
  let request = raised({ urgency: 'urgent' }, on)
  while (!request.owner) request = advance(request, on, request.climbAt ?? 0)
  expect(((request.takenAt ?? 0) - NOON) / MINUTE).toBe(14)
})

test.each<[string, Parameters<typeof candidates>[0], Rung]>([
  ['without a liaison the team is asked at once', { liaison: [] }, 'team'],
  ['a leader alone makes a rung', { liaison: [], team: [] }, 'team'],
  ['without liaison, leader and team the volunteers near are asked', { liaison: [], leaders: [], team: [] }, 'near'],
  ['without a candidate below it is the secretary’s', { liaison: [], leaders: [], team: [], near: [] }, 'secretary'],
  ['without a candidate in the branch the street owns it', { liaison: [], leaders: [], team: [], near: [], secretary: [] }, 'street'],
])('%s', (_, who, rung) => {
  const request = raised({}, ladder(who))
  expect([request.rung, request.owner !== null]).toEqual([rung, rung === 'street'])
})

test('no one is asked to help themselves: a leader who asks is passed over', () => {
  const request = raised({}, ladder({ liaison: ['elder'], leaders: ['elder'], team: ['t'] }))
  expect([request.rung, asked(request)]).toEqual(['team', ['t']])
})

test('where the street is empty the secretary owns it, even one who declined', () => {
  const on = ladder({ liaison: [], leaders: [], team: [], near: [], street: [] })
  const request = next(decline(raised({}, on), 'secretary', undefined, on, doing('secretary')))
  expect(request).toMatchObject({ state: 'accepted', owner: { memberId: 'secretary' } })
})

test('without any candidate the elder is told once and it is looked at again; the first candidate who comes is asked', () => {
  const empty = ladder({ liaison: [], leaders: [], team: [], near: [], secretary: [], street: [] })
  let request = raised({}, empty)
  expect(request.timeline.map(one => one.what)).toEqual(['raised', 'nobody'])
  for (let turn = 0; turn < 3; turn++) request = advance(request, empty, request.climbAt ?? 0)
  expect(request.timeline.filter(one => one.what === 'nobody')).toHaveLength(1)
  request = advance(request, ladder({ liaison: ['new'] }), request.climbAt ?? 0)
  expect([request.rung, asked(request)]).toEqual(['liaison', ['new']])
})

test('of the volunteers near the least loaded are asked, then the nearest, up to the limit', () => {
  const all: Candidates = { ...candidates(), near: [near('busy', 3, 10), near('far', 0, 900), near('close', 0, 50), near('some', 1, 20)] }
  const on = onRung('near', raised(), all, { ...settings, volunteers: 3 }, NOON).map(one => one.memberId)
  expect(on).toEqual(['close', 'far', 'some'])
})

test('a volunteer in their own quiet hours is not asked for a bulb, but for a burst pipe', () => {
  const quiet = { from: '11:00', to: '13:00' }
  const all: Candidates = { ...candidates(), near: [{ ...near('sleeps'), quiet }, near('wakes')] }
  expect(onRung('near', raised({ kind: 'bulb', urgency: 'ordinary' }), all, settings, NOON).map(one => one.memberId)).toEqual(['wakes'])
  expect(onRung('near', raised(), all, settings, NOON).map(one => one.memberId)).toEqual(['sleeps', 'wakes'])
})

test('a bulb at ten in the evening rings no phone till seven; then its clock begins', () => {
  const night = instantOf('2026-11-21', '22:00')
  const morning = instantOf('2026-11-22', '07:00')
  const on = ladder()
  const request = raised({ kind: 'bulb', urgency: 'ordinary' }, on, night)
  expect(request).toMatchObject({ rung: 'liaison', ringAt: morning, climbAt: morning + 60 * MINUTE })
  expect(request.timeline.at(-1)).toMatchObject({ what: 'asked', quiet: true })
  expect(advance(request, on, morning - 1)).toBe(request)
  const rung = advance(request, on, morning)
  expect(rung.timeline.at(-1)).toMatchObject({ what: 'rang', whom: [helper('liaison', 'liaison')] })
  expect(rung).toMatchObject({ ringAt: null, rung: 'liaison' })
})

test('after hours without the timer it makes one step, and the next rung has its full time', () => {
  const on = ladder()
  const late = NOON + 5 * 60 * MINUTE
  const request = advance(raised({}, on), on, late)
  expect([request.rung, request.climbAt]).toEqual(['team', late + 15 * MINUTE])
})

// Anything that may happen, at any time, to a ladder with any candidates.
const names = (prefix: string, most: number) =>
  fc.integer({ min: 0, max: most }).map(count => Array.from({ length: count }, (_, index) => `${prefix}${String(index)}`))
const ladders = fc.record({
  liaison: names('l', 2),
  leaders: names('d', 1),
  team: names('t', 3),
  near: names('n', 7),
  secretary: names('s', 2),
  street: names('o', 2),
})
const happenings = fc.array(
  fc.record({ act: fc.constantFrom('wait', 'decline', 'accept', 'handOver'), who: fc.nat(9), minutes: fc.integer({ min: 0, max: 90 }) }),
  { maxLength: 40 },
)
const about = fc.constantFrom<Partial<Case>>({ urgency: 'urgent' }, {}, { kind: 'bulb', urgency: 'ordinary' })
const anybody = (who: Parameters<typeof candidates>[0]) => Object.values(who ?? {}).some(list => list.length > 0)

/** One of those asked, or the owner. */
const oneInHand = (request: Case, who: number) => {
  const all = request.owner ? [request.owner] : stillAsked(request)
  return all.length === 0 ? undefined : all[who % all.length]
}
const happen = (request: Case, { act, who }: { act: string; who: number }, on: ReturnType<typeof ladder>, now: number): Case => {
  const one = oneInHand(request, who)
  if (!one || act === 'wait') return advance(request, on, now)
  const by = doing(one.memberId, now)
  if (request.owner) return act === 'handOver' ? next(handOver(request, one.memberId, '有事', on, by)) : request
  return act === 'accept' ? next(accept(request, one, undefined, by)) : next(decline(request, one.memberId, undefined, on, by))
}

test('the ladder never skips a rung with candidates and never stays on an empty one', () => {
  fc.assert(
    fc.property(ladders, about, happenings, (who, kind, all) => {
      fc.pre(anybody(who))
      const on = ladder(who)
      let now = NOON
      let request = raised(kind, on, now)
      const check = (before: Case | null) => {
        if (request.owner) return
        // Not empty.
        expect(stillAsked(request).length).toBeGreaterThan(0)
        if (before === request) return
        // No candidate below it, from where the ladder went on, could still be asked.
        const from = before === null ? 'liaison' : before.rung
        const passed = rungsFrom(from).slice(1, rungsFrom(from).indexOf(request.rung))
        for (const rung of before?.rung === request.rung ? [] : passed)
          expect(onRung(rung, request, on.candidates, on.settings, now)).toEqual([])
      }
      check(null)
      for (const one of all) {
        now += one.minutes * MINUTE
        const before = request
        request = happen(request, one, on, now)
        check(before)
      }
    }),
  )
})

test('every request ends with an owner, however many decline, give it back or never answer', () => {
  fc.assert(
    fc.property(ladders, about, happenings, (who, kind, all) => {
      fc.pre(anybody(who))
      const on = ladder(who)
      let now = NOON
      let request = raised(kind, on, now)
      for (const one of all) {
        now += one.minutes * MINUTE
        request = happen(request, one, on, now)
      }
      // From here only the clocks act.
      for (let steps = 0; !request.owner && steps <= 3 * rungs.length; steps++) {
        const due = nextDue({ ...request, toldUpTo: request.timeline.at(-1)?.n ?? 0 })
        expect(due).not.toBeNull()
        now = Math.max(now, due ?? now)
        request = advance(request, on, now)
      }
      expect(request.owner).not.toBeNull()
    }),
  )
})

test('advancing twice is advancing once, and nothing due is left behind', () => {
  fc.assert(
    fc.property(ladders, about, fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 20 }), (who, kind, waits) => {
      const on = ladder(who)
      let now = NOON
      let request = raised(kind, on, now)
      for (const minutes of waits) {
        now += minutes * MINUTE
        request = advance(request, on, now)
        expect(advance(request, on, now)).toBe(request)
        expect(climbsFrom(request, now)).toBeNull()
        const due = nextDue({ ...request, toldUpTo: request.timeline.at(-1)?.n ?? 0 })
        if (due !== null) expect(due).toBeGreaterThan(now)
      }
    }),
  )
})
