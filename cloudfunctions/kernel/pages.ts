import { cursorAt, readNumberCursor, readTextCursor } from '../../core/shared/cursor'
import { Failure } from './failure'

/** After which row a list goes on; at its beginning where nothing is said. */
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

/** Where a list ordered by a number goes on, as `find` takes it; INVALID_INPUT where no such list ever gave that cursor. */
export const afterNumber = placeAfter(readNumberCursor)
/** The same of a list ordered by a text. */
export const afterText = placeAfter(readTextCursor)

/** The first `size` rows of one more than that, and where the next page begins: null where there was not one more. */
export const pageOf = <R extends { _id: string }>(rows: readonly R[], size: number, value: (row: R) => number | string) => {
  const items = rows.slice(0, size)
  const last = items.at(-1)
  return { items, cursor: rows.length > size && last ? cursorAt(value(last), last._id) : null }
}
