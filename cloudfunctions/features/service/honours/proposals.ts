import { figuresOf } from '../../../../core/service/volunteers/rules'
import { sayReached } from '../../../../core/service/honours/notices'
import { openMilestone } from '../../../../core/service/honours/rules'
import { scopesOf } from '../../../../core/shared/scopes'
import type { WindUp } from '../../../kernel/departures'
import { eachRow, type Job } from '../../../kernel/jobs'
import { mark, markAll, markedRows, unmark } from '../../../kernel/marks'
import type { Ports } from '../../../kernel/ports'
import type { Succeed } from '../../../kernel/succession'
import type { Meeting } from '../../../kernel/takeover'
import { tell } from '../../../kernel/tell'
import { Members, Organizations, secretariesOf, VOLUNTEERS, type Member } from '../../people/public'
import { Services } from '../documents'
import { HonourProposals, type HonourProposal } from './documents'

const EACH_RUN = 50

const blank = (_id: string, due: number): HonourProposal => ({
  ...{ _id, name: '', scopes: [], minutes: 0, open: 0, answered: [], due, marks: 1 },
})

/** These people's hours changed: the timer counts them. */
export const markHours = (ports: Pick<Ports, 'store' | 'now'>, memberIds: readonly string[]): Promise<void> => {
  const blanks = [...new Set(memberIds)].map(one => blank(one, ports.now))
  return markAll(ports, HonourProposals, blanks)
}

/** Where a volunteer is looked after: their branch, or the officers who vouched for one on no roster. */
const placeOf = ({ branchId, path, vouched }: Member): string => (branchId === VOLUNTEERS ? (vouched?.path ?? '') : path)

/** Counts a person's hours; a milestone that was reached since is told to the secretaries once. */
const count = async (ports: Ports, row: HonourProposal): Promise<void> => {
  const { store, now } = ports
  const [member, services] = await Promise.all([store.table(Members).get(row._id), store.table(Services).findAll({ memberId: row._id })])
  const active = member?.state === 'active' ? member : null
  const { minutes } = figuresOf(services, { name: '', orgName: '', year: 0 })
  const open = active ? openMilestone(minutes, row.answered) : 0
  const scopes = active && open > 0 ? scopesOf(placeOf(active)) : []
  // An answer that came meanwhile marks it once more.
  const written = await store
    .table(HonourProposals)
    .update({ _id: row._id, marks: row.marks }, { set: { name: active?.name ?? row.name, minutes, open, scopes } })
  const told = written > 0 && active && open > row.open && active.branchId !== VOLUNTEERS
  const branch = told ? await store.table(Organizations).get(active.branchId) : null
  if (active && branch)
    await tell(
      ports,
      await secretariesOf(store, { branchId: branch._id }),
      sayReached({ memberId: row._id, name: active.name, hours: open, orgId: branch._id, orgName: branch.name, at: now }),
    )
  await unmark(ports, HonourProposals, row)
}

/** Volunteers whose hours changed. */
export const proposeHonours: Job = async ports =>
  eachRow(await markedRows(ports, HonourProposals, EACH_RUN), 'proposeHonours', row => count(ports, row))

/** A milestone has its answer, whichever. */
export const answerProposal = async (ports: Pick<Ports, 'store' | 'now'>, memberId: string, hours: number): Promise<void> => {
  await ports.store.table(HonourProposals).update({ _id: memberId }, { include: { answered: hours } })
  await ports.store.table(HonourProposals).update({ _id: memberId, open: { lte: hours } }, { set: { open: 0, scopes: [] } })
  await mark(ports, HonourProposals, memberId, () => null)
}

/** Who departs is proposed no more; who went elsewhere is counted there. */
export const leaveProposals: WindUp = async ({ store, now }, { memberId, why }) => {
  const table = store.table(HonourProposals)
  if (why === 'left' || why === 'withdrew') await table.remove({ _id: memberId })
  else await table.update({ _id: memberId }, { set: { open: 0, scopes: [] } })
  if (why === 'transferred') await mark({ store, now }, HonourProposals, memberId, () => null)
}

/** What waits for the secretary waits for the one of the branch in its place. */
export const proposalsGo: Succeed = async (ports, { memberIds }) => {
  for (const memberId of memberIds) await mark(ports, HonourProposals, memberId, () => null)
}

/** The hours of both records are counted together. */
export const proposalsMeet: Meeting<HonourProposal> = {
  join: (mine, other) => ({
    ...mine,
    answered: [...new Set([...mine.answered, ...other.answered])],
    marks: Math.max(mine.marks, other.marks) + 1,
  }),
  tidy: (row, _, now) => ({ ...row, due: now }),
}
