import { shanghai } from '../../shared/calendar'
import type { Telling } from '../../shared/notices'
import type { Instant } from '../../shared/operation'
import { routes } from '../../shared/routes'

/** To those named in a quiet case. It says that there is something, and nothing more: a message is read over a shoulder, on a lock screen, by WeChat. */
export const quietNotice = (caseId: string, about: string, at: Instant): Telling => ({
  kind: 'quiet',
  about: `${caseId}:${about}`,
  title: '有一件事请您看',
  text: '请点开看。',
  page: routes.case({ id: caseId }),
  fields: { what: '有一件事请您看', when: shanghai(at).format('YYYY-MM-DD HH:mm'), where: '常青365', note: '请点开看' },
})
