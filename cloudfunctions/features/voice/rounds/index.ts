import { rounds as contract } from '../../../../core/voice/rounds/contract'
import type { Handlers } from '../use-case'
import { judge } from './judge'
import { open } from './open'
import { read } from './read'

/** Rounds of suggestions with a jury (金点子, P50). */
export const handlers: Handlers<typeof contract> = { ...open, ...read, ...judge }

export { contract }
export { homes } from '../use-case'
