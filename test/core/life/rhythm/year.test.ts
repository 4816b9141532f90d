import { judgeMeeting, type Meeting } from '../../../../core/life/rhythm/meetings'
import { dutiesOf, type Owing } from '../../../../core/life/rhythm/owing'
import { isLate, itemsOf, nextOf } from '../../../../core/life/rhythm/year'
import type { Duty } from '../../../../core/people/regulations/duties'
import { bookOf } from '../../../../core/people/regulations/rules'

const owing: Owing = { since: '2020-01-01', committeeSince: '2020-01-01', groupsSince: null }
const owed = [2025, 2026].flatMap(year => dutiesOf(bookOf([], ['district']), owing, year))
let made = 0
const meeting = (duty: Duty, on: string, verdict: Meeting['verdict'] = 'held'): Meeting => ({
  ...{ activityId: `a-${String(++made)}`, duty, on, title: duty, verdict, present: 3, reached: 0, expected: 4 },
})
const items = (meetings: readonly Meeting[], today: string) => itemsOf(owed, meetings, today)
const state = (meetings: readonly Meeting[], today: string, duty: Duty, period: string) =>
  items(meetings, today).find(one => one.duty === duty && one.period === period)

test('half of those who have to come counts where the rules ask for it alone, and only with a sheet', () => {
  expect(judgeMeeting(0, null)).toBe('no-sheet')
  expect(judgeMeeting(5, null)).toBe('held')
  expect(judgeMeeting(5, { present: 1, due: 4 })).toBe('below-quorum')
  expect(judgeMeeting(5, { present: 2, due: 4 })).toBe('held')
})

describe('a period', () => {
  test.each<[string, string, string]>([
    ['before it', '2026-10-31', 'upcoming'],
    ['in it', '2026-11-15', 'due'],
    ['in the days of grace', '2026-12-05', 'due'],
    ['after them', '2026-12-06', 'overdue'],
  ])('of which nothing was held, %s', (_, today, expected) => expect(state([], today, 'committee', '2026-11')?.state).toBe(expected))

  test('is made good within the grace, and the meeting counts for no other', () => {
    const meetings = [meeting('committee', '2026-12-03'), meeting('committee', '2026-12-20')]
    expect(state(meetings, '2026-12-31', 'committee', '2026-11')).toMatchObject({ state: 'done', held: 1 })
    expect(state(meetings, '2026-12-31', 'committee', '2026-12')).toMatchObject({ state: 'done', held: 1 })
  })

  test('of the year before is made good in January, and January is not done by it', () => {
    const meetings = [meeting('committee', '2026-01-04')]
    expect(state(meetings, '2026-01-10', 'committee', '2025-12')?.state).toBe('done')
    expect(state(meetings, '2026-01-10', 'committee', '2026-01')?.state).toBe('due')
  })

  test('is not late while what took place in it has not been counted', () => {
    expect(state([meeting('committee', '2026-12-05', 'planned')], '2026-12-06', 'committee', '2026-11')?.state).toBe('due')
  })

  test('shows what does not count beside it', () => {
    const shown = state([meeting('committee', '2026-11-10', 'below-quorum')], '2026-12-06', 'committee', '2026-11')
    expect(shown).toMatchObject({ state: 'overdue', held: 0, meetings: [{ verdict: 'below-quorum' }] })
  })

  test('that is late leaves the list with the year of its last day', () => {
    const december = state([], '2026-01-10', 'committee', '2025-12')
    const november = state([], '2026-01-10', 'committee', '2025-11')
    expect([december, november].map(one => one && isLate(one, '2026-01-10'))).toEqual([true, false])
  })
})

test('what ends first is next, then what begins first; what is planned is not', () => {
  const next = (meetings: readonly Meeting[], today: string) => nextOf(items(meetings, today))
  const month = [meeting('committee', '2026-11-20', 'planned'), meeting('party-day', '2026-11-05')]
  expect(next([], '2026-11-15')).toMatchObject({ duty: 'committee', period: '2026-11' })
  expect(next(month, '2026-11-15')).toMatchObject({ duty: 'general-meeting', period: '2026-Q4' })
})
