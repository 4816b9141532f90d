import type { WindUp } from '../../../kernel/departures'
import type { GeoPoint } from '../../../kernel/geo'
import type { Ports } from '../../../kernel/ports'
import type { Succeed } from '../../../kernel/succession'
import { rightsGo } from '../../../kernel/succession'
import { Advisories, TalentAsks, Talents } from './documents'
import { follow } from './rows'

/** More groups than one person advises in. */
const MOST = 100

/** The roster of a branch changed: its people are found where they are and by the names they bear. */
export const followTalents = async (ports: Ports, { branchId }: { branchId: string }): Promise<void> =>
  follow(ports, await ports.store.table(Talents).findAll({ branchId }))

/** The person told where they live. */
export const moveTalent = async ({ store }: Pick<Ports, 'store'>, memberId: string, spot: GeoPoint): Promise<void> => {
  await store.table(Talents).update({ _id: memberId }, { set: { spot }, inc: { version: 1 } })
}

/** Who departs is found no more; who went to another branch is found there. */
export const leaveTalents: WindUp = async ({ store }, { memberId, why }) => {
  const row = await store.table(Talents).get(memberId)
  if (!row) return
  if (why === 'transferred') await follow({ store }, [row])
  else if (why === 'died') await store.table(Talents).update({ _id: memberId }, { set: { scopes: [], found: [] }, inc: { version: 1 } })
  else await store.table(Talents).remove({ _id: memberId })
}

/** What waits for a person who departs, or was asked by them, ends without an answer; and a number that was opened is closed. */
export const endAsks: WindUp = async ({ store }, { memberId }) => {
  const table = store.table(TalentAsks)
  const ended = { set: { state: 'ended' as const } }
  await Promise.all([
    table.update({ memberId, state: { in: ['waiting', 'agreed'] } }, ended),
    table.update({ askerId: memberId, state: { in: ['waiting', 'agreed'] } }, ended),
  ])
}

/** Groups go on without a person who departs; what they advised stays. */
export const leaveAdvisories: WindUp = async ({ store }, { memberId }) => {
  const table = store.table(Advisories)
  for (const { _id } of await table.find({ party: memberId }, { limit: MOST })) await table.update({ _id }, { pull: { party: memberId } })
}

/** People are found under the organization that took the place of theirs. */
export const talentsGo: Succeed = async ({ store }, { memberIds }) => follow({ store }, await store.table(Talents).getMany(memberIds))

/** Groups come under the rights of the organization in the place of theirs, with what they advised. */
export const advisoriesGo: Succeed = (ports, { from, paths }) => rightsGo(ports, Advisories, { orgId: from }, { paths })
