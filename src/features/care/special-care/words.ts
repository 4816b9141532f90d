import type { Given } from '../../../platform/call'
import { day } from '../../../components/times'
import { instantOf } from '../../../../core/shared/calendar'
import { careRungWords, specialWords } from '../../../../core/care/special-care/kinds'

export type CareItem = Given<'care.list'>['items'][number]

/** Why an elder is in special care: 独居、高龄. */
export const sayKinds = ({ kinds }: Pick<CareItem, 'kinds'>): string => kinds.map(kind => specialWords[kind]).join('、')

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

/** Who heard last that it is late. */
export const sayRung = ({ rung }: Pick<CareItem, 'rung'>): string => (rung === null ? '' : `已告诉${careRungWords[rung]}`)

/** Where they belong and who looks after them, for lists of a whole branch or street. */
export const sayWhere = ({ branchName, groupName, helpers }: CareItem, wide: boolean): string =>
  [wide ? branchName : '', groupName ?? '', helpers.length > 0 ? `联系人${helpers.join('、')}` : '没有结对'].filter(Boolean).join(' · ')
