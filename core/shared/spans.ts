import { shanghai } from './calendar'
import type { Instant } from './operation'

/** An instant as it is read aloud: 11月28日 14:30. */
export const sayMoment = (at: Instant): string => shanghai(at).format('M月D日 HH:mm')

/** From when to when; the date is given once where it is the same. */
export const saySpan = ({ startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }): string => {
  const sameDay = shanghai(startsAt).isSame(shanghai(endsAt), 'day')
  return `${sayMoment(startsAt)}—${sameDay ? shanghai(endsAt).format('HH:mm') : sayMoment(endsAt)}`
}

/** A length of time as it is read aloud: 1小时30分钟. */
export const sayMinutes = (minutes: number): string => {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours > 0 ? `${String(hours)}小时` : '', rest > 0 || hours === 0 ? `${String(rest)}分钟` : ''].join('')
}
