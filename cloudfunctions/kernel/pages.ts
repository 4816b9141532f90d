import { cursorAt, readNumberCursor, readTextCursor } from '../../core/shared/cursor'
import { Failure } from './failure'

/** The row after which a list goes on; its beginning where there is none. */
interface Place<V> {
  after?: readonly [value: V, id: string]
}

const placeAfter =
  <V>(read: (cursor: string) => readonly [V, string] | null) =>
  (cursor: string | undefined): Place<V> => {
    if (cursor === undefined) return {}
    const after = read(cursor)
    if (!after) throw new Failure('INVALID_INPUT', { paths: ['cursor'] })
    return { after }
  }

/** Where a list ordered by a number goes on, for `find`. INVALID_INPUT for a cursor that no such list returned. */
export const afterNumber = placeAfter(readNumberCursor)
/** The same for a list ordered by a text. */
export const afterText = placeAfter(readTextCursor)

/** The first `size` of `size + 1` rows, and the cursor of the next page: null where there is none. */
export const pageOf = <R extends { _id: string }>(rows: readonly R[], size: number, value: (row: R) => number | string) => {
  const items = rows.slice(0, size)
  const last = items.at(-1)
  return { items, cursor: rows.length > size && last ? cursorAt(value(last), last._id) : null }
}
