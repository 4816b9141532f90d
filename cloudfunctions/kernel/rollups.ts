import { Rollups } from './documents'
import { scopesOf } from '../../core/shared/scopes'
import { isDeepStrictEqual } from 'node:util'
import type * as z from 'zod'
import type { Instant } from '../../core/shared/operation'
import type { OrganizationKind } from '../../core/shared/organization-kinds'
import type { Rollup } from './documents'
import type { Collection, Row } from './collection'
import { eachRow } from './jobs'
import { mark, markedRows, unmark } from './marks'
import type { Ports } from './ports'
import type { Store } from './store'

/** As many as one run of the timer counts, and how many of them at a time. */
const EACH_RUN = 400
const AT_A_TIME = 8

/** An organization as far as figures need to know it. */
export interface OrgNode extends Row {
  name: string
  kind: OrganizationKind
  parentId: string | null
  path: string
  closedAt?: Instant
}

/**
 * Figures kept for boards: counted from the rows at the branch, summed from what stands directly under it everywhere above. Whatever changes the
 * rows marks the branch (`markRollup`) after its write; the timer counts what is marked, from the branches upwards.
 */
export interface Topic<V> {
  name: string
  /** What is stored; read back through it. */
  shape: z.ZodType<V>
  nothing: V
  added(this: void, one: V, other: V): V
  /** The periods that are alive at an instant: counted anew each night and marked where no other is named. */
  periods(this: void, now: Instant): readonly string[]
  /** Counts a branch from its rows, as things stood at `at` as far as time alone changes them (overdue, ages). */
  countBranch(this: void, store: Store, branch: OrgNode, period: string, at: Instant): Promise<V>
  /** How much of it needs attention; the boards show the most first. */
  worry(this: void, value: V): number
  /** Time alone changes it, so that it is counted anew each night even where nothing was marked. */
  ages?: boolean
}

export const rollupId = (topic: string, orgId: string, period: string): string => `${topic}:${orgId}:${period}`

type Acting = Pick<Ports, 'store' | 'now'>

/** Notes that the figures of an organization have to be counted anew, for these periods. Cheap; doing it twice is doing it once. */
export const markRollup = async (ports: Acting, topic: string, orgId: string, periods: readonly string[]): Promise<void> => {
  await Promise.all(periods.map(period => markOne(ports, topic, orgId, period)))
}

const markOne = ({ store, now }: Acting, topic: string, orgId: string, period: string): Promise<void> => {
  const _id = rollupId(topic, orgId, period)
  return mark({ store, now }, Rollups, _id, () => ({
    ...{ _id, topic, orgId, name: '', parentId: null, scopes: [], period },
    ...{ value: null, worry: 0, countedAt: now, due: now, marks: 1 },
  }))
}

/** A stored figure as its topic shapes it; nothing where it has not been counted. */
export const valueOf = <V>(topic: Topic<V>, row: Pick<Rollup, 'value'> | null | undefined): V =>
  topic.shape.nullable().parse(row?.value ?? null) ?? topic.nothing

/** What an organization's figure is now: a branch's from its rows, any other's from the figures directly under it. */
export const countOf = async <V>(store: Store, topic: Topic<V>, org: OrgNode, period: string, at: Instant): Promise<V> => {
  if (org.kind === 'branch') return topic.countBranch(store, org, period, at)
  const below = await store.table(Rollups).findAll({ parentId: org._id, topic: topic.name, period })
  return below.map(row => valueOf(topic, row)).reduce(topic.added, topic.nothing)
}

/** Where a figure stands. An organization that is closed and has nothing to count stands under nobody: no board lists it any more. */
export const placeOf = <V>(topic: Topic<V>, org: OrgNode, value: V): Pick<Rollup, 'name' | 'parentId' | 'scopes'> => ({
  name: org.name,
  parentId: org.closedAt !== undefined && isDeepStrictEqual(value, topic.nothing) ? null : org.parentId,
  scopes: org.kind === 'branch' ? scopesOf(org.path) : [],
})

/**
 * First the figure, then the one above is noted (and the one that was above, where it moved), then the note here is taken away: cut off anywhere,
 * it is done again.
 */
const recount = async <V>(ports: Ports, topic: Topic<V>, row: Rollup, org: OrgNode | undefined): Promise<void> => {
  const { store, now } = ports
  const table = store.table(Rollups)
  const above = new Set([row.parentId, org?.parentId].filter(one => typeof one === 'string'))
  if (org) {
    const value = await countOf(store, topic, org, row.period, now)
    await table.update({ _id: row._id }, { set: { ...placeOf(topic, org, value), value, worry: topic.worry(value), countedAt: now } })
  } else await table.update({ _id: row._id }, { set: { parentId: null, scopes: [], value: null, worry: 0, countedAt: now } })
  for (const parentId of above) await markOne(ports, topic.name, parentId, row.period)
  await unmark(ports, Rollups, row)
}

/** Counts what was marked; a change reaches the top within as many minutes as there are levels. Answers how many figures. */
export const countRollups = async (ports: Ports, topics: readonly Topic<unknown>[], tree: Collection<OrgNode>): Promise<number> => {
  const { store } = ports
  const due = await markedRows(ports, Rollups, EACH_RUN)
  const found = await store.table(tree).getMany([...new Set(due.map(row => row.orgId))])
  const orgs = new Map(found.map(org => [org._id, org]))
  const one = async (row: Rollup): Promise<void> => {
    const topic = topics.find(each => each.name === row.topic)
    if (topic) await recount(ports, topic, row, orgs.get(row.orgId))
    // A figure that no topic counts any more.
    else await store.table(Rollups).remove({ _id: row._id })
  }
  return eachRow(due, 'countRollups', one, AT_A_TIME)
}
