import type { Output } from '../../../../core/shared/operation'
import type { backups } from '../../../../core/upkeep/backups/contract'
import type { Ports } from '../../../kernel/ports'
import type { Store } from '../../../kernel/store'
import { Upkeep, type BackupState } from '../documents'

export const BACKUP = 'backup'

/** How it stands with the backups; null before the first night. */
export const stateOf = (store: Pick<Store, 'table'>): Promise<BackupState | null> => store.table(Upkeep).get(BACKUP)

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((all, one) => all + one, 0)

/** The same, in the words of `backup.state`. */
export const backupsNow = async ({
  store,
  environment,
}: Pick<Ports, 'store' | 'environment'>): Promise<Output<(typeof backups)['backup.state']>> => {
  const { running, last, trial } = (await stateOf(store)) ?? {}
  return {
    state: environment().backup === undefined ? 'no-key' : running ? 'running' : 'waiting',
    ...(running ? { running: { startedAt: running.startedAt, rows: sum(running.counts) } } : {}),
    ...(last ? { last } : {}),
    ...(trial ? { trial } : {}),
  }
}
