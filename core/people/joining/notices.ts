import { shanghai } from '../../shared/calendar'
import type { NoticeFields, Telling } from '../../shared/notices'
import type { Instant } from '../../shared/operation'
import { routes } from '../../shared/routes'

const fieldsOf = (what: string, where: string, at: Instant): NoticeFields => ({
  what,
  when: shanghai(at).format('YYYY-MM-DD HH:mm'),
  where,
  note: '点开看看',
})

/** A person on no roster asks at a desk to be put on one. */
export const sayAsks = ({ joiningId, name, orgId, at }: { joiningId: string; name: string; orgId: string; at: Instant }): Telling => ({
  kind: 'account-warning',
  about: `joining:${joiningId}:${String(at)}`,
  title: `${name}请您加进名册`,
  text: '手机号在名册里没有找到。请看一看是不是支部的同志，可以先打电话问问。',
  page: routes.joining({ orgId }),
  fields: fieldsOf('有同志请您加进名册', '常青365', at),
})

/** What the account that asked is told by a service message. */
export const answerFields = (added: boolean, at: Instant): NoticeFields =>
  fieldsOf(added ? '书记把您加进名册了' : '请再看看您的支部', '常青365', at)
