import type { Given } from '../../../platform/call'
import { careRungWords, specialWords } from '../../../../core/care/special-care/kinds'

export type CareItem = Given<'care.list'>['items'][number]

/** Why an elder is in special care: 独居、高龄. */
export const sayKinds = ({ kinds }: Pick<CareItem, 'kinds'>): string => kinds.map(kind => specialWords[kind]).join('、')

/** Who heard last that it is late. */
export const sayRung = ({ rung }: Pick<CareItem, 'rung'>): string => (rung === null ? '' : `已告诉${careRungWords[rung]}`)

/** Where they belong and who looks after them, for lists of a whole branch or street. */
export const sayWhere = ({ branchName, groupName, helpers }: CareItem, wide: boolean): string =>
  [wide ? branchName : '', groupName ?? '', helpers.length > 0 ? `联系人${helpers.join('、')}` : '没有结对'].filter(Boolean).join(' · ')
