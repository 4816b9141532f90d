import { suggestions as contract } from '../../../../core/voice/suggestions/contract'
import type { Handlers } from '../use-case'
import { handle } from './handle'
import { lists } from './lists'
import { mine } from './mine'
import { submit } from './submit'

/** Suggestions (P50): submitted, sorted, handed on, answered, and rated by their proposers. */
export const handlers: Handlers<typeof contract> = { ...submit, ...mine, ...handle, ...lists }

export { contract }
export { homes } from '../use-case'
