import { foundings as contract } from '../../../../core/people/foundings/contract'
import type { Handlers } from '../use-case'
import { answer } from './answer'
import { apply } from './apply'
import { list } from './list'

/** New branches (P01): applied for, answered, founded, filed. */
export const handlers: Handlers<typeof contract> = { ...apply, ...list, ...answer }

export { contract }
export { homes } from '../use-case'
