import { specialCare as contract } from '../../../../core/care/special-care/contract'
import type { Handlers } from '../use-case'
import { contact } from './contact'
import { exportCare } from './export'
import { get } from './get'
import { list } from './list'
import { mine } from './mine'
import { phone } from './phone'
import { settings } from './settings'

/** Special care (P43, S4): elders who must not drop out of sight, their last calls and visits, and who is told when one is late. */
export const handlers: Handlers<typeof contract> = { ...list, ...mine, ...get, ...phone, ...contact, ...settings, ...exportCare }

export { contract }
export { homes } from '../use-case'
