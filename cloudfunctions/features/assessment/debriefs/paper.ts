import { gradeWords } from '../../../../core/assessment/debriefs/rules'
import { sayDate } from '../../../../core/people/public'
import { dateOf } from '../../../../core/shared/calendar'
import type { Block } from '../../../papers/paper'
import type { Debrief } from './documents'

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const
const numbered = (title: string, at: number): string => `${numerals[at] ?? String(at + 1)}、${title}`

/** A debrief as offices file it: title, branch and secretary, its parts in order; what those above said at its end. */
export const debriefPaper = ({ branchName, year, at, by, sections, reviews }: Debrief): Block[] => [
  { kind: 'heading', text: `${String(year)}年度党支部书记述职报告` },
  { kind: 'line', text: branchName },
  { kind: 'line', text: `述职人：${by.name}　　日期：${sayDate(dateOf(at))}` },
  ...sections
    .filter(one => one.text !== '')
    .flatMap((one, nth): Block[] => [
      { kind: 'heading', text: numbered(one.title, nth) },
      { kind: 'line', text: one.text },
    ]),
  ...(reviews.length === 0
    ? []
    : [
        { kind: 'heading' as const, text: '上级点评' },
        ...reviews.map(one => ({
          kind: 'line' as const,
          text: `${sayDate(dateOf(one.at))}　${one.by.name}　评为“${gradeWords[one.grade]}”：${one.words}`,
        })),
      ]),
]
