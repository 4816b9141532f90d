import type { Bar } from '../../../../components/Bars'
import type { Given } from '../../../../platform/call'

export type Statistics = Given<'activity.statistics'>

const ways: Record<string, string> = { code: '扫码', place: '按位置', proxy: '书记代记', kiosk: '签到机' }

const barsOf = (counts: readonly (readonly [string, number])[], whole: number): Bar[] =>
  counts.map(([label, count]) => ({ label, count, share: whole > 0 ? Math.min(1, count / whole) : 0 }))

/** From notice to attendance, each of those invited; what is zero and not to be expected is left out. */
export const courseBars = ({ invited, read, joined, waiting, present, late, leave, absent }: Statistics): Bar[] => {
  const counts: (readonly [string, number])[] = [
    ['应到', invited],
    ['看过通知', read],
    ['报名', joined],
    ['候补', waiting],
    ['到了', present],
    ['迟到', late],
    ['请假', leave],
    ['没来', absent],
  ]
  const always = ['应到', '看过通知', '到了', '没来']
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
