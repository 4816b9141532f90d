import { backups } from './backups/contract'
import { exports } from './exports/contract'

/** The operations of this context. */
export const upkeep = { ...backups, ...exports } as const
