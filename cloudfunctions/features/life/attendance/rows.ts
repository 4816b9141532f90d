import { settle } from '../../../kernel/settle'
import type { AttendanceRow } from '../../../../core/life/attendance/marks'
import type { Actor } from '../../../kernel/identity'
import type { Attendance } from '../documents'
import type { Table } from '../../../kernel/store'

interface Whose {
  activityId: string
  memberId: string
}

/** The natural key: one person, one activity, one row. */
export const rowId = ({ activityId, memberId }: Whose): string => `${activityId}:${memberId}`

/** A row as it is stored. */
export const stored = ({ activityId, memberId }: Whose, row: AttendanceRow<Actor>): Attendance => ({
  ...row,
  _id: rowId({ activityId, memberId }),
  activityId,
  memberId,
})

/** Writes a row over the one that was looked at, unless another door changed it meanwhile: each change makes the history longer. */
export const replaceRow = async (
  rows: Table<Attendance>,
  before: Attendance,
  { state, at, late, way, by, reason, nonce, held, said, history }: AttendanceRow<Actor>,
) => {
  const optional = { way, reason, nonce, held, said }
  const unset = (['way', 'reason', 'nonce', 'held', 'said'] as const).filter(field => optional[field] === undefined)
  const kept = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined))
  const changed = await rows.update(
    { _id: before._id, history: { size: before.history.length } },
    { set: { state, at, late, by, history, ...kept }, unset },
  )
  return changed > 0
}

/**
 * Brings one person's row to what `decide` makes of it; `decide` gets the row that stands (null where there is none) and answers the one
 * that shall, or the same to leave it. Believes what was `seen` until the write says otherwise, and without a look, that there is no
 * row yet: so that a first sign-in is one write. Throws CONFLICT where other doors were faster each time.
 */
export const changeRow = async (
  rows: Table<Attendance>,
  whose: Whose,
  decide: (row: Attendance | null) => AttendanceRow<Actor>,
  seen: Attendance | null = null,
): Promise<{ row: AttendanceRow<Actor>; changed: boolean }> => {
  let before = seen
  return settle(async () => {
    const row = decide(before)
    if (row === before) return { row, changed: false }
    const written = before ? await replaceRow(rows, before, row) : (await rows.add(stored(whose, row))) === 'added'
    if (written) return { row, changed: true }
    before = await rows.get(rowId(whose))
    return undefined
  })
}
