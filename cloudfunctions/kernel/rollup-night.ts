import { RollupDrifts, RollupNights, Rollups } from './documents'
import { scopesOf } from '../../core/shared/scopes'
import { isDeepStrictEqual } from 'node:util'
import { dateOf } from '../../core/shared/calendar'
import type { DateText, Instant } from '../../core/shared/operation'
import type { Rollup, RollupDrift } from './documents'
import { countOf, markRollup, placeOf, rollupId, valueOf, type OrgNode, type Topic } from './rollups'
import type { Collection } from './collection'
import { inGroups } from './in-groups'
import type { Ports } from './ports'

/** Organizations that one run compares, and how many at a time: a province's branches are done before the morning. */
const EACH_RUN = 80
const AT_A_TIME = 8
/** The night's work begins an hour after midnight. */
const HOUR = 60 * 60_000

/** The latest night at an instant, whose comparison has begun or is about to. */
export const nightOf = (now: Instant): DateText => dateOf(now - HOUR)

/** Does the row still hold the place of its organization? */
const isInPlace = <V>(row: Rollup, topic: Topic<V>, org: OrgNode): boolean => {
  const { name, parentId, scopes } = row
  return isDeepStrictEqual({ name, parentId, scopes }, placeOf(topic, org, valueOf(topic, row)))
}

/** Reports a drift, then marks the figure to be counted again. In this order, so that a comparison cut off in between reports it on repetition. */
const report = async (ports: Ports, row: Rollup, org: OrgNode): Promise<void> => {
  const date = nightOf(ports.now)
  const drift: RollupDrift = { _id: `${date}:${row._id}`, date, scopes: scopesOf(org.path), figure: row._id, at: ports.now }
  if ((await ports.store.table(RollupDrifts).add(drift)) === 'added') console.warn(JSON.stringify({ drift: row._id, date }))
  await markRollup(ports, row.topic, row.orgId, [row.period])
}

/**
 * Compares one figure with its rows as they stood when it was counted. A marked figure is about to be counted anyway; a figure that was
 * never counted, has moved or ages is marked; only a difference without such a reason is a drift.
 */
const compareOne = async <V>(ports: Ports, topic: Topic<V>, org: OrgNode, period: string, row: Rollup | undefined): Promise<void> => {
  const again = () => markRollup(ports, topic.name, org._id, [period])
  if (!row) return again()
  if (row.due !== undefined) return
  const counted = await countOf(ports.store, topic, org, period, row.countedAt)
  if (isDeepStrictEqual(valueOf(topic, { value: counted }), valueOf(topic, row))) {
    if (topic.ages === true || !isInPlace(row, topic, org)) await again()
    return
  }
  // Rows that changed between the two looks have marked, or will mark, the figure.
  const now = await ports.store.table(Rollups).get(row._id)
  if (now?.marks === row.marks && now.due === undefined) await report(ports, row, org)
}

const compareOrganization = async (ports: Ports, topics: readonly Topic<unknown>[], org: OrgNode): Promise<void> => {
  const wanted = topics.flatMap(topic => topic.periods(ports.now).map(period => ({ topic, period })))
  const rows = await ports.store.table(Rollups).getMany(wanted.map(({ topic, period }) => rollupId(topic.name, org._id, period)))
  const found = new Map(rows.map(row => [row._id, row]))
  for (const { topic, period } of wanted) await compareOne(ports, topic, org, period, found.get(rollupId(topic.name, org._id, period)))
}

/**
 * Compares the boards' figures with their rows once a night, a bounded slice of organizations at each run, in the order of their paths.
 * Safe to be cut off and to run twice: the cursor moves on only when its slice is done. `look` is called for each organization. Answers how
 * many organizations it looked at.
 */
export const compareRollups = async (
  ports: Ports,
  topics: readonly Topic<unknown>[],
  tree: Collection<OrgNode>,
  look: (org: OrgNode) => Promise<void> = () => Promise.resolve(),
): Promise<number> => {
  const { store, now } = ports
  const nights = store.table(RollupNights)
  const _id = nightOf(now)
  const begun = await nights.get(_id)
  if (begun?.finishedAt !== undefined) return 0
  if (!begun) await nights.add({ _id, after: '', compared: 0, startedAt: now })
  const after = begun?.after ?? ''
  const orgs = await store.table(tree).find({ path: { gt: after } }, { order: [['path', 'asc']], limit: EACH_RUN })
  const counted = orgs.filter(org => org.kind !== 'group')
  await inGroups(counted, AT_A_TIME, org => Promise.all([compareOrganization(ports, topics, org), look(org)]))
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
