import { isDeepStrictEqual } from 'node:util'
import { dateOf } from '../../../../core/shared/calendar'
import type { Instant } from '../../../../core/shared/operation'
import type { Actor } from '../../../kernel/identity'
import type { Ports } from '../../../kernel/ports'
import { announce } from '../../../kernel/announcements'
import { settle } from '../../../kernel/settle'
import { CommitteeChanged } from '../announcements'
import { markCoverage } from '../coverage/marks'
import { Organizations, type Organization } from '../documents'
import { Committees, PastCommittees, type BranchCommittee } from './documents'
import { factsOf, listed, peopleOf, seatedIn } from './facts'
import { settleOffices } from './offices'

/** No call lives so long: what another one wrote from an older look is seen after it. */
const LONGEST_CALL = 60_000

/** In whose name offices follow posts where no officer is at the phone. */
const inName = ({ term, former }: BranchCommittee): Actor => {
  const last = term ?? former?.at(-1)
  return last?.approved?.by ?? last?.by ?? { openid: '', memberId: null, name: '' }
}

/** Writes terms that are over into the history. */
const archive = async ({ store }: Pick<Ports, 'store'>, { _id, path, former = [] }: BranchCommittee): Promise<void> => {
  if (former.length === 0) return
  const past = former.map(one => ({ ...one, _id: `${_id}:${one.termId}`, branchId: _id, path }))
  await store.table(PastCommittees).addAll(past)
  for (const { termId } of former) await store.table(Committees).update({ _id }, { pull: { former: { termId } } })
}

/**
 * Brings everything that follows from a committee in line with it: history, offices, what lists show. Safe to repeat and to be cut off anywhere; the timer repeats it
 * once more a minute after a change, when no call from before it can still be writing.
 */
export const settleCommittee = (ports: Ports, orgId: string, by?: Actor): Promise<true> => {
  const { store } = ports
  let seen: number | undefined
  return settle<true>(async () => {
    const [row, branch] = await Promise.all([store.table(Committees).get(orgId), store.table(Organizations).get(orgId)])
    // Nothing changed since the last look, which wrote what was there already.
    if (!row || row.marks === seen) return true
    if (branch?.kind !== 'branch') {
      await store.table(Committees).remove({ _id: orgId })
      return true
    }
    seen = row.marks
    await archive(ports, row)
    await settleOffices(ports, branch, row.term?.seats ?? [], by ?? inName(row))
    await announce(ports, CommitteeChanged, { branchId: orgId })
    const written = branch.closedAt === undefined ? await list(ports, row, branch) : await unlist(ports, row)
    return written || undefined
  })
}

/** Writes what lists show. Whether the row is still the one that was looked at. */
const list = async ({ store, now }: Ports, row: BranchCommittee, branch: Organization): Promise<boolean> => {
  const today = dateOf(now)
  const [facts, members] = await Promise.all([factsOf(store, branch, today), seatedIn(store, row.term)])
  const set = listed(row, peopleOf(row._id, facts, members), facts.rules, today)
  const again = againAt(row, now)
  const change = again === null ? { set, unset: ['due'] as const } : { set: { ...set, due: again } }
  const written = (await store.table(Committees).update({ _id: row._id, marks: row.marks }, change)) > 0
  if (written && !isDeepStrictEqual(row.warnings, set.warnings)) await markCoverage({ store, now }, [row._id])
  return written
}

/** A closed branch is on no list; what its committee was stays to be read. */
const unlist = async ({ store }: Ports, { _id, marks }: BranchCommittee): Promise<boolean> =>
  (await store.table(Committees).update({ _id, marks }, { set: { scopes: [] }, unset: ['due', 'remindOn', 'waitsSince', 'termEnds'] })) > 0

/** When it is looked at once more; null where no change is so fresh. */
const againAt = ({ term, pending, changedAt }: BranchCommittee, now: Instant): Instant | null => {
  const fresh = (changedAt ?? 0) + LONGEST_CALL
  return (term ?? pending) !== undefined && fresh > now ? fresh : null
}
