import type { Collection, Row } from './collection'
import type { Ports } from './ports'
import type { Instant } from '../../core/shared/operation'

/** A row that is derived from others, which changed since `due`: it has to be worked out again. */
export interface Marked extends Row {
  due?: Instant
  /** Grows with every change, so that a change during the work is not lost. */
  marks: number
}

type Acting = Pick<Ports, 'store' | 'now'>

/** Marks a row to be worked out again; a missing row is made by `blank` (null: there shall be none). Cheap, and marking twice is marking once. */
export const mark = async <D extends Marked>(
  { store, now }: Acting,
  collection: Collection<D>,
  _id: string,
  blank: () => D | null | Promise<D | null>,
): Promise<void> => {
  const table = store.table<Marked>(collection)
  const marked = () => table.update({ _id }, { set: { due: now }, inc: { marks: 1 } })
  if ((await marked()) > 0) return
  const fresh = await blank()
  if (fresh !== null && (await table.add(fresh)) === 'exists') await marked()
}

/** Rows that one request marks. */
const BATCH = 500

/** As `mark`, for many rows at once; `blanks` are the rows as they are made, marked, where they are missing. */
export const markAll = async <D extends Marked>({ store, now }: Acting, collection: Collection<D>, blanks: readonly D[]): Promise<void> => {
  const table = store.table<Marked>(collection)
  for (let start = 0; start < blanks.length; start += BATCH) {
    const batch = blanks.slice(start, start + BATCH)
    const ids = batch.map(one => one._id)
    if ((await table.update({ _id: { in: ids } }, { set: { due: now }, inc: { marks: 1 } })) === ids.length) continue
    const there = new Set((await table.getMany(ids)).map(one => one._id))
    // A row that another makes meanwhile is marked, and is worked out from what has changed by now.
    await table.addAll(batch.filter(one => !there.has(one._id)))
  }
}

/** The marked rows, the longest waiting first. */
export const markedRows = <D extends Marked>({ store, now }: Acting, collection: Collection<D>, limit: number): Promise<D[]> =>
  store.table<Marked>(collection).find({ due: { lte: now } }, { order: [['due', 'asc']], limit }) as Promise<D[]>

/** Removes the mark of a row that was worked out as it was read, unless it was marked again meanwhile. */
export const unmark = async <D extends Marked>(
  { store }: Pick<Ports, 'store'>,
  collection: Collection<D>,
  { _id, marks }: D,
): Promise<void> => {
  await store.table<Marked>(collection).update({ _id, marks }, { unset: ['due'] })
}
