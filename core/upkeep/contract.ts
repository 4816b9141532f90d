import { backups } from './backups/contract'

/** The operations of this context. */
export const upkeep = { ...backups } as const
