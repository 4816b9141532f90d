import { homes as contract } from '../../../../core/assessment/homes/contract'
import type { Handlers } from '../use-case'
import { keep } from './keep'
import { lists } from './lists'

/** 老党员之家 with ten checks (P63), shared by branches. */
export const handlers: Handlers<typeof contract> = { ...keep, ...lists }

export { contract }
export { homes } from '../use-case'
