import { shanghai } from '../../shared/calendar'
import type { NoticeFields, Telling } from '../../shared/notices'
import type { DateText, Instant } from '../../shared/operation'
import { routes } from '../../shared/routes'
import { sayDate } from '../roster/date-words'

interface Branch {
  orgId: string
  name: string
}

const fieldsOf = (what: string, { name }: Branch, at: Instant, note: string): NoticeFields => ({
  what,
  when: shanghai(at).format('YYYY-MM-DD HH:mm'),
  where: name,
  note,
})

/** To those above: a committee waits for their word. */
export const sayWaiting = (branch: Branch, termId: string, at: Instant): Telling => ({
  kind: 'committee',
  about: `committee-waits:${termId}`,
  title: `${branch.name}的新班子请您审批`,
  text: '支部已经推举出来，等上级审批。点开看一看名单，同意或者退回。',
  page: routes.committee({ orgId: branch.orgId, name: branch.name }),
  fields: fieldsOf('新班子等您审批', branch, at, '点开看名单'),
})

/** To the secretary: what became of the committee that they recorded. */
export const sayAnswered = (branch: Branch, termId: string, at: Instant, reason?: string): Telling => ({
  kind: 'committee',
  about: `committee-answered:${termId}`,
  title: reason === undefined ? '新班子批下来了' : '新班子退回来了',
  text: reason === undefined ? '上级已经同意，从现在起由新班子负责。' : `上级说：${reason}。改好了可以再报。`,
  page: routes.committee({ orgId: branch.orgId, name: branch.name }),
  fields: fieldsOf(reason === undefined ? '新班子批下来了' : '新班子退回来了', branch, at, '点开看看'),
})

/** To the secretary and to those above: the term ends within the months that the rules name. Once for an end. */
export const sayTermEnds = (branch: Branch, termEnds: DateText, today: DateText, at: Instant): Telling => ({
  kind: 'committee',
  about: `committee-ends:${branch.orgId}:${termEnds}`,
  title: termEnds < today ? `${branch.name}的班子已经到期` : `${branch.name}该准备换届了`,
  text: `任期到${sayDate(termEnds)}。换届要办哪几步，点开照着做；确实要延期，先请上级批准。`,
  page: routes.committee({ orgId: branch.orgId, name: branch.name }),
  fields: fieldsOf(termEnds < today ? '班子已经到期' : '该准备换届了', branch, at, `任期到${termEnds}`),
})
