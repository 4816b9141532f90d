import { nameKey } from '../../../../../core/people/public'
import type { Given } from '../../../../platform/call'
import { byCloud } from '../../../../platform/clock'
import type { Mark } from '../markQueue'

export type Sheet = Given<'attendance.sheet'>
export type SheetRow = Sheet['items'][number]

/** What this phone said of a person, and when by its own clock. */
export type Said = Pick<Mark, 'state' | 'at'>

/** A row as the door sees it: what the cloud knows, and what this phone has marked on top. */
export interface DoorRow extends SheetRow {
  /** Marked here and not yet acknowledged. */
  pending: boolean
}

/**
 * The sheet with this phone's own marks laid over it. `sent` is what it has said already, which counts only where the sheet
 * knows nothing of the person yet, because it is older.
 */
export const doorRows = (items: readonly SheetRow[], pending: readonly Mark[], sent: ReadonlyMap<string, Said>): DoorRow[] => {
  const waiting = new Map(pending.map(mark => [mark.memberId, mark]))
  return items.map(item => {
    const mark = waiting.get(item.memberId)
    if (mark) return { ...item, state: mark.state, at: byCloud(mark.at), pending: true }
    const gone = sent.get(item.memberId)
    if (gone && item.state === 'unmarked') return { ...item, state: gone.state, at: byCloud(gone.at), pending: false }
    return { ...item, pending: false }
  })
}

export interface DoorCount {
  present: number
  expected: number
  leave: number
}

/** How many of how many; who came without being expected is counted among those present only. */
export const countRows = (rows: readonly DoorRow[]): DoorCount => ({
  present: rows.filter(row => row.state === 'present').length,
  leave: rows.filter(row => row.state === 'leave').length,
  expected: rows.filter(row => row.expected).length,
})

/** Those who came last, the latest first. */
export const lastIn = (rows: readonly DoorRow[], count: number): DoorRow[] =>
  rows
    .filter(row => row.state === 'present')
    .sort((a, b) => (b.at ?? 0) - (a.at ?? 0))
    .slice(0, count)

/** Names that contain what is typed, however both are written; those who have not come stand first. */
export const findRows = (rows: readonly DoorRow[], typed: string): DoorRow[] => {
  const wanted = nameKey(typed)
  const rank = (row: DoorRow) => (row.state === 'present' ? 1 : 0)
  return rows.filter(row => nameKey(row.name).includes(wanted)).sort((a, b) => rank(a) - rank(b))
}
