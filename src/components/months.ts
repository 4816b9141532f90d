import { addDays, instantOf, shanghai } from '../../core/shared/calendar'

/** The first day of the month after; may lie in the future. */
export const monthAfter = (month: string): string => addDays(`${month}-01`, 31).slice(0, 7)

/** 2026年11月. */
export const sayMonth = (month: string): string => shanghai(instantOf(`${month}-01`)).format('YYYY年M月')

/** 92%. */
export const percent = (rate: number | null): string => (rate === null ? '还没有' : `${Math.round(rate * 100)}%`)

/** How a number stands to the month before: 比上月多 3. */
export const change = (now: number, before: number | undefined, unit = ''): string => {
  if (before === undefined) return ''
  const more = now - before
  return more === 0 ? '和上月一样' : `比上月${more > 0 ? '多' : '少'} ${Math.abs(more)}${unit}`
}

/** The same for a rate, in points of a hundred. */
export const changeOfRate = (now: number | null, before: number | null | undefined): string => {
  if (now === null || before === null || before === undefined) return ''
  const more = Math.round(now * 100) - Math.round(before * 100)
  return more === 0 ? '和上月一样' : `比上月${more > 0 ? '高' : '低'} ${Math.abs(more)} 个百分点`
}
