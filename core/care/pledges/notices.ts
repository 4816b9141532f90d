import { shanghai } from '../../shared/calendar'
import type { Telling } from '../../shared/notices'
import { sayPeriod } from '../../shared/obligations/periods'
import type { Instant } from '../../shared/operation'
import { routes } from '../../shared/routes'
import { sayDay } from '../../shared/spans'
import type { Reminder } from './rules'

interface Owing {
  pledgeId: string
  partnerId: string
  partnerName: string
  branchName: string
  what: string
  at: Instant
}

/** To the secretaries: what a partner unit owes comes to its last day, or went past it. */
export const sayOwing = (
  { pledgeId, partnerId, partnerName, branchName, what, at }: Owing,
  { period, step, dueOn, missing }: Reminder,
): Telling => ({
  kind: 'pledge-due',
  about: `${pledgeId}:${period}:${step}`,
  title: step === 'ahead' ? `${partnerName}还有一件共建的事` : `${partnerName}的共建过期了`,
  text:
    step === 'ahead'
      ? `${sayPeriod(period)}“${what}”还差 ${String(missing)} 次，${sayDay(dueOn)}以前办。请和联系人约个时间。`
      : `${sayPeriod(period)}“${what}”少了 ${String(missing)} 次。办过的请补记，没办的请和联系人商量。`,
  page: routes.pledges({ partnerId }),
  fields: {
    what: `共建：${what}`,
    when: shanghai(at).format('YYYY-MM-DD HH:mm'),
    where: branchName,
    note: step === 'ahead' ? `${partnerName}还差${String(missing)}次` : `${partnerName}已经过期`,
  },
})
