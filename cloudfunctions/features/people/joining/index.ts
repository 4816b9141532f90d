import { joining as contract } from '../../../../core/people/joining/contract'
import type { Handlers } from '../use-case'
import { answer } from './answer'
import { ask } from './ask'
import { cards } from './cards'
import { left } from './left'
import { list } from './list'

/** A whole branch comes in by one card; a person on no roster reaches an officer. */
export const handlers: Handlers<typeof contract> = { ...cards, ...left, ...ask, ...list, ...answer }

export { contract }
export { homes } from '../use-case'
