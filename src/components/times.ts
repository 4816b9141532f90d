import { dateOf, shanghai } from '../../core/shared/calendar'
import { now } from '../platform/clock'

const WEEKDAYS = '日一二三四五六'
const MINUTE = 60_000

/** 星期几 of an instant. */
export const weekday = (at: number): string => `星期${WEEKDAYS[shanghai(at).day()] ?? ''}`

/** The time of day as it is spoken: 上午 9:00, 下午 2:30. */
export const clockTime = (at: number): string => {
  const time = shanghai(at)
  const hour = time.hour()
  const part = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上'
  return `${part} ${hour > 12 ? hour - 12 : hour}:${time.format('mm')}`
}

/** A calendar day near today by its name, else as 12月5日（星期六）; with the year when it is another. */
export const day = (at: number): string => {
  const today = shanghai(now()).startOf('day')
  const away = shanghai(at).startOf('day').diff(today, 'day')
  const date = `${shanghai(at).year() === today.year() ? '' : `${shanghai(at).year()}年`}${shanghai(at).format('M月D日')}`
  const name = { '-1': '昨天', 0: '今天', 1: '明天', 2: '后天' }[away]
  return name ? `${name}（${date}，${weekday(at)}）` : `${date}（${weekday(at)}）`
}

/** Day and time together. */
export const moment = (at: number): string => `${day(at)}${clockTime(at)}`

/** From when to when, the day said once where it is the same. */
export const span = (from: number, to: number): string =>
  dateOf(from) === dateOf(to) ? `${day(from)} ${clockTime(from)} — ${clockTime(to)}` : `${moment(from)} — ${moment(to)}`

/** How long ago, roughly, for lists of what just happened. */
export const ago = (at: number): string => {
  const minutes = Math.floor((now() - at) / MINUTE)
  if (minutes < 1) return '刚刚'
  return minutes < 60 ? `${minutes} 分钟前` : moment(at)
}
