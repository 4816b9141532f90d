import type { DateText, Instant } from '../../../core/shared/operation'

/** A figure of one organization and period, counted from its rows or from what stands directly under it; `_id` is `<topic>:<organization>:<period>`. */
export interface Rollup {
  _id: string
  topic: string
  orgId: string
  name: string
  parentId: string | null
  /** Of a branch: itself and every organization above it, so that the branches that need attention are found from anywhere above. */
  scopes: string[]
  period: string
  /** As the topic shapes it; null until it is counted for the first time. */
  value: unknown
  /** How much of it needs attention; 0 where all is well. */
  worry: number
  countedAt: Instant
  /** Something under it changed since this instant. */
  due?: Instant
  /** Grows with every such change, so that one which comes while it is being counted is not lost. */
  marks: number
}

/** A figure that did not agree with its rows one night; `_id` is `<date>:<figure>`, so that a night reports it once. */
export interface RollupDrift {
  _id: string
  date: DateText
  /** The organization and everything above it. */
  scopes: string[]
  figure: string
  at: Instant
}

/** How far the comparison of one night has come; `_id` is its date. */
export interface RollupNight {
  _id: DateText
  /** Path of the last organization compared; empty at the beginning. */
  after: string
  compared: number
  startedAt: Instant
  finishedAt?: Instant
}
