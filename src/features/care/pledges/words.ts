import type { OwedState } from '../../../../core/shared/obligations/owed'
import { type Pace, sayPeriod } from '../../../../core/shared/obligations/periods'
import type { Tone } from '../../../components/Icon'
import type { IconName } from '../../../components/icons'
import type { Given } from '../../../platform/call'

export type Pledge = Given<'pledge.list'>['items'][number]
export type Shown = Pick<Pledge, 'what' | 'per' | 'times' | 'owed' | 'done' | 'overdue' | 'periods'>

export const paceWords: Readonly<Record<Pace, string>> = { month: '每月', quarter: '每季度', half: '每半年', year: '每年' }
export const sayPace = ({ per, times }: Pick<Shown, 'per' | 'times'>): string => `${paceWords[per]} ${String(times)} 次`

/** 2026年第四季度 without the year that stands above the list. */
export const shortPeriod = (period: string): string => sayPeriod(period).replace(/^\d{4}年(?=.)/u, '')

export const stateChips: Readonly<Record<OwedState, { icon: IconName; tone: Tone; words: string }>> = {
  done: { icon: 'done', tone: 'good', words: '办了' },
  upcoming: { icon: 'clock', tone: 'soft', words: '还没到' },
  due: { icon: 'clock', tone: 'ink', words: '要办' },
  overdue: { icon: 'warn', tone: 'warn', words: '过期没办' },
}
