import * as z from 'zod'
import { added, nothing, type Tally, tallyOf } from '../../../../core/help/requests/figures'
import { deskKey, onLane } from '../../../../core/help/requests/filing'
import type { Lane, Risk } from '../../../../core/help/requests/states'
import { monthBefore, monthOf } from '../../../../core/shared/calendar'
import { type RequestKind, requestKinds } from '../../../../core/shared/request-kinds'
import type { Ports } from '../../../kernel/ports'
import { markRollup, type Topic } from '../../../kernel/rollups'
import type { Store } from '../../../kernel/store'
import { type HelpRequest, Requests } from '../documents'

/** The period of the present load. */
export const NOW = 'now'

const Classes = z.record(z.string(), z.number())
const TallyShape = z.object({
  raised: z.number(),
  solved: z.number(),
  kept: z.number(),
  broken: z.number(),
  accept: Classes,
  solve: Classes,
})
// Figures counted before broken promises had a list of their own lack it.
const LoadShape = z.object({
  unowned: z.number(),
  broken: z.number().default(0),
  atRisk: z.number(),
  running: z.number(),
  done: z.number(),
})
const Figures = z.object({ kinds: z.partialRecord(z.enum(requestKinds), TallyShape), load: LoadShape })

type Load = z.infer<typeof LoadShape>
type Figures = z.infer<typeof Figures>
const idle: Load = { unowned: 0, broken: 0, atRisk: 0, running: 0, done: 0 }

/** A request changed: the figures of its branch, of its month and of the present, are to be counted again. */
export const markRequests = (ports: Pick<Ports, 'store' | 'now'>, { branchId, month }: HelpRequest): Promise<void> =>
  markRollup(ports, requestsTopic.name, branchId, [month, NOW])

/** As `loadOf`, of a branch: the requests open in it are few, and one search finds them all. */
const loadOfBranch = async (store: Store, branchId: string): Promise<Load> => {
  const keys = { unowned: deskKey(branchId, 'unowned'), atRisk: deskKey(branchId, 'at-risk'), running: deskKey(branchId, 'running') }
  const [open, done] = await Promise.all([
    store.table(Requests).findAll({ desks: { in: Object.values(keys) } }),
    store.table(Requests).count({ desks: deskKey(branchId, 'done'), state: 'done' }),
  ])
  const on = (key: string, risk?: Risk) => open.filter(one => one.desks.includes(key) && (risk === undefined || one.risk === risk)).length
  return {
    unowned: on(keys.unowned),
    broken: on(keys.atRisk, 'broken'),
    atRisk: on(keys.atRisk, 'at-risk'),
    running: on(keys.running),
    done,
  }
}

/** How many requests stand on each list of an organization. */
export const loadOf = async (store: Store, orgId: string): Promise<Load> => {
  const count = (lane: Lane) => store.table(Requests).count(onLane(orgId, lane))
  const waiting = store.table(Requests).count({ desks: deskKey(orgId, 'done'), state: 'done' })
  const [unowned, broken, atRisk, running, done] = await Promise.all([
    count('unowned'),
    count('broken'),
    count('at-risk'),
    count('running'),
    waiting,
  ])
  return { unowned, broken, atRisk, running, done }
}

const addLoads = (one: Load, other: Load): Load => ({
  unowned: one.unowned + other.unowned,
  broken: one.broken + other.broken,
  atRisk: one.atRisk + other.atRisk,
  running: one.running + other.running,
  done: one.done + other.done,
})

type Kinds = Figures['kinds']
const into = (kinds: Kinds, kind: RequestKind, tally: Tally): Kinds => ({ ...kinds, [kind]: added(kinds[kind] ?? nothing, tally) })
const addKinds = (one: Kinds, other: Kinds): Kinds =>
  requestKinds.reduce((sum, kind) => (other[kind] ? into(sum, kind, other[kind]) : sum), one)

/** The tally of all kinds of a month together. */
export const totalOf = ({ kinds }: Figures): Tally => requestKinds.reduce((sum, kind) => added(sum, kinds[kind] ?? nothing), nothing)

/** Requests of a month by kind, and the present load (period `now`). */
export const requestsTopic: Topic<Figures> = {
  name: 'requests',
  shape: Figures,
  nothing: { kinds: {}, load: idle },
  added: (one, other) => ({ kinds: addKinds(one.kinds, other.kinds), load: addLoads(one.load, other.load) }),
  periods: now => [monthOf(now), monthBefore(monthOf(now)), NOW],
  async countBranch(store, branch, period) {
    if (period === NOW) return { kinds: {}, load: await loadOfBranch(store, branch._id) }
    const rows = await store.table(Requests).findAll({ scopes: branch._id, month: period })
    return { kinds: rows.reduce<Kinds>((kinds, row) => into(kinds, row.kind, tallyOf(row)), {}), load: idle }
  },
  worry: figures => totalOf(figures).broken + figures.load.unowned,
}
