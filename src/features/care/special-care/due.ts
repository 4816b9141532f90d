import type { Given } from '../../../platform/call'
import { day } from '../../../components/times'
import { instantOf } from '../../../../core/shared/calendar'

type CareItem = Given<'care.list'>['items'][number]

const acts = { call: '打电话', visit: '上门' } as const

/** What is to be done: 该打电话、上门. */
export const sayLate = ({ late }: Pick<CareItem, 'late'>): string => `该${late.map(by => acts[by]).join('、')}了`

/** A date as it is spoken. */
export const sayDay = (date: string): string => day(instantOf(date))

/** By when the next is due: 12月1日 星期二前打电话. */
export const sayDue = ({ callBy, visitBy }: Pick<CareItem, 'callBy' | 'visitBy'>): string => {
  if (callBy !== undefined && (visitBy === undefined || callBy <= visitBy)) return `${sayDay(callBy)}前打电话`
  return visitBy === undefined ? '没有定期联系的要求' : `${sayDay(visitBy)}前上门`
}
