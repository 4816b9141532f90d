import { logsMeet, superseded } from '../../../../core/people/memberships/intervals'
import { dateOf } from '../../../../core/shared/calendar'
import { phoneKeys } from '../../../../core/people/finding/keys'
import { omit } from '../../../../core/shared/fields'
import type { Meeting } from '../../../kernel/takeover'
import type { Member } from '../documents'
import { membershipsOf } from '../memberships/log'

const together = <T>(ones: readonly T[], others: readonly T[], keyOf: (one: T) => unknown = one => one): T[] => {
  const keys = new Set(ones.map(keyOf))
  return [...ones, ...others.filter(one => !keys.has(keyOf(one)))]
}

/** The record that stays says who the person is and where they belong; what it does not say, and what can be more than one, comes from the other. */
export const membersMeet: Meeting<Member> = {
  tidy: (row, _before, now) => ({ ...row, memberships: superseded(membershipsOf(row), { on: dateOf(now), reason: '两份记录合并' }) }),
  join: (mine, other) => {
    const claims = together(mine.claims ?? [], other.claims ?? [], one => `${one.postId}/${one.shiftId}`)
    const engaged = together(mine.engaged ?? [], other.engaged ?? [], one => one.key)
    const doors = together(mine.doors ?? [], other.doors ?? [])
    // What is only true beside another field of its record, or was made for it, stays behind.
    const rest = omit(other, 'importedBy', 'claimSeq', 'engagedSeq', 'groupName', 'doorYears', 'reading', 'findKeys')
    return {
      ...rest,
      ...mine,
      phones: together(mine.phones, other.phones),
      emergencyPhones: together(mine.emergencyPhones, other.emergencyPhones),
      care: together(mine.care, other.care),
      skills: together(mine.skills, other.skills),
      affiliates: together(mine.affiliates, other.affiliates, one => one.branchId).filter(one => one.branchId !== mine.branchId),
      memberships: logsMeet(membershipsOf(mine), other.memberships ?? []),
      grants: together(mine.grants, other.grants, one => `${one.role} ${one.orgId}`),
      // What opened a door to one of the two opens it to the person.
      doors,
      waitingDoors: together(mine.waitingDoors ?? [], other.waitingDoors ?? [], one => one.number).filter(
        one => !doors.includes(one.number),
      ),
      bound: mine.bound || other.bound,
      ...(claims.length > 0 ? { claims } : {}),
      ...(engaged.length > 0 ? { engaged } : {}),
      ...(mine.findKeys ? { findKeys: together(mine.findKeys, phoneKeys(other.phones)) } : {}),
      version: mine.version + 1,
    }
  },
}
