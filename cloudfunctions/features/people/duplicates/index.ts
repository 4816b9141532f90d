import { duplicates as contract } from '../../../../core/people/duplicates/contract'
import type { Handlers } from '../use-case'
import { alike } from './alike'
import { merge } from './merge'
import { unmerge } from './unmerge'

/** Two records of one person become one, with both histories, and can be told apart again for a day. */
export const handlers: Handlers<typeof contract> = { 'member.alike': alike, 'member.merge': merge, 'member.unmerge': unmerge }

export { contract }
export { homes } from '../use-case'
