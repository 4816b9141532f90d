import { RollupDrifts, RollupNights, Rollups } from './documents'
import { scopesOf } from '../../core/shared/scopes'
import { isDeepStrictEqual } from 'node:util'
import { dateOf } from '../../core/shared/calendar'
import type { DateText, Instant } from '../../core/shared/operation'
import type { Rollup, RollupDrift } from './documents'
import { grouped } from '../../core/shared/grouped'
import { counterOf, holds, type Counter } from './rollup-count'
import { markFigures, rollupId, valueOf, type Acting, type FigureKey, type OrgNode, type Topic } from './rollups'
import type { Collection } from './collection'
import { inGroups } from './in-groups'
import { rememberingInGroups } from './remembering'
import type { Store } from './store'

/** Organizations that one run compares, and how many at a time: a province's branches are done before the morning. */
const EACH_RUN = 80
const AT_A_TIME = 8
/** The night's work begins an hour after midnight. */
const HOUR = 60 * 60_000

/** The latest night at an instant, whose comparison has begun or is about to. */
export const nightOf = (now: Instant): DateText => dateOf(now - HOUR)

/** A figure of an organization, and what the comparison found. */
interface Compared {
  key: FigureKey
  row: Rollup | undefined
  org: OrgNode
  /** `again`: to be counted again; `aged`: as it was, at this instant too; `drift`: it differs without a reason; `fine`: nothing to do. */
  verdict: 'again' | 'aged' | 'drift' | 'fine'
}

/**
 * Compares one figure with its rows as they stood when it was counted. A marked figure is about to be counted anyway; a figure that was
 * never counted, has moved or is another one by now is counted again; only a difference without such a reason is a drift.
 */
const judge = async <V>(
  { store, now }: Acting,
  topic: Topic<V>,
  period: string,
  org: OrgNode,
  row: Rollup | undefined,
  count: Counter,
): Promise<Compared['verdict']> => {
  if (!row) return 'again'
  if (row.due !== undefined) return 'fine'
  if (topic.byNight === true) {
    const tonight = await count(topic, period, now)
    return isDeepStrictEqual(tonight, valueOf(topic, row)) && holds(row, topic, org, tonight) ? 'aged' : 'again'
  }
  const counted = await count(topic, period, row.countedAt)
  if (!isDeepStrictEqual(counted, valueOf(topic, row))) {
    // Rows that changed between the two looks have marked, or will mark, the figure.
    const latest = await store.table(Rollups).get(row._id)
    return latest?.marks === row.marks && latest.due === undefined ? 'drift' : 'fine'
  }
  if (!holds(row, topic, org, counted)) return 'again'
  if (topic.ages !== true) return 'fine'
  return isDeepStrictEqual(await count(topic, period, now), counted) ? 'aged' : 'again'
}

const compareOrganization = async (ports: Acting, topics: readonly Topic<unknown>[], org: OrgNode, read: Store): Promise<Compared[]> => {
  const wanted = topics.flatMap(topic => topic.periods(ports.now).map(period => ({ topic, period })))
  const rows = await read.table(Rollups).getMany(wanted.map(({ topic, period }) => rollupId(topic.name, org._id, period)))
  const found = new Map(rows.map(row => [row._id, row]))
  const count = counterOf(read, org, { topics: topics.map(one => one.name), periods: wanted.map(one => one.period) })
  return Promise.all(
    wanted.map(async ({ topic, period }) => {
      const key = { topic: topic.name, orgId: org._id, period }
      const row = found.get(rollupId(topic.name, org._id, period))
      return { key, row, org, verdict: await judge(ports, topic, period, org, row, count) }
    }),
  )
}

/** Writes what the comparison found. A drift is reported before its figure is marked, so that a comparison cut off in between reports it on repetition. */
const conclude = async ({ store, now }: Acting, all: readonly Compared[]): Promise<void> => {
  const date = nightOf(now)
  const drifts = all.flatMap(({ row, org, verdict }): RollupDrift[] =>
    row && verdict === 'drift' ? [{ _id: `${date}:${row._id}`, date, scopes: scopesOf(org.path), figure: row._id, at: now }] : [],
  )
  for (const drift of drifts)
    if ((await store.table(RollupDrifts).add(drift)) === 'added') console.warn(JSON.stringify({ drift: drift.figure, date }))
  await markFigures(
    { store, now },
    all.filter(one => one.verdict === 'again' || one.verdict === 'drift').map(one => one.key),
  )
  const aged = all.flatMap(({ row, verdict }) => (row && verdict === 'aged' ? [row] : []))
  for (const [countedAt, rows] of grouped(aged, row => row.countedAt))
    await store.table(Rollups).update({ _id: { in: rows.map(row => row._id) }, countedAt }, { set: { countedAt: now } })
}

/**
 * Compares the boards' figures with their rows once a night, a bounded slice of organizations at each run, in the order of their paths.
 * Safe to be cut off and to run twice: the cursor moves on only when its slice is done. `look` is called for each organization, with a store
 * that reads for those side by side together. Answers how many organizations it looked at.
 */
export const compareRollups = async (
  ports: Acting,
  topics: readonly Topic<unknown>[],
  tree: Collection<OrgNode>,
  look: (org: OrgNode, read: Store) => Promise<void> = () => Promise.resolve(),
): Promise<number> => {
  const { store, now } = ports
  const nights = store.table(RollupNights)
  const _id = nightOf(now)
  if (await nights.has({ _id, finishedAt: { exists: true } })) return 0
  const begun = await nights.get(_id)
  if (!begun) await nights.add({ _id, after: '', compared: 0, startedAt: now })
  const after = begun?.after ?? ''
  const orgs = await store.table(tree).find({ path: { gt: after } }, { order: [['path', 'asc']], limit: EACH_RUN })
  const counted = orgs.filter(org => org.kind !== 'group')
  const compared: Compared[] = []
  const readOf = rememberingInGroups(store, AT_A_TIME)
  await inGroups(counted, AT_A_TIME, async (org, nth) => {
    const read = readOf(nth)
    const [found] = await Promise.all([compareOrganization(ports, topics, org, read), look(org, read)])
    compared.push(...found)
  })
  await conclude(ports, compared)
  const last = orgs.at(-1)
  await nights.update(
    { _id, after },
    {
      set: { ...(last ? { after: last.path } : {}), ...(orgs.length < EACH_RUN ? { finishedAt: now } : {}) },
      inc: { compared: counted.length },
    },
  )
  return counted.length
}
