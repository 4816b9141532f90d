import type { Store } from '../../../kernel/store'
import { Upkeep, type BackupState } from '../documents'

export const BACKUP = 'backup'

/** How it stands with the backups; null before the first night. */
export const stateOf = (store: Pick<Store, 'table'>): Promise<BackupState | null> => store.table(Upkeep).get(BACKUP)
