import { Members } from '../../people/public'
import { belongs } from '../../../kernel/access'
import type { Activity } from '../documents'
import type { Member } from '../../people/public'
import type { Store } from '../../../kernel/store'

/**
 * Everyone an activity is held for: the active members of its branch (or of the group, where a group holds it) and those affiliated with it
 * (P02), by name. Two queries in one wave, bounded by the size of a branch.
 */
export const invitedTo = async (store: Store, activity: Pick<Activity, 'branchId' | 'path'>): Promise<Member[]> => {
  const members = store.table(Members)
  const [own, affiliated] = await Promise.all([
    members.findAll({ branchId: activity.branchId, state: 'active' }),
    members.findAll({ 'affiliates.branchId': activity.branchId, state: 'active' }),
  ])
  const people = new Map([...own, ...affiliated].map(member => [member._id, member]))
  return [...people.values()].filter(member => belongs(member, activity)).sort((one, other) => one.name.localeCompare(other.name, 'zh-CN'))
}

export const idsOf = (people: readonly { _id: string }[]): string[] => people.map(one => one._id)
