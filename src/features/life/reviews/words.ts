import type { Standing } from '../../../../core/life/reviews/grades'
import type { Progress, ReviewStep } from '../../../../core/life/reviews/steps'
import { sayDay } from '../../../../core/shared/spans'
import type { Given } from '../../../platform/call'

export type Review = Given<'review.get'>
export type Mine = Given<'review.mine'>
export type Word = Mine['given'][number]

/** What the secretary reads of how a person stands at it; nothing of the many. */
export const standingWords: Readonly<Record<Standing, string>> = {
  full: '',
  away: '在外地支部参加，可以不评',
  hosted: '外地来的流动党员',
  probationary: '预备党员，不评等次',
  affiliate: '也来参加的，不评等次',
}

const counted: Readonly<Record<ReviewStep, (done: number, total: number) => string>> = {
  talks: (done, total) => `${String(done)}/${String(total)} 位谈过了`,
  opinions: done => `${String(done)} 条意见`,
  self: (done, total) => `${String(done)}/${String(total)} 位写了`,
  mutual: done => `${String(done)} 条互评`,
  tally: done => (done > 0 ? '票数记好了' : '还没有票数'),
  grades: (done, total) => `${String(done)}/${String(total)} 位评定了`,
  remedies: (done, total) => (total === 0 ? '还没有列' : `${String(done)}/${String(total)} 项改好了`),
}

/** 12/30 位谈过了 · 12月3日办好. */
export const sayProgress = ({ step, done, total, on }: Progress): string =>
  [counted[step](done, total), on === undefined ? '' : `${sayDay(on)}办好了`].filter(Boolean).join(' · ')
