import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildCloudIfStale } from './cloud-if-stale'
import { startProduct } from './product'
import { reach, type Remote } from '../delivery/database'
import { localAddress } from '../delivery/target'
import { type Backup } from '../delivery/backup/folder'
import { Fault } from '../delivery/cloud/fault'
import { noteState, type Say } from '../delivery/backup/make'
import { differingFigures } from '../delivery/backup/figures'
import { restore } from '../delivery/backup/restore'

const MINUTE = 60_000

/**
 * Restores a backup into an empty cloud on this machine, which is thrown away, lets the timer work the figures out again, compares them with those
 * of the backup, and notes the day in the environment.
 * @throws Fault where not all rows came back
 */
export const tryRestore = async (
  backup: Backup,
  remote: Remote,
  say: Say,
): Promise<{ rows: number; figures: number; differing: number }> => {
  await buildCloudIfStale()
  const data = await mkdtemp(join(tmpdir(), 'changqing-trial-'))
  const cloud = await startProduct({ data, demo: 'none', port: 0, frozenAt: backup.manifest.finishedAt, durable: false })
  try {
    const scratch = reach(localAddress(cloud.url))
    const { rows, differing } = await restore(scratch, backup, {
      ...{ part: { kind: 'whole' }, overwrite: false, say },
      agree: () => Promise.resolve(true),
    })
    if (differing.length > 0) throw new Fault(`试恢复后条数对不上：${differing.map(one => one.collection).join('、')}`)
    const figures = await differingFigures(scratch, backup, () => cloud.clock.advance(MINUTE))
    await noteState(remote, { trial: { at: await remote.now(), backupAt: backup.manifest.startedAt, rows } })
    return { rows, ...figures }
  } finally {
    await cloud.close()
    await rm(data, { recursive: true, force: true })
  }
}
