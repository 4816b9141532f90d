import { rhythm as contract } from '../../../../core/life/rhythm/contract'
import type { Handlers } from '../use-case'
import { get } from './get'
import { overdue } from './overdue'
import { rules } from './rules'

/** What branches owe of organized life and have held (P12). */
export const handlers: Handlers<typeof contract> = { ...get, ...overdue, ...rules }

export { contract }
export { homes } from '../use-case'
