import { votes as contract } from '../../../../core/voice/votes/contract'
import type { Handlers } from '../use-case'
import { cast } from './cast'
import { desk } from './desk'
import { get } from './get'
import { nominate } from './nominate'
import { publish } from './publish'

/** Votes of merit (P52): published, nominated for, cast, counted after the end, honoured. */
export const handlers: Handlers<typeof contract> = { ...publish, ...nominate, ...cast, ...get, ...desk }

export { contract }
export { homes } from '../use-case'
