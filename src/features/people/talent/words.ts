import type { AskState } from '../../../../core/people/talent/rules'
import { dateOf } from '../../../../core/shared/calendar'
import type { Tone } from '../../../components/Icon'
import type { IconName } from '../../../components/icons'
import type { Given } from '../../../platform/call'
import { sayDate } from '../../../../core/people/public'

export type Found = Given<'talent.find'>['items'][number]
export type Own = Given<'talent.get'>
export type MyAsk = Given<'talent.asks'>['items'][number]
export type AskedOfMe = Given<'talent.asked'>['items'][number]

export const week = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const
export const weekDays = week.map((words, index) => ({ value: String(index + 1), words }))

export const sayDays = (days: readonly number[]): string =>
  days.length === week.length ? '每天都行' : days.map(day => week[day - 1] ?? '').join('、')
export const saySkills = ({ names }: Pick<Found, 'names'>): string => names.join('、')

/** When the person said so themselves. */
export const sayConfirmed = ({ confirmedAt, stale }: Pick<Found, 'confirmedAt' | 'stale'>): string =>
  stale || confirmedAt === null ? '没有确认' : `本人 ${sayDate(dateOf(confirmedAt))}确认`

/** How an asking stands. */
export const askStates: Readonly<Record<AskState, { icon: IconName; tone: Tone; words: string }>> = {
  waiting: { icon: 'clock', tone: 'ink', words: '等答复' },
  agreed: { icon: 'done', tone: 'good', words: '答应了' },
  declined: { icon: 'close', tone: 'soft', words: '不方便' },
  ended: { icon: 'stop', tone: 'soft', words: '不用再等了' },
}
