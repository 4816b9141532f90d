import type { Instant } from '../../core/shared/operation'

/**
 * What becomes of a collection's rows when one record of a person takes over another record of the same person (`member.merge`). A collection
 * says it where it is declared, so that none can be forgotten:
 * `none`: they name no person. `stays`: they stay as they were written, are worked out again, or end within days. Otherwise the rows move, or
 * are erased where a person needs only one of them.
 */
export type Takeover = 'none' | 'stays' | Moving | Erasing

/** Where the rows that name a person are found. */
interface Found {
  /** Fields that hold the person's id, each with an index; `_id` where it is the id, `_id:` where it begins with it. */
  found: readonly string[]
}

export interface Erasing extends Found {
  way: 'erases'
}

/** Rows in which the one id stands for the other from now on, wherever it stands, in keys too. */
export interface Moving extends Found {
  way: 'moves'
  /** Lists in which a person stands once, or once for each value of these fields of an entry: the earlier entry stays. */
  once?: Readonly<Record<string, readonly string[]>>
  /** The field that grows with every change of the row. */
  version?: string
  /** Two rows may meet under one key, or a row needs more than another id: `house.meetings` says how. */
  meets: boolean
}

type More = Pick<Moving, 'once' | 'version'>

export const erases = <const F extends readonly string[]>(...found: F) => ({ way: 'erases' as const, found })
/** Rows that move, and never meet another under their key. */
export const moves = <const F extends readonly string[]>(found: F, more: More = {}) => ({
  way: 'moves' as const,
  found,
  ...more,
  meets: false as const,
})
/** Rows that move, for which `house.meetings` says what happens where two meet. */
export const movesAndMeets = <const F extends readonly string[]>(found: F, more: More = {}) => ({
  way: 'moves' as const,
  found,
  ...more,
  meets: true as const,
})

/** What a capability says of its rows that move: all of it pure. */
export interface Meeting<D> {
  /** The one row that stays of two under one key: `mine` was the person's, `other` comes to it under the same key. What happened stays in it. */
  join?(mine: D, other: D): D
  /** A row as it has to be once it names the other id. */
  tidy?(row: D, before: D, now: Instant): D
}
