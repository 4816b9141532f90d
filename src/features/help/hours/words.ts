import type { BookingState, HoursKind } from '../../../../core/help/hours/kinds'
import type { IconName } from '../../../components/icons'
import type { Tone } from '../../../components/Icon'
import type { Given } from '../../../platform/call'
import { clockTime, day } from '../../../components/times'

export type Offered = Given<'hours.free'>['items'][number]
export type Booked = Given<'hours.mine'>['items'][number]
/** So often a queue that goes on by itself is looked at again, ms. */
export const LOOK_MS = 20_000
export type Kept = Given<'hours.list'>['items'][number]

export const hoursIcons: Readonly<Record<HoursKind, IconName>> = { law: 'law', health: 'illness', talk: 'talk', other: 'people' }

export const stateMarks: Readonly<Record<BookingState, { icon: IconName; tone: Tone }>> = {
  booked: { icon: 'clock', tone: 'soft' },
  here: { icon: 'people', tone: 'ink' },
  now: { icon: 'next', tone: 'ink' },
  done: { icon: 'done', tone: 'good' },
  missed: { icon: 'warn', tone: 'warn' },
}

/** 明天 12月5日 星期六 上午9:00. */
export const sayWhen = (at: number): string => `${day(at)} ${clockTime(at)}`

/** 明天上午9:00, or 12月5日上午9:00: where a line is short. */
export const sayShort = (at: number): string => `${day(at).split(' ')[0] ?? ''}${clockTime(at)}`

/** What the person reads of their place in the queue of the day. */
export const sayAhead = (ahead: number, here: boolean): string =>
  ahead > 0 ? `前面还有 ${String(ahead)} 位` : here ? '前面没有人了，马上到您' : '前面没有人'
