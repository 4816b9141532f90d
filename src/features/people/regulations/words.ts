import { sayDate } from '../../../../core/people/roster/date-words'
import type { Given } from '../../../platform/call'

export type Regulated = Given<'regulation.list'>['items'][number]
export type Row = Regulated['rows'][number]

/** Parts of the rule set, by what the key of a number begins with. */
export const partWords = {
  branch: '党支部',
  group: '党小组',
  committee: '支部委员会',
  transfer: '组织关系接转',
  mobile: '流动党员',
  liaison: '联络员',
  report: '工作报告',
  coverage: '全覆盖',
  study: '学习',
  rhythm: '三会一课',
  book: '书屋',
} as const

/** 3 年; a switch is 是 or 否. */
export const sayValue = (unit: Regulated['unit'], value: number): string =>
  unit === 'switch' ? (value === 1 ? '是' : '否') : `${String(value)} ${unit}`

/** 《…》第四条, from when, and by which organization where it is one's own. */
export const saySource = ({ document, article, from, orgName }: Row): string =>
  [
    `《${document.replace(/^《|》$/g, '')}》${article ?? ''}`,
    `${sayDate(from)}起`,
    ...(orgName === undefined ? [] : [`${orgName}定`]),
  ].join(' · ')
