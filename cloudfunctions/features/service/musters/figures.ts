import { added, countOf, lessened, nothing, type Figures } from '../../../../core/service/musters/rules'
import { inGroups } from '../../../kernel/in-groups'
import type { Job } from '../../../kernel/jobs'
import { grouped } from '../../../../core/shared/grouped'
import { markAll, markedRows } from '../../../kernel/marks'
import type { Ports } from '../../../kernel/ports'
import type { Store } from '../../../kernel/store'
import { MusterCalls, Musters, MusterTallies, type Muster, type MusterTally } from './documents'
import type { Part } from './parts'

/** A call lives for less: what it marked before its write is written by then, or never. */
const UNDER_WAY = 30_000
const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** A run of the timer lives for a minute at most: one that began so long ago was cut off. */
const RUN_OVER = 2 * MINUTE
/** Branches counted again as a leader looks, and by one run of the timer. */
const AT_A_LOOK = 20
const EACH_RUN = 300
const AT_A_TIME = 8
/** More branches than a district has. */
const MOST_BRANCHES = 1000

const branchPath = ({ path, branchId }: { path: string; branchId: string }): string => {
  const at = path.indexOf(`/${branchId}/`)
  return at < 0 ? path : path.slice(0, at + branchId.length + 2)
}

/**
 * Marks the branches of people whose rows are about to change, to be counted again. It comes before the write, so that it costs the tap no wave of its own and
 * none is forgotten where the call is cut off; it is taken off only once that call must be over. A muster of one branch is counted from its rows alone.
 */
export const markBranches = async (
  ports: Pick<Ports, 'store' | 'now'>,
  { _id: musterId, small }: Pick<Muster, '_id' | 'small'>,
  people: readonly { path: string; branchId: string }[],
): Promise<void> => {
  if (small || people.length === 0) return
  const branches = new Map(people.map(one => [one.branchId, branchPath(one)]))
  await markAll(
    ports,
    MusterTallies,
    [...branches].map(([branchId, path]) => ({
      ...{ _id: `${musterId}:${branchId}`, musterId, branchId, path, figures: nothing },
      ...{ due: ports.now, marks: 1 },
    })),
  )
}

const countBranch = async (store: Store, { musterId, branchId }: Pick<MusterTally, 'musterId' | 'branchId'>): Promise<Figures> =>
  countOf(await store.table(MusterCalls).findAll({ musterId, branchId }))

const sumOf = (all: readonly Figures[]): Figures => all.reduce(added, nothing)

/** What has changed in these marked branches since they were counted. */
const newsOf = async (store: Store, marked: readonly MusterTally[]): Promise<Figures> =>
  sumOf(await Promise.all(marked.map(async one => lessened(await countBranch(store, one), one.figures))))

/** The figures of a whole muster as they stand now; of one above branches those of at most `most` branches that have just changed are looked up. */
export const figuresNow = async (store: Store, muster: Muster, most = AT_A_LOOK): Promise<Figures> => {
  if (muster.small) return countOf(await store.table(MusterCalls).findAll({ musterId: muster._id }))
  const marked = await store.table(MusterTallies).find({ musterId: muster._id, due: { gt: 0 } }, { order: [['due', 'asc']], limit: most })
  return added(muster.figures ?? nothing, await newsOf(store, marked))
}

/** The figures of one part of it: of a branch or group from its people's rows, of more from what their branches were counted last. */
const figuresOfPart = async (store: Store, muster: Muster, { path, branches }: Part): Promise<Figures> => {
  if (path === muster.path) return figuresNow(store, muster)
  if (!branches) return countOf(await store.table(MusterCalls).findAll({ musterId: muster._id, path: { startsWith: path } }))
  const tallies = await store
    .table(MusterTallies)
    .find({ musterId: muster._id, path: { startsWith: path } }, { order: [['path', 'asc']], limit: MOST_BRANCHES })
  const marked = tallies.filter(one => one.due !== undefined).slice(0, AT_A_LOOK)
  return added(sumOf(tallies.map(one => one.figures)), await newsOf(store, marked))
}

/** The figures of all these parts together. */
export const figuresOf = async (store: Store, muster: Muster, parts: readonly Part[]): Promise<Figures> =>
  sumOf(await Promise.all(parts.map(one => figuresOfPart(store, muster, one))))

/**
 * Lets one run of the timer at a time change the figures of a muster. Answers what it is to do: add what is new to them; sum all up again, where a run was cut off
 * of which it is not known what it has added, and at each full hour, so that figures out of a backup come to agree with their branches; or nothing, while another is at it.
 */
const begin = async ({ store, now }: Ports, _id: string): Promise<'add' | 'sum' | null> => {
  const table = store.table(Musters)
  const set = { summing: now }
  if ((await table.update({ _id, summing: { exists: false } }, { set })) > 0) return now % HOUR < MINUTE ? 'sum' : 'add'
  return (await table.update({ _id, summing: { lte: now - RUN_OVER } }, { set })) > 0 ? 'sum' : null
}

/** Counts these branches of a muster and brings its figures up to date, which reads no other branch. */
const countMuster = async (ports: Ports, _id: string, marked: readonly MusterTally[]): Promise<void> => {
  const { store, now } = ports
  const [musters, tallies] = [store.table(Musters), store.table(MusterTallies)]
  const way = await begin(ports, _id)
  if (way === null) return
  const counted: { tally: MusterTally; news: Figures }[] = []
  await inGroups(marked, AT_A_TIME, async tally => {
    const figures = await countBranch(store, tally)
    // One that another run has counted since it was read stays marked.
    if (await tallies.swap(tally, { ...tally, figures })) counted.push({ tally, news: lessened(figures, tally.figures) })
  })
  const before = way === 'add' ? ((await musters.get(_id))?.figures ?? nothing) : null
  const figures = before
    ? added(before, sumOf(counted.map(one => one.news)))
    : sumOf((await tallies.findAll({ musterId: _id })).map(one => one.figures))
  if ((await musters.update({ _id, summing: now }, { set: { figures }, unset: ['summing'] })) === 0) return
  for (const [marks, some] of grouped(counted, one => one.tally.marks))
    await tallies.update({ _id: { in: some.map(one => one.tally._id) }, marks, due: { lte: now - UNDER_WAY } }, { unset: ['due'] })
}

/** Counts the branches whose people answered or arrived, and sums up their musters. Cut off anywhere, it is done again. */
export const countMusters: Job = async ports => {
  const marked = await markedRows(ports, MusterTallies, EACH_RUN)
  for (const [musterId, some] of grouped(marked, one => one.musterId)) await countMuster(ports, musterId, some)
  return marked.length
}
