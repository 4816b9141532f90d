import { isDeepStrictEqual } from 'node:util'
import type { Remote } from '../database'
import type { Backup } from './folder'
import { eachOf, eachPiece } from './plan'

const ROLLUPS = 'rollups'

/**
 * Has every present figure of a restored cloud worked out again, and compares it with that of the backup. Figures that were still to be worked out
 * when the backup was made, or were worked out while it was made, are left out.
 */
export const differingFigures = async (
  remote: Remote,
  backup: Backup,
  wait: () => Promise<unknown>,
): Promise<{ figures: number; differing: number }> => {
  const { startedAt } = backup.manifest
  const settled = new Map<string, unknown>()
  await eachPiece(backup, ROLLUPS, rows => {
    for (const row of rows) if (row['due'] === undefined && Number(row['countedAt']) < startedAt) settled.set(row._id, row['value'])
  })
  await wait()
  let [figures, differing] = [0, 0]
  await eachOf(remote, ROLLUPS, row => {
    if (!settled.has(row._id)) return
    figures++
    if (!isDeepStrictEqual(settled.get(row._id), row['value'])) differing++
  })
  return { figures, differing }
}
