import fc from 'fast-check'
import { dutiesOf, type Owing } from '../../../../core/life/rhythm/owing'
import { branchKinds } from '../../../../core/people/organizations/branch-kinds'
import { type Duty, duties } from '../../../../core/people/regulations/duties'
import { bookOf, type OwnRule } from '../../../../core/people/regulations/rules'
import { addDays } from '../../../../core/shared/calendar'
import { omit } from '../../../../core/shared/fields'

const YEAR = 2026
/** A branch that was there before the year, with a committee and groups. */
const whole: Owing = { branchKind: 'established', since: '2020-01-01', committeeSince: '2020-01-01', groupsSince: '2020-01-01' }
const book = bookOf([], ['district'])

const counted = (owing: Owing, own: readonly OwnRule[] = []): Partial<Record<Duty, number>> => {
  const owed = dutiesOf(bookOf(own, ['district']), owing, YEAR)
  return Object.fromEntries(
    duties.flatMap(duty => {
      const count = owed.filter(one => one.duty === duty).reduce((sum, one) => sum + one.owed, 0)
      return count === 0 ? [] : [[duty, count] as const]
    }),
  )
}

const all = {
  'general-meeting': 4,
  committee: 12,
  'group-meeting': 12,
  lecture: 4,
  'party-day': 12,
  'org-life': 1,
  appraisal: 1,
  briefing: 2,
}
const small = omit(all, 'committee', 'group-meeting')

describe('what a branch owes in a year', () => {
  test.each<[string, Owing, Partial<Record<Duty, number>>]>([
    ['a whole one: all eight', whole, all],
    ['one without a committee and groups: no meetings of these', { ...whole, committeeSince: null, groupsSince: null }, small],
    ['a community branch: the same', { ...whole, branchKind: 'community' }, all],
    ['a temporary one: its members are appraised at their own', { ...whole, branchKind: 'temporary' }, omit(all, 'appraisal')],
    [
      'one of 三不转: its members decide and are appraised at their own',
      { ...whole, branchKind: 'unestablished' },
      omit(all, 'general-meeting', 'org-life', 'appraisal'),
    ],
    // A month is too short to begin with; the last quarter, its half-year and the year are long enough.
    [
      'founded on November 20',
      { ...whole, since: '2026-11-20', committeeSince: '2026-11-20', groupsSince: null },
      {
        'general-meeting': 1,
        lecture: 1,
        committee: 1,
        'party-day': 1,
        'org-life': 1,
        appraisal: 1,
        briefing: 1,
      },
    ],
    ['founded in the last days of the year: the year alone', { ...whole, since: '2026-12-20' }, { 'org-life': 1, appraisal: 1 }],
    [
      'closed on April 10: what ended before',
      { ...whole, until: '2026-04-10' },
      {
        'general-meeting': 1,
        committee: 3,
        'group-meeting': 3,
        lecture: 1,
        'party-day': 3,
      },
    ],
    ['with a committee since September', { ...whole, committeeSince: '2026-09-01' }, { ...all, committee: 4 }],
    ['founded in a later year', { ...whole, since: '2027-03-01' }, {}],
  ])('%s', (_, owing, expected) => {
    expect(counted(owing)).toEqual(expected)
  })

  test('has for each period its days, and a last day with the grace', () => {
    const quarter = dutiesOf(book, whole, YEAR).find(one => one.duty === 'general-meeting')
    expect(quarter).toEqual({
      duty: 'general-meeting',
      period: '2026-Q1',
      span: { from: '2026-01-01', to: '2026-03-31' },
      owed: 1,
      dueOn: '2026-04-10',
    })
  })

  test('is never owed before the founding, nor where the branch ended before the period did', () => {
    const date = fc.integer({ min: -400, max: 800 }).map(days => addDays('2026-01-01', days))
    fc.assert(
      fc.property(fc.constantFrom(...branchKinds), date, fc.option(date, { nil: undefined }), (branchKind, since, until) => {
        for (const { span, dueOn } of dutiesOf(book, { ...whole, branchKind, since, until }, YEAR)) {
          expect(span.to >= since).toBe(true)
          expect(until === undefined || until > span.to).toBe(true)
          expect(dueOn >= span.to).toBe(true)
        }
      }),
    )
  })
})

describe('a rhythm that a bureau changes within the year', () => {
  const set = (more: Pick<OwnRule, 'key' | 'value' | 'from'> & Partial<OwnRule>): OwnRule => ({
    orgId: 'district',
    document: '区委通知',
    ...more,
  })
  const periods = (own: readonly OwnRule[], duty: Duty): string[] =>
    dutiesOf(bookOf(own, ['district']), whole, YEAR)
      .filter(one => one.duty === duty)
      .map(one => one.period)

  test('from quarters to months: the months from then on, the quarters before', () => {
    const own = [set({ key: 'rhythm.lecture.months', value: 1, from: '2026-11-01' })]
    expect(periods(own, 'lecture')).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2026-11', '2026-12'])
  })

  test('from months to quarters: no month that was not owed before becomes late', () => {
    const own = [set({ key: 'rhythm.party-day.months', value: 3, from: '2026-10-01' })]
    expect(periods(own, 'party-day')).toHaveLength(10)
    expect(periods(own, 'party-day').at(-1)).toBe('2026-Q4')
  })

  test('no periods overlap, whatever is set when', () => {
    const row = fc.record({
      value: fc.constantFrom(1, 3, 6, 12),
      from: fc.integer({ min: 0, max: 364 }).map(days => addDays('2026-01-01', days)),
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), rows => {
        const own = rows.map(one => set({ key: 'rhythm.lecture.months', ...one }))
        const spans = dutiesOf(bookOf(own, ['district']), whole, YEAR)
          .filter(one => one.duty === 'lecture')
          .map(one => one.span)
          .sort((one, other) => (one.from < other.from ? -1 : 1))
        spans.slice(1).forEach((one, at) => expect(one.from > (spans[at]?.to ?? '')).toBe(true))
      }),
    )
  })

  test('none of it: nothing is owed', () => {
    expect(periods([set({ key: 'rhythm.briefing.times', value: 0, from: '2026-01-01' })], 'briefing')).toEqual([])
  })
})
