import { shanghai } from '../../shared/calendar'
import type { Telling } from '../../shared/notices'
import type { Instant } from '../../shared/operation'
import { routes } from '../../shared/routes'
import { gradeWords, type DebriefGrade } from './rules'

interface Judged {
  _id: string
  branchId: string
  branchName: string
  year: number
}

/** To the secretaries: those above said what they think of the debrief. */
export const judgedNotice = (
  { _id, branchId, branchName, year }: Judged,
  { grade, words, at }: { grade: DebriefGrade; words: string; at: Instant },
  nth: number,
): Telling => ({
  kind: 'debrief',
  about: `${_id}:${String(nth)}`,
  title: `${String(year)}年述职评了：${gradeWords[grade]}`,
  text: words,
  page: routes.debrief({ branchId, year }),
  fields: { what: `${String(year)}年述职点评`, when: shanghai(at).format('YYYY-MM-DD HH:mm'), where: branchName, note: '点开看点评' },
})
