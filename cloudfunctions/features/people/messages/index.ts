import { messages as contract } from '../../../../core/people/messages/contract'
import type { Handlers } from '../use-case'
import { list } from './list'
import { read } from './read'

/** The inbox: what a person and the elders they help were told. */
export const handlers: Handlers<typeof contract> = { ...list, ...read }

export { contract }
export { homes } from '../use-case'
