import type { Member } from '../../kernel/documents'
import type { Store } from '../../kernel/store'

/** Everyone an activity of the branch is for: its active members and those affiliated with it (P02), by name. */
export const invitedTo = async (store: Store, branchId: string): Promise<Member[]> => {
  const members = store.table('members')
  const [own, affiliated] = await Promise.all([
    members.findAll({ branchId, state: 'active' }),
    members.findAll({ 'affiliates.branchId': branchId, state: 'active' }),
  ])
  const byId = new Map([...own, ...affiliated].map(one => [one._id, one]))
  return [...byId.values()].sort((one, other) => one.name.localeCompare(other.name, 'zh-CN'))
}

export const idsOf = (people: readonly { _id: string }[]): string[] => people.map(one => one._id)
