import { activities as contract } from '../../../../core/life/activities/contract'
import type { Handlers } from '../use-case'
import { changing } from './change'
import { publishing } from './publish'
import { following } from './receipts'
import { repeating } from './templates'
import { viewing } from './view'

/** Activities (P10): put up, seen, read, followed up and repeated. */
export const handlers: Handlers<typeof contract> = { ...publishing, ...changing, ...viewing, ...following, ...repeating }

export { contract }
export { homes } from '../use-case'
