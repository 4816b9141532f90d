import type { Bar } from '../../../components/Bars'
import { addDays, dateOf, instantOf, shanghai } from '../../../../core/shared/calendar'
import type { Given } from '../../../platform/call'

export type Board = Given<'request.board'>

/** `YYYY-MM` of an instant. */
export const monthOf = (at: number): string => dateOf(at).slice(0, 7)

/** The month before. */
export const monthBefore = (month: string): string => dateOf(instantOf(addDays(`${month}-01`, -1))).slice(0, 7)

/** The first day of the month after; may lie in the future. */
export const monthAfter = (month: string): string => dateOf(instantOf(addDays(`${month}-01`, 31))).slice(0, 7)

/** 2026年11月. */
export const sayMonth = (month: string): string => shanghai(instantOf(`${month}-01`)).format('YYYY年M月')

/** 92%. */
export const percent = (rate: number | null): string => (rate === null ? '还没有' : `${Math.round(rate * 100)}%`)

const HOUR = 60
const DAY = 24 * HOUR
/** Minutes as one says them: 25 分钟, 3.5 小时, 2 天. */
const lasting = (minutes: number): string => {
  if (minutes < 1) return '不到 1 分钟'
  if (minutes < HOUR) return `${Math.round(minutes)} 分钟`
  const value = minutes < 2 * DAY ? minutes / HOUR : minutes / DAY
  return `${Number(value.toFixed(1))} ${minutes < 2 * DAY ? '小时' : '天'}`
}

/** How long a kind takes and how its promises are kept, as far as it is known. */
export const howItGoes = ({ acceptMinutes, solveMinutes, keptRate }: Board['byKind'][number]): string =>
  [
    acceptMinutes === null ? '还没有人接过' : `接手 ${lasting(acceptMinutes)}`,
    solveMinutes === null ? '' : `办好 ${lasting(solveMinutes)}`,
    keptRate === null ? '' : `按时 ${percent(keptRate)}`,
  ]
    .filter(Boolean)
    .join(' · ')

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

/** Requests in hand or without an owner, of each branch, the most first. */
export const loadBars = (below: Board['below'], open: (orgId: string, name: string) => void): Bar[] => {
  const loads = below
    .map(one => ({ ...one, count: one.load.unowned + one.load.running }))
    .sort((one, other) => other.count - one.count || other.raised - one.raised)
  const most = Math.max(1, ...loads.map(one => one.count))
  return loads.map(({ orgId, name, count }) => ({ label: name, count, share: count / most, onPress: () => open(orgId, name) }))
}
