import type { hours as contract } from '../../../../core/help/hours/contract'
import { deskRoles } from '../../../../core/help/hours/kinds'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'

const [MOST, WINDOW] = [60, 60 * 60_000]
const DAY = 24 * 3_600_000

export const phone: Handlers<Pick<typeof contract, 'hours.phone'>> = {
  async 'hours.phone'({ memberId }, { store, subject: hours, person, openid, now, holds, audit, limit, fail }) {
    const host = hours.hostIds.includes(person._id)
    const officer = holds(deskRoles, hours.path)
    if (!host && !officer) return fail('FORBIDDEN')
    const comes = hours.bookings.some(one => one.memberId === memberId && one.endsAt > now - DAY)
    const concerned = comes || hours.hostIds.includes(memberId) || (officer && hours.waiting.some(one => one.memberId === memberId))
    if (!concerned) return fail('NOT_FOUND')
    await limit(`number:${openid}`, MOST, WINDOW)
    const member = await store.table(Members).get(memberId)
    if (member?.state !== 'active') return fail('NOT_FOUND')
    audit(memberId, 'hours.phone', hours._id)
    return { phones: member.phones }
  },
}
