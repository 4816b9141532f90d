import { isDeepStrictEqual } from 'node:util'
import { isKept } from '../../cloudfunctions/features/upkeep/backups/order'
import type { AnyRow } from '../../cloudfunctions/features/upkeep/backups/rows'
import type { Remote } from '../database'
import type { Backup } from './folder'
import { table } from './kept'
import { eachOf, eachPiece } from './plan'

const ROLLUPS = 'rollups'

const isOpen = (row: AnyRow, now: number): boolean => {
  const said = table[ROLLUPS]
  return isKept(said) && said.derived !== undefined && said.derived !== 'always' && said.derived.isOpen(row, now)
}

/** So many waits without an end are too many. */
const MOST_WAITS = 200

/**
 * Has every present figure of a restored cloud worked out again from its rows, and compares it with that of the backup. Figures that were still to be
 * worked out when the backup was made, or were worked out while it was made, are left out. What changes with time alone may differ.
 * @param wait lets the timer run
 */
export const differingFigures = async (
  remote: Remote,
  backup: Backup,
  wait: () => Promise<unknown>,
): Promise<{ figures: number; differing: number }> => {
  const { startedAt } = backup.manifest
  const now = await remote.now()
  const settled = new Map<string, unknown>()
  await eachPiece(backup, ROLLUPS, rows => {
    for (const row of rows)
      if (row['due'] === undefined && Number(row['countedAt']) < startedAt && isOpen(row, now)) settled.set(row._id, row['value'])
  })
  await remote.mark(ROLLUPS, [...settled.keys()], now)
  for (let waits = 0; ; waits++) {
    if (waits > MOST_WAITS) throw new Error('the figures do not come to rest')
    await wait()
    let [figures, differing, due] = [0, 0, 0]
    await eachOf(remote, ROLLUPS, row => {
      if (!settled.has(row._id)) return
      figures++
      if (row['due'] !== undefined) due++
      if (!isDeepStrictEqual(settled.get(row._id), row['value'])) differing++
    })
    if (due === 0) return { figures, differing }
  }
}
