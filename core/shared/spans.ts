import { addDays, instantOf, shanghai } from './calendar'
import type { DateText, Instant } from './operation'

/** A date as it is spoken, without year and weekday, since a last day is no appointment: 12月31日. */
export const sayDay = (date: DateText): string => shanghai(instantOf(date)).format('M月D日')

/** Days, those that follow one another taken together. */
export const runsOfDays = (days: readonly DateText[]): { from: DateText; to: DateText }[] =>
  [...days].sort().reduce<{ from: DateText; to: DateText }[]>((runs, day) => {
    const last = runs.at(-1)
    return last && addDays(last.to, 1) === day ? [...runs.slice(0, -1), { ...last, to: day }] : [...runs, { from: day, to: day }]
  }, [])

/** Days as they are spoken, those that follow one another as one span: 1月1日到1月3日、1月8日. */
export const sayDayRuns = (days: readonly DateText[]): string =>
  runsOfDays(days)
    .map(({ from, to }) => (from === to ? sayDay(from) : `${sayDay(from)}到${sayDay(to)}`))
    .join('、')

const partOfDay = (hour: number): string => (hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上')
const partOf = (at: Instant): string => partOfDay(shanghai(at).hour())

const bareTime = (at: Instant): string => {
  const hour = shanghai(at).hour()
  return `${String(hour > 12 ? hour - 12 : hour)}:${shanghai(at).format('mm')}`
}

/** The time of day as it is spoken: 上午9:00, 下午2:30. */
export const sayClock = (at: Instant): string => partOf(at) + bareTime(at)

/** An instant as it is read aloud: 11月28日 下午2:30. It is stored as it stands, so that it names no day by what today is. */
export const sayMoment = (at: Instant): string => `${shanghai(at).format('M月D日')} ${sayClock(at)}`

/** From when to when, an instant said by `say`; the day and the part of the day are said once where they are the same: 上午9:00到11:00. */
export const saySpanBy = ({ startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }, say: (at: Instant) => string): string => {
  if (!shanghai(startsAt).isSame(shanghai(endsAt), 'day')) return `${say(startsAt)}到${say(endsAt)}`
  return `${say(startsAt)}到${partOf(startsAt) === partOf(endsAt) ? bareTime(endsAt) : sayClock(endsAt)}`
}

/** From when to when: 11月28日 上午9:00到11:00. */
export const saySpan = (span: { startsAt: Instant; endsAt: Instant }): string => saySpanBy(span, sayMoment)

/** A length of time as it is read aloud: 1小时30分钟. */
export const sayMinutes = (minutes: number): string => {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours > 0 ? `${String(hours)}小时` : '', rest > 0 || hours === 0 ? `${String(rest)}分钟` : ''].join('')
}
