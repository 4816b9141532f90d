import { isDeepStrictEqual } from 'node:util'
import type { Instant } from '../../core/shared/operation'
import { scopesOf } from '../../core/shared/scopes'
import type { Collection } from './collection'
import { RollupBacklogs, Rollups, type Rollup } from './documents'
import { grouped } from '../../core/shared/grouped'
import { eachRow } from './jobs'
import { markedRows } from './marks'
import { rememberingInGroups } from './remembering'
import { type Acting, markFigures, type OrgNode, type Topic, valueOf } from './rollups'
import type { Store } from './store'

/** Figures that one run of the timer counts, and how many organizations at a time. */
const EACH_RUN = 400
const AT_A_TIME = 8

/** Figures that a run looks at of those that it could not count. */
const LOOKED_AT = 1000

/** What is counted of an organization: topics, and the periods of any of them. */
interface Wanted {
  topics: readonly string[]
  periods: readonly string[]
}

/** Counts figures of one organization. */
export type Counter = <V>(topic: Topic<V>, period: string, at: Instant) => Promise<V>

/**
 * Counts an organization's present figures: a branch's from its rows, any other's from the figures directly below, and its own rows where a topic has some. `read`
 * remembers: what several figures are counted from, also those of other organizations, is read once.
 */
export const counterOf = (read: Store, org: OrgNode, { topics, periods }: Wanted): Counter => {
  if (org.kind === 'branch') return (topic, period, at) => topic.countBranch(read, org, period, at)
  return async (topic, period, at) => {
    const below = await read.table(Rollups).findAll({ parentId: org._id, topic: { in: topics }, period: { in: periods } })
    const values = below.filter(row => row.topic === topic.name && row.period === period).map(row => valueOf(topic, row))
    const own = (await topic.countOwn?.(read, org, period, at)) ?? topic.nothing
    return values.reduce(topic.added, own)
  }
}

type Place = Pick<Rollup, 'name' | 'parentId' | 'scopes'>

/** The place of a figure. A closed organization without anything to count has no parent, so that boards no longer list it. */
const placeOf = <V>(topic: Topic<V>, org: OrgNode, value: V): Place => ({
  name: org.name,
  parentId: org.closedAt !== undefined && isDeepStrictEqual(value, topic.nothing) ? null : org.parentId,
  scopes: org.kind === 'branch' ? scopesOf(org.path) : [],
})

/** Does the row hold this value, and the place of its organization? */
export const holds = <V>(row: Rollup, topic: Topic<V>, org: OrgNode, value: V): boolean => {
  const { name, parentId, scopes } = row
  return (
    row.value !== null &&
    isDeepStrictEqual(valueOf(topic, row), value) &&
    isDeepStrictEqual({ name, parentId, scopes }, placeOf(topic, org, value))
  )
}

const isText = (one: string | null | undefined): one is string => typeof one === 'string'

/**
 * Counts one figure and writes it where it changed, together with what it concerns above: the organization that it is summed into, and the
 * former one after a move. Answers them.
 */
const recount = async <V>(
  { store, now }: Acting,
  topic: Topic<V>,
  row: Rollup,
  org: OrgNode | undefined,
  count: Counter,
): Promise<string[]> => {
  const value = org ? await count(topic, row.period, now) : null
  const before = row.above ?? []
  if (org && value !== null && holds(row, topic, org, value)) return before
  const above = [...new Set([...before, row.parentId, org?.parentId].filter(isText))]
  const gone = { parentId: null, scopes: [], value: null, worry: 0 }
  const next = org && value !== null ? { ...placeOf(topic, org, value), value, worry: topic.worry(value) } : gone
  await store.table(Rollups).update({ _id: row._id }, { set: { ...next, countedAt: now, above } })
  return above
}

/** Notes what still waits, for the boards: by it they know which sums do not agree, whatever waits. */
const noteBacklog = async ({ store, now }: Acting, topics: ReadonlyMap<string, unknown>, tree: Collection<OrgNode>): Promise<void> => {
  const rows = (await store.table(Rollups).find({ due: { lte: now } }, { order: [['due', 'asc']], limit: LOOKED_AT })).filter(row => topics.has(row.topic)) // prettier-ignore
  const orgs = new Map((await store.table(tree).getMany([...new Set(rows.map(row => row.orgId))])).map(org => [org._id, org.path]))
  const waiting = [...grouped(rows, row => `${row.topic} ${row.period} ${String(row.value === null)}`).values()].flatMap(
    ([first, ...others]) => {
      const orgIds = [...new Set([first, ...others].flatMap(row => scopesOf(orgs.get(row?.orgId ?? '') ?? '')))]
      return first ? [{ topic: first.topic, period: first.period, never: first.value === null, orgIds }] : []
    },
  )
  await store.table(RollupBacklogs).put({ _id: 'latest', at: now, far: rows.length >= EACH_RUN, waiting })
}

/**
 * Counts what is marked, then marks the figures above those that changed, then removes the marks: cut off anywhere, it is done again. A change
 * reaches the top within as many minutes as there are levels. Answers how many figures.
 */
export const countRollups = async (ports: Acting, topics: readonly Topic<unknown>[], tree: Collection<OrgNode>): Promise<number> => {
  const { store, now } = ports
  const table = store.table(Rollups)
  const marked = await markedRows(ports, Rollups, EACH_RUN)
  const known = new Map(topics.map(topic => [topic.name, topic]))
  const forgotten = marked.filter(row => !known.has(row.topic)).map(row => row._id)
  if (forgotten.length > 0) await table.remove({ _id: { in: forgotten } })
  const due = grouped(
    marked.filter(row => known.has(row.topic)),
    row => row.orgId,
  )
  const orgs = new Map((await store.table(tree).getMany([...due.keys()])).map(org => [org._id, org]))

  const counted: { row: Rollup; above: string[] }[] = []
  const readOf = rememberingInGroups(store, AT_A_TIME)
  const one = async ({ _id, rows }: { _id: string; rows: readonly Rollup[] }, nth: number): Promise<void> => {
    const org = orgs.get(_id)
    const wanted = { topics: rows.map(row => row.topic), periods: rows.map(row => row.period) }
    const count: Counter = org ? counterOf(readOf(nth), org, wanted) : topic => Promise.resolve(topic.nothing)
    const done = await Promise.all(
      rows.map(async row => {
        const topic = known.get(row.topic)
        return { row, above: topic ? await recount(ports, topic, row, org, count) : [] }
      }),
    )
    counted.push(...done)
  }
  const finish = async () => {
    await markFigures(
      ports,
      counted.flatMap(({ row: { topic, period }, above }) => above.map(orgId => ({ topic, orgId, period }))),
    )
    for (const [marks, rows] of grouped(counted, ({ row }) => row.marks)) {
      const _id = { in: rows.map(({ row }) => row._id) }
      await table.update({ _id, marks }, { set: { countedAt: now }, unset: ['due', 'above'] })
    }
  }
  try {
    await eachRow(
      [...due].map(([_id, rows]) => ({ _id, rows })),
      'countRollups',
      one,
      AT_A_TIME,
    )
  } finally {
    await finish()
    if (marked.length === EACH_RUN) await noteBacklog(ports, known, tree)
  }
  return marked.length
}
