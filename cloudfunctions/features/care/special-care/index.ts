import { specialCare as contract } from '../../../../core/care/special-care/contract'
import type { Handlers } from '../use-case'
import { contacts } from './contact'
import { lists } from './lists'
import { settings } from './settings'

/** P43 (S4): who must not drop out of sight, when they were last heard of, and who hears that they were not. */
export const handlers: Handlers<typeof contract> = { ...lists, ...contacts, ...settings }

export { contract }
export { homes } from '../use-case'
