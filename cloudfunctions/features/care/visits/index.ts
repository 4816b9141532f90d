import { visits as contract } from '../../../../core/care/visits/contract'
import type { Handlers } from '../use-case'
import { assign } from './assign'
import { correct } from './correct'
import { coverage } from './coverage'
import { due } from './due'
import { exportVisits } from './export'
import { get } from './get'
import { mine } from './mine'
import { phone } from './phone'
import { plan } from './plan'
import { raise } from './raise'
import { record } from './record'
import { settings } from './settings'

/** Must-visits (P42): who is owed one, who goes, how it went, who is missing. */
export const handlers: Handlers<typeof contract> = {
  ...{ ...due, ...mine, ...get, ...phone, ...plan, ...coverage },
  ...{ ...record, ...correct, ...raise, ...assign, ...settings, ...exportVisits },
}

export { contract }
export { homes } from '../use-case'
