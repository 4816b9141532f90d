import fc from 'fast-check'
import { careRungs, specialKinds, type CareRung } from '../../../../core/care/special-care/kinds'
import {
  careFor,
  climbCare,
  daysLate,
  afterContact,
  kindsOf,
  lateNow,
  strictest,
  usualCare,
  type Care,
} from '../../../../core/care/special-care/rules'
import { addDays, dateOf, instantOf, shanghai } from '../../../../core/shared/calendar'

const at = (date: string, time = '10:00') => instantOf(date, time)
const { rhythms, clocks } = usualCare
const begun = (kinds: Parameters<typeof strictest>[0], date: string): Care => {
  const care = careFor(null, kinds, rhythms, at(date))
  if (!care) throw new Error('special care concerns them')
  return care
}

describe('the kinds of special care', () => {
  const solar = (year: number, month: number, day: number) => ({ calendar: 'solar' as const, year, month, day })
  test.each([
    ['nothing marked and young', { care: [], birthday: solar(1960, 1, 1) }, []],
    ['the day before eighty', { care: [], birthday: solar(1946, 11, 22) }, []],
    ['eighty today', { care: [], birthday: solar(1946, 11, 21) }, ['elderly']],
    ['no birthday known', { care: ['alone'], birthday: undefined }, ['alone']],
    ['both by marks and by age', { care: ['bedridden', 'alone'], birthday: solar(1930, 5, 5) }, ['alone', 'bedridden', 'elderly']],
  ] as const)('%s', (_, person, kinds) => {
    expect(kindsOf({ care: [...person.care], birthday: person.birthday }, '2026-11-21', 80)).toEqual(kinds)
  })

  test('a street may count 高龄 from another age', () => {
    const person = { care: [], birthday: solar(1951, 1, 1) }
    expect([kindsOf(person, '2026-11-21', 80), kindsOf(person, '2026-11-21', 75)]).toEqual([[], ['elderly']])
  })
})

