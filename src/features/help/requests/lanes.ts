import type { Lane } from '../../../../core/help/requests/states'
import type { IconName } from '../../../components/icons'
import type { Given } from '../../../platform/call'

export type Counts = Given<'request.desk'>['counts']

export const laneWords: Readonly<Record<Lane, string>> = {
  unowned: '没人接',
  broken: '已超时',
  'at-risk': '快超时',
  running: '正在办',
  done: '办好了',
}

/** The lists of a desk, the exceptions first. */
export const laneOrder: readonly Lane[] = ['unowned', 'broken', 'at-risk', 'running', 'done']

/** What an empty list says. */
export const emptyLane: Readonly<Record<Lane, { icon: IconName; title: string; hint: string }>> = {
  unowned: { icon: 'done', title: '没有没人接的求助', hint: '有人求助而没人接，会先出现在这里。' },
  broken: { icon: 'done', title: '没有超时的求助', hint: '过了说好的时间还没办好，会出现在这里。' },
  'at-risk': { icon: 'done', title: '没有快超时的求助', hint: '快到说好的时间，会出现在这里。' },
  running: { icon: 'hand', title: '现在没有正在办的求助', hint: '有人接手以后，会出现在这里。' },
  done: { icon: 'done', title: '还没有办好的求助', hint: '办好的会记在这里，最近的在前。' },
}

export const countOf = (counts: Counts, lane: Lane): number =>
  ({ unowned: counts.unowned, broken: counts.broken, 'at-risk': counts.atRisk, running: counts.running, done: counts.done })[lane]

/** The lane a word names; the exceptions come first. */
export const laneOf = (text: string | undefined): Lane => laneOrder.find(lane => lane === text) ?? 'unowned'
