import { shanghai } from '../../shared/calendar'
import type { Telling } from '../../shared/notices'
import type { DateText, Instant } from '../../shared/operation'
import { routes } from '../../shared/routes'
import { sayDate } from '../roster/date-words'
import type { Reminder } from './rules'

interface Away {
  memberId: string
  name: string
  branchName: string
  where: string
  reach: string
  dueOn: DateText
  at: Instant
}

const toSecretary = ({ where, at }: Away, about: string, title: string, text: string): Telling => ({
  ...{ kind: 'membership-desk', about, title, text, page: routes.mobile() },
  fields: { what: title, when: shanghai(at).format('YYYY-MM-DD HH:mm'), where, note: '点开看看' },
})

/** The contact of a member who is away comes due, or the time went by without word of them: to their secretaries alone. */
export const sayContact = (away: Away, reminder: Reminder): Telling =>
  reminder === 'ahead'
    ? toSecretary(
        away,
        `mobile-ahead:${away.memberId}:${away.dueOn}`,
        `该联系在外的${away.name}同志了`,
        `${sayDate(away.dueOn)}前打个电话，问问近况。联系过了，请记一笔。`,
      )
    : toSecretary(
        away,
        `mobile-silent:${away.memberId}:${away.dueOn}`,
        `很久没有${away.name}同志的消息了`,
        '请今天打个电话；打不通，问问家里人。只有支部书记看得到这一条。',
      )

/** A branch near a member who is away may take them in. */
export const sayHost = (away: Away, since: DateText): Telling =>
  toSecretary(
    away,
    `mobile-host:${away.memberId}:${since}:${away.where}`,
    `${away.name}同志到您那里住一段`,
    `组织关系在${away.branchName}。方便的话，请他们参加您支部的活动。`,
  )
