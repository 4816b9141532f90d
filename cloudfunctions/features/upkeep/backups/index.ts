import { backups as contract } from '../../../../core/upkeep/backups/contract'
import type { Handlers } from '../use-case'
import { backupsNow } from './state'

/** Backups: made each night into the storage, sealed to a key that the environment does not hold, or from a laptop. */
export const handlers: Handlers<typeof contract> = { 'backup.state': (_, context) => backupsNow(context) }

export { contract }
export { homes } from '../use-case'
