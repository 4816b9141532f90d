import { visits as contract } from '../../../../core/care/visits/contract'
import type { Handlers } from '../use-case'
import { correcting } from './correct'
import { covering } from './coverage'
import { exporting } from './export'
import { raising } from './raise'
import { recording } from './record'
import { settling } from './settings'
import { viewing } from './view'

/** Must-visits (P42): who is owed one, who goes, how it went, who is missing. */
export const handlers: Handlers<typeof contract> = {
  ...viewing,
  ...covering,
  ...recording,
  ...correcting,
  ...raising,
  ...settling,
  ...exporting,
}

export { contract }
export { homes } from '../use-case'