describe('the rhythm', () => {
  test('the strictest of all kinds counts', () => {
    expect(strictest(['elderly'], rhythms)).toEqual({ callDays: 30, visitDays: 90 })
    expect(strictest(['elderly', 'alone'], rhythms)).toEqual({ callDays: 7, visitDays: 30 })
    expect(strictest(['elderly'], { ...rhythms, elderly: { callDays: null, visitDays: null } })).toEqual({
      callDays: null,
      visitDays: null,
    })
  })

  test('is never laxer than any one of the kinds', () => {
    fc.assert(
      fc.property(fc.subarray([...specialKinds], { minLength: 1 }), kinds => {
        const { callDays, visitDays } = strictest(kinds, rhythms)
        for (const kind of kinds) {
          expect(callDays).toBeLessThanOrEqual(rhythms[kind].callDays ?? Infinity)
          expect(visitDays).toBeLessThanOrEqual(rhythms[kind].visitDays ?? Infinity)
        }
      }),
    )
  })

  test('a newcomer has the full time, and is late from the midnight that ends the last day', () => {
    const care = begun(['alone'], '2026-11-01')
    expect(care.dueAt).toBe(at('2026-11-09', '00:00'))
    expect(lateNow(care, at('2026-11-08', '23:59'))).toEqual([])
    expect(lateNow(care, at('2026-11-09', '00:00'))).toEqual(['call'])
    expect([
      daysLate(care.dueAt, at('2026-11-08')),
      daysLate(care.dueAt, at('2026-11-09')),
      daysLate(care.dueAt, at('2026-11-11')),
    ]).toEqual([0, 1, 3])
  })

  test('a call postpones the call, a visit both', () => {
    const care = begun(['alone'], '2026-11-01')
    const called = afterContact(care, 'call', at('2026-11-20'))
    expect(called.dueAt).toBe(at('2026-11-28', '00:00'))
    expect(lateNow(called, at('2026-12-02'))).toEqual(['call', 'visit'])
    const visited = afterContact(called, 'visit', at('2026-11-30'))
    expect([visited.dueAt, lateNow(visited, at('2026-12-02'))]).toEqual([at('2026-12-08', '00:00'), []])
  })

  test('a contact older than the last known changes nothing', () => {
    const care = afterContact(begun(['alone'], '2026-11-01'), 'call', at('2026-11-20'))
    expect(afterContact(care, 'call', at('2026-11-10'))).toEqual(care)
  })

  test('contacts in any order have the same result', () => {
    const contact = fc.tuple(fc.constantFrom('call' as const, 'visit' as const), fc.integer({ min: 0, max: 60 }))
    fc.assert(
      fc.property(
        fc.array(contact, { maxLength: 6 }).chain(all => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([one, other]) => {
          const told = (all: readonly (readonly ['call' | 'visit', number])[]) =>
            all.reduce((care, [by, day]) => afterContact(care, by, at(addDays('2026-10-01', day))), begun(['alone'], '2026-10-01'))
          expect(told(one)).toEqual(told(other))
        },
      ),
    )
  })

  test('no rhythm, nothing due', () => {
    const none = { callDays: null, visitDays: null }
    expect(careFor(null, ['elderly'], { ...rhythms, elderly: none }, at('2026-11-01'))).toMatchObject({ dueAt: null, lookAt: null })
  })

  test('looking through again without a change changes nothing, and keeps the last contacts', () => {
    const care = afterContact(begun(['alone'], '2026-11-01'), 'call', at('2026-11-05'))
    expect(careFor(care, ['alone'], rhythms, at('2026-11-20'))).toEqual(care)
    expect(careFor(care, ['alone', 'elderly'], rhythms, at('2026-11-20'))).toEqual({ ...care, kinds: ['alone', 'elderly'] })
    expect(careFor(care, [], rhythms, at('2026-11-20'))).toBeNull()
  })
})

describe('the ladder', () => {
  const all: Record<CareRung, readonly string[]> = { liaison: ['l'], leader: ['g'], secretary: ['s'], street: ['d'] }
  /** The people the timer tells, hour by hour, over some days. */
  const play = (people: Readonly<Record<CareRung, readonly string[]>>, days: number, from = '2026-11-08') => {
    let care = begun(['alone'], '2026-11-01')
    const told: string[] = []
    for (let hour = 0; hour < days * 24; hour++) {
      const now = at(from, '00:00') + hour * 3_600_000
      const step = climbCare(care, people, clocks, now)
      if (!step) continue
      care = step.care
      if (step.told.length > 0) told.push(`${step.told.join()} ${shanghai(now).format('MM-DD HH:mm')}`)
    }
    return told
  }

  test('tells each rung once, in the morning, with its days between', () => {
    expect(play(all, 30)).toEqual(['l 11-09 08:00', 'g 11-11 08:00', 's 11-13 08:00', 'd 11-16 08:00'])
  })

  test('skips an empty rung', () => {
    expect(play({ ...all, liaison: [], leader: [] }, 30)).toEqual(['s 11-09 08:00', 'd 11-12 08:00'])
    expect(play({ ...all, leader: [], secretary: [], street: [] }, 30)).toEqual(['l 11-09 08:00'])
  })

  test('looks again each day while all rungs are empty, and tells the first officer who comes', () => {
    const empty = { liaison: [], leader: [], secretary: [], street: [] }
    expect(play(empty, 10)).toEqual([])
    const step = climbCare(begun(['alone'], '2026-11-01'), empty, clocks, at('2026-11-09', '08:00'))
    expect(step?.care.lookAt).toBe(at('2026-11-10', '08:00'))
  })

  test('begins at the bottom again after a contact', () => {
    const care = begun(['alone'], '2026-11-01')
    const first = climbCare(care, all, clocks, at('2026-11-09', '08:00'))
    const called = afterContact(first?.care ?? care, 'call', at('2026-11-09'))
    expect(called).toMatchObject({ rung: null, lookAt: at('2026-11-17', '08:00') })
  })

  test('after days without the timer it makes one step, and the night stays quiet', () => {
    const care = begun(['alone'], '2026-11-01')
    expect(climbCare(care, all, clocks, at('2026-11-20', '23:00'))).toEqual({
      care: { ...care, lookAt: at('2026-11-21', '08:00') },
      told: [],
    })
    expect(climbCare(care, all, clocks, at('2026-11-20'))).toMatchObject({ care: { rung: 'liaison' }, told: ['l'] })
  })

  test('with any people on it, each is told at most once and the last rung with anyone on it is reached', () => {
    fc.assert(
      fc.property(fc.subarray([...careRungs]), there => {
        const on = (rung: CareRung) => (there.includes(rung) ? [rung] : [])
        const told = play({ liaison: on('liaison'), leader: on('leader'), secretary: on('secretary'), street: on('street') }, 20).map(
          one => one.split(' ')[0],
        )
        expect(told).toEqual(careRungs.filter(rung => there.includes(rung)))
      }),
      { numRuns: 16 },
    )
  })
})

test('no one is told between eight in the evening and eight in the morning', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 * 24 * 60 }), minute => {
      const now = at('2026-11-09', '00:00') + minute * 60_000
      const step = climbCare(begun(['alone'], '2026-11-01'), { liaison: ['l'], leader: [], secretary: [], street: [] }, clocks, now)
      const clock = shanghai(now).format('HH:mm')
      if (step && step.told.length > 0) expect(clock >= '08:00' && clock < '20:00').toBe(true)
      expect(dateOf(step?.care.lookAt ?? now) >= dateOf(now)).toBe(true)
    }),
  )
})
