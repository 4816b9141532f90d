import { initialOf } from '../../../../core/people/names/initial'
import { maskPhone } from '../../../../core/people/roster/phones'
import { ageOn } from '../../../../core/shared/almanac/ages'
import { dateOf } from '../../../../core/shared/calendar'
import type { Instant } from '../../../../core/shared/operation'
import type { Member } from '../documents'

/** One line of the roster, the phone masked. */
export const itemOf = (member: Member, now: Instant) => {
  const age = ageOn(member.birthday, dateOf(now))
  const [phone] = member.phones
  const initial = initialOf(member.reading)
  return {
    memberId: member._id,
    name: member.name,
    ...(initial === undefined ? {} : { initial }),
    ...(member.gender ? { gender: member.gender } : {}),
    ...(age === null ? {} : { age }),
    ...(member.standing ? { standing: member.standing } : {}),
    care: member.care,
    ...(member.groupName ? { groupName: member.groupName } : {}),
    ...(phone ? { maskedPhone: maskPhone(phone) } : {}),
    bound: member.bound,
    ...(member.state === 'dead' && member.diedOn !== undefined ? { diedOn: member.diedOn } : {}),
  }
}
