import { maskPhone } from '../../../../core/people/roster/phones'
import { ageOn } from '../../../../core/shared/almanac/ages'
import { dateOf } from '../../../../core/shared/calendar'
import type { Instant } from '../../../../core/shared/operation'
import type { Member } from '../documents'

/** A person as one line, the phone masked. */
export const foundOf = (member: Member, branchName: string, now: Instant) => {
  const age = ageOn(member.birthday, dateOf(now))
  const [phone] = member.phones
  return {
    memberId: member._id,
    name: member.name,
    branchName,
    ...(member.groupName === undefined ? {} : { groupName: member.groupName }),
    ...(age === null ? {} : { age }),
    ...(member.standing ? { standing: member.standing } : {}),
    ...(phone === undefined ? {} : { maskedPhone: maskPhone(phone) }),
  }
}
