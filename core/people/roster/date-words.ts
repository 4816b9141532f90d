import type { Birthday } from '../../shared/birthday-schema'
import { toChinese } from './numerals'

/** 初五, 十五, 廿六, 三十. */
export const lunarDay = (day: number) =>
  day <= 10 ? `初${toChinese(day)}` : day > 20 && day < 30 ? `廿${toChinese(day - 20)}` : toChinese(day)
/** 正, 二 … 十, 冬, 腊. */
export const lunarMonth = (month: number) => (month === 1 ? '正' : month === 11 ? '冬' : month === 12 ? '腊' : toChinese(month))

/** A birthday in plain Chinese, as exact as it is known; reading it again gives the same birthday. */
export const sayBirthday = ({ calendar, year, month, day, leap }: Birthday): string => {
  if (calendar === 'solar')
    return `${String(year)}年${month === undefined ? '' : `${String(month)}月`}${day === undefined ? '' : `${String(day)}日`}`
  return `农历${String(year)}年${month === undefined ? '' : `${leap ? '闰' : ''}${lunarMonth(month)}月`}${day === undefined ? '' : lunarDay(day)}`
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` in plain Chinese. */
export const sayDate = (text: string): string => {
  const [year = '', month, day] = text.split('-')
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`
}
