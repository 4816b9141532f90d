import { sayDay } from '../../../../core/shared/spans'
import { taskWords } from '../../../../core/life/study/kinds'
import type { Given } from '../../../platform/call'

export type MyTaskItem = Given<'study.mine'>['items'][number]

/** 读一本书 · 12月20日前 · 4 学时. */
export const sayTask = ({ kind, dueOn, hours }: Pick<MyTaskItem, 'kind' | 'dueOn' | 'hours'>): string =>
  [taskWords[kind], `${sayDay(dueOn)}前`, ...(hours === undefined ? [] : [`${String(hours)} 学时`])].join(' · ')
