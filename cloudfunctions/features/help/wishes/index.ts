import { wishes as contract } from '../../../../core/help/wishes/contract'
import type { Handlers } from '../use-case'
import { day } from './day'
import { exportWishes } from './export'
import { lists } from './lists'
import { plan } from './plan'
import { raise } from './raise'

/** Wishes and escorts (P31): a day with people, a car and steps; no person and no car in two places. */
export const handlers: Handlers<typeof contract> = { ...raise, ...plan, ...day, ...lists, ...exportWishes }

export { contract }
export { homes } from '../use-case'
