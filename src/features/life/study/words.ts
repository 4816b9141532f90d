import { shanghai, instantOf } from '../../../../core/shared/calendar'
import { taskWords } from '../../../../core/life/study/kinds'
import type { Given } from '../../../platform/call'

export type MyTaskItem = Given<'study.mine'>['items'][number]

const day = (date: string): string => shanghai(instantOf(date)).format('M月D日')

/** 读一本书 · 12月20日以前 · 4 学时. */
export const sayTask = ({ kind, dueOn, hours }: Pick<MyTaskItem, 'kind' | 'dueOn' | 'hours'>): string =>
  [taskWords[kind], `${day(dueOn)}以前`, ...(hours === undefined ? [] : [`${String(hours)} 学时`])].join(' · ')
