import { signups as contract } from '../../../../core/life/signups/contract'
import type { Handlers } from '../use-case'
import { join } from './join'
import { leave } from './leave'
import { list } from './list'

/** Sign-ups: a place in the queue of an activity, taken, given back and listed. */
export const handlers: Handlers<typeof contract> = { ...join, ...leave, ...list }

export { contract }
export { homes } from '../use-case'
