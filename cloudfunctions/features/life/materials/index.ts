import { materials as contract } from '../../../../core/life/materials/contract'
import type { Handlers } from '../use-case'
import { handing } from './hand'
import { lists } from './lists'
import { sending } from './send'
import { ticking } from './tick'

/** Materials handed out (P13): received − handed = left, each receipt with a tick. */
export const handlers: Handlers<typeof contract> = { ...handing, ...sending, ...ticking, ...lists }

export { contract }
export { homes } from '../use-case'
