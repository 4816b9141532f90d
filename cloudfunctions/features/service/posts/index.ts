import { posts as contract } from '../../../../core/service/posts/contract'
import type { Handlers } from '../use-case'
import { claiming } from './claim'
import { onTheDay } from './day'
import { running } from './hands'
import { cancelling } from './cancel'
import { changing } from './change'
import { publishing } from './publish'
import { resolving } from './resolve'
import { swapping } from './swap'
import { viewing } from './view'

/** Service posts (P20): put up, claimed from a chat, swapped, served and thanked for. */
export const handlers: Handlers<typeof contract> = {
  ...publishing,
  ...changing,
  ...cancelling,
  ...viewing,
  ...claiming,
  ...swapping,
  ...onTheDay,
  ...resolving,
  ...running,
}

export { contract }
export { homes } from '../use-case'
