import { dateOf, shanghai } from '../../../../core/shared/calendar'
import type { Instant } from '../../../../core/shared/operation'
import type { Job } from '../../../kernel/jobs'
import type { Ports } from '../../../kernel/ports'
import type { Store } from '../../../kernel/store'
import { type Organization, Organizations } from '../../people/public'
import { type PlanRound, PlanRounds, VisitPlans } from './documents'
import { blankPlan } from './replan'

/** Organizations that one run of the timer looks at. */
const EACH_RUN = 300
/** From this month on the coming year is planned: its days off are announced about now. */
const AHEAD_FROM_MONTH = 11

/** The years that are planned at an instant. */
export const planYears = (now: Instant): number[] => {
  const today = shanghai(now)
  return today.month() + 1 >= AHEAD_FROM_MONTH ? [today.year(), today.year() + 1] : [today.year()]
}

/** Opens the missing plans of these branches for the years planned now. */
export const openPlans = async (
  { store, now }: Pick<Ports, 'store' | 'now'>,
  branches: readonly Pick<Organization, '_id' | 'path'>[],
): Promise<void> => {
  const wanted = branches.flatMap(branch => planYears(now).map(year => blankPlan(branch, year, now)))
  const there = new Set((await store.table(VisitPlans).getMany(wanted.map(one => one._id))).map(one => one._id))
  const lacking = wanted.filter(one => !there.has(one._id))
  if (lacking.length > 0) await store.table(VisitPlans).addAll(lacking)
}

/** Every plan is to be made again: a new round over all branches begins. */
export const restartRound = async (store: Store): Promise<void> => {
  await store.table(PlanRounds).put({ _id: 'round', after: '', doneFor: null, all: true })
}

const rounds = (store: Store) => store.table(PlanRounds)

const begun = async (store: Store): Promise<PlanRound> => {
  const first: PlanRound = { _id: 'round', after: '', doneFor: null, all: false }
  const held = await rounds(store).get('round')
  if (held) return held
  await rounds(store).add(first)
  return first
}

/** Goes round all organizations once a day, a stretch each minute, and opens missing plans. Answers how many organizations it looked at. */
export const roundOfPlans: Job = async ports => {
  const { store, now } = ports
  const today = dateOf(now)
  if (await rounds(store).has({ _id: 'round', doneFor: today, all: false })) return 0
  const round = await begun(store)
  // Each day's round begins at the top.
  const found = await store.table(Organizations).find({ path: { gt: round.after } }, { order: [['path', 'asc']], limit: EACH_RUN })
  const branches = found.filter(one => one.kind === 'branch' && one.closedAt === undefined)
  // At most three plans of a branch are looked up by id at once.
  await openPlans(ports, branches)
  if (round.all && branches.length > 0)
    await store
      .table(VisitPlans)
      .update(
        { branchId: { in: branches.map(one => one._id) }, year: { gte: shanghai(now).year() } },
        { set: { due: now }, inc: { marks: 1 } },
      )
  const last = found.at(-1)
  const over = found.length < EACH_RUN || !last
  // A round restarted meanwhile is not overwritten.
  await rounds(store).update(
    { _id: 'round', after: round.after, all: round.all },
    { set: over ? { after: '', doneFor: today, all: false } : { after: last.path } },
  )
  return found.length
}
