import { sayBranchMerged } from '../../../../core/people/successions/notices'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { Members } from '../documents'
import { carryOver, cameOver } from './carry-over'
import { Successions, type StoredSuccession } from './documents'

const MINUTE = 60_000

/** More officers than one branch has. */
const MOST_OFFICERS = 100

/** What a repeated command answers: what was cut off is finished first. */
export const outcome = async (ports: Ports, row: StoredSuccession): Promise<number> =>
  row.dueAt === undefined || row.again === true ? (await cameOver(ports, row)).length : finish(ports, row)

/**
 * Does what is left, tells the people and the secretaries of the branch they came to, and looks once more a minute later. Safe to repeat and to be cut off
 * anywhere. Answers how many people have come over.
 */
export const finish = async (ports: Ports, row: StoredSuccession): Promise<number> => {
  const { store, now } = ports
  const { memberIds: came, done } = await carryOver(ports, row)
  if (!done) return came.length
  const officers = await store.table(Members).find({ 'grants.orgId': row.into }, { limit: MOST_OFFICERS })
  const secretaries = officers.filter(one => one.grants.some(grant => grant.orgId === row.into && grant.role === 'secretary'))
  await tell(ports, [...new Set([...came, ...secretaries.map(one => one._id)])], sayBranchMerged(row))
  const next = row.again ? { unset: ['dueAt', 'again'] as const } : { set: { dueAt: now + MINUTE, again: true } }
  await store.table(Successions).update({ _id: row._id }, next)
  return came.length
}
