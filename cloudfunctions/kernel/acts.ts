import type { Instant } from '../../core/shared/operation'
import type { Row } from './collection'
import type { Ports } from './ports'
import type { Table } from './store'

/** What is to be done to many people, piece by piece. */
export interface ActInPieces {
  what: string
  /** Which time it is. */
  nth: number
  at: Instant
  /** Where the next piece begins, as a cursor of its list; missing at the beginning. */
  after?: string
}

/** A row with what is still to be done, in its order. */
export interface Acting<A extends ActInPieces> extends Row {
  acts: A[]
  /** When the timer goes on with them: a while after the call that is at it, or when the next act's time has come. */
  actDue?: Instant
}

/** For so long the timer leaves a row to the call that is at it; functions live for a minute at the most. */
export const LEASE = 60_000
/** How long a call and a run of the timer begin further pieces. */
export const [CALL_MS, RUN_MS] = [8000, 40_000] as const

/** What came of one piece: where the next begins (undefined at the end), and what the row is by then, written with it. */
export interface Done<R> {
  after?: string | undefined
  change?: (row: R) => R
}

/** How a kind of row goes on. */
export interface Way<A extends ActInPieces, R extends Acting<A>> {
  piece: (ports: Ports, row: R, act: A) => Promise<Done<R>>
  /** The row with that time to be looked at next, or with none. */
  rests: (row: R, due: Instant | undefined) => R
}

const same = (one: ActInPieces, other: ActInPieces): boolean =>
  one.what === other.what && one.nth === other.nth && one.after === other.after

/** A row whose act went on by one piece. */
const advanced = <A extends ActInPieces, R extends Acting<A>>(row: R, act: A, after: string | undefined, now: Instant): R => ({
  ...row,
  acts: row.acts.flatMap(one => (same(one, act) ? (after === undefined ? [] : [{ ...one, after }]) : [one])),
  actDue: now + LEASE,
})

/** When a row has to be looked at next. */
const nextDue = (acts: readonly ActInPieces[]): Instant | undefined =>
  acts.length === 0 ? undefined : Math.min(...acts.map(one => one.at))

/**
 * Goes on with what is due, piece by piece, until it is done or the time is up. Each piece may be repeated, and one conditional write says that it is done:
 * cut off anywhere, it goes on where it was; two at once do it once.
 */
export const goOnWith = async <A extends ActInPieces, R extends Acting<A>>(
  ports: Ports,
  table: Pick<Table<R>, 'get' | 'swap'>,
  { piece, rests }: Way<A, R>,
  seen: R,
  until: number,
): Promise<R> => {
  let row = seen
  for (;;) {
    const act = row.acts.find(one => one.at <= ports.now)
    if (!act || ports.elapsed() > until) break
    const { after, change } = await piece(ports, row, act)
    const next = advanced(change ? change(row) : row, act, after, ports.now)
    // Another was faster, or the row was changed meanwhile: what it is by now decides what is left.
    row = (await table.swap(row, next)) ? next : ((await table.get(row._id)) ?? next)
  }
  const resting = rests(row, nextDue(row.acts))
  await table.swap(row, resting)
  return resting
}
