import { ageOn } from '../../shared/almanac/ages'
import type { Profile } from '../../people/public'
import { addDays, dayOfMonth, monthBefore } from '../../shared/calendar'
import type { DateText } from '../../shared/operation'

export const benefitKinds = ['medical-claim', 'check-up', 'family-doctor', 'old-age-allowance'] as const
export type BenefitKind = (typeof benefitKinds)[number]

type Person = Pick<Profile, 'standing' | 'birthday'>

interface Rule {
  words: string
  /** What there is to do, in plain words for the elder. */
  plain: string
  every: 'month' | 'year'
  /**
   * How many earlier periods are still asked for where they were left undone. Monthly claims for a year, because each month's papers can
   * still be handed in; yearly ones for one more year, after which newer ones have replaced them.
   */
  carried: number
  /** The age from which it is due; any age where missing. */
  age?: number
  /** The standings it is for. */
  standings: readonly NonNullable<Profile['standing']>[]
  /** First and last day for a period (`YYYY-MM` or `YYYY`). */
  window: (period: string) => { opens: DateText; due: DateText }
}

const monthAfter = (month: string): string => addDays(`${month}-28`, 7).slice(0, 7)
const lastOf = (month: string): DateText => dayOfMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 31)
const year = (due: string) => (period: string) => ({ opens: `${period}-01-01`, due: `${period}-${due}` })

/** Who is owed what, and by when (S4: 离休医药费次月报销, 每年体检, 家庭医生签约; S2: 高龄津贴). */
export const benefitRules: Readonly<Record<BenefitKind, Rule>> = {
  'medical-claim': {
    words: '医药费报销',
    plain: '上个月的医药费，这个月报销',
    every: 'month',
    carried: 12,
    standings: ['honoured-retired'],
    window: period => ({ opens: `${monthAfter(period)}-01`, due: lastOf(monthAfter(period)) }),
  },
  'check-up': {
    words: '体检',
    plain: '每年一次健康体检',
    every: 'year',
    carried: 1,
    standings: ['honoured-retired', 'retired'],
    window: year('10-31'),
  },
  'family-doctor': {
    words: '家庭医生签约',
    plain: '每年和家庭医生签约',
    every: 'year',
    carried: 1,
    standings: ['honoured-retired', 'retired'],
    window: year('06-30'),
  },
  'old-age-allowance': {
    words: '高龄津贴',
    plain: '满八十岁起，每年办一次高龄津贴',
    every: 'year',
    carried: 1,
    age: 80,
    standings: ['honoured-retired', 'retired'],
    window: year('12-31'),
  },
}

/** Is the benefit for this person in that period? The standing must fit and the age be reached by the last day. */
export const concerns = (kind: BenefitKind, person: Person, period: string): boolean => {
  const { standings, age, window } = benefitRules[kind]
  if (!standings.includes(person.standing ?? 'retired')) return false
  return age === undefined || (ageOn(person.birthday, window(period).due) ?? 0) >= age
}

/** The period of a kind that is open on a date: last month's costs, or this year. */
export const periodOn = (kind: BenefitKind, date: DateText): string =>
  benefitRules[kind].every === 'year' ? date.slice(0, 4) : monthBefore(date.slice(0, 7))

const before = (period: string): string => (period.length === 4 ? String(Number(period) - 1) : monthBefore(period))

/** The periods before the open one that are still asked for where undone, latest first. */
export const earlierPeriods = (kind: BenefitKind, date: DateText): string[] => {
  const periods: string[] = []
  for (let period = periodOn(kind, date); periods.length < benefitRules[kind].carried;) {
    period = before(period)
    periods.push(period)
  }
  return periods
}

/** Does a text name a period of that kind? */
export const isPeriod = (kind: BenefitKind, period: string): boolean =>
  (benefitRules[kind].every === 'year' ? /^20\d\d$/ : /^20\d\d-(0[1-9]|1[0-2])$/).test(period)

/** A period in words: 2026年, 2026年10月. */
export const sayPeriod = (period: string): string =>
  period.length === 4 ? `${period}年` : `${period.slice(0, 4)}年${String(Number(period.slice(5)))}月`

/** A benefit of a period in words: 2026年体检, 2026年10月的医药费报销. */
export const sayBenefit = (kind: BenefitKind, period: string): string =>
  `${sayPeriod(period)}${benefitRules[kind].every === 'month' ? '的' : ''}${benefitRules[kind].words}`
