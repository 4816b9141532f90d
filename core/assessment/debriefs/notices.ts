import { shanghai } from '../../shared/calendar'
import type { Telling } from '../../shared/notices'
import type { Instant } from '../../shared/operation'
import { routes } from '../../shared/routes'
import { sayDay } from '../../shared/spans'
import { dueBy, gradeWords, type DebriefGrade } from './rules'

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

/** To the secretaries of a branch, once a year: the debrief may be written, and its draft is there. */
export const beginsNotice = ({ branchId, name }: { branchId: string; name: string }, year: number): Telling => ({
  kind: 'debrief',
  about: `begins:${branchId}:${String(year)}`,
  title: `${String(year)}年述职开始了`,
  text: `系统照全年办过的事，已经替您写好草稿。改一改，明年${sayDay(dueBy(year))}以前交上去。`,
  page: routes.writeDebrief({ branchId, year }),
  fields: { what: `${String(year)}年述职`, when: `${dueBy(year)} 18:00`, where: name, note: '点开就有草稿，改好就交' },
})
