import { sayTermEnds } from '../../../../core/people/committees/notices'
import { dateOf } from '../../../../core/shared/calendar'
import { wakingFrom } from '../../../../core/shared/quiet-hours'
import { eachRow, every, type Job } from '../../../kernel/jobs'
import { markedRows } from '../../../kernel/marks'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { Organizations } from '../documents'
import { secretariesOf } from '../identity/keepers'
import { Committees, type BranchCommittee } from './documents'
import { settleCommittee } from './settle'
import { officersAbove } from './told'

/** Committees that one run looks at, and how many at a time. */
const EACH_RUN = 100
const AT_A_TIME = 8

const settleCommittees: Job = async ports => {
  const due = await markedRows(ports, Committees, EACH_RUN)
  return eachRow(due, 'settleCommittees', async ({ _id }) => void (await settleCommittee(ports, _id)), AT_A_TIME)
}

/** Tells first, then notes it: cut off in between, it is told again, which is the same message. */
const remind = async (ports: Ports, { _id, path, termEnds, remindOn }: BranchCommittee): Promise<void> => {
  const { store, now } = ports
  const branch = await store.table(Organizations).get(_id)
  if (branch && termEnds !== undefined) {
    const [secretaries, above] = await Promise.all([secretariesOf(store, { branchId: _id }), officersAbove(store, path)])
    await tell(ports, [...secretaries, ...above], sayTermEnds({ orgId: _id, name: branch.name }, termEnds, dateOf(now), now), {
      from: wakingFrom(now),
    })
  }
  // A term with another end, recorded meanwhile, is reminded of by itself.
  if (remindOn !== undefined) await store.table(Committees).update({ _id, remindOn }, { unset: ['remindOn'] })
}

/** Tells secretaries and those above of terms that end within the months that the rules name. */
const remindOfTerms: Job = async ports => {
  const due = await ports.store.table(Committees).find({ remindOn: { lte: dateOf(ports.now) } }, { limit: EACH_RUN })
  return eachRow(due, 'remindOfTerms', row => remind(ports, row), AT_A_TIME)
}

/** The timer's jobs of committees. */
export const committeeJobs = { settleCommittees, remindOfTerms: every(60, remindOfTerms) } satisfies Record<string, Job>
