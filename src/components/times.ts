import { shanghai } from '../../core/shared/calendar'
import { sayClock, saySpanBy } from '../../core/shared/spans'
import { now } from '../platform/clock'

export { sayClock as clockTime, sayMinutes as lasting } from '../../core/shared/spans'

const WEEKDAYS = '日一二三四五六'
const MINUTE = 60_000

/** 星期几 of an instant. */
export const weekday = (at: number): string => `星期${WEEKDAYS[shanghai(at).day()] ?? ''}`

/** 今天, 明天 … of an instant that is near, else nothing. */
const nearDay = (at: number): string => {
  const away = shanghai(at).startOf('day').diff(shanghai(now()).startOf('day'), 'day')
  return { '-1': '昨天', 0: '今天', 1: '明天', 2: '后天' }[away] ?? ''
}

/** 今天 12月5日 星期六; the year is said where it is another, the name where the day is near. */
export const day = (at: number): string => {
  const today = shanghai(now()).startOf('day')
  const near = nearDay(at)
  const year = shanghai(at).year() === today.year() ? '' : `${shanghai(at).year()}年`
  return `${near === '' ? '' : `${near} `}${year}${shanghai(at).format('M月D日')} ${weekday(at)}`
}

/** 12月5日 星期六, for what is read on another day than it was written. */
export const dated = (at: number): string => `${shanghai(at).format('M月D日')} ${weekday(at)}`

/** Day and time together. */
export const moment = (at: number): string => `${day(at)} ${sayClock(at)}`

/** From when to when; the day and the part of the day are said once where they are the same. */
export const span = (from: number, to: number): string => saySpanBy({ startsAt: from, endsAt: to }, moment)

/** From when to when beside a day that is shown large; the days are said where there are two. */
export const spanBesideDay = (from: number, to: number): string =>
  saySpanBy({ startsAt: from, endsAt: to }, at =>
    shanghai(from).isSame(shanghai(to), 'day') ? sayClock(at) : `${dated(at)} ${sayClock(at)}`,
  )

/** From when to when beside its date: 明天 上午9:00到11:00. */
export const hours = (from: number, to: number): string =>
  shanghai(from).isSame(shanghai(to), 'day')
    ? [nearDay(from), saySpanBy({ startsAt: from, endsAt: to }, sayClock)].filter(Boolean).join(' ')
    : span(from, to)

/** 2026年11月20日, for what is put on record. */
export const fullDate = (at: number): string => shanghai(at).format('YYYY年M月D日')

/** How long ago, roughly, for lists of what just happened. */
export const ago = (at: number): string => {
  const minutes = Math.floor((now() - at) / MINUTE)
  if (minutes < 1) return '刚刚'
  return minutes < 60 ? `${minutes} 分钟前` : moment(at)
}
