import { posts as contract } from '../../../../core/service/posts/contract'
import type { Handlers } from '../use-case'
import { claiming } from './claim'
import { onTheDay } from './day'
import { running } from './hands'
import { publishing } from './publish'
import { swapping } from './swap'
import { viewing } from './view'

/** Service posts (P20): put up, claimed from a chat, swapped, served and thanked for. */
export const handlers: Handlers<typeof contract> = { ...publishing, ...viewing, ...claiming, ...swapping, ...onTheDay, ...running }

export { contract }
export { homes } from '../use-case'
