import { pledges as contract } from '../../../../core/care/pledges/contract'
import type { Handlers } from '../use-case'
import { card } from './card'
import { exportPledges } from './export'
import { keep } from './keep'
import { list } from './list'

/** What partner units owe a branch by the period, and what was done of it (P24). */
export const handlers: Handlers<typeof contract> = { ...keep, ...list, ...card, ...exportPledges }

export { contract }
export { homes } from '../use-case'
