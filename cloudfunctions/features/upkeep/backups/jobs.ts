import { every, type Job } from '../../../kernel/jobs'
import { Upkeep } from '../documents'

/** Begins the night's backup. What it needs (packing, sealing) is loaded when there is something to do. */
const beginBackup: Job = async ports => (await import('./night')).beginNight(ports)

/** Makes a bounded part of the backup that was begun. */
const continueBackup: Job = async ports => {
  const due = await ports.store.table(Upkeep).find({ due: { lte: ports.now } }, { limit: 1 })
  return due.length === 0 ? 0 : (await import('./night')).continueNight(ports)
}

/** The timer's jobs of backups. */
export const backupJobs = { beginBackup: every(60, beginBackup), continueBackup } satisfies Record<string, Job>
