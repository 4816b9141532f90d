import { type DutyStep, stepNow } from '../../../../core/people/liaisons/ladder'
import { sayDuty } from '../../../../core/people/liaisons/notices'
import { dateOf } from '../../../../core/shared/calendar'
import type { Role } from '../../../../core/shared/operation'
import { eachRow, type Job } from '../../../kernel/jobs'
import { byNumber, firstBy } from '../../../kernel/keyset'
import type { Ports } from '../../../kernel/ports'
import type { Store } from '../../../kernel/store'
import { tell } from '../../../kernel/tell'
import { Members, Organizations, type Organization } from '../documents'
import { regulationsFor } from '../regulations/book'
import { BranchDuties, type BranchDuty } from './documents'
import { settleDuty } from './duty'
import { rhythmsOf } from './rhythms'

/** Branches that one run looks at, and how many at a time. */
const EACH_RUN = 500
const AT_A_TIME = 8
/** More officers than stand over one branch. */
const MOST_OFFICERS = 200

/** The officers over the branch, of the nearest organization that has one. */
const officersOver = async (store: Store, { path }: Organization, scopes: readonly string[], role: Role): Promise<string[]> => {
  const found = await store.table(Members).find({ 'grants.orgId': { in: scopes } }, { limit: MOST_OFFICERS })
  const grants = found
    .filter(one => one.state === 'active')
    .flatMap(one =>
      one.grants.filter(grant => grant.role === role && path.startsWith(grant.path)).map(grant => ({ ...grant, memberId: one._id })),
    )
  const nearest = Math.max(0, ...grants.map(grant => grant.path.length))
  return grants.filter(grant => grant.path.length === nearest).map(grant => grant.memberId)
}

/** Who hears of a step: of a visit first its liaison, of a report the secretaries, then those above. */
const heard = async (store: Store, row: BranchDuty, branch: Organization, what: 'visit' | 'report', step: DutyStep): Promise<string[]> => {
  if (step === 'street' || step === 'bureau') return officersOver(store, branch, row.scopes, step)
  if (what === 'report') return officersOver(store, branch, [branch._id], 'secretary')
  return row.memberId === undefined ? [] : [row.memberId]
}

/** Tells the rung whose time has come, then notes it: cut off in between it is told again, which is the same message. */
const tellOne = async (ports: Ports, row: BranchDuty, branch: Organization): Promise<void> => {
  const { store, now } = ports
  const { climbDays } = rhythmsOf(await regulationsFor(store, branch.path), branch, dateOf(now))
  for (const what of ['visit', 'report'] as const) {
    const open = row[what]
    const step = open && stepNow(open, climbDays, now)
    if (!open || !step) continue
    const people = await heard(store, row, branch, what, step)
    await tell(ports, people, sayDuty({ what, branchId: branch._id, name: branch.name, period: open.period, dueOn: open.dueOn }, step))
    await settleDuty(ports, branch, at => (at[what]?.period === open.period ? { ...at, [what]: { ...at[what], told: step } } : at))
  }
}

/** Tells of every visit and report that is due soon or late: first those who do it, then the street, then the bureau, each once. */
export const remindOfDuties: Job = async ports => {
  const { store, now } = ports
  const due = await firstBy(store.table(BranchDuties), { lookAt: { lte: now } }, byNumber('lookAt'), EACH_RUN)
  const branches = new Map((await store.table(Organizations).getMany(due.map(row => row._id))).map(one => [one._id, one]))
  return eachRow(
    due,
    'remindOfDuties',
    async row => {
      const branch = branches.get(row._id)
      if (!branch) {
        await store.table(BranchDuties).remove({ _id: row._id })
        return
      }
      // What was worked out some time ago is worked out again before it is told of.
      const present = await settleDuty(ports, branch)
      if (present.lookAt !== undefined && present.lookAt <= now) await tellOne(ports, present, branch)
    },
    AT_A_TIME,
  )
}
