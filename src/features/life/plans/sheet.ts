import { clockTime } from '../../../components/times'
import { instantOf } from '../../../../core/shared/calendar'
import type { Brush } from '../../../platform/picture'
import { colours } from '../../../theme/colours'
import type { YearPlan } from './words'

/** A4 at 200 dots to the inch. */
export const WIDTH = 1654
export const HEIGHT = 2339
const EDGE = 110
const TOP = 330
const ROW = 62
/** Lines that find room on one page. */
const ON_A_PAGE = Math.floor((HEIGHT - TOP - EDGE) / ROW)
/** Where each column begins. */
const COLUMNS = { month: EDGE, day: EDGE + 110, time: EDGE + 330, title: EDGE + 520, place: EDGE + 1010 } as const

export interface SheetLine {
  /** Said once for each month. */
  month: string
  day: string
  time: string
  title: string
  place: string
}

const weekdays = '日一二三四五六'
const dayOf = (date: string) => {
  const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''
  return `${String(Number(date.slice(8)))}日 周${weekday}`
}

/** The lines of a year's plan on paper, by date; the month stands once. */
export const linesOf = ({ items, fixed }: YearPlan): SheetLine[] => {
  const all = [
    ...items.map(one => ({ date: one.date, time: one.time, title: one.title, place: one.place.name })),
    ...fixed.map(one => ({ date: one.date, time: '', title: one.title, place: '' })),
  ].sort((one, other) => `${one.date} ${one.time}`.localeCompare(`${other.date} ${other.time}`))
  return all.map(({ date, time, title, place }, index) => ({
    month: all[index - 1]?.date.slice(0, 7) === date.slice(0, 7) ? '' : `${String(Number(date.slice(5, 7)))}月`,
    day: dayOf(date),
    time: time === '' ? '' : clockTime(instantOf(date, time)),
    ...{ title, place },
  }))
}

/** The pages of a plan. */
export const pagesOf = (lines: readonly SheetLine[]): SheetLine[][] =>
  Array.from({ length: Math.max(1, Math.ceil(lines.length / ON_A_PAGE)) }, (_, index) =>
    lines.slice(index * ON_A_PAGE, (index + 1) * ON_A_PAGE),
  )

const write = (brush: Brush, text: string, x: number, y: number, size: number, width: number, weight = 400) => {
  const font = (fitting: number) =>
    `${String(weight)} ${String(fitting)}px "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif`
  brush.font = font(size)
  const fits = Math.min(1, width / Math.max(1, brush.measureText(text).width))
  brush.font = font(Math.floor(size * fits))
  brush.fillStyle = colours.ink
  brush.textAlign = 'left'
  brush.fillText(text, x, y)
}

/** Draws one A4 page of a plan. */
export const paintPage = (title: string, branchName: string, lines: readonly SheetLine[]) => (brush: Brush) => {
  brush.fillStyle = colours.card
  brush.fillRect(0, 0, WIDTH, HEIGHT)
  write(brush, title, EDGE, 170, 64, WIDTH - 2 * EDGE, 700)
  write(brush, branchName, EDGE, 232, 36, WIDTH - 2 * EDGE)
  brush.fillStyle = colours.red
  brush.fillRect(EDGE, 260, WIDTH - 2 * EDGE, 5)
  lines.forEach((line, index) => {
    const y = TOP + index * ROW
    if (line.month !== '') {
      brush.fillStyle = colours.edge
      brush.fillRect(EDGE, y - 46, WIDTH - 2 * EDGE, 2)
    }
    write(brush, line.month, COLUMNS.month, y, 34, COLUMNS.day - COLUMNS.month - 12, 700)
    write(brush, line.day, COLUMNS.day, y, 32, COLUMNS.time - COLUMNS.day - 12)
    write(brush, line.time, COLUMNS.time, y, 32, COLUMNS.title - COLUMNS.time - 12)
    write(brush, line.title, COLUMNS.title, y, 34, COLUMNS.place - COLUMNS.title - 16, 600)
    write(brush, line.place, COLUMNS.place, y, 30, WIDTH - EDGE - COLUMNS.place)
  })
}
