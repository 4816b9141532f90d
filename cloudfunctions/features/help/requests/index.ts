import { requests as contract } from '../../../../core/help/requests/contract'
import type { Handlers } from '../use-case'
import { assigning } from './assign'
import { boards } from './board'
import { elders } from './elder'
import { hands } from './hands'
import { raising } from './raise'
import { viewing } from './view'

/** Help that always finds an owner (P30). */
export const handlers: Handlers<typeof contract> = {
  ...raising,
  ...hands,
  ...elders,
  ...assigning,
  ...viewing,
  ...boards,
}

export { contract }
export { homes } from '../use-case'
