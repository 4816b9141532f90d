import { funds as contract } from '../../../../core/means/funds/contract'
import type { Handlers } from '../use-case'
import { entries } from './entries'
import { keep } from './keep'
import { read } from './read'

/** The ledger of an organization (P70): entries that balance, months that close, what is planned, counted and published. */
export const handlers: Handlers<typeof contract> = { ...entries, ...keep, ...read }

export { contract }
export { homes } from '../use-case'
