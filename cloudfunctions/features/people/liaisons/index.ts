import { liaisons as contract } from '../../../../core/people/liaisons/contract'
import type { Handlers } from '../use-case'
import { assign } from './assign'
import { list } from './list'
import { reports } from './reports'
import { visits } from './visits'

/** Who visits which branch, and what it reports (P05). */
export const handlers: Handlers<typeof contract> = { ...assign, ...list, ...visits, ...reports }

export { contract }
export { homes } from '../use-case'
