import { type Cloud, good, stored } from './attendance'
import { MINUTE, MORNING } from './branch'
import { amend, people } from './people'

export const CANDIDATES = ['m-30', 'm-31', 'm-32', 'm-33']

/** Makes the demo's branch small enough to be counted by hand: ten full members, who are answered, and one on probation (m-39). */
export const smallBranch = async (branch: Cloud): Promise<string[]> => {
  const all = await stored(branch, 'members', { branchId: 'branch-01', state: 'active' })
  const stay = [...CANDIDATES, 'm-34', 'm-35', 'm-36', 'm-37', 'm-38', people.secretary.memberId, 'm-39']
  const go = all.map(one => one._id).filter(id => !stay.includes(id))
  await amend(branch, 'members', { _id: { $in: go } }, { state: 'moved', memberships: [] })
  await amend(branch, 'members', { _id: { $in: stay } }, { joinedPartyOn: '1990-07-01' })
  await amend(branch, 'members', { _id: 'm-39' }, { joinedPartyOn: '2026-06-01' })
  return stay.filter(id => id !== 'm-39')
}

/** Notes at the meeting's door that these people came, twenty minutes after the demo's morning. */
export const signIn = async (branch: Cloud, activityId: string, memberIds: readonly string[]): Promise<void> => {
  const at = MORNING + 20 * MINUTE
  const marks = memberIds.map(memberId => ({ ...{ memberId, state: 'present' as const, at }, nonce: `came-${memberId}`, reason: '到会' }))
  good(await branch.as('demo-secretary').calls('attendance.mark', { activityId, marks, sentAt: at }))
}
