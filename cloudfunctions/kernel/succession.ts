import type { Collection, Row } from './collection'
import type { Ports } from './ports'
import { inGroups } from './in-groups'
import { settleRow } from './settle'
import { saysSame } from './geo'
import type { Filter } from './store'

/**
 * What becomes of a collection's rows when another organization takes the place of theirs: all of it (撤并) or a part (拆分). A collection says it where it
 * is declared, so that none can be forgotten:
 * `none`: they name no organization. `stays`: they stay where they happened, stand with another row that goes, are worked out again, or end within days.
 * `first`: organizations and members, which the act itself brings over before all others. `goes`: what is under way goes over without a gap;
 * `house.successions` says how.
 */
export type Succession = 'none' | 'stays' | 'first' | 'goes'

/** What goes from one organization to another. */
export interface Succeeding {
  /** The organization that ends or gives up a part. */
  from: string
  fromName: string
  /** The one that takes its place. */
  into: string
  intoName: string
  /** Places that went over and what they are now: the branch's own, where all of it goes, and those of the groups that go. */
  paths: readonly { from: string; into: string }[]
  /** Organizations that had come to `from` before: what happened in them lies at its places. */
  past: readonly string[]
  /** The people who came over; they stand at their new places already. */
  memberIds: readonly string[]
}

/**
 * Lets a collection's rows go over. What happened keeps the organization where it happened, and comes under the rights of the one in its place. Safe to
 * repeat and to be cut off anywhere: a repetition finds what is left.
 */
export type Succeed = (ports: Ports, going: Succeeding) => Promise<void>

/** What a place is called now; undefined for one that did not go over. */
export const placeNow = ({ paths }: Pick<Succeeding, 'paths'>, path: string): string | undefined =>
  paths.find(one => one.from === path)?.into

/** As many rows are under way at a time. */
const AT_A_TIME = 10

/** A row that lies at a place. */
interface Placed extends Row {
  path: string
}

/** Rows of these places come under the rights of the organization that took them over; which organization they name stays as it was. */
export const rightsGo = async <D extends Placed>(
  { store }: Pick<Ports, 'store'>,
  home: Collection<D>,
  found: Filter<Placed & D>,
  { paths }: Pick<Succeeding, 'paths'>,
): Promise<void> => {
  const table = store.table<Placed>(home)
  for (const { from, into } of paths) await table.update({ ...found, path: from }, { set: { path: into } })
}

/** Brings each row over as `carry` makes it; undefined leaves it. Judged again where it was changed meanwhile. */
export const rowsGo = async <D extends Row>(
  { store }: Pick<Ports, 'store'>,
  home: Collection<D>,
  rows: readonly D[],
  carry: (row: D) => D | undefined,
): Promise<void> => {
  const table = store.table(home)
  const attempt = async (row: D | null) => {
    const next = row === null ? undefined : carry(row)
    return row === null || next === undefined || saysSame(row, next) || (await table.swap(row, next)) || undefined
  }
  await inGroups(rows, AT_A_TIME, async seen => {
    await settleRow(seen, () => table.get(seen._id), attempt)
  })
}

/** Lets the rows of every collection go over, in the order of the house: from the ground up. */
export const succeed = async (ports: Ports, going: Succeeding): Promise<void> => {
  const { collections, successions } = ports.house
  for (const { name, succession } of collections) {
    if (succession !== 'goes') continue
    const act = await successions[name]?.()
    if (!act) throw new Error(`nothing says how rows of ${name} go over`)
    await act(ports, going)
  }
}
