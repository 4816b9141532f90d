import type { Bar } from '../../../../components/Bars'
import type { Given } from '../../../../platform/call'
import type { Words } from '../words'

export type Statistics = Given<'activity.statistics'>

const ways: Record<string, string> = { code: '扫码', place: '按位置', proxy: '书记代记', kiosk: '签到机' }

const barsOf = (counts: readonly (readonly [string, number])[], whole: number): Bar[] =>
  counts.map(([label, count]) => ({ label, count, share: whole > 0 ? Math.min(1, count / whole) : 0 }))

/** From notice to attendance, each of those invited; what is zero and not to be expected is left out. */
export const courseBars = (
  { invited, expected, read, joined, waiting, present, late, leave, awaited, absent }: Statistics,
  words: Words,
): Bar[] => {
  const counts: (readonly [string, number])[] = [
    ['通知了', invited],
    ['看过通知', read],
    [words.name, joined],
    ['应到', words.expected === '应到' ? expected : 0],
    ['候补', waiting],
    [words.came, present],
    ['迟到', late],
    ['请假', leave],
    ['还没到', awaited],
    ['没来', absent],
  ]
  const always = ['通知了', '看过通知', words.came]
  return barsOf(
    counts.filter(([label, count]) => count > 0 || always.includes(label)),
    Math.max(invited, present),
  )
}

/** By which door people came. */
export const wayBars = ({ byWay, present }: Statistics): Bar[] =>
  barsOf(
    byWay.filter(({ count }) => count > 0).map(({ way, count }) => [ways[way] ?? '其他', count] as const),
    present,
  )
