import fc from 'fast-check'
import { activityKinds } from '../../../core/life/activities/contract'
import { feastsOf, ideaDay, ideas, restDays } from '../../../core/life/plans/days'
import { isOutdoor, isWithin } from '../../../core/life/plans/heat'
import { likelyDay, mannerOf, type Past } from '../../../core/life/plans/habits'
import type { Due, YearAsked } from '../../../core/life/plans/planner'
import { lackingIn, planYear } from '../../../core/life/plans/rules'
import { festivalSpan } from '../../../core/shared/almanac/windows'
import { addDays } from '../../../core/shared/calendar'
import { paces, periodsOf, spanOf } from '../../../core/shared/obligations/periods'

type Place = { name: string }
const usual = { time: '09:00', lastsMinutes: 120, place: { name: '活动室' } }
const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay()
const works = (date: string) => weekday(date) % 6 !== 0
const past = (kind: Past<Place>['kind'], date: string, more: Partial<Past<Place>> = {}): Past<Place> => ({
  ...usual,
  kind,
  title: kind,
  date,
  ...more,
})

const ofYear = (year: number, more: Partial<YearAsked<Place>> = {}): YearAsked<Place> => ({
  ...{ year, from: `${String(year)}-01-01`, owed: [], past: [], already: [], works, usual, used: new Set() },
  heat: festivalSpan('high-summer', year),
  ...more,
})
const due = (kind: Due['kind'], period: string, owed = 1): Due => ({ kind, period, span: spanOf(period), owed, words: kind })

const kinds = ['party-day', 'committee', 'general-meeting', 'lecture', 'org-life', 'briefing', 'visit'] as const
const dueOf = (year: number) =>
  fc
    .uniqueArray(fc.constantFrom(...kinds))
    .chain(chosen =>
      fc.tuple(
        ...chosen.map(kind =>
          fc
            .record({ pace: fc.constantFrom(...paces), owed: fc.integer({ min: 1, max: 3 }) })
            .map(({ pace, owed }) => periodsOf(pace, year).map(period => due(kind, period, owed))),
        ),
      ),
    )
    .map(lists => lists.flat())
const dayOf = (year: number) => fc.integer({ min: 0, max: 364 }).map(n => addDays(`${String(year)}-01-01`, n))

const asked = fc.integer({ min: 2021, max: 2099 }).chain(year =>
  fc.record({
    year: fc.constant(year),
    from: fc.oneof(fc.constant(`${String(year)}-01-01`), dayOf(year)),
    owed: dueOf(year),
    past: fc.array(
      fc.tuple(fc.constantFrom(...activityKinds), dayOf(year - 1)).map(([kind, date]) => past(kind, date)),
      { maxLength: 60 },
    ),
    already: fc.array(fc.record({ kind: fc.constantFrom(...activityKinds), date: dayOf(year) }), { maxLength: 10 }),
    heat: fc.constant(festivalSpan('high-summer', year)),
    works: fc.constant(works),
    usual: fc.constant(usual),
    used: fc.constant<ReadonlySet<string>>(new Set()),
  }),
)

test('whatever is owed, was held and stands: a plan covers what is owed, no more of it, and nothing out of doors in the heat', () => {
  fc.assert(
    fc.property(asked, year => {
      const items = planYear(year)
      const all = [...year.already, ...items]
      // No day is left for a period that was over before the plan began, or outdoors for one that lies in the heat.
      const coverable = year.owed.filter(one => one.span.to >= year.from && !isOutdoor(one.kind))
      expect(lackingIn(coverable, all)).toEqual([])
      for (const one of year.owed) {
        const there = year.already.filter(each => each.kind === one.kind && isWithin(each.date, one.span)).length
        const planned = items.filter(each => each.kind === one.kind && isWithin(each.date, one.span)).length
        expect(there + planned).toBeLessThanOrEqual(Math.max(one.owed, there))
      }
      for (const one of items) {
        expect(one.date >= year.from && one.date.startsWith(String(year.year))).toBe(true)
        if (isOutdoor(one.kind)) expect(isWithin(one.date, year.heat)).toBe(false)
      }
      const beside = items.filter(one => one.why !== 'owed')
      const months = beside.map(one => `${one.kind}:${one.date.slice(0, 7)}`)
      expect(new Set(months).size).toBe(months.length)
      expect(new Set(items.map(one => one.itemId)).size).toBe(items.length)
      expect(planYear(year)).toEqual(items)
    }),
    { numRuns: 60 },
  )
})

