import { Rollups } from './documents'
import type * as z from 'zod'
import type { Instant } from '../../core/shared/operation'
import type { OrganizationKind } from '../../core/shared/organization-kinds'
import type { Rollup } from './documents'
import type { Row } from './collection'
import { markAll } from './marks'
import type { Ports } from './ports'
import type { Store } from './store'

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
  /** Counts what an organization that is no branch adds by itself to the sum of those below it. */
  countOwn?(this: void, store: Store, org: OrgNode, period: string, at: Instant): Promise<V>
  /** How much needs attention; boards show the most first. */
  worry(this: void, value: V): number
  /** It changes with time alone, so it is counted again each night. */
  ages?: boolean
  /** Nights alone count it: nothing marks it, and a difference at night is its new value. */
  byNight?: boolean
}

/** The natural key of a figure. */
export const rollupId = (topic: string, orgId: string, period: string): string => `${topic}:${orgId}:${period}`

/** What counting needs of an invocation. */
export type Acting = Pick<Ports, 'store' | 'now'>

/** Which figure: of what, of which organization, of when. */
export type FigureKey = Pick<Rollup, 'topic' | 'orgId' | 'period'>

/** Marks figures to be counted again. Cheap, and marking twice is marking once. */
export const markFigures = async ({ store, now }: Acting, figures: readonly FigureKey[]): Promise<void> => {
  const keys = new Map(figures.map(({ topic, orgId, period }) => [rollupId(topic, orgId, period), { topic, orgId, period }]))
  const blanks = [...keys].map(([_id, key]) => ({
    ...{ _id, ...key, name: '', parentId: null, scopes: [] },
    ...{ value: null, worry: 0, countedAt: now, due: now, marks: 1 },
  }))
  await markAll({ store, now }, Rollups, blanks)
}

/** Marks the figures of an organization for these periods to be counted again. */
export const markRollup = (ports: Acting, topic: string, orgId: string, periods: readonly string[]): Promise<void> =>
  markFigures(
    ports,
    periods.map(period => ({ topic, orgId, period })),
  )

/** A stored figure in the topic's shape; `nothing` where it was never counted. */
export const valueOf = <V>(topic: Topic<V>, row: Pick<Rollup, 'value'> | null | undefined): V =>
  topic.shape.nullable().parse(row?.value ?? null) ?? topic.nothing
