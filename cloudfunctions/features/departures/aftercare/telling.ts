import { diedNotice, undoneNotice } from '../../../../core/departures/aftercare/notices'
import { holds } from '../../../kernel/access'
import type { Ports } from '../../../kernel/ports'
import type { Store } from '../../../kernel/store'
import { tell } from '../../../kernel/tell'
import { chainOf } from '../../care/public'
import { type Member, Members } from '../../people/public'
import type { Farewell } from '../documents'
import { overFamily } from './access'

/**
 * The helpers of a member and the officers above, without the person who marked the death. `opens` may read the checklist, by office or
 * because a step is theirs; `others` are the remaining helpers.
 */
const concerned = async (store: Store, member: Member, row: Farewell): Promise<{ opens: string[]; others: string[] }> => {
  const chain = await chainOf(store, member)
  const street = chain.secretary.every(one => one.memberId === row._id) ? chain.street : []
  const officers = [...chain.leader, ...chain.secretary, ...street].map(one => one.memberId)
  const known = new Set([...officers, ...row.checklist.flatMap(step => step.whoId ?? [])])
  const unsure = chain.liaison.map(one => one.memberId).filter(id => !known.has(id))
  const helpers = unsure.length === 0 ? [] : await store.table(Members).getMany(unsure)
  for (const one of helpers) if (holds([one], overFamily, row.path)) known.add(one._id)
  const all = [...new Set([...chain.liaison.map(one => one.memberId), ...officers])].filter(
    id => id !== row._id && id !== row.markedBy.memberId,
  )
  return { opens: all.filter(id => known.has(id)), others: all.filter(id => !known.has(id)) }
}

/** Tells them of the death; works while the pairings are still there. */
export const tellOfDeath = async (ports: Ports, member: Member, row: Farewell): Promise<void> => {
  const { opens, others } = await concerned(ports.store, member, row)
  await Promise.all([tell(ports, opens, diedNotice(row, true, ports.now)), tell(ports, others, diedNotice(row, false, ports.now))])
}

/** Tells the same people that it was a mistake. */
export const tellOfMistake = async (ports: Ports, member: Member, row: Farewell): Promise<void> => {
  const { opens, others } = await concerned(ports.store, member, row)
  await tell(ports, [...opens, ...others], undoneNotice(row, ports.now))
}
