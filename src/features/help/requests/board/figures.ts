import type { Bar } from '../../../../components/Bars'
import { percent } from '../../../../components/months'
import type { Given } from '../../../../platform/call'

export type Board = Given<'request.board'>

const HOUR = 60
const DAY = 24 * HOUR
/** Minutes as one says them: 约 25 分钟, 约 3.5 小时, 约 2 天. */
const lasting = (minutes: number): string => {
  if (minutes < 1) return '不到 1 分钟'
  if (minutes < 10) return `约 ${Math.round(minutes)} 分钟`
  // The medians are right within a fifth: more than five minutes would say too much.
  if (minutes < HOUR) return `约 ${Math.round(minutes / 5) * 5} 分钟`
  const value = minutes < 2 * DAY ? minutes / HOUR : minutes / DAY
  return `约 ${Number(value.toFixed(1))} ${minutes < 2 * DAY ? '小时' : '天'}`
}

/** How long a kind takes and how its promises are kept, as far as it is known. */
export const howItGoes = ({ acceptMinutes, solveMinutes, keptRate }: Board['byKind'][number]): string =>
  [
    acceptMinutes === null ? '还没有人接过' : `${lasting(acceptMinutes)}接手`,
    solveMinutes === null ? '' : `${lasting(solveMinutes)}办好`,
    keptRate === null ? '' : `按时 ${percent(keptRate)}`,
  ]
    .filter(Boolean)
    .join(' · ')

/** Requests in hand or without an owner, of each branch, the most first. */
export const loadBars = (below: Board['below'], open: (orgId: string, name: string) => void): Bar[] => {
  const loads = below
    .map(one => ({ ...one, count: one.load.unowned + one.load.running }))
    .sort((one, other) => other.count - one.count || other.raised - one.raised)
  const most = Math.max(1, ...loads.map(one => one.count))
  return loads.map(({ orgId, name, count }) => ({ label: name, count, share: count / most, onPress: () => open(orgId, name) }))
}
