import { musters as contract } from '../../../../core/service/musters/contract'
import type { Handlers } from '../use-case'
import { answer } from './answer'
import { rollCall } from './arrive'
import { callOut } from './call'
import { look } from './get'
import { run } from './run'

/** Emergency musters (P22): called, answered, filled, counted, relieved, ended. */
export const handlers: Handlers<typeof contract> = { ...callOut, ...answer, ...rollCall, ...look, ...run }

export { contract }
export { homes } from '../use-case'
