import type { requests as contract } from '../../../../core/help/requests/contract'
import type { Handlers } from '../../../kernel/ports'
import { assigning } from './assign'
import { boards } from './board'
import { elders } from './elder'
import { lookingAfter } from './elders'
import { hands } from './hands'
import { raising } from './raise'
import { viewing } from './view'

/** Help that always finds an owner (P30). */
export const requests: Handlers<typeof contract> = {
  ...raising,
  ...hands,
  ...elders,
  ...assigning,
  ...lookingAfter,
  ...viewing,
  ...boards,
}
