import type { requests as contract } from '../../../../core/help/requests/contract'
import { callableBy } from '../../../../core/help/requests/viewers'
import { type Member, Members } from '../../people/public'
import type { Handlers } from '../use-case'
import { chasersFor } from './chasers'
import { sightFor } from './sight'

/** Family numbers are shown for the elder only, never for a helper. */
const emergencyOf = (member: Member, isElder: boolean) =>
  isElder ? member.emergencyPhones.map(phone => ({ name: member.emergencyName ?? '', phone })) : []

export const phone: Handlers<Pick<typeof contract, 'request.phone'>> = {
  async 'request.phone'({ memberId }, context) {
    const { store, subject, person, audit, fail } = context
    const [{ viewer, whole }, chaserOf] = await Promise.all([sightFor(context), chasersFor(context, [subject])])
    if (!callableBy(subject, viewer, person._id, whole, chaserOf(subject)).some(one => one.memberId === memberId)) return fail('FORBIDDEN')
    const other = await store.table(Members).get(memberId)
    if (!other) return fail('NOT_FOUND')
    audit(memberId, 'request.phone', subject._id)
    return { phones: other.phones, emergency: emergencyOf(other, memberId === subject.memberId) }
  },
}
