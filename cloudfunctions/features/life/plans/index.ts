import { plans as contract } from '../../../../core/life/plans/contract'
import type { Handlers } from '../use-case'
import { edit } from './edit'
import { exportPlan } from './export'
import { get } from './get'
import { publish } from './publish'

/** A branch's year plan: made, edited, published in one go. */
export const handlers: Handlers<typeof contract> = { ...get, ...edit, ...publish, ...exportPlan }

export { contract }
export { homes } from '../use-case'
