import { lateStepNotice } from '../../../../core/departures/aftercare/notices'
import { nextReminder, reminderOf, toRemind } from '../../../../core/departures/aftercare/rules'
import type { Step } from '../../../../core/departures/aftercare/steps'
import { dateOf } from '../../../../core/shared/calendar'
import type { Instant } from '../../../../core/shared/operation'
import { eachRow, type Job } from '../../../kernel/jobs'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { chainOf } from '../../care/public'
import { Members } from '../../people/public'
import { type Farewell, Farewells } from '../documents'

const EACH_RUN = 100

/** The change that sets a row's next reminder, or removes it. */
export const remindingFrom = (checklist: readonly Step[], reminded: readonly string[], now: Instant) => {
  const remindAt = nextReminder(checklist, reminded, now)
  return remindAt === null ? { unset: ['remindAt'] as const } : { set: { remindAt } }
}

/** The owner of a step; where none is named or living, the secretary, else the duty officers above. */
const ownersOf = async ({ store }: Ports, row: Farewell, late: readonly Step[]): Promise<(step: Step) => string[]> => {
  const [named, chain] = await Promise.all([
    store.table(Members).getMany(late.flatMap(step => step.whoId ?? [])),
    chainOf(store, { _id: row._id, branchId: row.branchId, groupId: null, path: row.path }),
  ])
  const living = new Set(named.filter(one => one.state === 'active').map(one => one._id))
  const officers = (chain.secretary.length > 0 ? chain.secretary : chain.street).map(one => one.memberId)
  return ({ whoId }) => (whoId !== undefined && living.has(whoId) ? [whoId] : officers)
}

/**
 * Tells the owners of the steps whose day has passed, then notes it. If it is cut off in between, they are told again, which is the same
 * message; a checklist that changed meanwhile is looked at again.
 */
const remind = async (ports: Ports, row: Farewell): Promise<void> => {
  const { store, now } = ports
  const before = row.reminded ?? []
  const late = toRemind(row.checklist, before, dateOf(now))
  const owners = await ownersOf(ports, row, late)
  for (const step of late) await tell(ports, owners(step), lateStepNotice(row, step, now))
  const reminded = [...before, ...late.map(reminderOf)]
  const { set, unset = [] } = remindingFrom(row.checklist, reminded, now)
  await store
    .table(Farewells)
    .update({ _id: row._id, state: 'marked', version: row.version }, { set: { reminded, ...set }, unset, inc: { version: 1 } })
}

/** Reminds of every step whose day has passed and whose owner was not told yet. */
export const remindOfSteps: Job = async ports => {
  const due = await ports.store.table(Farewells).find({ remindAt: { lte: ports.now } }, { order: [['remindAt', 'asc']], limit: EACH_RUN })
  return eachRow(due, 'remindOfSteps', row => remind(ports, row))
}