test('an item that went out keeps its id to itself, and what it covers is not planned again', () => {
  const owed = [due('lecture', '2027-Q1', 2)]
  const [first] = planYear(ofYear(2027, { owed }))
  if (!first) throw new Error('nothing was planned')
  const again = planYear(ofYear(2027, { owed, already: [first], used: new Set([first.itemId]) })).filter(one => one.kind === 'lecture')
  expect(again).toHaveLength(1)
  expect(again[0]?.itemId).not.toBe(first.itemId)
})

test('what was held last year is held on the same day at the same hour and place, or on the working day beside it', () => {
  const lake = { name: '湖边' }
  const items = planYear(ofYear(2027, { past: [past('outing', '2026-04-15', { place: lake, time: '08:30', title: '2026年春游' })] }))
  expect(items.find(one => one.why === 'habit')).toMatchObject({
    date: '2027-04-15',
    time: '08:30',
    place: lake,
    title: '2027年春游',
    strand: 'move',
  })
  // The 10th of April 2027 is a Saturday.
  const [spring] = planYear(ofYear(2027, { past: [past('outing', '2026-04-10')] })).filter(one => one.why === 'habit')
  expect(spring?.date).toBe('2027-04-09')
  // In the middle of the heat: before it, or when it is over.
  const [summer] = planYear(ofYear(2027, { past: [past('visit', '2026-07-30')] })).filter(one => one.why === 'habit')
  expect(summer?.date).toBe('2027-07-21')
})

test.each([
  ['party-day', '2027-03', [], '2027-03-05'],
  ['party-day', '2027-03', ['2026-01-08', '2026-02-08'], '2027-03-08'],
  ['lecture', '2027-Q2', ['2026-06-11'], '2027-06-11'],
  ['org-life', '2027', [], '2027-12-10'],
  ['briefing', '2027-H1', [], '2027-06-15'],
  // February 29 is the 28th of a common year, and a 31st the last day of a shorter month.
  ['party-day', '2025-02', ['2024-02-29'], '2025-02-28'],
  ['committee', '2027-02', ['2026-01-31'], '2027-02-28'],
] as const)('a %s of %s, held before on %j, is likely on %s', (kind, period, dates, day) => {
  const before = dates.map(date => past(kind, date))
  expect(likelyDay(before, kind, { period, span: spanOf(period) }, 0, 1)).toBe(day)
})

test('a kind that was never held is held where the branch mostly meets', () => {
  const hall = { name: '礼堂' }
  const before = [past('study', '2026-03-01', { place: hall }), past('forum', '2026-04-01', { place: hall }), past('visit', '2026-05-01')]
  expect(mannerOf(before, 'lecture', usual)).toEqual({ ...usual, place: hall })
})

test.each([
  // In 2025 the sixth lunar month has a leap month, in 2033 the eleventh, in 2028 the fifth: feasts fall in the plain month.
  [2025, { 'spring-festival': '2025-01-29', 'dragon-boat': '2025-05-31', 'mid-autumn': '2025-10-06', 'double-ninth': '2025-10-29' }],
  [2027, { 'spring-festival': '2027-02-06', 'dragon-boat': '2027-06-09', 'mid-autumn': '2027-09-15', 'double-ninth': '2027-10-08' }],
  [2028, { 'spring-festival': '2028-01-26', 'dragon-boat': '2028-05-28', 'mid-autumn': '2028-10-03', 'double-ninth': '2028-10-26' }],
])('the feasts of %i stand on their days', (year, days) => {
  const words = { 'spring-festival': '春节', 'dragon-boat': '端午', 'mid-autumn': '中秋', 'double-ninth': '重阳' }
  for (const [name, date] of Object.entries(days)) {
    const word = Object.entries(words).find(([one]) => one === name)?.[1]
    expect(feastsOf(year).find(one => one.words === word)?.date).toBe(date)
  }
  expect(restDays(year).has(days['spring-festival'])).toBe(true)
  expect(restDays(year).has(days['double-ninth'])).toBe(false)
})

test('each feast brings its own, in time for it and never on a rest day', () => {
  const items = planYear(ofYear(2027)).filter(one => one.why === 'feast')
  expect(items.map(one => one.title)).toEqual([
    '迎新春茶话会',
    '清明祭英烈',
    '端午包粽子',
    '“七一”集体过政治生日',
    '中秋座谈会',
    '重阳节登高游园',
  ])
  for (const one of items) expect(restDays(2027).has(one.date)).toBe(false)
  expect(ideas.map(one => ideaDay(one, 2027)).every(date => date.startsWith('2027'))).toBe(true)
})
