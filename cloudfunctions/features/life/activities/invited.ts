import { isOver } from '../../../../core/life/attendance/sheet'
import { belongedDuring } from '../../../../core/people/public'
import { dateOf } from '../../../../core/shared/calendar'
import type { Instant } from '../../../../core/shared/operation'
import { Members, membershipsOf } from '../../people/public'
import { belongs } from '../../../kernel/access'
import type { Activity } from '../documents'
import type { Member } from '../../people/public'
import type { Store } from '../../../kernel/store'

/**
 * Everyone an activity is held for: the active members of its branch (or of the group, where a group holds it) and those affiliated with it
 * (P02), by name; of a circle's its members; of one whose branch went over to another since, the people who came from there. At most two queries in one wave, bounded by
 * the size of a branch.
 */
export const invitedTo = async (store: Store, activity: Pick<Activity, 'branchId' | 'path' | 'heldFor' | 'party'>): Promise<Member[]> => {
  const members = store.table(Members)
  const byName = (one: Member, other: Member) => one.name.localeCompare(other.name, 'zh-CN')
  const named = activity.party ?? activity.heldFor
  if (named) return (await members.getMany(named)).filter(one => one.state === 'active').sort(byName)
  const [own, affiliated] = await Promise.all([
    members.findAll({ branchId: activity.branchId, state: 'active' }),
    members.findAll({ 'affiliates.branchId': activity.branchId, state: 'active' }),
  ])
  const people = new Map([...own, ...affiliated].map(member => [member._id, member]))
  return [...people.values()].filter(member => belongs(member, activity)).sort(byName)
}

/**
 * Everyone an activity is held for, or was: once it is over, those who belonged there on its day, wherever they are now, so that who comes, leaves or dies later
 * changes no sheet. Groups keep no log; of one that held it, those are taken who are in it today and belonged to the branch then.
 */
export const invitedAt = async (store: Store, activity: Activity, now: Instant): Promise<Member[]> => {
  if (!isOver(activity, now) || activity.party) return invitedTo(store, activity)
  const { branchId, path, startsAt } = activity
  const ofBranch = path.endsWith(`/${branchId}/`)
  const day = dateOf(startsAt)
  const [present, ever] = await Promise.all([
    invitedTo(store, activity),
    ofBranch ? store.table(Members).findAll({ 'memberships.branchId': branchId }) : [],
  ])
  const people = new Map([...present, ...ever].map(member => [member._id, member]))
  return [...people.values()]
    .filter(member => belongedDuring(membershipsOf(member), branchId, day))
    .sort((one, other) => one.name.localeCompare(other.name, 'zh-CN'))
}

export const idsOf = (people: readonly { _id: string }[]): string[] => people.map(one => one._id)
