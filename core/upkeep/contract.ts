import { backups } from './backups/contract'
import { exports } from './exports/contract'
import { health } from './health/contract'

/** The operations of this context. */
export const upkeep = { ...backups, ...exports, ...health } as const
