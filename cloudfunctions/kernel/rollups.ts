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

/** Figures that one run of the timer counts, and how many at a time. */
const EACH_RUN = 400
const AT_A_TIME = 8

/** An organization as figures see it. */
export interface OrgNode extends Row {
  name: string
  kind: OrganizationKind
  parentId: string | null
  path: string
  closedAt?: Instant
}

/**
 * Figures of the boards: counted from the rows at the branch, summed everywhere above. A use-case that changes the rows marks the branch
 * (`markRollup`) after its write; the timer counts what is marked, from the branches upwards.
 */
export interface Topic<V> {
  name: string
  /** The shape of the stored value. */
  shape: z.ZodType<V>
  nothing: V
  added(this: void, one: V, other: V): V
  /** The current periods: compared each night, and marked where no other period is named. */
  periods(this: void, now: Instant): readonly string[]
  /** Counts a branch from its rows. `at` is the instant for what changes with time alone (overdue, ages). */
  countBranch(this: void, store: Store, branch: OrgNode, period: string, at: Instant): Promise<V>
  /** How much needs attention; boards show the most first. */
  worry(this: void, value: V): number
  /** It changes with time alone, so it is counted again each night. */
  ages?: boolean
}

/** The natural key of a figure. */
export const rollupId = (topic: string, orgId: string, period: string): string => `${topic}:${orgId}:${period}`

type Acting = Pick<Ports, 'store' | 'now'>

/** Marks the figures of an organization for these periods to be counted again. Cheap, and marking twice is marking once. */
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

/** A stored figure in the topic's shape; `nothing` where it was never counted. */
export const valueOf = <V>(topic: Topic<V>, row: Pick<Rollup, 'value'> | null | undefined): V =>
  topic.shape.nullable().parse(row?.value ?? null) ?? topic.nothing

/** An organization's present figure: a branch's from its rows, any other's from the figures directly below. */
export const countOf = async <V>(store: Store, topic: Topic<V>, org: OrgNode, period: string, at: Instant): Promise<V> => {
  if (org.kind === 'branch') return topic.countBranch(store, org, period, at)
  const below = await store.table(Rollups).findAll({ parentId: org._id, topic: topic.name, period })
  return below.map(row => valueOf(topic, row)).reduce(topic.added, topic.nothing)
}

/** The place of a figure. A closed organization without anything to count has no parent, so that boards no longer list it. */
export const placeOf = <V>(topic: Topic<V>, org: OrgNode, value: V): Pick<Rollup, 'name' | 'parentId' | 'scopes'> => ({
  name: org.name,
  parentId: org.closedAt !== undefined && isDeepStrictEqual(value, topic.nothing) ? null : org.parentId,
  scopes: org.kind === 'branch' ? scopesOf(org.path) : [],
})

/**
 * Counts the figure, marks the one above (and the former one above, after a move), then removes the mark: if it is cut off anywhere, it is
 * done again.
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

/** Counts what is marked; a change reaches the top within as many minutes as there are levels. Answers how many figures. */
export const countRollups = async (ports: Ports, topics: readonly Topic<unknown>[], tree: Collection<OrgNode>): Promise<number> => {
  const { store } = ports
  const due = await markedRows(ports, Rollups, EACH_RUN)
  const found = await store.table(tree).getMany([...new Set(due.map(row => row.orgId))])
  const orgs = new Map(found.map(org => [org._id, org]))
  const one = async (row: Rollup): Promise<void> => {
    const topic = topics.find(each => each.name === row.topic)
    if (topic) await recount(ports, topic, row, orgs.get(row.orgId))
    // A figure without a topic any more.
    else await store.table(Rollups).remove({ _id: row._id })
  }
  return eachRow(due, 'countRollups', one, AT_A_TIME)
}
